import { KEPT_LINES, keptPeriods, shippedKept, type EstimateCell, type KeptEstimate } from "../analysis";
import type { Model } from "../model";
import { cellAddress } from "./address";
import { AXIS, axisOf, HEADER } from "./axis";
import { BEAT_ROWS, BEAT_VALUE } from "./beatPlaces";
import { keptForFacts } from "./keptForFacts";
import { SHEETS } from "./sheetNames";

/** Estimates of one's own that the Estimates sheet has room for. */
export const OWN_KEPT = 8;
/** Columns of the head of an estimate: its name, scenario, day and last known quarter, and the fingerprint of its inputs. */
export const KEPT_COLUMNS = {
  name: AXIS.label,
  scenario: AXIS.unit,
  keptOn: AXIS.value,
  knownTo: AXIS.firstYear,
  fingerprint: AXIS.firstYear + 1,
} as const;

/** Row of the line that the table at the top shows. */
export const CHOICE_ROW = HEADER.rows + 2;
/** Row of that line's place among the kept ones. */
export const PLACE_ROW = CHOICE_ROW + 1;
/** The line that is shown until another is chosen. */
export const USUAL_LINE = KEPT_LINES[0]!.id;

/** Rows of the Estimates sheet. */
export interface KeptPlaces {
  readonly shipped: readonly KeptEstimate[];
  /** Estimates in all, the shipped ones first. */
  readonly count: number;
  /** Row of the heads of the table; a row for each estimate follows. */
  readonly tableHead: number;
  /** Rows below the table: the model now, the latest estimate kept, and how far the model is from it. */
  readonly now: number;
  readonly latest: number;
  readonly change: number;
  readonly share: number;
  /** First row of the chart and the last one. */
  readonly chart: readonly [number, number];
  /** Row of the heads of the blocks. */
  readonly blocksHead: number;
  /** Head of the model's own block; its lines follow, then the blocks of the estimates. */
  readonly nowBlock: number;
  /** Row of the head of an estimate by its number from 0. */
  block(estimate: number): number;
  readonly lastRow: number;
  /** Column of the number by which an estimate is found. */
  readonly numberColumn: number;
}

/** Where everything stands on the Estimates sheet. */
export function keptPlaces(model: Pick<Model, "spec" | "seeds">): KeptPlaces {
  const shipped = shippedKept(model);
  const count = shipped.length + OWN_KEPT;
  const tableHead = PLACE_ROW + 1;
  const now = tableHead + count + 1;
  const chart = [now + 5, now + 23] as const;
  const blocksHead = chart[1] + 2;
  const nowBlock = blocksHead + 1;
  const stride = KEPT_LINES.length + 1;
  const block = (estimate: number): number => nowBlock + stride * (estimate + 1);
  return {
    shipped,
    count,
    tableHead,
    now,
    latest: now + 1,
    change: now + 2,
    share: now + 3,
    chart,
    blocksHead,
    nowBlock,
    block,
    lastRow: block(count) - 1,
    numberColumn: axisOf(model.spec.timeline).lineName,
  };
}

/** What was typed on the sheets Estimates and Beat or miss, by place ("Estimates!C8"); cells that hold what ships are left out. */
export type KeptInputs = ReadonlyMap<string, EstimateCell>;

/** A cell that may be typed: its place, and what ships in it. */
export interface TypedPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly ships: EstimateCell;
}

/** Key of a place among the typed ones. */
export function typedPlace(sheet: string, row: number, column: number): string {
  return `${sheet}!${cellAddress(row, column)}`;
}

/** Address of the line that the table shows. */
export const SHOWN_LINE = cellAddress(CHOICE_ROW, AXIS.value);

const CHOICES: readonly TypedPlace[] = [
  { sheet: SHEETS.estimates, row: CHOICE_ROW, column: AXIS.value, ships: USUAL_LINE },
  { sheet: SHEETS.beat, row: BEAT_ROWS.quarter, column: BEAT_VALUE, ships: "" },
  { sheet: SHEETS.beat, row: BEAT_ROWS.estimate, column: BEAT_VALUE, ships: "" },
];

/** Places of an estimate of one's own: its head, then its figures. */
function ownPlaces(
  model: Model,
  own: number,
): readonly {
  readonly row: number;
  readonly column: number;
  readonly line?: number;
  readonly index?: number;
}[] {
  const axis = axisOf(model.spec.timeline);
  const places = keptPlaces(model);
  const row = places.block(places.shipped.length + own);
  const { name, scenario, keptOn, knownTo, fingerprint } = KEPT_COLUMNS;
  const periods = keptPeriods(model);
  return [
    ...[name, scenario, keptOn, knownTo, fingerprint].map((column) => ({ row, column })),
    ...KEPT_LINES.flatMap((_, line) =>
      periods.map((index) => ({ row: row + 1 + line, column: axis.column(index), line, index })),
    ),
  ];
}

/** Every cell of both sheets that may be typed. */
export function keptTyping(model: Model): readonly TypedPlace[] {
  return keptForFacts(model.data, "typed places of estimates", () => [
    ...CHOICES,
    ...Array.from({ length: OWN_KEPT }, (_, own) =>
      ownPlaces(model, own).map(({ row, column }): TypedPlace => ({
        sheet: SHEETS.estimates,
        row,
        column,
        ships: "",
      })),
    ).flat(),
  ]);
}

/** What was typed, read from the cells of the sheets; `read` gives the value of a cell by sheet, row and column. */
export function readKept(
  model: Model,
  read: (sheet: string, row: number, column: number) => EstimateCell,
): KeptInputs {
  const typed = new Map<string, EstimateCell>();
  for (const { sheet, row, column, ships } of keptTyping(model)) {
    const value = read(sheet, row, column);
    if (value !== ships) typed.set(typedPlace(sheet, row, column), value);
  }
  return typed;
}

/** The estimates as they stand, the shipped ones first, then room for one's own, of which an unused one has no name. */
export function keptEstimates(model: Model, typed: KeptInputs = new Map()): readonly KeptEstimate[] {
  const axis = axisOf(model.spec.timeline);
  const places = keptPlaces(model);
  const at = (row: number, column: number): EstimateCell =>
    typed.get(typedPlace(SHEETS.estimates, row, column)) ?? "";
  const own = Array.from({ length: OWN_KEPT }, (_, place): KeptEstimate => {
    const row = places.block(places.shipped.length + place);
    return {
      name: at(row, KEPT_COLUMNS.name),
      scenario: at(row, KEPT_COLUMNS.scenario),
      keptOn: at(row, KEPT_COLUMNS.keptOn),
      knownTo: at(row, KEPT_COLUMNS.knownTo),
      fingerprint: at(row, KEPT_COLUMNS.fingerprint),
      figure: (line, index) => at(row + 1 + line, axis.column(index)),
    };
  });
  return [...places.shipped, ...own];
}

/** The cells that an estimate takes in a place of one's own, with what goes into each. */
export function keptContents(
  model: Model,
  own: number,
  estimate: KeptEstimate,
): readonly { readonly row: number; readonly column: number; readonly value: EstimateCell }[] {
  const { name, scenario, keptOn, knownTo, fingerprint } = KEPT_COLUMNS;
  const head = new Map<number, EstimateCell>([
    [name, estimate.name],
    [scenario, estimate.scenario],
    [keptOn, estimate.keptOn],
    [knownTo, estimate.knownTo],
    [fingerprint, estimate.fingerprint],
  ]);
  return ownPlaces(model, own).map(({ row, column, line, index }) => ({
    row,
    column,
    value: line === undefined ? head.get(column)! : estimate.figure(line, index!),
  }));
}
