import fc from "fast-check";
import ts from "typescript";
import { DRIVERS, LINES, PERIODS, SCENARIOS, WIDTH, clockValue, driverVector, isClock, type Assumptions } from "../../src/model";
import { emitFastReading } from "../../src/model/emitFastReading";
import { textOf } from "../support/repository";
import { brokenLaws, largestAmount, type Cell } from "./laws";
import { modelOf, RUNS, SEED } from "./realModel";
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

/** The emitted module as plain script. */
const script = ts.transpileModule(emitFastReading(), { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } }).outputText;

/** The script, changed, as a reading of its own. */
function compiled(text: string): (assumptions: Assumptions) => Cell {
  const exports: { fastReading?: FastReading } = {};
  new Function("exports", text)(exports);
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
  }), { seed: SEED, numRuns: Math.ceil(RUNS / 20), includeErrorInReport: true });
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

const firstCheck = LINES.findIndex(({ id }) => id.startsWith("check")) * WIDTH;
const lineAt = (at: number): string => script.slice(script.lastIndexOf("\n", at) + 1, script.indexOf("\n", at));
/** Rows that are zero whatever the assumptions: a forecast of 0, and what is left of financed purchases, which open at 0. */
const ALWAYS_ZERO = LINES.flatMap((line, row) => {
  const formula = line.forecast();
  return (formula.kind === "number" && formula.value === "0") || line.id === "financedDebtOpeningLeft" ? [row * WIDTH] : [];
});

/** Operators of statements inside the forecast loops; the check lines guard against inputs that are not valid. */
function forecastOperators(): readonly number[] {
  return operatorsOf(script).filter((at) => {
    const row = /^ {8}v\[(\d+) \+ t\] = /.exec(lineAt(at))?.[1];
    const addsZero = ALWAYS_ZERO.some((zero) => script.startsWith(` v[${zero} + t]`, at + 1));
    const onlyWithoutFact = /\bif \(.*\)\n$/.test(script.slice(0, script.lastIndexOf("\n", at) + 1).slice(-200));
    return row !== undefined && Number(row) < firstCheck && !ALWAYS_ZERO.includes(Number(row)) && !addsZero && !onlyWithoutFact;
  });
}

test("every operator counts: with any one of them turned into its opposite, some value changes for some valid assumptions", () => {
  const places = forecastOperators();
  expect(places.length).toBeGreaterThan(250);
  const draw = { seeded: 2, anywhere: 2, ends: 1 };
  const sets = [...SCENARIOS.map(({ id }) => model.assumptions(id)), ...fc.sample(validAssumptions(model, draw), { seed: SEED, numRuns: 60 }).map(({ assumptions }) => assumptions)];
  const originals = sets.map((assumptions) => Array.from(model.fast(assumptions).all));
  const unseen = places.filter((at) => {
    const mutant = compiled(script.slice(0, at) + OPPOSITE[script[at]!]! + script.slice(at + 1));
    return sets.every((assumptions, set) => {
      const cell = mutant(assumptions);
      return LINES.every(({ id }, row) => PERIODS.every((_, column) => {
        const [before, after] = [originals[set]![row * WIDTH + column]!, cell(id, column)];
        return Object.is(before, after) || Math.abs(before - after) <= 1e-9 * Math.abs(before);
      }));
    });
  });
  expect(unseen.map(lineAt)).toEqual([]);
});

test("a mutated statement is caught by the comparison with decimals and by a law", () => {
  const assumptions = model.assumptions("base");
  const row = LINES.findIndex(({ id }) => id === "grossProfit") * WIDTH;
  const mutant = compiled(script.replaceAll(new RegExp(`v\\[${row} \\+ t\\] = \\((v\\[\\d+ \\+ t\\]) - `, "g"), `v[${row} + t] = ($1 + `))(assumptions);
  expect(apart(assumptions, compiled(script)(assumptions), 1e-12)).toEqual([]);
  expect(apart(assumptions, mutant, 1e-12)).toEqual(expect.arrayContaining([expect.stringMatching(/^grossProfit 2026Q1/)]));
  expect(brokenLaws({ cell: mutant, assumptions, lastActual: data.lastActual }).join()).toContain("gross profit is revenue less every cost");
});
