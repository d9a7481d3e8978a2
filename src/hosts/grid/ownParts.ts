import type { DefinedNamePlan, RowPlan, SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { parseCell, parseRectangle, rectangleAddress, splitAddress } from "../../workbook/address";
import { OwnStyles } from "../ownStyles";
import { isFormula } from "./cellContent";
import type { GridBook } from "./gridBook";
import type { LiveModel } from "./liveModel";
import { Losses } from "./losses";
import { MARK_FILL, markNote } from "./markNote";
import { compareWithPlan } from "./ownContents";
import { filledByAnswer, ownCell } from "./ownCell";
import { ownLooks, type OwnLooks } from "./ownLooks";
import { notesOn } from "./ownNotes";
import { added, DEFINED_NAMES, presentResources } from "./ownResources";
import { ownSheetPlan } from "./ownSheets";
import { put } from "./put";
import { planResources } from "./planResources";
import { sheetIdOf } from "./planSheets";
import { planStyle } from "./planStyle";

/** A plan with a person's own parts in it, and what of those a file can't hold, in words. */
export interface WholePlan {
  readonly plan: WorkbookPlan;
  readonly lost: readonly string[];
}

/**
 * A plan with what a person added in the grid: cells, looks and notes on the model's sheets, and sheets of their own after them. A formula
 * whose value the grid gives, because it reads an overwritten cell, has that value; overwritten cells are marked.
 */
export function ownParts(book: GridBook, live: LiveModel, plan: WorkbookPlan): WholePlan {
  const { overwritten } = live.deviations();
  const { kept } = compareWithPlan(book, plan);
  const [styles, lost] = [new OwnStyles(), new Losses()];
  const looks = new Map(ownLooks(book, book.written ?? plan).map((each) => [each.sheetId, each]));
  const sheets = plan.sheets.map((sheet): SheetPlan => {
    const [id, grid] = [sheetIdOf(sheet.name), book.sheetOfPlan(sheet.name)];
    if (grid === null) return sheet;
    const rows: RowPlan[] = sheet.rows.map((row, r) => ({
      ...row,
      cells: row.cells.map((cell, c) =>
        cell?.formula !== undefined && live.isGrids(sheet.name, r, c)
          ? { ...cell, value: book.value(grid, r, c) }
          : cell,
      ),
    }));
    const mine = kept.filter(({ sheetId }) => sheetId === id);
    for (const { row, column } of mine)
      put(rows, row, column, (there) => {
        const style = there?.style ?? styles.key({});
        return ownCell(book, grid, row, column, style) ?? (there && { value: null, style });
      });
    for (const { row, column } of mine.filter(({ content }) => isFormula(content)))
      for (const { value, ...at } of filledByAnswer(book, grid, row, column))
        put(rows, at.row, at.column, (there) => ({ value, style: there?.style ?? styles.key({}) }));
    const own = looks.get(id);
    for (const { row, column, look } of own?.cells ?? []) {
      const { style, lost: words } = planStyle(look);
      lost.note(sheet.name, words);
      put(rows, row, column, (there) =>
        there === null && Object.keys(style).length === 0
          ? null
          : { ...(there ?? { value: null }), style: styles.key(style) },
      );
    }
    const notes = [...notesOn(book, id)];
    for (const { cell, planned } of overwritten.filter(
      (one) => one.sheet === grid.getName() && one.role !== "words",
    )) {
      const { row, column } = parseCell(cell);
      put(rows, row - 1, column - 1, (there) => {
        const style = {
          ...plan.styles[there?.style ?? ""],
          ...styles.all[there?.style ?? ""],
          fill: MARK_FILL,
        };
        return { ...(there ?? { value: null }), style: styles.key(style) };
      });
      if (!notes.some((note) => note.cell === cell)) notes.push({ cell, text: markNote(planned) });
    }
    return { ...sheet, rows: resized(rows, own, lost, sheet.name), columns: widened(sheet, own), notes };
  });
  noteRules(book, lost);
  const ownSheets = book
    .workbook()
    .getSheets()
    .filter((sheet) => book.planNameOf(sheet.getSheetId()) === null)
    .flatMap((sheet) => ownSheetPlan(book, sheet, styles, lost) ?? []);
  const whole = [...sheets, ...ownSheets];
  return {
    plan: {
      ...plan,
      names: [...plan.names, ...ownNames(book, whole, lost)],
      styles: { ...plan.styles, ...styles.all },
      sheets: whole,
    },
    lost: lost.words(),
  };
}

function widened(sheet: SheetPlan, own: OwnLooks | undefined): SheetPlan["columns"] {
  const widths = Object.entries(own?.columns ?? {}).flatMap(([index, { w }]) =>
    w == null ? [] : [[Number(index), w] as const],
  );
  if (widths.length === 0) return sheet.columns;
  const columns = [...sheet.columns];
  for (const [index, width] of widths) {
    while (columns.length <= index) columns.push({ width: 10 });
    columns[index] = { width: (width - 5) / 7 };
  }
  return columns;
}

function resized(rows: RowPlan[], own: OwnLooks | undefined, lost: Losses, sheet: string): RowPlan[] {
  for (const [index, { h }] of Object.entries(own?.rows ?? {})) {
    const row = rows[Number(index)];
    if (h != null && row !== undefined) rows[Number(index)] = { ...row, height: h * 0.75 };
  }
  const hidden = [...Object.values(own?.rows ?? {}), ...Object.values(own?.columns ?? {})].some(
    ({ hd }) => hd === 1,
  );
  if (hidden) lost.note(sheet, ["hidden rows or columns (shown in the file)"]);
  return rows;
}

/** Names that a person gave to ranges; a name for anything else is noted as lost. */
function ownNames(book: GridBook, sheets: readonly SheetPlan[], lost: Losses): DefinedNamePlan[] {
  const planned = new Set(book.written?.names.map(({ name }) => name));
  const given = Object.values(presentResources(book).get(DEFINED_NAMES) ?? {}) as {
    name: string;
    formulaOrRefString: string;
    comment?: string;
  }[];
  return given
    .filter(({ name }) => !planned.has(name))
    .flatMap(({ name, formulaOrRefString, comment }) => {
      const { sheet, range } = splitAddress(formulaOrRefString.replace(/^=/, ""));
      const area = parseRectangle(range);
      if (sheet !== null && area !== null && sheets.some((each) => each.name === sheet))
        return [{ name, sheet, range: rectangleAddress(area), comment: comment ?? "" }];
      lost.note(sheet ?? "the workbook", [`the name ${name}`]);
      return [];
    });
}

/** Rules that a person added to the model's sheets stay in the grid; the file has the model's. */
function noteRules(book: GridBook, lost: Losses): void {
  if (book.written === null) return;
  const present = presentResources(book);
  for (const { name, data } of planResources(book.written)) {
    const what = {
      SHEET_DATA_VALIDATION_PLUGIN: "validation rules that you added",
      SHEET_CONDITIONAL_FORMATTING_PLUGIN: "conditional formats that you added",
    }[name];
    const planned = JSON.parse(data) as Record<string, unknown>;
    for (const sheet of what === undefined ? [] : book.written.sheets) {
      const id = sheetIdOf(sheet.name);
      if (added(present.get(name)?.[id], planned[id]).length > 0) lost.note(sheet.name, [what!]);
    }
  }
}
