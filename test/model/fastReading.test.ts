import fc from "fast-check";
import ts from "typescript";
import {
  DRIVERS,
  LINES,
  WIDTH,
  TYPED_LINES,
  kingsoftCloud,
  TIMELINE,
} from "../../src/companies/kingsoftCloud";
import {
  clockValue,
  driverVector,
  fastModel,
  lineKey,
  openModel,
  type Assumptions,
  type ModelData,
  type FastReading,
} from "../../src/model";
import { emitFastReading } from "../../src/model/emitFastReading";
import { reportFigure } from "../support/figure";
import { textOf } from "../support/repository";
import { EXTREMES } from "./extremes";
import { brokenLaws } from "./laws";
import { compareReadings, exactSetting, fastSetting } from "./readingsApart";
import { modelOf, RUNS, SEED } from "./realModel";
import { buildOptions, DRAWS, validAssumptions } from "./validAssumptions";
import { TRIED_SCENARIOS } from "./triedScenarios";

const model = modelOf();
const { data } = model;

/** The emitted module as plain script. */
const script = ts.transpileModule(emitFastReading(kingsoftCloud), {
  compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
}).outputText;

/** What the calendar and the facts put into every reading of a model. */
const templateOf = (of: ModelData): Float64Array =>
  Float64Array.from({ length: LINES.length * WIDTH }, (_, index) => {
    const [line, column] = [LINES[Math.floor(index / WIDTH)]!, index % WIDTH];
    return line.clock === undefined
      ? Number(of.known(line.id, column)?.value ?? Number.NaN)
      : clockValue(line, column, TIMELINE, of);
  });

/** A reading of a set of assumptions over what a model knows. */
type Compiled = (assumptions: Assumptions, template?: Float64Array) => Float64Array;
const TEMPLATE = templateOf(data);

/** The script, changed, as a reading of its own. */
function compiled(text: string): Compiled {
  const exports: { fastReading?: FastReading } = {};
  new Function("exports", text)(exports);
  return (assumptions, template = TEMPLATE) => {
    const values = template.slice();
    exports.fastReading!(values, template, driverVector(kingsoftCloud, assumptions), data.opening);
    return values.map((value) => value + 0);
  };
}

test("the committed fast reading is the emitted one", () => {
  expect(
    textOf("src/companies/kingsoftCloud/fastReading.generated.ts") === emitFastReading(kingsoftCloud),
  ).toBe(true);
});

/** Largest difference so far, and the number of sets compared. */
const compared = { sets: 0, largest: 0 };

/** What is wrong with the readings of a set of assumptions: cells too far apart, or laws that decimals break. */
function faultsOf(assumptions: Assumptions): readonly string[] {
  const [fast, exact] = [fastSetting(model, assumptions), exactSetting(model, assumptions)];
  const { largest, apart } = compareReadings(fast, exact);
  compared.sets++;
  compared.largest = Math.max(compared.largest, largest);
  return [...apart, ...brokenLaws(exact)];
}

test.each(TRIED_SCENARIOS.map(({ id, name }) => [name, id] as const))(
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
    fastModel(kingsoftCloud, signed, kingsoftCloud.reading(kingsoftCloud))
      .flex(driverVector(kingsoftCloud, model.assumptions("base")))
      .value("revenue", 0),
  ).toBe(0);
});

test("a second flex leaves nothing of the first behind", () => {
  const [base, downside] = [model.assumptions("base"), model.assumptions("downside")];
  const first = Array.from(model.fast(base).all);
  model.fast(downside);
  expect(Array.from(model.fast(base).all)).toEqual(first);
  expect(() => driverVector(kingsoftCloud, new Map())).toThrow(
    `No value for the assumption "${DRIVERS[0]!.id}".`,
  );
  expect(() => model.fast(base).value("noSuchLine", 0)).toThrow('Unknown line "noSuchLine".');
});

