import {
  calculatedWords,
  cellOrigin,
  modelBefore,
  reachWords,
  stateWords,
  TYPED_WORDS,
  typedFiguresOf,
  vintageOf,
} from "../../src/analysis";
import { LINE_BY_ID, periodIndex, REQUIRED } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel } from "../../src/model";
import { modelOf } from "../model/realModel";

const model = modelOf();
const at = periodIndex;
const state = (label: string, of = model): string => stateWords(of.data, at(label));

/** The model with figures typed for quarters, by "line period". */
function typed(figures: Readonly<Record<string, string>>) {
  return openModel(
    model.spec,
    model.seeds,
    new Map(
      Object.entries(figures).map(([name, value]) => {
        const [line, period] = name.split(" ") as [string, string];
        return [lineKey(line, at(period)), value];
      }),
    ),
  );
}

const RESULTS = { "revenue 2026Q2": "2950", "grossProfit 2026Q2": "330", "adjustedEbitda 2026Q2": "880" };
const SHEET = Object.fromEntries(
  [...REQUIRED.assets, ...REQUIRED.claims].map((id) => [
    id,
    model.seeds.fact(model.data.known(id, at("2025Q4"))!.factId!)!.modelValue!,
  ]),
);
const sheetOf = (period: string) =>
  Object.fromEntries(Object.entries(SHEET).map(([id, value]) => [`${id} ${period}`, value]));

test("the reach says what is reported whole and what has results only", () => {
  expect(reachWords(model.data)).toBe("Actual to 2025Q4, results to 2026Q1");
  expect(vintageOf(model.data)).toEqual({ reported: "2025Q4", results: "2026Q1", forecast: "2026Q2" });
  const rolled = typed(RESULTS);
  expect(reachWords(rolled.data)).toBe("Actual to 2025Q4, results to 2026Q2");
  const whole = typed({ ...RESULTS, ...sheetOf("2026Q1"), ...sheetOf("2026Q2") });
  expect(reachWords(whole.data)).toBe("Actual to 2026Q2");
});

test("a quarter is actual, results, estimate or forecast; a year is what is least known of it", () => {
  expect(["2024Q1", "2025Q4", "2026Q1", "2026Q2", "2028Q4"].map((label) => state(label))).toEqual([
    "Actual",
    "Actual",
    "Results",
    "Forecast",
    "Forecast",
  ]);
  expect(["FY2022", "FY2025", "FY2026"].map((label) => state(label))).toEqual([
    "Actual",
    "Actual",
    "Forecast",
  ]);
  const one = typed({ "revenue 2026Q2": "2950" });
  expect(state("2026Q2", one)).toBe("Estimate");
  expect(state("2026Q2", typed(RESULTS))).toBe("Results");
  expect(state("2026Q2", typed({ ...RESULTS, ...sheetOf("2026Q2") }))).toBe("Actual");
});

test("words for calculated values follow the same states", () => {
  const words = (from: string, to = from): string =>
    calculatedWords(
      model.data,
      Array.from({ length: at(to) - at(from) + 1 }, (_, index) => at(from) + index),
    );
  expect(words("2025Q3")).toBe("calculated from facts");
  expect(words("2026Q1")).toBe("calculated beside known figures");
  expect(words("2026Q3")).toBe("forecast");
  expect(words("2025Q3", "2026Q2")).toBe("partly known, partly forecast");
});

test("a cell comes from a fact, from what was typed, from a formula, from the calendar, or from nowhere", () => {
  const rolled = typed(RESULTS);
  const values = rolled.fast(rolled.assumptions("base"));
  const origin = (line: string, period: string) =>
    cellOrigin(rolled, LINE_BY_ID.get(line)!, at(period), values, rolled.assumptions("base"));
  expect(origin("revenue", "2025Q3")).toMatchObject({ kind: "fact", fact: { metric: "revenue" } });
  expect(origin("revenue", "2026Q2")).toEqual({ kind: "typed", value: "2950" });
  expect(TYPED_WORDS).toBe("typed into the workbook");
  expect(origin("revenue", "2026Q3")).toMatchObject({ kind: "formula", beside: null });
  expect(origin("quarterCode", "2026Q3")).toEqual({ kind: "calendar" });
  expect(origin("capStopsBindingXiaomi", "2024Q2")).toEqual({ kind: "notDisclosed" });
  // A year adds its quarters up where they are all there; the figure known for the year stands beside.
  expect(origin("revenue", "FY2025")).toMatchObject({
    kind: "formula",
    expression: { kind: "quarters", how: "sum" },
    beside: { kind: "fact" },
  });
  expect(origin("revenue", "FY2022")).toMatchObject({ kind: "fact" });
});

test("the model before a quarter knows nothing of it, shipped or typed, and all that was known before", () => {
  const rolled = typed(RESULTS);
  expect([...typedFiguresOf(rolled.data)]).toEqual([
    [lineKey("revenue", at("2026Q2")), "2950"],
    [lineKey("grossProfit", at("2026Q2")), "330"],
    [lineKey("adjustedEbitda", at("2026Q2")), "880"],
  ]);
  const before = modelBefore(rolled, at("2026Q2"));
  expect(before.data.figure("revenue", at("2026Q2"))).toBeUndefined();
  expect(before.data.figure("revenue", at("2026Q1"))).toEqual(model.data.figure("revenue", at("2026Q1")));
  const earlier = modelBefore(rolled, at("2026Q1"));
  expect(earlier.data.figure("revenue", at("2026Q1"))).toBeUndefined();
  expect(earlier.data.figure("revenue", at("2025Q4"))).toBeDefined();
  const base = model.assumptions("base");
  expect(before.fast(base).value("revenue", at("2026Q2"))).toBe(
    model.fast(base).value("revenue", at("2026Q2")),
  );
});
