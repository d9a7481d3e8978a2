import {
  bridge,
  cellOrigin,
  changesSince,
  compareScenarios,
  contradictions,
  factsBehind,
  forecastYears,
  modelBefore,
  ownValuesOf,
  reachWords,
  stateWords,
  typedFiguresOf,
  vintageOf,
  type CellReader,
} from "../../src/analysis";
import { minus, plus, prior, scalarAt, times } from "../../src/formula";
import {
  closureReading,
  driver,
  lineItem,
  modelSpec,
  openModel,
  quarterCode,
  section,
  shippedNames,
  timelineOf,
  validateAssumptions,
  withQuarters,
  type LineItem,
  type Model,
  type ModelContent,
} from "../../src/model";
import { scenarioNames, type Seeds } from "../../src/seeds";
import { axisOf } from "../../src/workbook/axis";
import { guidanceColumnsOf } from "../../src/workbook/guidancePlaces";
import { inputColumnsOf } from "../../src/workbook/inputColumns";
import { isFoldable } from "../../src/workbook/outline";
import { namesInUse } from "../../src/workbook/scenarioNameCells";
import { chosenCell } from "../../src/workbook/statementSheetPlans";
import { stateWords as stateWordCells, timelineRow } from "../../src/workbook/timelineRow";

/** A bakery: what the engine reads is a value, so another one does as well as the company's. */
const timeline = timelineOf({
  firstYear: 2029,
  firstQuarterYear: 2030,
  lastYear: 2031,
  firstAssumedYear: 2031,
});
const growth = [driver("growth2031", "Growth 2031", "%")];
const flour = driver("flourShare", "Flour, part of sales", "%");
const wages = driver("wageShare", "Wages, part of sales", "%");

const line = (id: string, options: Partial<Parameters<typeof lineItem>[1]>): LineItem =>
  lineItem(id, { label: id, unit: "RMB m", meaning: "Of the bakery.", annual: "sum", ...options });
const year = line("bakeryYear", {
  unit: "number",
  annual: "none",
  clock: ({ year: of }) => Math.max(1, of - 2030),
});
const code = line("bakeryQuarter", {
  unit: "quarter",
  annual: "none",
  clock: ({ year: of, quarter }) => quarterCode(of, quarter),
});
const inEffect = line("growthInEffect", {
  unit: "%",
  annual: "none",
  quarterly: { of: growth, says: "the quarter's rate" },
  forecast: () => scalarAt(growth, year),
});
const sales: LineItem = line("sales", {
  fact: "sales",
  typed: "result",
  forecast: () => times(prior(sales), plus(1, inEffect)),
});
const profit = line("profit", {
  history: () => times(sales, minus(1, flour, wages)),
  opening: () => times(sales, minus(1, flour, wages)),
  forecast: () => times(sales, minus(1, flour, wages)),
});
const balance = (id: string): LineItem => {
  const own: LineItem = line(id, {
    fact: id,
    typed: "balance",
    annual: "last",
    forecast: () => plus(prior(own), profit),
  });
  return own;
};
const till = balance("till");
const capital = balance("capital");

const BAKERY: ModelContent = {
  timeline,
  sections: [
    section("Calendar", { year, code }),
    section("Bakery", { inEffect, sales, profit, till, capital }),
  ],
  scenarios: [
    { id: "base", name: "Plain", otherName: "Plain", number: 1, meaning: "As it goes.", isOwn: false },
  ],
  driverGroups: [{ title: "Bakery", drivers: [...growth, flour, wages] }],
  required: { results: [["sales"]], assets: ["till"], claims: ["capital"], tolerance: 0 },
  rules: { shares: [["flourShare", "wageShare"]], parts: [] },
  reading: closureReading,
};

const ASSUMED: Readonly<Record<string, string>> = { growth2031: "10", flourShare: "30", wageShare: "50" };
const KNOWN: Readonly<Record<string, string>> = {
  "sales 2030Q1": "70",
  "sales 2030Q2": "80",
  "sales 2030Q3": "90",
  "sales 2030Q4": "100",
  "till 2030Q4": "50",
  "capital 2030Q4": "50",
};
const seeds = {
  chosen: (metric: string, period: string) => {
    const modelValue = KNOWN[`${metric} ${period}`];
    return modelValue === undefined ? undefined : { id: `${metric} ${period}`, modelValue };
  },
  fact: (id: string) => ({ id, modelValue: KNOWN[id] }),
  assumptions: Object.entries(ASSUMED).map(([id, value], row) => ({
    driver: id,
    row,
    facts: [],
    min: "0",
    max: "100",
    values: Object.fromEntries(scenarioNames.map((name) => [name, name === "base" ? value : null])),
  })),
} as unknown as Seeds;

