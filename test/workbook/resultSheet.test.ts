import { measureOf, sensitivity, spanOfColumn } from "../../src/analysis";
import { readWorkbook, type ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { LINE_BY_ID, periodIndex } from "../../src/companies/kingsoftCloud";
import { sensitivityTable } from "../../src/taskpane/state/resultTables";
import { layoutOf } from "../../src/workbook/layout";
import type { SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { resultSheetPlan } from "../../src/workbook/resultSheetPlan";
import { recalculateByGnumeric } from "../support/gnumeric";
import { recalculateAll } from "../support/libreOffice";
import { validateOpenXml } from "../support/openXmlValidator";
import { model, plan } from "./realPlan";
import { differences, errorCells, onlySheets, typed } from "./recalculatedCells";

const asked = { line: "revenue", period: "FY2027" };
const caps = { driver: "capXiaomi2027", values: [3000, 4500] };
const growth = { driver: "xiaomiDemandGrowth2027", values: [0.1, 0.3] };
const found = sensitivity(
  model,
  model.assumptions("base"),
  measureOf(LINE_BY_ID.get("revenue")!, spanOfColumn(periodIndex("FY2027"))),
  caps,
  growth,
);
const scenarios = (["base", "upside"] as const).map((id) => ({ id, assumptions: model.assumptions(id) }));
const sheet: SheetPlan = resultSheetPlan(model, sensitivityTable(model, asked, found), {
  sheet: "Result 1",
  date: "2026-11-24",
  version: "test",
  scenarios,
});
const withResult = (of: WorkbookPlan): WorkbookPlan => ({ ...of, sheets: [...of.sheets, sheet] });
const capCell = (column: string): string => `${column}${layoutOf(model).inputs.driver.get("capXiaomi2027")!}`;

describe("a result on a sheet of its own", () => {
  let [asMade, moved, renamed]: ReadWorkbook[] = [];

  beforeAll(async () => {
    const files = [
      plan,
      typed(plan, "Inputs", capCell("G"), 3000),
      typed(plan, "Inputs", capCell("B"), "capXiaomi27"),
    ];
    [asMade, moved, renamed] = await recalculateAll(
      await Promise.all(
        files.map((each) => planToXlsx(onlySheets(withResult(each), ["Inputs", "Result 1"]))),
      ),
    );
  });

  const changedRows = (book: ReadWorkbook): string[] => {
    const read = book.sheet("Result 1");
    return read
      .addresses()
      .filter((place) => place.startsWith("F") && read.cell(place).value === 1)
      .map(
        (place) =>
          `${String(read.cell(place.replace("F", "B")).value)} ${String(read.cell(place.replace("F", "G")).value)}`,
      );
  };

  test("is current while no input has moved, with every input beside what it is now", () => {
    expect(differences({ sheets: [sheet] }, asMade!)).toMatchObject({
      compared: 2 * 2 * model.rows.length + 1,
      different: [],
    });
    expect(asMade!.sheet("Result 1").cell("B3").value).toBe("Current: the inputs are as they were.");
  });

  test("is stale once one has, and says which, in every scenario that it reaches", () => {
    expect(moved!.sheet("Result 1").cell("B3").value).toBe(
      `STALE: 2 of ${2 * model.rows.length} inputs have changed since.`,
    );
    expect(changedRows(moved!)).toEqual(["Base capXiaomi2027", "Upside capXiaomi2027"]);
    expect(moved!.sheet("Result 1").cell("B8").value).toBeCloseTo(found.results[0]![0]!, 8);
  });

  test("is stale where an assumption is gone", () => {
    expect(changedRows(renamed!)).toEqual(["Base capXiaomi2027", "Upside capXiaomi2027"]);
  });

  test("is calculated alike by Gnumeric, which takes no whole row or column out of a range", async () => {
    const book = await recalculateByGnumeric(
      await planToXlsx(
        onlySheets(withResult(typed(plan, "Inputs", capCell("G"), 3000)), ["Inputs", "Result 1"]),
      ),
    );
    expect(errorCells(book, ["Result 1"])).toEqual([]);
    expect(changedRows(book)).toEqual(["Base capXiaomi2027", "Upside capXiaomi2027"]);
  });

  test("has no formula above 200 characters", () => {
    const lengths = sheet.rows.flatMap(({ cells }) => cells.map((cell) => cell?.formula?.length ?? 0));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(200);
  });

  test("is a valid part of the file", async () => {
    const bytes = await planToXlsx(onlySheets(withResult(plan), ["Inputs", "Result 1"]));
    expect(await validateOpenXml(bytes)).toEqual([]);
    expect((await readWorkbook(bytes)).sheet("Result 1").cell("A1").value).toBe(
      "Two assumptions at once: Total revenue, FY2027",
    );
  });
});
