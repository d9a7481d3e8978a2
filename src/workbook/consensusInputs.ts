import type { EstimateCell, EstimateRow } from "../analysis";
import type { Model } from "../model";
import { cellAddress } from "./address";
import {
  CHOICE_COLUMN,
  CONSENSUS_COLUMNS as at,
  consensusPlaces,
  OWN_ESTIMATES,
  PERIOD_ROW,
  SINCE_ROW,
  usualPeriod,
  usualSince,
  type ConsensusPlaces,
} from "./consensusPlaces";
import { guidancePlaces, TYPED_GUIDANCE } from "./guidancePlaces";
import { dateSerial } from "./sheetFrame";

/** What was typed on the Consensus sheet, by the address of its cell; cells that hold what ships are left out. */
export type ConsensusInputs = ReadonlyMap<string, EstimateCell>;

/** Columns in which a row of one's own is typed. */
export const OWN_COLUMNS: readonly number[] = [
  at.name,
  at.line,
  at.period,
  at.mean,
  at.high,
  at.low,
  at.number,
  at.date,
  at.leave,
  at.source,
];

/** Address of the day than which estimates must be newer. */
export const SINCE = cellAddress(SINCE_ROW, CHOICE_COLUMN);
/** Address of the further period. */
export const FURTHER_PERIOD = cellAddress(PERIOD_ROW, CHOICE_COLUMN);

/** Every cell of the sheet that may be typed, with what ships in it. */
export function consensusCells(model: Model): ReadonlyMap<string, EstimateCell> {
  const places = consensusPlaces(model);
  return new Map<string, EstimateCell>([
    [SINCE, dateSerial(usualSince(model))],
    [FURTHER_PERIOD, usualPeriod(model)],
    ...places.shipped.map((_, index) => [cellAddress(places.firstShipped + index, at.leave), ""] as const),
    ...Array.from({ length: OWN_ESTIMATES }, (_, index) =>
      OWN_COLUMNS.map((column) => [cellAddress(places.firstOwn + index, column), ""] as const),
    ).flat(),
    ...guidanceCells(model).map(([row, column]) => [cellAddress(row, column), ""] as const),
  ]);
}

/** Places in which guidance of one's own is typed. */
function guidanceCells(model: Model): readonly (readonly [row: number, column: number])[] {
  const { firstOwn, last } = guidancePlaces(model);
  return Array.from({ length: last - firstOwn + 1 }, (_, place) => firstOwn + place).flatMap((row) =>
    TYPED_GUIDANCE.map((column) => [row, column] as const),
  );
}

/** What was typed, read from the cells of the sheet; `read` gives the value of a cell by row and column. */
export function readConsensus(
  model: Model,
  read: (row: number, column: number) => EstimateCell,
): ConsensusInputs {
  const places = consensusPlaces(model);
  const cells = consensusCells(model);
  const typed = new Map<string, EstimateCell>();
  const look = (row: number, column: number): void => {
    const address = cellAddress(row, column);
    const value = read(row, column);
    if (value !== cells.get(address)) typed.set(address, value);
  };
  look(SINCE_ROW, CHOICE_COLUMN);
  look(PERIOD_ROW, CHOICE_COLUMN);
  places.shipped.forEach((_, index) => look(places.firstShipped + index, at.leave));
  for (let row = places.firstOwn; row <= places.lastRow; row++)
    for (const column of OWN_COLUMNS) look(row, column);
  for (const [row, column] of guidanceCells(model)) look(row, column);
  return typed;
}

/** The table as it stands: the day than which estimates must be newer, the further period, and every row. */
export interface ConsensusTable {
  readonly since: EstimateCell;
  readonly period: EstimateCell;
  readonly rows: readonly EstimateRow[];
}

/** The table with what was typed. */
export function consensusTable(model: Model, typed: ConsensusInputs = new Map()): ConsensusTable {
  const places = consensusPlaces(model);
  const cell = (row: number, column: number): EstimateCell => typed.get(cellAddress(row, column)) ?? "";
  const shipped = places.shipped.map(({ broker, line, period, value, fact }, index): EstimateRow => ({
    name: broker,
    line: line.id,
    period,
    mean: value,
    high: "",
    low: "",
    number: "",
    date: dateSerial(fact.knownFrom),
    leave: cell(places.firstShipped + index, at.leave),
    source: fact.source,
  }));
  return {
    since: typed.get(SINCE) ?? dateSerial(usualSince(model)),
    period: typed.get(FURTHER_PERIOD) ?? usualPeriod(model),
    rows: [...shipped, ...ownRows(places, cell)],
  };
}

function ownRows(
  { firstOwn }: ConsensusPlaces,
  cell: (row: number, column: number) => EstimateCell,
): readonly EstimateRow[] {
  return Array.from({ length: OWN_ESTIMATES }, (_, index): EstimateRow => {
    const of = (column: number): EstimateCell => cell(firstOwn + index, column);
    return {
      name: of(at.name),
      line: of(at.line),
      period: of(at.period),
      mean: of(at.mean),
      high: of(at.high),
      low: of(at.low),
      number: of(at.number),
      date: of(at.date),
      leave: of(at.leave),
      source: of(at.source),
    };
  });
}
