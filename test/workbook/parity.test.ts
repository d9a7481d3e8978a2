import { SCENARIOS } from "../../src/companies/kingsoftCloud";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import type { ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import type { SheetPlan } from "../../src/workbook/plan";
import { reportFigure } from "../support/figure";
import { recalculate } from "../support/libreOffice";
import { planOf } from "../support/seededModel";
import { model, plan } from "./realPlan";
import { differences, errorCells } from "./recalculatedCells";
import { changingSheets, sheetCopies } from "./selectorCopies";

/** One workbook: Base selected; beside it, for each other scenario, the sheets that the selector changes; and the sheet of Base once more with a fault planted. */
describe("every formula of the built workbook, recalculated by LibreOffice", () => {
  const others = SCENARIOS.filter(({ id }) => id !== "base");
  const plans = others.map(({ id }) => planOf(model, id));
  const changing = changingSheets(plan, plans[0]!);
  const copies = plans.map((other, index) => sheetCopies(other, changing, index + 2));
  const planted = withChangedOperator(sheetCopies(plan, ["Base"], 0));
  let answer: ReadWorkbook;

  beforeAll(async () => {
    const sheets = [...plan.sheets, ...copies.flat(), ...planted];
    answer = await recalculate(await planToXlsx({ ...plan, sheets }));
  }, 600_000);

  let [compared, flipped] = [0, 0];

  it("equals the engine within 1e-9 with Base selected", () => {
    const found = differences(plan, answer);
    expect(found.different.slice(0, 20)).toEqual([]);
    compared = found.compared;
    expect(compared).toBeGreaterThan(30_000);
    expect(
      errorCells(
        answer,
        plan.sheets.map(({ name }) => name),
      ),
    ).toEqual([]);
  });

  it.each(others.map(({ name }, index) => [name, index] as const))(
    "equals the engine within 1e-9 with %s selected",
    (name, index) => {
      const sheets = copies[index]!;
      expect(sheets.flatMap(({ rows }) => rows[1]!.cells.map((cell) => cell?.value))).toContain(name);
      const found = differences({ sheets }, answer);
      expect(found.different.slice(0, 20)).toEqual([]);
      flipped = found.compared;
      expect(flipped).toBeGreaterThan(4000);
      expect(
        errorCells(
          answer,
          sheets.map((sheet) => sheet.name),
        ),
      ).toEqual([]);
    },
  );

  it("differs where one operator of one formula is changed", () => {
    expect(differences({ sheets: planted }, answer).different.length).toBeGreaterThan(0);
  });

  afterAll(() =>
    reportFigure(
      "LibreOffice calculates every formula as the engine does",
      `${compared} formula cells to 1e-9, and the ${flipped} that follow the selector with each of ${SCENARIOS.length} scenarios`,
    ),
  );
});

/** The sheets with one plus of one formula made a minus. */
function withChangedOperator(sheets: readonly SheetPlan[]): SheetPlan[] {
  const planted = structuredClone(sheets) as unknown as {
    rows: { cells: ({ formula?: string } | null)[] }[];
  }[];
  const cell = planted
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .find((each) => each?.formula?.match(/[A-Z]\d+\+[A-Z]+\d/));
  cell!.formula = cell!.formula!.replace("+", "-");
  return planted as unknown as SheetPlan[];
}
