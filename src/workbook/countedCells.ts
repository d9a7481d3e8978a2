import { estimateState, type EstimateRow, type EstimateState } from "../analysis";
import type { ModelSpec } from "../model";
import { cellAddress, columnLetters } from "./address";
import { formula } from "./cells";
import type { ConsensusTable } from "./consensusInputs";
import { CONSENSUS_COLUMNS as at, ESTIMATE_STATES, type ConsensusPlaces } from "./consensusPlaces";
import type { CellPlan } from "./plan";

/** The part of a column that the rows of the table take. */
export function tableRange({ firstShipped, lastRow }: ConsensusPlaces, column: number): string {
  const letters = columnLetters(column);
  return `$${letters}$${firstShipped}:$${letters}$${lastRow}`;
}

/** The row of the word of a state in the legend. */
export function stateRow(places: ConsensusPlaces, place: number): number {
  return places.legendHead + 1 + place;
}

/** Cell with the word of a state. */
export const stateCell = (places: ConsensusPlaces, state: EstimateState): string =>
  `$A$${stateRow(places, ESTIMATE_STATES.indexOf(state))}`;

/** What of a row counts: how many estimates it stands for (0: none), and its mean, high and low. */
interface Counted {
  readonly key: string;
  readonly weight: number;
  readonly mean: number;
  readonly high: number;
  readonly low: number;
}

const NOTHING: Counted = { key: "", weight: 0, mean: 0, high: 0, low: 0 };

/** What counts of each row of the table. */
export function countedEstimates(spec: ModelSpec, { rows, since }: ConsensusTable): readonly Counted[] {
  const amount = (value: EstimateRow["mean"], otherwise: number): number =>
    typeof value === "number" ? value : otherwise;
  return rows.map((row) => {
    if (estimateState(spec, row, since) !== "counts") return NOTHING;
    const mean = amount(row.mean, 0);
    return {
      key: `${String(row.line)} ${String(row.period)}`.toLowerCase(),
      weight: amount(row.number, 1),
      mean,
      high: amount(row.high, mean),
      low: amount(row.low, mean),
    };
  });
}

/**
 * The cells that count a row: its weight, and its part of the highest and lowest estimate of its line and period. Rows
 * that are alike share it, so that a sum finds the highest without a function that older programs lack.
 */
export function countedCells(
  places: ConsensusPlaces,
  all: readonly Counted[],
  index: number,
  row: number,
): Record<number, CellPlan> {
  const own = all[index]!;
  const cell = (column: number): string => cellAddress(row, column);
  const of = (column: number): string => tableRange(places, column);
  const weight = cell(at.weight);
  const or = (column: number, otherwise: string): string =>
    `IF(${cell(column)}="",${otherwise},${cell(column)})`;
  const counted = (answer: string): string => `IF(${weight}>0,${answer},0)`;
  const alike = `(${of(at.line)}=${cell(at.line)})*(${of(at.period)}=${cell(at.period)})*(${of(at.weight)}>0)`;
  const plain = (text: string, value: number): CellPlan => formula(text, value, "plainNumber");
  const edge = (
    value: number,
    beyond: number,
    part: number,
    sign: string,
    field: "high" | "low",
  ): Record<number, CellPlan> => {
    const others = own.weight > 0 ? all.filter(({ key }) => key === own.key) : [];
    const past = others.filter((other) =>
      sign === ">" ? other[field] > own[field] : other[field] < own[field],
    ).length;
    const same = others.filter((other) => other[field] === own[field]).length;
    return {
      [value]: plain(counted(or(field === "high" ? at.high : at.low, cell(at.mean))), own[field]),
      [beyond]: plain(counted(`SUMPRODUCT(${alike}*(${of(value)}${sign}${cell(value)}))`), past),
      [part]: plain(
        `IF(AND(${weight}>0,${cell(beyond)}=0),${cell(value)}/SUMPRODUCT(${alike}*(${of(value)}=${cell(value)})),0)`,
        own.weight > 0 && past === 0 ? own[field] / same : 0,
      ),
    };
  };
  return {
    [at.weight]: plain(
      `IF(${cell(at.state)}=${stateCell(places, "counts")},${or(at.number, "1")},0)`,
      own.weight,
    ),
    [at.weighted]: plain(counted(`${weight}*${cell(at.mean)}`), own.weight * own.mean),
    ...edge(at.top, at.higher, at.highest, ">", "high"),
    ...edge(at.bottom, at.lower, at.lowest, "<", "low"),
  };
}
