import fc from "fast-check";
import ts from "typescript";
import { DRIVERS, LINES, PERIODS, SCENARIOS, WIDTH, clockValue, driverVector, isClock, type Assumptions } from "../../src/model";
import { emitFastReading } from "../../src/model/emitFastReading";
import { textOf } from "../support/repository";
import { brokenLaws, largestAmount, type Cell } from "./laws";
import { modelOf, RUNS } from "./realModel";
import { validAssumptions } from "./validAssumptions";

const model = modelOf();
const { data } = model;
type FastReading = (values: Float64Array, drivers: Float64Array, last: number) => void;

/** Cells in which a reading is not the exact one, within `tolerance` of max(1, |x|); NaN only meets NaN. */
function apart(assumptions: Assumptions, cell: Cell, tolerance: number): readonly string[] {
  const exact = model.exactly(assumptions);
  return LINES.flatMap(({ id }) => PERIODS.flatMap(({ label }, column) => {
    const [a, b] = [exact(id, column).toNumber(), cell(id, column)];
    return Object.is(a, b) || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a)) ? [] : [`${id} ${label}: ${a} and ${b}`];
  }));
}

/** The emitted text, changed, as a reading of its own. */
function compiled(text: string): (assumptions: Assumptions) => Cell {
  const exports: { fastReading?: FastReading } = {};
  new Function("exports", ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } }).outputText)(exports);
  const template = Float64Array.from({ length: LINES.length * WIDTH }, (_, index) => {
    const [{ id }, column] = [LINES[Math.floor(index / WIDTH)]!, index % WIDTH];
    return isClock(id) ? clockValue(id, column) : Number(data.known(id, column)?.value ?? Number.NaN);
  });
  const rows = new Map(LINES.map(({ id }, row) => [id, row * WIDTH]));
  return (assumptions) => {
    const values = template.slice();
    exports.fastReading!(values, driverVector(assumptions), data.lastActual);
    return (id, column) => values[rows.get(id)! + column]! + 0;
  };
}

test("the committed fast reading is the emitted one", () => {
  expect(textOf("src/model/fastReading.generated.ts") === emitFastReading()).toBe(true);
});

test.each(SCENARIOS.map(({ id, name }) => [name, id] as const))("%s: decimals and doubles agree to 1e-12 in every line and period", (_, id) => {
  const assumptions = model.assumptions(id);
  expect(apart(assumptions, model.fast(assumptions).value, 1e-12)).toEqual([]);
});

test("decimals and doubles agree for random valid assumptions, relative to the size of the amounts", () => {
  fc.assert(fc.property(validAssumptions(model, { seeded: 2, anywhere: 3, ends: 1 }), ({ assumptions }) => {
    const { value } = model.fast(assumptions);
    const exact = model.exactly(assumptions);
    const size = largestAmount({ cell: value, assumptions, lastActual: data.lastActual });
    const off = LINES.filter(({ unit }) => unit === "RMB m").flatMap(({ id }) => PERIODS.filter((_, column) => {
      const [a, b] = [exact(id, column).toNumber(), value(id, column)];
      return Number.isNaN(a) !== Number.isNaN(b) || Math.abs(a - b) > 1e-11 * size;
    }).map(({ label }) => `${id} ${label}`));
    expect(off).toEqual([]);
  }), { numRuns: Math.ceil(RUNS / 20), includeErrorInReport: true });
});

test("no value is minus zero, in either reading", () => {
  const minusZero = SCENARIOS.flatMap(({ id }) => {
    const assumptions = new Map(model.assumptions(id)).set("minorityShare", "0").set("taxRate", "0");
    const [exact, { value }] = [model.exactly(assumptions), model.fast(assumptions)];
    return LINES.flatMap((line) => PERIODS.filter((_, column) => Object.is(exact(line.id, column).toNumber(), -0) || Object.is(value(line.id, column), -0)).map(({ label }) => `${line.id} ${label}`));
  });
  expect(minusZero).toEqual([]);
});

test("a second flex leaves nothing of the first behind", () => {
  const [base, downside] = [model.assumptions("base"), model.assumptions("downside")];
  const first = Array.from(model.fast(base).all);
  model.fast(downside);
  expect(Array.from(model.fast(base).all)).toEqual(first);
  expect(() => driverVector(new Map())).toThrow(`No value for the assumption "${DRIVERS[0]!.id}".`);
  expect(() => model.fast(base).value("noSuchLine", 0)).toThrow('Unknown line "noSuchLine".');
});

/** Places of " + ", " - ", " * " and " / " in the forecast statements, outside array indices. */
function operatorsOf(text: string): readonly number[] {
  let depth = 0;
  return [...text].flatMap((sign, at) => {
    depth += sign === "[" ? 1 : sign === "]" ? -1 : 0;
    return depth === 0 && "+-*/".includes(sign) && /^ . $/.test(text.slice(at - 1, at + 2)) ? [at] : [];
  });
}

const OPPOSITE: Readonly<Record<string, string>> = { "+": "-", "-": "+", "*": "/", "/": "*" };

test("every operator counts: with any one of them turned into its opposite, decimals and doubles part", () => {
  const text = emitFastReading();
  const body = text.indexOf("for (t = last + 1");
  const places = operatorsOf(text).filter((at) => at > body && !/^\s*(for|if)|total = |let |return/.test(text.slice(text.lastIndexOf("\n", at) + 1, at)));
  expect(places.length).toBeGreaterThan(300);
  const everyThird = places.filter((_, index) => index % 3 === 0);
  const [assumptions] = fc.sample(validAssumptions(model, { seeded: 0, anywhere: 1, ends: 0 }).map((flexed) => flexed.assumptions), { seed: 7, numRuns: 1 });
  const { value } = model.fast(assumptions!);
  const original = LINES.map(({ id }) => PERIODS.map((_, column) => value(id, column)));
  const unseen = everyThird.filter((at) => {
    const cell = compiled(text.slice(0, at) + OPPOSITE[text[at]!]! + text.slice(at + 1))(assumptions!);
    return LINES.every(({ id }, row) => PERIODS.every((_, column) => Math.abs(cell(id, column) - original[row]![column]!) <= 1e-9 || Object.is(cell(id, column), original[row]![column]!)));
  });
  expect(unseen.map((at) => text.slice(text.lastIndexOf("\n", at) + 1, text.indexOf("\n", at)).trim())).toEqual([]);
});

test("a mutated statement is caught by the comparison with decimals and by a law", () => {
  const assumptions = model.assumptions("base");
  const row = LINES.findIndex(({ id }) => id === "grossProfit") * WIDTH;
  const text = emitFastReading();
  const mutant = compiled(text.replaceAll(new RegExp(`v\\[${row} \\+ t\\] = \\((v\\[\\d+ \\+ t\\]) - `, "g"), `v[${row} + t] = ($1 + `))(assumptions);
  expect(apart(assumptions, compiled(text)(assumptions), 1e-12)).toEqual([]);
  expect(apart(assumptions, mutant, 1e-12)).toEqual(expect.arrayContaining([expect.stringMatching(/^grossProfit 2026Q1/)]));
  expect(brokenLaws({ cell: mutant, assumptions, lastActual: data.lastActual }).join()).toContain("gross profit is revenue less every cost");
});