/** Places of " + ", " - ", " * " and " / " in the forecast statements, outside array indices. */
function operatorsOf(text: string): readonly number[] {
  let depth = 0;
  return [...text].flatMap((sign, at) => {
    depth = sign === "\n" ? 0 : depth + (sign === "[" ? 1 : sign === "]" ? -1 : 0);
    return depth === 0 && "+-*/".includes(sign) && /^ . $/.test(text.slice(at - 1, at + 2)) ? [at] : [];
  });
}

/** Of so many operators one is tried: all of them with the draws of npm run proof. */
const EVERY = Math.max(1, Math.round(900 / RUNS));
/** Assumptions under which no part of expenses, equipment or working capital is nothing. */
const UNEVEN = {
  ...{ creditLoss2026: "50", depreciationInCost: "0.8", impairmentThreshold: "1", impairmentBooked: "1" },
  ...{ leasedShare: "0.2", poolShare: "0.1", inServiceLag: "2", targetUse: "0.9" },
};
/** A quarter of which nothing is known. */
const TYPED_QUARTER = data.opening + 3;
const OPPOSITE: Readonly<Record<string, string>> = { "+": "-", "-": "+", "*": "/", "/": "*" };

const firstCheck = LINES.findIndex(({ id }) => id.startsWith("check")) * WIDTH;
const lineAt = (at: number): string =>
  script.slice(script.lastIndexOf("\n", at) + 1, script.indexOf("\n", at));
/** Row that the statement at a place fills, or undefined; where no fact may stand before it, its condition is on the line above. */
const rowAt = (at: number): string | undefined => {
  const line = lineAt(at);
  return /^ +v\[i\] = /.test(line)
    ? /v\[i = (\d+) \+ t\]/.exec(lineAt(script.lastIndexOf("\n", at) - 1))?.[1]
    : /^ +v\[(\d+) \+ t\] = /.exec(line)?.[1];
};
/** Rows that are zero whatever the assumptions: a forecast of 0, and the opening part of financed purchases, which open at 0. */
const ALWAYS_ZERO = LINES.flatMap((line, row) => {
  const formula = line.forecast?.();
  const isZero =
    (formula?.kind === "number" && formula.value === "0") ||
    /^financedDebt(Instalment|Opening(Left|RunOff))$/.test(line.id);
  return isZero ? [row * WIDTH] : [];
});

/** Where the statements of quarters after the opening stand in the script. */
const LOOPS = [...script.matchAll(/for \(t = opening \+ 1;[^)]*\)\s*for \(const part of (block\d+)\)/g)].map(
  ([, block]) => {
    const from = script.indexOf(`const ${block} = [`);
    return [from, script.indexOf("\n];", from)] as const;
  },
);

/** Operators of statements inside the forecast loops; the check lines guard against inputs that are not valid. */
function forecastOperators(): readonly number[] {
  return operatorsOf(script).filter((at) => {
    const row = rowAt(at);
    const addsZero =
      script.startsWith(" 0;", at + 1) ||
      ALWAYS_ZERO.some((zero) =>
        new RegExp(`^ v\\[(${zero}|${zero - 1}) \\+ t\\]`).test(script.slice(at + 1, at + 20)),
      );
    return (
      row !== undefined &&
      Number(row) < firstCheck &&
      !ALWAYS_ZERO.includes(Number(row)) &&
      !addsZero &&
      !/^ v\[\d+ \+ t\]\) !== 0/.test(script.slice(at + 1)) &&
      LOOPS.some(([from, to]) => at > from && at < to)
    );
  });
}

