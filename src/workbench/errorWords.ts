import { say } from "../words";
import { IFunctionService } from "@univerjs/engine-formula";
import type { Worksheet } from "@univerjs/core";
import { quoted, unknownName } from "../functions";
import type { GridBook } from "../hosts/grid/gridBook";
import type { CellReasons } from "../hosts/grid/gridFunctions";
import { cellAddress, columnNumber } from "../workbook/address";

/** What an error value means where nothing more is known. */
const GENERAL: Readonly<Record<string, string>> = {
  "#VALUE!": "A part of the formula is no number where one is needed, or a range where one value is.",
  "#N/A": "The figure is not disclosed, or what the formula looks for is not there.",
  "#DIV/0!": "The formula divides by zero or by an empty cell.",
  "#NAME?": "The formula names something that does not exist; texts stand in quotation marks.",
  "#REF!": "The formula points to a cell or a sheet that is not there any more.",
  "#NUM!": "The formula has no value for these numbers.",
  "#NULL!": "The ranges of the formula have no cell in common.",
  "#CALC!": "The formula has an empty result.",
  "#CYCLE!": "The formula leads back to its own cell.",
  "#SPILL!": "The result needs more cells than are free.",
};

/** How many cells an error is followed back through. */
const DEEPEST = 4;

/** Why a cell of the grid shows an error value, in words; rows and columns count from 0. Null where it shows none. */
export function errorWords(
  book: GridBook,
  reasons: CellReasons,
): (sheetId: string, row: number, column: number) => string | null {
  const known = (name: string): boolean =>
    book.grid.univer.__getInjector().get(IFunctionService).hasExecutor(name.toUpperCase());
  const functions = (): string[] =>
    [...book.grid.univer.__getInjector().get(IFunctionService).getExecutors().keys()].map(String);

  const at = (sheetId: string, row: number, column: number, depth: number): string | null => {
    const sheet = book.workbook().getSheetBySheetId(sheetId);
    const value = sheet ? String(book.value(sheet, row, column)) : "";
    const general = GENERAL[value];
    const formula = sheet ? book.formula(sheet, row, column) : null;
    if (!sheet || general === undefined) return null;
    if (formula === null) return value === "#N/A" ? general : null;
    if (value === "#SPILL!") return spillWords(book, sheet, row, column) ?? general;
    const reason = reasons.at(sheetId, row, column);
    // A reason of another formula that stood here before says nothing.
    if (reason !== null && formula.toUpperCase().includes(`${reason.split(":")[0]!}(`)) return reason;
    if (value === "#NAME?") return nameWords(formula) ?? general;
    const [origin] = depth < DEEPEST ? failingCells(book, sheet, formula, value) : [];
    if (origin === undefined) return general;
    const why = at(origin.sheet.getSheetId(), origin.row, origin.column, depth + 1);
    return say`It comes from ${origin.address}. ${why ?? general}`;
  };

  function nameWords(formula: string): string | null {
    const bare = formula.replace(/"[^"]*"/g, '""').replace(/'(?:[^']|'')*'!/g, "");
    const called = [...bare.matchAll(/([\p{L}_][\p{L}\d_.]*)\s*\(/gu)].map(([, name]) => name!);
    const missing = called.find((name) => !known(name));
    if (missing !== undefined)
      return unknownName("function", missing, functions(), "the grid has none of that name");
    const names = [...bare.matchAll(/(?<![\p{L}\d_.!$])[\p{L}_][\p{L}\d_.]*(?![\p{L}\d_.(!])/gu)].map(
      ([name]) => name,
    );
    const free = names.find((name) => !/^(?:[A-Z]{1,3}\d+|TRUE|FALSE|KC_\w+)$/i.test(name));
    return free === undefined
      ? null
      : say`${free} is no name of this workbook; a text stands in quotation marks: "${free}".`;
  }

  return (sheetId, row, column) => at(sheetId, row, column, 0);
}

/** What stands where the result of a formula would go. */
function spillWords(book: GridBook, sheet: Worksheet, row: number, column: number): string | null {
  const { rows, columns } = book.spill(sheet, row, column);
  if (rows * columns === 1) return null;
  const needs = say`The result needs ${counted(rows, "row")} and ${counted(columns, "column")}`;
  if (row + rows > sheet.getRowCount() || column + columns > sheet.getColumnCount())
    return say`${needs}; the sheet ends before. Insert rows or columns, or put the formula further up and to the left.`;
  for (let r = row; r < row + rows; r++) {
    for (let c = column; c < column + columns; c++) {
      const holds = r === row && c === column ? "" : book.content(sheet, r, c);
      if (holds !== "")
        return say`${needs}. ${cellAddress(r + 1, c + 1)} is in the way: it holds ${quoted(holds)}. Empty it, or put the formula where there is room.`;
    }
  }
  return say`${needs}; another result stands in the way.`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

interface FailingCell {
  readonly sheet: Worksheet;
  readonly row: number;
  readonly column: number;
  readonly address: string;
}

/** Single cells that a formula reads and that show the same error value. */
function* failingCells(
  book: GridBook,
  home: Worksheet,
  formula: string,
  error: string,
): Generator<FailingCell> {
  const cells = /(?:'((?:[^']|'')+)'!|([\p{L}\d_.]+)!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?![\d(])/gu;
  for (const [address, quotedName, plainName, letters, digits] of formula
    .replace(/"[^"]*"/g, '""')
    .matchAll(cells)) {
    const name = quotedName?.replaceAll("''", "'") ?? plainName;
    const sheet = name === undefined ? home : book.sheetNamed(name);
    const [row, column] = [Number(digits) - 1, columnNumber(letters!) - 1];
    if (sheet !== null && String(book.value(sheet, row, column)) === error)
      yield { sheet, row, column, address };
  }
}
