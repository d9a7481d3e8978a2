import type { IWorksheetData, Worksheet } from "@univerjs/core";
import { chartsOfResult } from "../../workbook/chartsOfResult";
import type { CellPlan, ChartPlan, RowPlan, SheetPlan } from "../../workbook/plan";
import { cellAddress, parseRectangle } from "../../workbook/address";
import type { OwnStyles } from "../ownStyles";
import type { GridBook } from "./gridBook";
import type { Losses } from "./losses";
import { notesOn } from "./ownNotes";
import { filledByAnswer, ownCell } from "./ownCell";
import { presentResources } from "./ownResources";
import { put } from "./put";
import {
  planFormats,
  planValidations,
  type GridFormat,
  type GridValidation,
  type ShownLines,
} from "./planRules";
import { planStyle } from "./planStyle";

/** Resources of an own sheet that a plan carries, or that hold nothing of a person's. */
const CARRIED = new Set([
  "SHEET_NOTE_PLUGIN",
  "SHEET_DATA_VALIDATION_PLUGIN",
  "SHEET_CONDITIONAL_FORMATTING_PLUGIN",
]);
const NAMED: Readonly<Record<string, string>> = {
  SHEET_HYPER_LINK_PLUGIN: "links",
  SHEET_FILTER_PLUGIN: "filters",
  SHEET_DRAWING_PLUGIN: "pictures",
};

/** A sheet of a person's own as a plan says it; null for an empty one. What a plan can't say is noted. */
export function ownSheetPlan(
  book: GridBook,
  sheet: Worksheet,
  styles: OwnStyles,
  lost: Losses,
): SheetPlan | null {
  const [name, id, data] = [sheet.getName(), sheet.getSheetId(), sheet.getSnapshot()];
  const rows: RowPlan[] = [];
  sheet.getCellMatrix().forValue((row, column, cell) => {
    const { style, lost: words } = planStyle(book.workbook().getStyles().getStyleByCell(cell) ?? {});
    lost.note(name, cell?.p == null ? words : [...words, ...richText(cell.p)]);
    const key = styles.key(style);
    const planned: CellPlan | null =
      ownCell(book, sheet, row, column, key) ??
      (Object.keys(style).length === 0 ? null : { value: null, style: key });
    if (planned === null) return;
    put(rows, row, column, (there) => ({
      ...there,
      ...planned,
      value: planned.value ?? there?.value ?? null,
    }));
    if (planned.fills !== undefined)
      for (const { value, ...at } of filledByAnswer(book, sheet, row, column))
        put(rows, at.row, at.column, (there) => ({ value, style: there?.style ?? styles.key({}) }));
  });
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const notes = notesOn(book, id);
  if (width === 0 && notes.length === 0) return null;
  noteShape(data, name, lost);
  const shown = { rows: sheet.getRowCount(), columns: sheet.getColumnCount() };
  const { validations, conditionalFormats } = rulesOf(book, id, name, shown, lost);
  return {
    name,
    notes,
    validations,
    conditionalFormats,
    tabColour: /^#?([0-9a-f]{6})$/i.exec(data.tabColor ?? "")?.[1] ?? "7F7F7F",
    columns: Array.from({ length: Math.max(width, 1) }, (_, index) => ({
      width: ((data.columnData[index]?.w ?? data.defaultColumnWidth) - 5) / 7,
    })),
    rows: rows.map((row, index) => ({ ...row, ...heightOf(data, index) })),
    freeze: { rows: Math.max(data.freeze.ySplit, 0), columns: Math.max(data.freeze.xSplit, 0) },
    links: [],
    charts: resultCharts(book, sheet),
    gridlines: data.showGridlines === 1,
    zoom: Math.round(data.zoomRatio * 100),
    print: {
      area: `A1:${cellAddress(Math.max(rows.length, 1), Math.max(width, 1))}`,
      titleRows: null,
      titleColumns: null,
      footerLeft: "&A",
      footerCenter: "Page &P of &N",
      footerRight: "",
      paper: "A4",
    },
  };
}

/** The charts of a result on a sheet of its own, as its cells tell them. */
export function resultCharts(book: GridBook, sheet: Worksheet): readonly ChartPlan[] {
  return chartsOfResult(sheet.getName(), (address) => {
    const { row, column } = parseRectangle(address)!;
    return book.value(sheet, row - 1, column - 1);
  });
}

function heightOf({ rowData, defaultRowHeight }: IWorksheetData, row: number): { height?: number } {
  const line = rowData[row];
  const height = line?.ia === 0 ? line.h : (line?.ah ?? line?.h);
  return height === undefined || height === defaultRowHeight ? {} : { height: height * 0.75 };
}

function rulesOf(
  book: GridBook,
  id: string,
  name: string,
  shown: ShownLines,
  lost: Losses,
): Pick<SheetPlan, "validations" | "conditionalFormats"> {
  const present = presentResources(book);
  for (const [keeper, bySheet] of present)
    if (!CARRIED.has(keeper) && NAMED[keeper] !== undefined && holds(bySheet[id]))
      lost.note(name, [NAMED[keeper]]);
  const rules = <Rule, Plan>(
    keeper: string,
    planned: (rule: Rule, shown: ShownLines) => readonly Plan[] | null,
    words: string,
  ): Plan[] =>
    ((present.get(keeper)?.[id] ?? []) as Rule[]).flatMap((rule) => {
      const plans = planned(rule, shown);
      if (plans === null) lost.note(name, [words]);
      return plans ?? [];
    });
  return {
    validations: rules<GridValidation, SheetPlan["validations"][number]>(
      "SHEET_DATA_VALIDATION_PLUGIN",
      planValidations,
      "validation rules other than lists and numbers between two limits",
    ),
    conditionalFormats: rules<GridFormat, SheetPlan["conditionalFormats"][number]>(
      "SHEET_CONDITIONAL_FORMATTING_PLUGIN",
      planFormats,
      "conditional formats by colour scales, bars, icons, ranks or dates",
    ),
  };
}

function holds(part: unknown): boolean {
  return part != null && JSON.stringify(part).replaceAll(/[[\]{}",:]/g, "") !== "";
}

function noteShape(data: IWorksheetData, name: string, lost: Losses): void {
  if (data.mergeData.length > 0) lost.note(name, ["merged cells (kept apart)"]);
  if (data.hidden === 1) lost.note(name, ["the hiding of the sheet"]);
  const lines = [...Object.values(data.rowData), ...Object.values(data.columnData)];
  if (lines.some((line) => line.hd === 1)) lost.note(name, ["hidden rows or columns (shown in the file)"]);
  if (lines.some((line) => line.s != null && line.s !== ""))
    lost.note(name, ["formats of whole rows and columns beyond their cells"]);
}

/** Rich text, as far as it is more than plain text in a cell. */
function richText({
  body,
}: {
  readonly body?: { readonly textRuns?: readonly unknown[]; readonly customRanges?: readonly unknown[] };
}): readonly string[] {
  if ((body?.customRanges?.length ?? 0) > 0) return ["links"];
  return (body?.textRuns?.length ?? 0) > 0 ? ["formats of parts of a cell's text"] : [];
}
