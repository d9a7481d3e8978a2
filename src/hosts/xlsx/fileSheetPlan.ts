import type { Cell, ConditionalRule, DataValidation, Sheet } from "hucre/xlsx";
import type {
  CellPlan,
  ConditionalFormatPlan,
  NotePlan,
  SheetPlan,
  ValidationPlan,
} from "../../workbook/plan";
import type { OwnStyles } from "../ownStyles";
import { cellAddress } from "../../workbook/address";
import type { ReadCell } from "./readXlsx";
import { readStyle, rgb } from "./readStyle";

/** How far a sheet of a file may reach to become a plan: rows and columns. */
export const SHEET_REACH = { rows: 50_000, columns: 1_000 } as const;

/** A sheet of a file as a plan, and what of it a plan can't say, in words. */
export interface FileSheetPlan {
  readonly plan: SheetPlan;
  readonly lost: readonly string[];
}

/** Width in characters of a column that names none. */
const STANDARD_WIDTH = 10;

/** A sheet of a file as a plan: contents, looks, notes, widths, rules. */
export function fileSheetPlan(
  file: Sheet,
  at: (row: number, column: number) => ReadCell,
  styles: OwnStyles,
): FileSheetPlan {
  const cells = file.cells ?? new Map<string, Cell>();
  const places = [...cells.keys()].map((key) => key.split(",").map(Number) as [number, number]);
  const within = places.filter(([row, column]) => row < SHEET_REACH.rows && column < SHEET_REACH.columns);
  const lengths = file.rows
    .slice(0, SHEET_REACH.rows)
    .map(({ length }) => Math.min(length, SHEET_REACH.columns));
  for (const [row, column] of within) lengths[row] = Math.max(lengths[row] ?? 0, column + 1);
  const height = Math.max(1, lengths.length);
  const width = lengths.reduce((most, length = 0) => Math.max(most, length), 1);
  const rows = Array.from({ length: height }, (_, row) => {
    const own = file.rowDefs?.get(row)?.height;
    const line = Array.from({ length: lengths[row] ?? 0 }, (__, column) =>
      planned(at(row, column), cells.get(`${String(row)},${String(column)}`), styles),
    );
    return { ...(own !== undefined && { height: own }), cells: line };
  });
  const lost: string[] = [];
  const note = (is: boolean, words: string): void => {
    if (is) lost.push(words);
  };
  note(within.length < places.length, "cells beyond the rows and columns shown");
  note((file.merges?.length ?? 0) > 0, "merged cells (kept apart)");
  note((file.images?.length ?? 0) + (file.textBoxes?.length ?? 0) > 0, "pictures and text boxes");
  note((file.tables?.length ?? 0) + (file.pivotTables?.length ?? 0) > 0, "tables (their cells are kept)");
  const validations = (file.dataValidations ?? []).flatMap((rule) => {
    const plans = validation(rule);
    note(plans === null, "validation rules other than lists and numbers between two limits");
    return plans ?? [];
  });
  const conditionalFormats = (file.conditionalRules ?? []).flatMap((rule) => {
    const plans = conditionalFormat(rule);
    note(plans === null, "conditional formats by colour scales, bars, icons, ranks or dates");
    return plans ?? [];
  });
  const plan: SheetPlan = {
    name: file.name,
    rows,
    validations,
    conditionalFormats,
    notes: notes(cells),
    links: [],
    charts: [],
    tabColour: rgb(file.view?.tabColor) ?? "7F7F7F",
    columns: Array.from(
      { length: Math.min(SHEET_REACH.columns, Math.max(width, file.columns?.length ?? 0)) },
      (_, index) => ({ width: file.columns?.[index]?.width ?? STANDARD_WIDTH }),
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
  return { plan, lost: [...new Set(lost)] };
}

function planned({ value, formula }: ReadCell, cell: Cell | undefined, styles: OwnStyles): CellPlan | null {
  const look = cell?.style === undefined ? {} : readStyle(cell.style);
  if (value === null && formula === undefined && Object.keys(look).length === 0) return null;
  return { value, ...(formula !== undefined && formula !== "" && { formula }), style: styles.key(look) };
}

function notes(cells: ReadonlyMap<string, Cell>): NotePlan[] {
  return [...cells].flatMap(([key, { comment }]) => {
    if (comment === undefined || comment.text === "") return [];
    const [row, column] = key.split(",").map(Number) as [number, number];
    return [{ cell: cellAddress(row + 1, column + 1), text: comment.text }];
  });
}

function validation(rule: DataValidation): readonly ValidationPlan[] | null {
  const kind = ((): ValidationPlan["rule"] | null => {
    if (rule.type === "list" && rule.values !== undefined) return { kind: "list", values: rule.values };
    if (rule.type === "list" && rule.formula1 !== undefined)
      return { kind: "listRange", formula: rule.formula1 };
    const [min, max] = [Number(rule.formula1), Number(rule.formula2)];
    if (
      (rule.type !== "decimal" && rule.type !== "whole") ||
      (rule.operator ?? "between") !== "between" ||
      !(min <= max)
    )
      return null;
    return { kind: rule.type, min, max };
  })();
  if (kind === null) return null;
  const texts = {
    promptTitle: rule.inputTitle ?? "",
    prompt: rule.inputMessage ?? "",
    errorTitle: rule.errorTitle ?? "",
    error: rule.errorMessage ?? "",
  };
  return rule.range.split(" ").map((range) => ({ range, rule: kind, ...texts }));
}

function conditionalFormat({
  type,
  formula,
  style,
  range,
}: ConditionalRule): readonly ConditionalFormatPlan[] | null {
  if (type !== "expression" || typeof formula !== "string" || style === undefined) return null;
  const background = style.fill?.type === "pattern" ? (style.fill.bgColor ?? style.fill.fgColor) : undefined;
  const look = {
    colour: rgb(style.font?.color) ?? "000000",
    fill: rgb(background) ?? "FFFFFF",
    ...(style.font?.bold === true && { bold: true }),
  };
  return range.split(" ").map((each) => ({ range: each, formula, ...look }));
}
