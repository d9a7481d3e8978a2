import fc from "fast-check";
import { SCENARIOS } from "../../src/companies/kingsoftCloud";
import { validateAssumptions, type Assumptions, type Model } from "../../src/model";
import { modelBefore } from "../../src/analysis";
import { ECONOMIC_LAWS } from "./economicLaws";
import { brokenLaws } from "./laws";
import { plausibleAssumptions } from "./plausibleAssumptions";
import { compareReadings, exactSetting, fastSetting } from "./readingsApart";
import { buildOptions, DRAWS, validAssumptions } from "./validAssumptions";

/** What a batch of random sets found. */
export interface BatchResult {
  readonly sets: number;
  /** Sets whose doubles were compared with decimals, and the largest difference as a part of the amounts that enter the cell. */
  readonly compared: number;
  readonly largest: number;
  /** The smallest set that fails, or null: options of kc build that give it, and what is wrong. */
  readonly failure: { readonly options: string; readonly faults: readonly string[] } | null;
}

/** Faults of one set of assumptions, e.g. broken laws. */
export type FaultsOf = (assumptions: Assumptions) => readonly string[];

const NAMES = Object.keys(DRAWS);

/** The draw of a batch, so that its seed says everything. */
export function drawOf(seed: number): string {
  return NAMES[seed % NAMES.length]!;
}

/** Draws random valid assumptions and holds every law against them; about one set in `exactEvery` is also compared with decimals. A failure is shrunk. */
export function lawBatch(
  model: Model,
  seed: number,
  sets: number,
  exactEvery: number,
  faultsOf: FaultsOf = (each) => brokenLaws(fastSetting(model, each)),
): BatchResult {
  let [compared, largest] = [0, 0];
  const compare = (assumptions: Assumptions): readonly string[] => {
    const exact = exactSetting(model, assumptions);
    const comparison = compareReadings(fastSetting(model, assumptions), exact);
    compared++;
    largest = Math.max(largest, comparison.largest);
    return [...comparison.apart, ...brokenLaws(exact)];
  };
  const faults = (assumptions: Assumptions, exactly: boolean): readonly string[] => [
    ...validateAssumptions(model.spec, model.rows, assumptions, model.data).map(({ message }) => message),
    ...faultsOf(assumptions),
    ...(exactly ? compare(assumptions) : []),
  ];
  const drawn = fc.tuple(
    validAssumptions(model, DRAWS[drawOf(seed)]!),
    fc.noBias(fc.integer({ min: 1, max: exactEvery })),
  );
  const broken = economicsOf(model, seed, sets);
  if (broken !== null) return { sets, compared, largest, failure: broken };
  const found = fc.check(
    fc.property(drawn, ([{ assumptions }, place]) => faults(assumptions, place === 1).length === 0),
    { seed, numRuns: sets },
  );
  const counterexample = found.counterexample?.[0];
  if (counterexample === undefined) return { sets, compared, largest, failure: null };
  const [flexed, place] = counterexample;
  return {
    sets: found.numRuns,
    compared,
    largest,
    failure: { options: buildOptions(model, flexed), faults: faults(flexed.assumptions, place === 1) },
  };
}

const BEFORE = new WeakMap<Model, Model>();

/** Laws of the economics over sets that an analyst might assume, without what is reported after the opening; the smallest set that fails, or null. */
function economicsOf(model: Model, seed: number, sets: number): BatchResult["failure"] {
  const before = BEFORE.get(model) ?? modelBefore(model, model.data.opening + 1);
  BEFORE.set(model, before);
  const faults = (assumptions: Assumptions): readonly string[] =>
    Object.values(ECONOMIC_LAWS).flatMap((law) => law(before, before.vector(assumptions)));
  const kept = fc.property(plausibleAssumptions(before), (assumptions) => faults(assumptions).length === 0);
  const assumptions = fc.check(kept, { seed, numRuns: sets }).counterexample?.[0];
  if (assumptions === undefined) return null;
  const scenario = SCENARIOS.find(({ id }) => id === "custom")!;
  return {
    options: buildOptions(model, { scenario, assumptions, extremes: [] }),
    faults: faults(assumptions),
  };
}
