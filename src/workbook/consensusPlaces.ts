import { forecastYears, shippedEstimates, type EstimateState, type ShippedEstimate } from "../analysis";
import { cashFlow, gross, income, procurement, revenue } from "../companies/kingsoftCloud";
import type { LineItem, Model } from "../model";
import { cellAddress } from "./address";
import { keptForFacts } from "./keptForFacts";

/** Columns of the Consensus sheet: the table of estimates, and the block of model against estimates above it. */
export const CONSENSUS_COLUMNS = {
  row: 1,
  name: 2,
  line: 3,
  period: 4,
  unit: 5,
  mean: 6,
  high: 7,
  low: 8,
  number: 9,
  date: 10,
  leave: 11,
  state: 12,
  tier: 13,
  source: 14,
  lineKnown: 15,
  periodKnown: 16,
  numbersKnown: 17,
  weight: 18,
  weighted: 19,
  top: 20,
  higher: 21,
  highest: 22,
  bottom: 23,
  lower: 24,
  lowest: 25,
} as const;

/** Columns of the block: what is not named here stands where the table has it. */
export const AGAINST_COLUMNS = {
  label: 1,
  line: 3,
  period: 4,
  unit: 5,
  model: 6,
  mean: 7,
  high: 8,
  low: 9,
  number: 10,
  difference: 11,
  share: 12,
} as const;

/** Inputs of the sheet apart from the table: the day than which estimates must be newer, and a further period. */
export const SINCE_ROW = 6;
/** Row of the further period that is compared. */
export const PERIOD_ROW = 7;
/** Column of both. */
export const CHOICE_COLUMN = 2;

/** Lines that are held against the estimates. */
export const AGAINST_LINES: readonly LineItem[] = [
  revenue.total,
  revenue.aiGrossBilling,
  gross.margin,
  income.adjustedEbitda,
  income.ebitdaMargin,
  income.adjustedOperating,
  income.net,
  procurement.capexCompanyBasis,
  cashFlow.freeCashFlow,
];

/** Rows for estimates of one's own. */
export const OWN_ESTIMATES = 80;

/** States of a row in the order of their legend. */
export const ESTIMATE_STATES: readonly EstimateState[] = [
  "counts",
  "stale",
  "leftOut",
  "unknownLine",
  "unknownPeriod",
  "noNumber",
];

/** Rows of the Consensus sheet. */
export interface ConsensusPlaces {
  /** Years that are compared; the further period comes after them. */
  readonly years: readonly string[];
  /** Row of the column heads of the block; each period's lines follow their title. */
  readonly againstHead: number;
  /** Row of a line in the block, by the place of its period. */
  againstRow(period: number, line: number): number;
  /** Row of the heads of the legend; its states follow. */
  readonly legendHead: number;
  /** Row of the heads of the table. */
  readonly tableHead: number;
  readonly shipped: readonly ShippedEstimate[];
  readonly firstShipped: number;
  readonly firstOwn: number;
  readonly lastRow: number;
}

/** Where everything stands on the Consensus sheet. */
export function consensusPlaces(model: Model): ConsensusPlaces {
  return keptForFacts(model.data, "places of the Consensus sheet", () => placesOf(model));
}

function placesOf(model: Model): ConsensusPlaces {
  const shipped = shippedEstimates(model);
  const years = forecastYears(model).map((index) => model.spec.timeline.periods[index]!.label);
  const againstHead = PERIOD_ROW + 2;
  const groups = years.length + 1;
  const legendHead = againstHead + groups * (AGAINST_LINES.length + 1) + 2;
  const tableHead = legendHead + ESTIMATE_STATES.length + 2;
  const firstShipped = tableHead + 2;
  const firstOwn = firstShipped + shipped.length + 1;
  return {
    years,
    againstHead,
    againstRow: (period, line) => againstHead + 2 + period * (AGAINST_LINES.length + 1) + line,
    legendHead,
    tableHead,
    shipped,
    firstShipped,
    firstOwn,
    lastRow: firstOwn + OWN_ESTIMATES - 1,
  };
}

/** The quarter that is compared until another period is chosen: the first that has no results. */
export function usualPeriod(model: Model): string {
  const { quarters } = model.spec.timeline;
  return quarters[Math.min(model.data.reportedTo + 1, quarters.length - 1)]!.label;
}

/** The day than which estimates must be newer until another is typed: the end of the last quarter that is known whole. */
export function usualSince(model: Model): string {
  return model.spec.timeline.periods[model.data.opening]!.endDate;
}

/** The table with its heads, as KC functions are given it. */
export function consensusTableRange(model: Model): string {
  const { tableHead, lastRow } = consensusPlaces(model);
  return `${cellAddress(tableHead, CONSENSUS_COLUMNS.name)}:${cellAddress(lastRow, CONSENSUS_COLUMNS.source)}`;
}
