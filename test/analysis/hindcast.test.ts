import { hindcast, HINDCAST_LINES, hindcastErrors } from "../../src/analysis";
import { LINE_BY_ID, PERIODS, periodIndex } from "../../src/companies/kingsoftCloud";
import type { Model } from "../../src/model";
import { modelOf } from "../model/realModel";

const model = modelOf();
const compared = hindcast(model);
const of = (lineId: string, border: string, period: string) =>
  compared.find(
    ({ line, border: at, column }) =>
      line.id === lineId && at === periodIndex(border) && column === periodIndex(period),
  )!;

test("three borders before the opening, each against every quarter that is known by now", () => {
  const periods = (lineId: string): readonly string[] =>
    compared
      .filter(({ line }) => line.id === lineId)
      .map(({ border, column }) => `${PERIODS[border]!.label} ${PERIODS[column]!.label}`);
  expect(periods("revenue")).toEqual([
    ...["2025Q2", "2025Q3", "2025Q4", "2026Q1"].map((period) => `2025Q1 ${period}`),
    ...["2025Q3", "2025Q4", "2026Q1"].map((period) => `2025Q2 ${period}`),
    ...["2025Q4", "2026Q1"].map((period) => `2025Q3 ${period}`),
  ]);
  expect(new Set(compared.map(({ line }) => line))).toEqual(new Set(HINDCAST_LINES));
  for (const { line, column, known } of compared)
    expect(known).toBe(Number(model.data.known(line.id, column)!.value));
});

/** The model with every fact of later periods than a border doubled. */
function withLaterFactsDoubled({ seeds, ...rest }: Model, border: string): Model {
  const end = PERIODS[periodIndex(border)]!.endDate;
  const chosen: Model["seeds"]["chosen"] = (metric, period, basis) => {
    const fact = seeds.chosen(metric, period, basis);
    const column = periodIndex(period);
    if (fact?.modelValue == null || column < 0 || PERIODS[column]!.endDate <= end) return fact;
    return { ...fact, modelValue: String(2 * Number(fact.modelValue)) };
  };
  return { ...rest, seeds: { ...seeds, chosen } };
}

test("a forecast knows no revenue and no EBITDA that came after its border", () => {
  const border = "2025Q3";
  const doubled = hindcast(withLaterFactsDoubled(model, border));
  for (const id of ["revenue", "revenueEcosystem", "aiGrossBilling", "adjustedEbitda"]) {
    const again = doubled.find(
      ({ line, border: at, column }) =>
        line.id === id && at === periodIndex(border) && column === periodIndex("2025Q4"),
    )!;
    expect(again.forecast).toBeCloseTo(of(id, border, "2025Q4").forecast, 6);
  }
});

test("external enterprise cloud of the quarter after a border is last year's, grown", () => {
  const enterprise = (label: string): number =>
    Number(model.data.known("revenueEnterprise", periodIndex(label))!.value);
  const ecosystem = (label: string): number =>
    Number(model.data.known("revenueEcosystem", periodIndex(label))!.value);
  const base = model.assumptions("base");
  const part = Number(base.get("ecosystemEnterpriseShare"));
  const external =
    (enterprise("2024Q4") - part * ecosystem("2024Q4")) *
    (1 + Number(base.get("externalEnterpriseGrowth2026")));
  const own = of("revenueEcosystem", "2025Q3", "2025Q4").forecast * part;
  expect(of("revenueEnterprise", "2025Q3", "2025Q4").forecast).toBeCloseTo(external + own, 6);
});

test("errors are means over the borders at one distance, with their sign and without", () => {
  const line = LINE_BY_ID.get("revenue")!;
  const made = [
    { line, border: 4, column: 5, forecast: 110, known: 100 },
    { line, border: 5, column: 6, forecast: 95, known: 100 },
    { line, border: 4, column: 6, forecast: 80, known: 100 },
  ];
  const errors = hindcastErrors(made);
  expect(errors.map(({ horizon, count }) => [horizon, count])).toEqual([
    [1, 2],
    [2, 1],
  ]);
  expect(errors[0]!.bias).toBeCloseTo(0.025, 12);
  expect(errors[0]!.size).toBeCloseTo(0.075, 12);
  expect(errors[1]!.bias).toBeCloseTo(-0.2, 12);
});

test("the shipped errors are told as they are: 2025 grew faster than Base grows, and EBITDA with it", () => {
  const errors = hindcastErrors(compared);
  const first = (id: string) => errors.find(({ line, horizon }) => line.id === id && horizon === 1)!;
  for (const id of ["revenue", "revenueEcosystem", "aiGrossBilling", "adjustedEbitda"])
    expect(first(id).bias).toBeLessThan(0);
  expect(first("revenue").size).toBeLessThan(0.05);
  expect(first("adjustedEbitda").size).toBeLessThan(0.2);
  for (const { size, bias } of errors) expect(size).toBeGreaterThanOrEqual(Math.abs(bias) - 1e-12);
});