const spec = modelSpec(BAKERY);
const bakery = openModel(spec, seeds);
const at = (label: string): number => timeline.columnOf(label);

/** Both readings of a cell, which are to agree. */
function read(model: Model, id: string, label: string, assumptions = model.assumptions("base")): number {
  const [fast, exact] = [
    model.fast(assumptions).value(id, at(label)),
    model.exactly(assumptions)(id, at(label)).toNumber(),
  ];
  expect(Number.isNaN(fast)).toBe(Number.isNaN(exact));
  if (!Number.isNaN(exact)) expect(fast).toBeCloseTo(exact, 9);
  return fast;
}

test("its facts, its border and its forecast are its own", () => {
  expect(bakery.data.opening).toBe(at("2030Q4"));
  expect(read(bakery, "sales", "2031Q1")).toBeCloseTo(110, 9);
  expect(read(bakery, "sales", "FY2030")).toBe(340);
  expect(read(bakery, "profit", "2031Q2")).toBeCloseTo(24.2, 9);
  expect(read(bakery, "till", "FY2031")).toBeCloseTo(50 + 22 + 24.2 + 26.62 + 29.282, 9);
  expect(read(bakery, "capital", "2031Q3")).toBe(read(bakery, "till", "2031Q3"));
  expect(read(bakery, "bakeryQuarter", "2031Q3")).toBe(20313);
  expect(read(bakery, "sales", "FY2029")).toBeNaN();
});

test("a figure typed for a quarter rolls it, and a value typed for a quarter stands before the year's", () => {
  const typed = openModel(spec, seeds, new Map([[`sales:${at("2031Q1")}`, "200"]]));
  expect(typed.data.knowledge(at("2031Q1"))).toBe("results");
  expect(read(typed, "sales", "2031Q2")).toBeCloseTo(220, 9);
  const base = bakery.assumptions("base");
  const flexed = withQuarters(spec, base, new Map([["growth@2031Q2", "0.5"]]), {
    assumptions: base,
    own: undefined,
  });
  expect(read(bakery, "sales", "2031Q2", flexed)).toBeCloseTo(165, 9);
});

test("its rules are its own", () => {
  const heavy = new Map(bakery.assumptions("base")).set("wageShare", "0.8");
  expect(validateAssumptions(spec, bakery.rows, heavy)).toEqual([
    {
      driver: "flourShare",
      message: "flourShare + wageShare is 110 %; lower one so that they add up to no more than 100 %.",
    },
  ]);
  expect(validateAssumptions(spec, bakery.rows, bakery.assumptions("base"))).toEqual([]);
});

test("what is asked of a model is asked of this one too: how far it reaches, as of when, from where", () => {
  expect(reachWords(bakery.data)).toBe("Actual to 2030Q4");
  expect(vintageOf(bakery.data)).toEqual({ reported: "2030Q4", results: "2030Q4", forecast: "2031Q1" });
  expect(forecastYears(bakery)).toEqual([at("FY2031")]);
  expect(stateWords(bakery.data, at("FY2031"))).toBe("Forecast");
  const typed = openModel(spec, seeds, new Map([[`sales:${at("2031Q1")}`, "200"]]));
  expect([...typedFiguresOf(typed.data)]).toEqual([[`sales:${at("2031Q1")}`, "200"]]);
  expect([...typedFiguresOf(modelBefore(typed, at("2031Q1")).data)]).toEqual([]);
  const base = bakery.assumptions("base");
  const values = bakery.fast(base);
  expect(cellOrigin(bakery, till, at("2030Q4"), values, base)).toMatchObject({
    kind: "fact",
    fact: { id: "till 2030Q4" },
  });
  expect(cellOrigin(bakery, till, at("FY2031"), values, base)).toMatchObject({ kind: "formula" });
  const behind = factsBehind(bakery, [{ line: till, column: at("2031Q1") }], values, base);
  expect(behind.facts.map(({ id }) => id)).toEqual(["till 2030Q4", "sales 2030Q4"]);
  expect(behind.drivers.map(({ id }) => id)).toEqual(["growth2031", "flourShare", "wageShare"]);
});

