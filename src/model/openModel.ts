import type { ScenarioName, Seeds } from "../seeds";
import { driverRows, scenarioAssumptions, type DriverRow } from "./assumptionsFromSeeds";
import { evaluateExactly, type ExactCell } from "./evaluateExactly";
import { driverVector, fastModel, type FastValues } from "./evaluateFast";
import { historyFromSeeds } from "./historyFromSeeds";
import type { Assumptions, ModelData, TypedFigures } from "./modelData";
import { quarterRows, type QuarterRow, type TypedQuarters } from "./quarterDrivers";

/** The model over one set of facts: history, assumption table, and its two numeric readings. */
export interface Model {
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

/** Opens the model over loaded seeds. Throws when no quarter is complete or a driver has no row. */
export function openModel(seeds: Seeds, typed: TypedFigures = new Map()): Model {
  const data = historyFromSeeds(seeds, typed);
  const rows = driverRows(seeds);
  const fast = fastModel(data);
  return {
    seeds,
    data,
    rows,
    quarterRows: quarterRows(rows, data.opening),
    quarters: {},
    assumptions: (scenario) => scenarioAssumptions(rows, scenario),
    exactly: (assumptions) => evaluateExactly(data, assumptions),
    fast: (assumptions) => fast.flex(driverVector(assumptions)),
    vector: driverVector,
    flex: fast.flex,
  };
}
