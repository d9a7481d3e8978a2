import fc from "fast-check";
import { SCENARIOS, validateAssumptions, type Assumptions } from "../../src/model";
import { brokenLaws, LAWS, raisedChecks, type Cell, type Setting } from "./laws";
import { modelOf, RUNS, SEED } from "./realModel";
import { changesOf, validAssumptions, type Draw } from "./validAssumptions";

const model = modelOf();
const { lastActual } = model.data;

const settingOf = (assumptions: Assumptions, change: (cell: Cell) => Cell = (cell) => cell): Setting => ({
  cell: change(model.fast(assumptions).value), assumptions, lastActual,
});

test.each(SCENARIOS.map(({ id, name }) => [name, id] as const))("%s as seeded keeps every law, and every check is 0", (_, id) => {
  const setting = settingOf(model.assumptions(id));
  expect(brokenLaws(setting)).toEqual([]);
  expect(raisedChecks(setting)).toEqual([]);
});

test.each<[string, Draw, number]>([
  ["spread over their ranges", { seeded: 3, anywhere: 3, ends: 1 }, RUNS],
  ["few of them changed", { seeded: 30, anywhere: 1, ends: 1 }, RUNS / 2],
  ["mostly at the ends of their ranges", { seeded: 1, anywhere: 1, ends: 6 }, RUNS],
])("random valid assumptions, %s, keep every law in every scenario, and every check is 0", (_, draw, runs) => {
  const keepsLaws = fc.property(validAssumptions(model, draw).map((flexed) => ({ ...flexed, toString: () => changesOf(model, flexed) })), ({ assumptions }) => {
    expect(validateAssumptions(model.rows, assumptions)).toEqual([]);
    const setting = settingOf(assumptions);
    expect(brokenLaws(setting)).toEqual([]);
    expect(raisedChecks(setting)).toEqual([]);
  });
  fc.assert(keepsLaws, { seed: SEED, numRuns: Math.ceil(runs), includeErrorInReport: true });
});

/** One line made a thousandth part larger in one quarter. */
const shifted = (lineId: string): ((cell: Cell) => Cell) => (cell) => (id, column) =>
  id === lineId && column === lastActual + 3 ? cell(id, column) * 1.001 + 0.001 : cell(id, column);

test.each([
  "cash", "receivables", "ppe", "leaseLiability", "borrowings", "accountsPayable", "shareholdersEquity", "netResult", "cashFromOperations", "cashFromFinancing",
  "ownedAdditions", "ppeOwned", "loans", "rightOfUse", "revenueXiaomi", "externalAi", "costIdc", "creditLoss", "interestExpense", "grossProfit",
  "adjustedEbitda", "procurementTotal", "totalAssets", "amortisation",
])("a thousandth added to %s in one quarter breaks a law", (lineId) => {
  expect(brokenLaws(settingOf(model.assumptions("base"), shifted(lineId)))).not.toEqual([]);
});

test("no law is silent about a figure that is missing", () => {
  const quarter = { t: lastActual + 2, last: lastActual, now: () => Number.NaN, before: () => Number.NaN, on: () => Number.NaN, driver: () => Number.NaN };
  expect(Object.entries(LAWS).filter(([, law]) => Math.abs(law(quarter)) <= 1).map(([name]) => name)).toEqual([]);
});

test("a cap, a limit or a capacity that is passed is noticed", () => {
  const passed = (lineId: string, by: number): readonly string[] =>
    brokenLaws(settingOf(model.assumptions("base"), (cell) => (id, column) => cell(id, column) + (id === lineId ? by : 0)));
  expect(passed("capXiaomi", -20_000).join()).toContain("Xiaomi stays within its cap");
  expect(passed("capKingsoft", -20_000).join()).toContain("Kingsoft stays within its cap");
  expect(passed("aiCapacity", -1e6).join()).toContain("AI billing needs capacity");
  expect(passed("revolver", -1e6).join()).toContain("the revolver lies between zero and its limit");
  expect(passed("revolver", 1e6).join()).toContain("the revolver lies between zero and its limit");
});
