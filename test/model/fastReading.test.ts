import fc from "fast-check";
import ts from "typescript";
import {
  DRIVERS,
  LINES,
  SCENARIOS,
  WIDTH,
  clockValue,
  driverVector,
  fastModel,
  isClock,
  type Assumptions,
} from "../../src/model";
import { emitFastReading } from "../../src/model/emitFastReading";
import { reportFigure } from "../support/figure";
import { textOf } from "../support/repository";
import { EXTREMES } from "./extremes";
import { brokenLaws } from "./laws";
import { compareReadings, exactSetting, fastSetting } from "./readingsApart";
import { modelOf, RUNS, SEED } from "./realModel";
import { buildOptions, DRAWS, validAssumptions } from "./validAssumptions";

const model = modelOf();
const { data } = model;
type FastReading = (values: Float64Array, drivers: Float64Array, last: number) => void;

/** The emitted module as plain script. */
const script = ts.transpileModule(emitFastReading(), {
  compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
}).outputText;

/** What the calendar and the facts put into every reading. */
const TEMPLATE = Float64Array.from({ length: LINES.length * WIDTH }, (_, index) => {
  const [{ id }, column] = [LINES[Math.floor(index / WIDTH)]!, index % WIDTH];
  return isClock(id) ? clockValue(id, column) : Number(data.known(id, column)?.value ?? Number.NaN);
});

/** The script, changed, as a reading of its own. */
function compiled(text: string): (assumptions: Assumptions) => Float64Array {
  const exports: { fastReading?: FastReading } = {};
  new Function("exports", text)(exports);
  return (assumptions) => {
    const values = TEMPLATE.slice();
    exports.fastReading!(values, driverVector(assumptions), data.lastActual);
    return values.map((value) => value + 0);
  };
}

test("the committed fast reading is the emitted one", () => {
  expect(textOf("src/model/fastReading.generated.ts") === emitFastReading()).toBe(true);
});

/** Largest difference so far, and the number of sets compared. */
const compared = { sets: 0, largest: 0 };

/** What is wrong with the readings of a set of assumptions: cells too far apart, or laws that decimals break. */
function faultsOf(assumptions: Assumptions): readonly string[] {
  const [fast, exact] = [fastSetting(model, assumptions), exactSetting(model, assumptions)];
  const { largest, apart } = compareReadings(model, fast, exact);
  compared.sets++;
  compared.largest = Math.max(compared.largest, largest);
  return [...apart, ...brokenLaws(exact)];
}

test.each(SCENARIOS.map(({ id, name }) => [name, id] as const))(
  "%s: decimals and doubles agree in every line and period",
  (_, id) => {
    expect(faultsOf(model.assumptions(id))).toEqual([]);
  },
);

test("decimals and doubles agree in every extreme", () => {
  for (const extreme of Object.values(EXTREMES))
    expect(faultsOf(new Map([...model.assumptions("base"), ...Object.entries(extreme)]))).toEqual([]);
});

test.each(Object.entries(DRAWS))(
  "decimals and doubles agree for random valid assumptions, %s, and decimals keep every law",
  (_, draw) => {
    fc.assert(
      fc.property(
        validAssumptions(model, draw).map((flexed) => ({
          ...flexed,
          toString: () => buildOptions(model, flexed),
        })),
        ({ assumptions }) => {
          const faults = faultsOf(assumptions);
          if (faults.length > 0) throw new Error(faults.slice(0, 10).join("\n"));
        },
      ),
      { seed: SEED, numRuns: Math.ceil(RUNS / 9), includeErrorInReport: true },
    );
  },
);

test("the difference is a rounding of the last digits", () => {
  expect(compared.sets).toBeGreaterThan(RUNS / 2);
  expect(compared.largest).toBeGreaterThan(0);
  reportFigure(
    "Exact decimals and doubles agree",
    `${compared.largest.toExponential(1)} of the largest amount that enters the cell, at most, over ${compared.sets.toLocaleString("en")} sets of assumptions`,
  );
});

