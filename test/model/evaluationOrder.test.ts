import { constant, plus, precedents, prior, seriesAt, vintages, type Expression } from "../../src/formula";
import { clock, LINES, PERIODS, QUARTERS, kingsoftCloud } from "../../src/companies/kingsoftCloud";
import type { LineItem } from "../../src/model";
import { evaluateExactly } from "../../src/model/evaluateExactly";
import { evaluationOrder } from "../../src/model/evaluationOrder";
import { lineItem } from "../../src/model/lineItem";
import { modelOf } from "./realModel";

const planted = (id: string, forecast: () => Expression, annual: LineItem["annual"] = "none"): LineItem =>
  lineItem(id, { label: id, unit: "RMB m", meaning: "Planted.", forecast, annual });

const formulasOf = (line: LineItem): readonly Expression[] =>
  [line.history?.(), line.opening?.(), line.forecast?.()].filter((e) => e !== undefined);
const namesOf = (line: LineItem): ReadonlySet<string> =>
  new Set(
    formulasOf(line).flatMap((formula) =>
      precedents(formula).flatMap((p) => ("series" in p ? [p.series.id] : [])),
    ),
  );

test("the model has an order, and every line comes after the lines it reads in the same quarter", () => {
  const { strata, years } = evaluationOrder(LINES);
  const order = strata.flatMap(({ forecast }) => forecast.map(({ id }) => id));
  expect(new Set(order).size).toBe(order.length);
  expect(order.length).toBe(years.length);
  const late = strata
    .flatMap(({ forecast }) => forecast)
    .flatMap((line) =>
      (line.forecast ? precedents(line.forecast()) : []).flatMap((p) =>
        p.kind === "series" && p.shift === 0 && order.indexOf(p.series.id) > order.indexOf(line.id)
          ? [`${line.id} ← ${p.series.id}`]
          : [],
      ),
    );
  expect(late).toEqual([]);
});

test("two lines that need each other in the same quarter are refused", () => {
  const first: LineItem = planted("first", () => plus(second, 1));
  const second: LineItem = planted("second", () => plus(first, 1));
  expect(() => evaluationOrder([...LINES, first, second])).toThrow(/circle at "(first|second)"/);
  const lagged: LineItem = planted("lagged", () => plus(prior(other), 1));
  const other: LineItem = planted("other", () => plus(lagged, 1));
  expect(() => evaluationOrder([...LINES, lagged, other])).not.toThrow();
});

test("two lines that need each other in a year's column are refused", () => {
  const first: LineItem = planted(
    "first",
    () => constant("0"),
    () => plus(second, 1),
  );
  const second: LineItem = planted(
    "second",
    () => constant("0"),
    () => plus(first, 1),
  );
  expect(() => evaluationOrder([...LINES, first, second])).toThrow(/circle/);
});

test("a line that reads a whole row which depends on it is refused, even a quarter later", () => {
  const sums: LineItem = planted("sums", () => vintages(flow, clock.quarterNumber, constant("1"), "next"));
  const flow: LineItem = planted("flow", () => plus(prior(sums), 1));
  expect(() => evaluationOrder([...LINES, sums, flow])).toThrow("in a circle through a whole row");
  const looksUp: LineItem = planted("looksUp", () => seriesAt(looksUp, constant("1")));
  expect(() => evaluationOrder([...LINES, looksUp])).toThrow("in a circle through a whole row");
});

test("whole rows are read only of lines that do not depend on the reader, in any quarter", () => {
  const direct = new Map(LINES.map((line) => [line.id, namesOf(line)]));
  const reach = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
    for (const id of direct.get(from) ?? []) if (!seen.has(id)) reach(id, seen.add(id));
    return seen;
  };
  const ranges = LINES.flatMap((line) =>
    formulasOf(line)
      .flatMap((f) => precedents(f))
      .flatMap((p) => (p.kind === "range" ? [[line.id, p.series.id] as const] : [])),
  );
  expect(ranges.length).toBeGreaterThan(7);
  expect(ranges.filter(([reader, row]) => reach(row).has(reader) || row === reader)).toEqual([]);
});

test("interest does not depend on balances of its own quarter", () => {
  const sameQuarter = (id: string, seen = new Set<string>()): ReadonlySet<string> => {
    const line = LINES.find((each) => each.id === id)!;
    for (const p of precedents(line.forecast!()))
      if (p.kind === "series" && p.shift === 0 && !seen.has(p.series.id))
        sameQuarter(p.series.id, seen.add(p.series.id));
    return seen;
  };
  const reached = sameQuarter("interestExpense");
  expect(["cash", "debt", "revolver", "leaseLiability", "netResult"].filter((id) => reached.has(id))).toEqual(
    [],
  );
  expect(sameQuarter("revolverChange").has("cash")).toBe(false);
});

test("the exact reading names a circle it runs into", () => {
  const model = modelOf();
  const cash = LINES.find(({ id }) => id === "cash")!;
  const original = cash.forecast;
  try {
    Object.assign(cash, { forecast: () => plus(cash, 1) });
    expect(() =>
      evaluateExactly(kingsoftCloud, model.data, model.assumptions("base"))("cash", model.data.opening + 3),
    ).toThrow("Circular reference at cash 2026Q3");
  } finally {
    Object.assign(cash, { forecast: original });
  }
});

test("outside the axis nothing is disclosed; an unknown line and a missing assumption are named", () => {
  const model = modelOf();
  const cell = model.exactly(model.assumptions("base"));
  expect([-1, PERIODS.length].map((column) => cell("cash", column).toNumber())).toEqual([
    Number.NaN,
    Number.NaN,
  ]);
  expect(cell("revenueGrowth", QUARTERS.length).toNumber()).toBeNaN();
  expect(() => cell("noSuchLine", 9)).toThrow('Unknown line "noSuchLine".');
  const without = new Map(model.assumptions("base"));
  without.delete("taxRate");
  expect(() => model.exactly(without)("incomeTax", model.data.opening + 3)).toThrow(
    'No value for the assumption "taxRate".',
  );
});
