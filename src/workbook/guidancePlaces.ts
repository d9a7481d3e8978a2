import { shippedGuidance, type ShippedGuidance } from "../analysis";
import type { Model, Scenarios } from "../model";
import { CONSENSUS_COLUMNS as table, consensusPlaces } from "./consensusPlaces";
import { keptForFacts } from "./keptForFacts";

/** Columns of the guidance tracker, below the table of estimates and in its columns where they hold the same. */
export const GUIDANCE_COLUMNS = {
  row: table.row,
  line: table.line,
  period: table.period,
  unit: table.unit,
  model: table.mean,
  high: table.high,
  low: table.low,
  outside: table.number,
  date: table.date,
  outcome: table.leave,
  state: table.state,
  tier: table.tier,
  source: table.source,
  lineRow: table.lineKnown,
  periodColumn: table.periodKnown,
  read: table.numbersKnown,
  firstScenario: table.weight,
} as const;

/** Columns of the tracker that the number of scenarios moves. */
export interface GuidanceColumns {
  readonly lastScenario: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the columns of the scenarios in the tracker end, and what follows them. */
export function guidanceColumnsOf({ length }: Scenarios): GuidanceColumns {
  const top = GUIDANCE_COLUMNS.firstScenario + length;
  return { lastScenario: top - 1, top, bottom: top + 1 };
}

/** Rows for guidance of one's own. */
export const OWN_GUIDANCE = 20;

/** Rows of the tracker. */
export interface GuidancePlaces {
  /** Row of the column heads. */
  readonly head: number;
  readonly shipped: readonly ShippedGuidance[];
  readonly first: number;
  readonly firstOwn: number;
  readonly last: number;
}

/** Where the tracker stands on the Consensus sheet. */
export function guidancePlaces(model: Model): GuidancePlaces {
  return keptForFacts(model.data, "places of the guidance tracker", () => {
    const shipped = shippedGuidance(model);
    const head = consensusPlaces(model).lastRow + 2;
    const first = head + 1;
    const firstOwn = first + shipped.length;
    return { head, shipped, first, firstOwn, last: firstOwn + OWN_GUIDANCE - 1 };
  });
}

/** Columns in which guidance of one's own is typed. */
export const TYPED_GUIDANCE: readonly number[] = [
  GUIDANCE_COLUMNS.line,
  GUIDANCE_COLUMNS.period,
  GUIDANCE_COLUMNS.high,
  GUIDANCE_COLUMNS.low,
  GUIDANCE_COLUMNS.date,
  GUIDANCE_COLUMNS.source,
];
