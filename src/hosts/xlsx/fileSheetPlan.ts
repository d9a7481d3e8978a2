import type { Cell, ConditionalRule, Sheet } from "hucre/xlsx";
import type { CellPlan, ConditionalFormatPlan, NotePlan, SheetPlan } from "../../workbook/plan";
import type { OwnStyles } from "../ownStyles";
import { cellAddress } from "../../workbook/address";
import type { Feature } from "./feature";
import type { ColourReader } from "./fileColours";
import { fileNotes } from "./fileNotes";
import { fileValidation } from "./fileValidation";
import type { ReadCell } from "./readXlsx";
import { OTHER_FONTS, type ReadLook } from "./readStyle";
import type { SheetSurvey } from "./sheetSurvey";

/** How far a sheet of a file may reach to become a plan: rows and columns. */
export const SHEET_REACH = { rows: 100_000, columns: 1_000 } as const;

/** A sheet of a file as a plan, and what of it a plan can't say. */
export interface FileSheetPlan {
  readonly plan: SheetPlan;
  readonly features: readonly Feature[];
  /** What of its looks a plan can't say, in words. */
  readonly looks: readonly string[];
  /** How many days were moved, because the file counts them from 1904. */
  readonly movedDays: number;
}

/** What a sheet of a file has beside its cells. */
export interface FileFrame {
  readonly notes: readonly NotePlan[];
  /** Width in characters of a column (from 0) that has one of its own. */
  width(column: number): number | undefined;
  /** Height in points of a row (from 0) that has one of its own. */
  height(row: number): number | undefined;
}

/** Notes and sizes of a sheet of a file. */
export function fileFrame({ file, people }: Pick<SheetReading, "file" | "people">): FileFrame {
  return {
    notes: fileNotes(file, people),
    width: (column) => file.columns?.[column]?.width,
    height: (row) => file.rowDefs?.get(row)?.height,
  };
}

/** What a sheet of a file is read with. */
export interface SheetReading {
  readonly file: Sheet;
  readonly survey: SheetSurvey;
  readonly from1904: boolean;
  readonly colourOf: ColourReader;
  /** Names of people by their marks in threads of comments. */
  readonly people: ReadonlyMap<string, string>;
  at(row: number, column: number): ReadCell;
  look(row: number, column: number): ReadLook;
  /** Whether a cell shows its number as a day. */
  isDay(row: number, column: number): boolean;
}

/** Width in characters of a column that names none. */
const STANDARD_WIDTH = 10;

/** Days from 1 January 1904 back to the day from which others count. */
const DAYS_TO_1904 = 1462;

/** A sheet of a file as a plan: contents, looks, notes, widths, rules. */
export function fileSheetPlan(reading: SheetReading, styles: OwnStyles): FileSheetPlan {
  const { file, survey } = reading;
  const frame = fileFrame(reading);
  const cells = file.cells ?? new Map<string, Cell>();
  const places = [...cells.keys()].map((key) => key.split(",").map(Number) as [number, number]);
  const within = places.filter(([row, column]) => row < SHEET_REACH.rows && column < SHEET_REACH.columns);
  const lengths = file.rows
    .slice(0, SHEET_REACH.rows)
    .map(({ length }) => Math.min(length, SHEET_REACH.columns));
  for (const [row, column] of within) lengths[row] = Math.max(lengths[row] ?? 0, column + 1);
  const height = Math.max(1, lengths.length);
  const width = lengths.reduce((most, length = 0) => Math.max(most, length), 1);
  const looks = new Set<string>();
  let movedDays = 0;
  const planned = (row: number, column: number): CellPlan | null => {
    const { style, lost } = reading.look(row, column);
    const { value: read, formula } = reading.at(row, column);
    // For East Asian writing programs choose a font themselves.
    const isChosen =
      typeof read === "string" && /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/.test(read);
    for (const words of lost) if (words !== OTHER_FONTS || !isChosen) looks.add(words);
    const day = typeof read === "string" ? survey.numbers.get(`${row},${column}`) : undefined;
    let value = day ?? read;
    if (reading.from1904 && typeof value === "number" && day === undefined && reading.isDay(row, column)) {
      value += DAYS_TO_1904;
      movedDays += 1;
    }
    if (value === null && formula === undefined && Object.keys(style).length === 0) return null;
    return { value, ...(formula !== undefined && formula !== "" && { formula }), style: styles.key(style) };
  };
  const rows = Array.from({ length: height }, (_, row) => {
    const own = frame.height(row);
    const line = Array.from({ length: lengths[row] ?? 0 }, (__, column) => planned(row, column));
    return { ...(own !== undefined && { height: own }), cells: line };
  });
  const features = [...survey.features];
  if (within.length < places.length)
    features.push({ kind: "unknown", where: "cells beyond the rows and columns shown" });
  const validations = survey.validations.flatMap((rule) => {
    const plans = fileValidation(rule);
    if (plans === null) features.push({ kind: "otherValidation", where: rule.ranges.join(" ") });
    return plans ?? [];
  });
  const conditionalFormats = (file.conditionalRules ?? []).flatMap(
    (rule) => conditionalFormat(rule, reading.colourOf) ?? [],
  );
  for (const { ranges, type, isExtension } of survey.formats)
    if (type !== "expression" || isExtension)
      features.push({ kind: "otherConditionalFormat", where: ranges.join(" ") });
  const plan: SheetPlan = {
    name: file.name,
    rows,
    validations,
    conditionalFormats,
    notes: frame.notes,
    links: [],
    charts: [],
    tabColour: reading.colourOf(file.view?.tabColor) ?? "7F7F7F",
    columns: Array.from(
      { length: Math.min(SHEET_REACH.columns, Math.max(width, file.columns?.length ?? 0)) },
      (_, index) => ({ width: frame.width(index) ?? STANDARD_WIDTH }),
    ),
    freeze: { rows: file.freezePane?.rows ?? 0, columns: file.freezePane?.columns ?? 0 },
    gridlines: file.view?.showGridLines ?? true,
    zoom: file.view?.zoomScale ?? 100,
    print: {
      area: `A1:${cellAddress(height, width)}`,
      titleRows: null,
      titleColumns: null,
      footerLeft: "&A",
      footerCenter: "Page &P of &N",
      footerRight: "",
      paper: "A4",
    },
  };
  return { plan, features, looks: [...looks], movedDays };
}

function conditionalFormat(
  { type, formula, style, range }: ConditionalRule,
  colourOf: ColourReader,
): readonly ConditionalFormatPlan[] | null {
  if (type !== "expression" || typeof formula !== "string" || style === undefined) return null;
  const background = style.fill?.type === "pattern" ? (style.fill.bgColor ?? style.fill.fgColor) : undefined;
  const look = {
    colour: colourOf(style.font?.color) ?? "000000",
    fill: colourOf(background) ?? "FFFFFF",
    ...(style.font?.bold === true && { bold: true }),
  };
  return range.split(" ").map((each) => ({ range: each, formula, ...look }));
}
