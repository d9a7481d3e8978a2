import type { ScenarioName, Seeds } from "../seeds";
import { driverRows, scenarioAssumptions, type DriverRow } from "./assumptionsFromSeeds";
import { evaluateExactly, type ExactCell } from "./evaluateExactly";
import { driverVector, fastModel, type FastValues } from "./evaluateFast";
import { historyFromSeeds } from "./historyFromSeeds";
import type { Assumptions, ModelData, TypedFigures } from "./modelData";
import type { ModelSpec } from "./modelSpec";
import { quarterRows, type QuarterRow, type TypedQuarters } from "./quarterDrivers";

/** A model over one set of facts: history, assumption table, and its two numeric readings. */
export interface Model {
  readonly spec: ModelSpec;
  readonly seeds: Seeds;
  readonly data: ModelData;
  readonly rows: readonly DriverRow[];
  /** Rows of the quarters after the opening for which a value may be typed. */
  readonly quarterRows: readonly QuarterRow[];
  /** What is typed for quarters in each scenario; nothing as shipped. */
  readonly quarters: TypedQuarters;
  /** ISO days on which typed figures were published, by their key, where that is known. */
  readonly published?: ReadonlyMap<string, string>;
  /** Assumptions of a scenario as seeded. */
  assumptions(scenario: ScenarioName): Assumptions;
  /** Exact decimals, calculated cell by cell on demand. */
  exactly(assumptions: Assumptions): ExactCell;
  /** Doubles of every cell; the result is overwritten by the next call. */
  fast(assumptions: Assumptions): FastValues;
  /** Assumptions as doubles in the order of the rows; throws when one is missing. */
  vector(assumptions: Assumptions): Float64Array;
  /** The fast reading of such doubles, for who flexes many times. */
  flex(vector: Float64Array): FastValues;
}

/** Opens a model over loaded seeds and typed figures. Throws when no quarter is complete or a driver has no row. */
export function openModel(spec: ModelSpec, seeds: Seeds, typed: TypedFigures = new Map()): Model {
  const data = historyFromSeeds(spec, seeds, typed);
  const rows = driverRows(spec, seeds);
  const fast = fastModel(spec, data, spec.reading(spec));
  return {
    spec,
    seeds,
    data,
    rows,
    quarterRows: quarterRows(spec, rows, data.opening),
    quarters: {},
    assumptions: (scenario) => scenarioAssumptions(rows, scenario),
    exactly: (assumptions) => evaluateExactly(spec, data, assumptions),
    fast: (assumptions) => fast.flex(driverVector(spec, assumptions)),
    vector: (assumptions) => driverVector(spec, assumptions),
    flex: fast.flex,
  };
}