/** States of facts: nothing typed, each line typed by itself three per cent from its forecast, and a whole quarter. */
function statesOfFacts(): readonly Float64Array[] {
  const own = model.fast(model.assumptions("base"));
  const typed = (factor: number, ...ids: readonly string[]): readonly (readonly [string, string])[] =>
    ids.map((id) => [lineKey(id, TYPED_QUARTER), String(own.value(id, TYPED_QUARTER) * factor)]);
  const whole = TYPED_LINES.flatMap(({ id }) => typed(1, id));
  const moved = ["cash", "receivables", "prepayments", "ppeAndRou"].map(
    (id) => [lineKey(id, TYPED_QUARTER), String(own.value(id, TYPED_QUARTER) + 7)] as const,
  );
  const claims = ["accountsPayable", "accruedLiabilities", "leaseLiability", "borrowings"].map(
    (id) => [lineKey(id, TYPED_QUARTER), String(own.value(id, TYPED_QUARTER) + 7)] as const,
  );
  const functions = ["researchDevelopment", "sellingMarketing", "generalAdministrative"];
  return [
    [],
    ...TYPED_LINES.map(({ id }) => typed(1.03, id)),
    typed(1.03, ...functions),
    [...typed(1.03, "revenue"), ...typed(0.97, "revenueEnterprise")],
    [...whole, ...moved, ...claims],
  ].map((figures) => templateOf(openModel(model.spec, model.seeds, new Map(figures)).data));
}

test("every operator counts: with any one of them turned into its opposite, some value changes for some valid assumptions and facts", () => {
  const all = forecastOperators();
  expect(all.length).toBeGreaterThan(700);
  const places = all.filter((_, index) => index % EVERY === SEED % EVERY);
  const draw = { seeded: 2, anywhere: 2, ends: 1 };
  const refiled = {
    capPacing: "3",
    capUsableXiaomi: "0.8",
    capUsableKingsoft: "0.8",
    capRefileThreshold: "0.8",
  };
  const base = model.assumptions("base");
  const [nothing, ...states] = statesOfFacts();
  const uneven = new Map([...base, ...Object.entries(UNEVEN)]);
  const idle = new Map(uneven).set("externalAiGrowth2026", "-0.2");
  const ofResult = states[TYPED_LINES.findIndex(({ id }) => id === "operatingResult")]!;
  const random = fc.sample(validAssumptions(model, draw), { seed: SEED, numRuns: 60 });
  const sets = [
    ...TRIED_SCENARIOS.map(({ id }) => [model.assumptions(id), nothing!] as const),
    [new Map([...base, ...Object.entries(refiled)]), nothing!] as const,
    ...random.map(({ assumptions }) => [assumptions, nothing!] as const),
    [idle, ofResult] as const,
    ...states.flatMap((state) => [[base, state] as const, [uneven, state] as const]),
  ];
  const faithful = compiled(script);
  const originals = sets.map(([assumptions, facts]) => faithful(assumptions, facts));
  const unseen = places.filter((at) => {
    const mutant = compiled(script.slice(0, at) + OPPOSITE[script[at]!]! + script.slice(at + 1));
    return sets.every(([assumptions, facts], set) => {
      const after = mutant(assumptions, facts);
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
        new RegExp(`(v\\[i = ${row} \\+ t\\] !== v\\[i\\]\\)\\s+v\\[i\\] = \\(v\\[\\d+ \\+ t\\]) - `, "g"),
        "$1 + ",
      ),
    )(assumptions),
  };
  const [faithful, exact] = [
    { ...mutant, values: compiled(script)(assumptions) },
    exactSetting(model, assumptions),
  ];
  expect(compareReadings(faithful, exact).apart).toEqual([]);
  expect(compareReadings(mutant, exact).apart).toEqual(
    expect.arrayContaining([expect.stringMatching(/^grossProfit: 2026Q2/)]),
  );
  expect(brokenLaws(mutant).join()).toContain("gross profit is revenue less every cost");
});

test("a difference in the eleventh digit is too much", () => {
  const assumptions = model.assumptions("base");
  const [fast, exact] = [fastSetting(model, assumptions), exactSetting(model, assumptions)];
  const off = compareReadings({ ...fast, values: fast.values.map((value) => value * (1 + 1e-11)) }, exact);
  expect(off.apart.length).toBeGreaterThan(1000);
  expect(
    compareReadings({ ...fast, values: fast.values.map(() => Number.NaN) }, exact).apart.length,
  ).toBeGreaterThan(1000);
});
