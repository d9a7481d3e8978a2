/** A second judge beside LibreOffice: Gnumeric calculates in long doubles and takes INDEX by its documented meaning only. */

import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { SCENARIOS } from "../../src/model";
import { SHEETS } from "../../src/workbook/sheetNames";
import { reportFigure } from "../support/figure";
import { recalculateByGnumeric } from "../support/gnumeric";
import { planOf, seededModel } from "../support/seededModel";
import { cellAtAddress, sheetOf } from "./placedCells";
import { FACT_STATES, modelWith, typedCells, typedInto } from "./factStates";
import { differences, errorCells, onlySheets, typed, withoutValues } from "./recalculatedCells";

const model = seededModel();
const base = planOf(model);

test.each(SCENARIOS.map(({ id, name }) => [name, id] as const))(
  "Gnumeric calculates every formula as the engine does with %s selected",
  async (_, id) => {
    const plan = planOf(model, id);
    const answer = await recalculateByGnumeric(await planToXlsx(withoutValues(plan)));
    const { compared, different } = differences(plan, answer);
    expect(different.slice(0, 20)).toEqual([]);
    expect(compared).toBeGreaterThan(30_000);
    expect(errorCells(answer)).toEqual([]);
    reportFigure(
      "Gnumeric calculates every formula as the engine does",
      `${compared} formula cells to 1e-9, each of ${SCENARIOS.length} scenarios`,
    );
  },
);

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

test("choosing another scenario in the saved file moves every formula to that scenario's values", async () => {
  const upside = planOf(model, "upside");
  const chosen = typed(
    base,
    SHEETS.summary,
    "B4",
    cellAtAddress(sheetOf(upside, SHEETS.summary), "B4")!.value,
  );
  const { different } = differences(upside, await recalculateByGnumeric(await planToXlsx(chosen)));
  expect(different).toEqual([]);
});

test("a formula that Gnumeric reads otherwise is found", async () => {
  const planted = {
    ...base,
    sheets: base.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell?.formula === undefined
            ? cell
            : { ...cell, formula: cell.formula.replace(",1,$C$7)", ",$C$7)") },
        ),
      })),
    })),
  };
  const { different } = differences(base, await recalculateByGnumeric(await planToXlsx(planted)));
  expect(different.length).toBeGreaterThan(1_000);
});
