import fc from "fast-check";
import { kingsoftCloud, LINES, PERIODS, WIDTH } from "../../src/companies/kingsoftCloud";
import { closureReading, modelSpec, openModel, type Model } from "../../src/model";
import { plus } from "../../src/formula";
import { EXTREMES } from "./extremes";
import { modelOf, RUNS, SEED } from "./realModel";
import { TRIED_SCENARIOS } from "./triedScenarios";
import { DRAWS, validAssumptions } from "./validAssumptions";

const model = modelOf();
const { seeds, data } = model;
const byClosures = (
  typed: ReadonlyMap<string, string> = new Map(),
  sections = kingsoftCloud.sections,
): Model => openModel(modelSpec({ ...kingsoftCloud, sections, reading: closureReading }), seeds, typed);
const closures = byClosures();

/** Cells in which two readings are not the same double. */
function unequal(a: Float64Array, b: Float64Array): readonly string[] {
  return LINES.flatMap(({ id }, row) =>
    PERIODS.flatMap(({ label }, column) => {
      const [one, other] = [a[row * WIDTH + column]!, b[row * WIDTH + column]!];
      return Object.is(one, other) ? [] : [`${id} ${label}: ${one}, ${other}`];
    }),
  );
}

test.each(TRIED_SCENARIOS.map(({ id, name }) => [name, id] as const))(
  "%s: closures and the emitted script give the same doubles, bit for bit",
  (_, id) => {
    const assumptions = model.assumptions(id);
    expect(unequal(closures.fast(assumptions).all, model.fast(assumptions).all)).toEqual([]);
  },
);

test("they do in every extreme, and for random valid assumptions", () => {
  const differing = (assumptions: ReadonlyMap<string, string>): readonly string[] =>
    unequal(closures.fast(assumptions).all, model.fast(assumptions).all);
  for (const extreme of Object.values(EXTREMES))
    expect(differing(new Map([...model.assumptions("base"), ...Object.entries(extreme)]))).toEqual([]);
  for (const draw of Object.values(DRAWS))
    fc.assert(
      fc.property(validAssumptions(model, draw), ({ assumptions }) => differing(assumptions).length === 0),
      { seed: SEED, numRuns: Math.ceil(RUNS / 2) },
    );
});

test("they do with figures typed for later quarters", () => {
  const typed = new Map(
    ["revenue", "costOfRevenue", "adjustedEbitda"].map((id) => [
      `${id}:${data.opening + 2}`,
      String(model.fast(model.assumptions("base")).value(id, data.opening + 2) * 1.05),
    ]),
  );
  const emitted = openModel(kingsoftCloud, seeds, typed);
  const assumptions = model.assumptions("upside");
  expect(unequal(byClosures(typed).fast(assumptions).all, emitted.fast(assumptions).all)).toEqual([]);
});

test("a line that is declared otherwise is read otherwise, without a generated file", () => {
  const sections = kingsoftCloud.sections.map(({ title, lines }) => ({
    title,
    lines: lines.map((line) =>
      line.id === "grossProfit" && line.forecast !== undefined
        ? { ...line, forecast: () => plus(line.forecast!(), 1) }
        : line,
    ),
  }));
  const assumptions = model.assumptions("base");
  const last = PERIODS.findIndex(({ label }) => label === "2028Q4");
  const more =
    byClosures(new Map(), sections).fast(assumptions).value("grossProfit", last) -
    model.fast(assumptions).value("grossProfit", last);
  expect(more).toBeCloseTo(1, 6);
});
