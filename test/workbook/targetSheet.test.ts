/** Target prices and the tear sheet say what the engine says, scenario by scenario. */

import { periodIndex, SCENARIOS } from "../../src/companies/kingsoftCloud";
import { SHEETS } from "../../src/workbook/sheetNames";
import { TARGET_CELLS as at } from "../../src/workbook/targetCells";
import { planOf } from "../support/seededModel";
import { cellAt, cellsOfSheet, sheetOf } from "./placedCells";
import { model, plan } from "./realPlan";

const last = periodIndex("FY2028");
const targets = SCENARIOS.map(({ id }) => model.fast(model.assumptions(id)).value("targetPrice", last));
const target = sheetOf(plan, SHEETS.target);
const tear = sheetOf(plan, SHEETS.tear);
const valueBeside = (sheet: typeof tear, label: string, columns: number): unknown => {
  const found = cellsOfSheet(sheet).find(({ cell }) => cell.value === label);
  if (found === undefined) throw new Error(`No cell reads "${label}".`);
  return cellAt(sheet, found.row, found.column + columns)?.value;
};

test("every scenario has its target, and the expected one weighs them by probability", () => {
  expect(SCENARIOS.map((_, place) => cellAt(target, at.target, at.firstScenario + place)?.value)).toEqual(
    targets,
  );
  const weights = SCENARIOS.map(({ id }) => Number(model.assumptions(id).get("scenarioProbability")));
  expect(weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 12);
  const expected = targets.reduce((sum, price, place) => sum + price * weights[place]!, 0);
  expect(cellAt(target, at.target, at.firstScenario + SCENARIOS.length)?.value).toBeCloseTo(expected, 9);
  expect(valueBeside(tear, "Expected target over scenarios, US dollars per ADS", 1)).toBeCloseTo(expected, 9);
});

test("the tear sheet counts what differs from Base, and shows the difference", () => {
  expect(valueBeside(tear, "Assumptions that differ from Base", 1)).toBe(0);
  const upside = sheetOf(planOf(model, "upside"), SHEETS.tear);
  const [own, base] = [model.assumptions("upside"), model.assumptions("base")];
  expect(valueBeside(upside, "Assumptions that differ from Base", 1)).toBe(
    [...own].filter(([driver, value]) => Number(value) !== Number(base.get(driver))).length,
  );
  expect(valueBeside(upside, "Target price, US dollars per ADS", 1)).toBe(targets[2]);
});

test("without a year of the headline the last one stands", () => {
  const late = planOf(model, "base", new Map([["valuationQuarter", "20274"]]));
  const places = SCENARIOS.map(
    (_, place) => cellAt(sheetOf(late, SHEETS.target), at.year, at.firstScenario + place)?.value,
  );
  expect(places).toEqual(SCENARIOS.map(() => 3));
});
