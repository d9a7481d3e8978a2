/** A second judge beside LibreOffice: Gnumeric calculates in long doubles and takes INDEX by its documented meaning only. */

import type { ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { SCENARIOS } from "../../src/companies/kingsoftCloud";
import type { SheetPlan } from "../../src/workbook/plan";
import { SHEETS } from "../../src/workbook/sheetNames";
import { reportFigure } from "../support/figure";
import { recalculateByGnumeric } from "../support/gnumeric";
import { planOf, seededModel } from "../support/seededModel";
import { cellAtAddress, sheetOf } from "./placedCells";
import { FACT_STATES, modelWith, typedCells, typedInto } from "./factStates";
import {
  calculatingOnly,
  differences,
  errorCells,
  onlySheets,
  typed,
  withoutValues,
} from "./recalculatedCells";
import { changingSheets, sheetCopies } from "./selectorCopies";

const model = seededModel();
const base = planOf(model);

/** One workbook without values: Base selected; beside it, for each other scenario, the sheets that the selector changes; and the sheet of Base once more with a fault planted. */
describe("every formula of the built workbook, recalculated by Gnumeric", () => {
  const others = SCENARIOS.filter(({ id }) => id !== "base");
  const plans = others.map(({ id }) => planOf(model, id));
  const changing = changingSheets(base, plans[0]!);
  const copies = plans.map((other, index) => sheetCopies(other, changing, index + 2));
  const planted = byOnePosition(sheetCopies(base, ["Base"], 0));
  let answer: ReadWorkbook;
  let [compared, flipped] = [0, 0];

  beforeAll(async () => {
    const sheets = [...base.sheets, ...copies.flat(), ...planted];
    answer = await recalculateByGnumeric(await planToXlsx(withoutValues({ ...base, sheets })));
  });

  const agrees = (sheets: readonly SheetPlan[], least: number): number => {
    const found = differences({ sheets }, answer);
    expect(found.different.slice(0, 20)).toEqual([]);
    expect(found.compared).toBeGreaterThan(least);
    expect(
      errorCells(
        answer,
        sheets.map(({ name }) => name),
      ),
    ).toEqual([]);
    return found.compared;
  };

  it("is as the engine says with Base selected", () => {
    compared = agrees(base.sheets, 30_000);
  });

  it.each(others.map(({ name }, index) => [name, index] as const))(
    "is as the engine says with %s selected",
    (name, index) => {
      const sheets = copies[index]!;
      expect(sheets.flatMap(({ rows }) => rows[1]!.cells.map((cell) => cell?.value))).toContain(name);
      flipped = agrees(sheets, 4000);
    },
  );

  it("differs where Gnumeric reads a formula otherwise", () => {
    expect(differences({ sheets: planted }, answer).different.length).toBeGreaterThan(1_000);
  });

  afterAll(() =>
    reportFigure(
      "Gnumeric calculates every formula as the engine does",
      `${compared} formula cells to 1e-9, and the ${flipped} that follow the selector with each of ${SCENARIOS.length} scenarios`,
    ),
  );
});

/** The sheets with each input of their scenario taken from its row by one position. */
function byOnePosition(sheets: readonly SheetPlan[]): SheetPlan[] {
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell?.formula === undefined ? cell : { ...cell, formula: cell.formula.replace(",1,$C$7)", ",$C$7)") },
      ),
    })),
  }));
}

test.each(["results only", "four quarters"])(
  "Gnumeric rolls a file into whose Actuals %s are typed as a build with the same figures",
  async (state) => {
    const sheets = [SHEETS.history, SHEETS.timeline, SHEETS.inputs, "Upside"];
    const [plain, built] = [base, planOf(modelWith(FACT_STATES[state]!))].map((plan) =>
      onlySheets(plan, sheets),
    );
    const file = typedInto(await planToXlsx(withoutValues(plain!)), plain!, typedCells(FACT_STATES[state]!));
    const { compared, different } = differences(built!, await recalculateByGnumeric(file));
    expect(different.slice(0, 20)).toEqual([]);
    expect(compared).toBeGreaterThan(8_000);
  },
);

test("choosing another scenario in the saved file moves every formula that follows the choice to that scenario's values", async () => {
  const upside = planOf(model, "upside");
  // The scenario sheets show all scenarios at all times; their formulas are calculated above.
  const changing = changingSheets(base, upside);
  const chosen = typed(
    calculatingOnly(base, changing),
    SHEETS.summary,
    "B4",
    cellAtAddress(sheetOf(upside, SHEETS.summary), "B4")!.value,
  );
  const wanted = { sheets: changing.map((name) => sheetOf(upside, name)) };
  const { compared, different } = differences(wanted, await recalculateByGnumeric(await planToXlsx(chosen)));
  expect(different).toEqual([]);
  expect(compared).toBeGreaterThan(4_000);
});