test("the way from one state of it to another is its levers' alone", () => {
  const base = bakery.assumptions("base");
  const typed = openModel(spec, seeds, new Map([[`sales:${at("2031Q1")}`, "200"]]));
  const dearer = new Map(base).set("flourShare", "0.4").set("growth2031", "0.2");
  const { before, after, steps } = bridge(
    { model: bakery, assumptions: base },
    { model: typed, assumptions: dearer },
    [{ line: profit, column: at("2031Q2") }],
  );
  expect([before[0], after[0]]).toEqual([expect.closeTo(24.2, 9), expect.closeTo(24, 9)]);
  expect(steps.map(({ lever }) => lever.label)).toEqual([
    "Growth",
    "Flour, part of sales",
    "Figures typed for 2031Q1",
  ]);
  expect(steps.reduce((sum, { parts }) => sum + parts[0]!, 0)).toBeCloseTo(-0.2, 9);
});

test("sums that it declares are held against its figures", () => {
  const sums = [{ label: "The till is the capital", whole: till, plus: [capital], less: [] }];
  const column = at("2031Q2");
  const typed = openModel(
    spec,
    seeds,
    new Map([
      [`till:${column}`, "90"],
      [`capital:${column}`, "80"],
    ]),
  );
  expect(contradictions(bakery.data, sums, 5)).toEqual([]);
  expect(contradictions(typed.data, sums, 10)).toEqual([]);
  expect(contradictions(typed.data, sums, 5)).toEqual([{ tie: sums[0], column, difference: 10 }]);
});

test("its journal names its own inputs, and its scenarios are compared by their values", () => {
  const inputs = {
    own: (id: string) => (id === "wageShare" ? "0.6" : ownValuesOf(bakery.rows)(id, "base")),
    quarters: {},
    typed: new Map([[`sales:${at("2031Q1")}`, "200"]]),
    names: shippedNames(spec.scenarios),
  };
  expect(changesSince(bakery, [], inputs).map(({ what, scenario, to }) => [what, scenario, to])).toEqual([
    ["Wages, part of sales", "Plain", "60%"],
    ["Reported figures of 2031Q1", "", "sales 200 RMB m"],
  ]);
  const measure = { label: "Profit", read: (values: CellReader) => values.value("profit", at("2031Q1")) };
  expect(compareScenarios(bakery, [measure])).toMatchObject({
    reference: { name: "Plain" },
    measures: [{ values: [expect.closeTo(22, 9)], differences: [0] }],
  });
});

test("its worksheets have columns of its own: its years, its quarters, its scenarios", () => {
  const axis = axisOf(timeline);
  expect(axisOf(timeline)).toBe(axis);
  expect(axis).toMatchObject({ gap: 7, firstQuarter: 8, lineName: 16 });
  expect(axis.fromLeft.map((index) => `${axis.letters(index)} ${timeline.periods[index]!.label}`)).toEqual([
    ...["D FY2029", "E FY2030", "F FY2031"],
    ...["H 2030Q1", "I 2030Q2", "J 2030Q3", "K 2030Q4", "L 2031Q1", "M 2031Q2", "N 2031Q3", "O 2031Q4"],
  ]);
  const foldable = Array.from({ length: 20 }, (_, place) => place + 1).filter((column) =>
    isFoldable(timeline, column),
  );
  expect(foldable).toEqual([4, 8, 9, 10, 11, 12, 13, 14, 15]);
  expect(inputColumnsOf(spec.scenarios)).toEqual({
    base: 6,
    lastScenario: 6,
    tier: 7,
    source: 8,
    reason: 9,
  });
  const guided = guidanceColumnsOf(spec.scenarios);
  expect([guided.top - guided.lastScenario, guided.bottom - guided.lastScenario]).toEqual([1, 2]);
  expect(namesInUse(spec.scenarios)).toBe("'Inputs'!$F$6:$F$6");
  expect(chosenCell(spec.scenarios, "L9")).toBe("CHOOSE('Summary'!$B$5,'Plain'!L9)");
  expect([timelineRow(spec, "bakeryYear"), timelineRow(spec, "bakeryQuarter")]).toEqual([7, 8]);
  expect(stateWordCells(spec, 4)).toBe("$D$10:$D$13");
});
