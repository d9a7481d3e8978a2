import type { Knowledge, ModelData } from "../model";

/** How far the figures reach, as labels of quarters. */
export interface Vintage {
  /** Last quarter whose results and balance sheet are reported; states start from it or from a later one that is typed. */
  readonly reported: string;
  /** Last quarter whose results are known, e.g. 2026Q1; the reported quarter where no later results are. */
  readonly results: string;
  /** First quarter of which nothing is known; null where the model ends before it. */
  readonly forecast: string | null;
}

/** What a quarter is called by what is known of it. */
export const STATE_NAMES: Readonly<Record<Knowledge, string>> = {
  reported: "Actual",
  results: "Results",
  estimate: "Estimate",
  forecast: "Forecast",
};

/** What each name of a state means, in one sentence. */
export const STATE_MEANINGS: Readonly<Record<Knowledge, string>> = {
  reported: "Results and the whole balance sheet are reported.",
  results: "Results are reported; the balance sheet is calculated.",
  estimate: "Some figures are known; the rest is calculated.",
  forecast: "Everything is calculated from assumptions.",
};

/** Column of the last quarter whose results and balance sheet are reported, shipped or typed: the last twelve months end there. */
export function lastReported(data: ModelData): number {
  const found = REPORTED.get(data) ?? Math.max(data.opening, statesBy(data).lastIndexOf("reported"));
  REPORTED.set(data, found);
  return found;
}

/** Every cell asks; the figures of a model do not change. */
const REPORTED = new WeakMap<ModelData, number>();

function statesBy(data: ModelData): readonly Knowledge[] {
  return data.spec.timeline.quarters.map((_, column) => data.knowledge(column));
}

/** How far the figures reach. */
export function vintageOf(data: ModelData): Vintage {
  const { quarters } = data.spec.timeline;
  const states = statesBy(data);
  const reported = lastReported(data);
  const results = Math.max(reported, states.lastIndexOf("results"));
  const known = Math.max(results, states.lastIndexOf("estimate"));
  return {
    reported: quarters[reported]!.label,
    results: quarters[results]!.label,
    forecast: quarters[known + 1]?.label ?? null,
  };
}

/** The same in words: "Actual to 2025Q4, results to 2026Q1". */
export function reachWords(data: ModelData): string {
  const { reported, results } = vintageOf(data);
  return results === reported ? `Actual to ${reported}` : `Actual to ${reported}, results to ${results}`;
}

/** How a calculated value of some quarters is called: by what is known of them. */
export function calculatedWords(data: ModelData, quarters: readonly number[]): string {
  const states = new Set(quarters.map((quarter) => (quarter < 0 ? "reported" : data.knowledge(quarter))));
  if (states.size > 1) return "partly known, partly forecast";
  if (states.has("reported")) return "calculated from facts";
  return states.has("forecast") ? "forecast" : "calculated beside known figures";
}

/** The states from nothing known to all. */
const BY_KNOWLEDGE: readonly Knowledge[] = ["forecast", "estimate", "results", "reported"];

/** State of a column in words: a quarter's own; a year's is that of the quarter of which least is known. */
export function stateWords(data: ModelData, column: number): string {
  const { quarters, periods, firstQuarterOf } = data.spec.timeline;
  if (column < quarters.length) return STATE_NAMES[data.knowledge(column)];
  const first = firstQuarterOf(periods[column]!.year);
  if (first < 0) return STATE_NAMES.reported;
  const places = [0, 1, 2, 3].map((offset) => BY_KNOWLEDGE.indexOf(data.knowledge(first + offset)));
  return STATE_NAMES[BY_KNOWLEDGE[Math.min(...places)]!];
}