test("a fact of minus zero has no sign", () => {
  const signed = {
    ...data,
    known: (id: string, column: number) =>
      id === "revenue" && column === 0 ? { value: "-0", factId: "planted" } : data.known(id, column),
  };
  expect(
    fastModel(signed)
      .flex(driverVector(model.assumptions("base")))
      .value("revenue", 0),
  ).toBe(0);
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
const lineAt = (at: number): string =>
  script.slice(script.lastIndexOf("\n", at) + 1, script.indexOf("\n", at));
/** Rows that are zero whatever the assumptions: a forecast of 0, and what is left of financed purchases, which open at 0. */
const ALWAYS_ZERO = LINES.flatMap((line, row) => {
  const formula = line.forecast();
  return (formula.kind === "number" && formula.value === "0") || line.id === "financedDebtOpeningLeft"
    ? [row * WIDTH]
    : [];
});

/** Operators of statements inside the forecast loops; the check lines guard against inputs that are not valid. */
function forecastOperators(): readonly number[] {
  return operatorsOf(script).filter((at) => {
    const row = /^ {8}v\[(\d+) \+ t\] = /.exec(lineAt(at))?.[1];
    const addsZero =
      script.startsWith(" 0;", at + 1) ||
      ALWAYS_ZERO.some((zero) => script.startsWith(` v[${zero} + t]`, at + 1));
    const onlyWithoutFact = /\bif \(.*\)\n$/.test(
      script.slice(0, script.lastIndexOf("\n", at) + 1).slice(-200),
    );
    return (
      row !== undefined &&
      Number(row) < firstCheck &&
      !ALWAYS_ZERO.includes(Number(row)) &&
      !addsZero &&
      !onlyWithoutFact
    );
  });
}

test("every operator counts: with any one of them turned into its opposite, some value changes for some valid assumptions", () => {
  const places = forecastOperators();
  expect(places.length).toBeGreaterThan(250);
  const draw = { seeded: 2, anywhere: 2, ends: 1 };
  const sets = [
    ...SCENARIOS.map(({ id }) => model.assumptions(id)),
    ...fc
      .sample(validAssumptions(model, draw), { seed: SEED, numRuns: 60 })
      .map(({ assumptions }) => assumptions),
  ];
  const originals = sets.map((assumptions) => Array.from(model.fast(assumptions).all));
  const unseen = places.filter((at) => {
    const mutant = compiled(script.slice(0, at) + OPPOSITE[script[at]!]! + script.slice(at + 1));
    return sets.every((assumptions, set) => {
      const after = mutant(assumptions);
      return originals[set]!.every(
        (before, place) =>
          Object.is(before, after[place]) || Math.abs(before - after[place]!) <= 1e-9 * Math.abs(before),
      );
    });
  });
  expect(unseen.map(lineAt)).toEqual([]);
});

test("a mutated statement is caught by the comparison with decimals and by a law", () => {
  const assumptions = model.assumptions("base");
  const row = LINES.findIndex(({ id }) => id === "grossProfit") * WIDTH;
  const mutant = {
    ...fastSetting(model, assumptions),
    values: compiled(
      script.replaceAll(
        new RegExp(`v\\[${row} \\+ t\\] = \\((v\\[\\d+ \\+ t\\]) - `, "g"),
        `v[${row} + t] = ($1 + `,
      ),
    )(assumptions),
  };
  const [faithful, exact] = [
    { ...mutant, values: compiled(script)(assumptions) },
    exactSetting(model, assumptions),
  ];
  expect(compareReadings(model, faithful, exact).apart).toEqual([]);
  expect(compareReadings(model, mutant, exact).apart).toEqual(
    expect.arrayContaining([expect.stringMatching(/^grossProfit: 2026Q1/)]),
  );
  expect(brokenLaws(mutant).join()).toContain("gross profit is revenue less every cost");
});

test("a difference in the eleventh digit is too much", () => {
  const assumptions = model.assumptions("base");
  const [fast, exact] = [fastSetting(model, assumptions), exactSetting(model, assumptions)];
  const off = compareReadings(
    model,
    { ...fast, values: fast.values.map((value) => value * (1 + 1e-11)) },
    exact,
  );
  expect(off.apart.length).toBeGreaterThan(1000);
  expect(
    compareReadings(model, { ...fast, values: fast.values.map(() => Number.NaN) }, exact).apart.length,
  ).toBeGreaterThan(1000);
});
