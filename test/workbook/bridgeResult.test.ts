import { bridge, waterfall, type ModelState } from "../../src/analysis";
import { readWorkbook, type ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { LINE_BY_ID, periodIndex, SCENARIOS } from "../../src/companies/kingsoftCloud";
import type { ScenarioName } from "../../src/seeds";
import { bridgeResult } from "../../src/workbook/bridgeResult";
import type { SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { parseCell } from "../../src/workbook/address";
import { chartsOfResult } from "../../src/workbook/chartsOfResult";
import { sheetInWords } from "../../src/workbook/planInWords";
import { loadCatalogue } from "../../src/words";
import { resultSheetPlan } from "../../src/workbook/resultSheetPlan";
import { recalculateByGnumeric } from "../support/gnumeric";
import { recalculateAll } from "../support/libreOffice";
import { validateOpenXml } from "../support/openXmlValidator";
import { model, plan } from "./realPlan";
import { differences, errorCells, onlySheets, typed, withoutValues } from "./recalculatedCells";

const NAMES = new Map(SCENARIOS.map(({ id, name }) => [id, name]));
const state = (id: ScenarioName): ModelState => ({ model, assumptions: model.assumptions(id) });

function sheetOf(name: string, line: string, period: string, to: ScenarioName): SheetPlan {
  const item = LINE_BY_ID.get(line)!;
  const found = bridge(state("base"), state(to), [{ line: item, column: periodIndex(period) }]);
  const words = { title: `${item.label}, ${period}`, from: "Base", to: NAMES.get(to)!, unit: item.unit };
  return resultSheetPlan(model, bridgeResult(waterfall(found, 0), words), {
    sheet: name,
    date: "2026-11-27",
    version: "test",
    scenarios: (["base", to] as const).map((id) => ({ id, assumptions: model.assumptions(id) })),
  });
}

/** One far above zero, and one that crosses it. */
const sheets = [
  sheetOf("Result 1", "revenue", "FY2028", "upside"),
  sheetOf("Result 2", "adjustedOperatingResult", "FY2028", "downside"),
];
const [FIRST, CHART] = [7, ["I", "J", "K", "L", "M", "N"]] as const;
const book: WorkbookPlan = onlySheets({ ...plan, sheets: [...plan.sheets, ...sheets] }, [
  "Inputs",
  "Result 1",
  "Result 2",
]);
const lastOf = ({ charts }: SheetPlan): number => Number(/\d+$/.exec(charts[0]!.categories)![0]);

describe("a bridge on a sheet of its own", () => {
  let [calculated, typedOver]: ReadWorkbook[] = [];
  let byGnumeric: ReadWorkbook;

  beforeAll(async () => {
    const empty = withoutValues(book);
    [calculated, typedOver] = await recalculateAll([
      await planToXlsx(empty),
      await planToXlsx(typed(empty, "Result 1", "B9", 1)),
    ]);
    byGnumeric = await recalculateByGnumeric(await planToXlsx(empty));
  });

  test.each(["LibreOffice", "Gnumeric"])(
    "has running totals, chart columns and check as %s calculates them",
    (judge) => {
      const read = judge === "Gnumeric" ? byGnumeric : calculated!;
      const { compared, different } = differences({ sheets }, read);
      expect(different).toEqual([]);
      expect(compared).toBeGreaterThan(100);
      expect(errorCells(read, ["Result 1", "Result 2"])).toEqual([]);
      expect(read.sheet("Result 1").cell("B3").value).toBe("Current: the inputs are as they were.");
    },
  );

  test("says so where the parts no longer add up", () => {
    const check = (read: ReadWorkbook): unknown =>
      read.sheet("Result 1").cell(`C${lastOf(sheets[0]!) + 1}`).value;
    expect(check(calculated!)).toBe("The parts add up.");
    expect(check(typedOver!)).toBe("The parts do not add up: a value was typed over.");
  });

  test.each(sheets)(
    "draws each bar of $name from where the one before ended, above and below zero",
    (sheet) => {
      const read = calculated!.sheet(sheet.name);
      const at = (column: string, row: number): number => Number(read.cell(`${column}${row}`).value ?? 0);
      const last = lastOf(sheet);
      let crossed = false;
      for (let row = FIRST + 1; row < last; row++) {
        const [was, is] = [at("F", row - 1), at("F", row)];
        const [unseen, , adds, addsBelow, takes, takesBelow] = CHART.map((column) => at(column, row));
        const [up, down] = [adds! + takes!, addsBelow! + takesBelow!];
        crossed ||= was < 0 !== is < 0;
        // What stacks above zero ends at the higher end, what stacks below at the lower one.
        expect(Math.max(0, unseen!) + up).toBeCloseTo(Math.max(0, was, is), 6);
        expect(Math.min(0, unseen!) + down).toBeCloseTo(Math.min(0, was, is), 6);
        expect(up - down).toBeCloseTo(Math.abs(is - was), 6);
        expect(is >= was ? takes! - takesBelow! : adds! - addsBelow!).toBe(0);
      }
      expect(crossed).toBe(sheet.name === "Result 2");
      expect([at("J", FIRST), at("J", last)]).toEqual([at("B", FIRST), at("B", last)]);
    },
  );

  test("is a valid part of the file, with an unseen series that the legend leaves out", async () => {
    const bytes = await planToXlsx({ ...book, sheets: [book.sheets[0]!, ...sheets] });
    expect(await validateOpenXml(bytes)).toEqual([]);
    expect((await readWorkbook(bytes)).sheet("Result 1").cell("A1").value).toBe(
      "Bridge: Total revenue, FY2028",
    );
    expect(sheets.map(({ charts }) => charts[0]!.series.map(({ unseen }) => unseen === true))).toEqual([
      [true, false, false, false],
      [true, false, false, false, false, false],
    ]);
    expect(sheets[0]!.charts[0]!.axisFrom).toBeGreaterThan(0);
  });
});

test("in Chinese it has its words, and its chart is found by them", async () => {
  const words = await loadCatalogue("zh-CN");
  for (const sheet of sheets) {
    const chinese = sheetInWords(sheet, words);
    const english = chinese.rows
      .flatMap(({ cells }) => cells.map((cell) => cell?.value))
      .filter((value) => typeof value === "string" && words.find(value) === null);
    expect(english.filter((value) => !/\p{Script=Han}/u.test(String(value)))).toEqual([]);
    const found = chartsOfResult(chinese.name, (address) => {
      const { row, column } = parseCell(address);
      return chinese.rows[row - 1]?.cells[column - 1]?.value ?? "";
    });
    expect(found).toMatchObject(
      chinese.charts.map(({ kind, categories, series }) => ({ kind, categories, series })),
    );
  }
});
