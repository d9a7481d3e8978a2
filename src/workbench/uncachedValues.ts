import type { ReadCell, ReadWorkbook } from "../hosts/xlsx/readXlsx";
import { repairedCalls } from "../hosts/opening/kcCalls";
import { typedFormula } from "../hosts/xlsx/newFunctions";
import { evaluateFormula, type KcFunctions } from "../functions";
import { cellAddress, parseRectangle, splitAddress } from "../workbook/address";

/** A formula of a file that has no value there and can't be calculated here. */
export class UncalculatedCell extends Error {
  constructor(
    /** Cell with its sheet. */
    readonly place: string,
    readonly formula: string,
    why: string,
  ) {
    super(why);
  }
}

/** Gives the value of a cell of a file, calculated where the file has a formula without one. Throws an UncalculatedCell that says why it can't. */
export type FileCalculator = (sheet: string, address: string) => ReadCell["value"];

/** Texts, which stay; cells and areas with their sheets. */
const REFERENCE =
  /"(?:[^"]|"")*"|(?<![\w.$\]])(?:(?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\d_.]*)!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\w.(!])/giu;

/** Cells of the largest area that a formula may read here. */
const MOST = 400;

/** Calculates formulas of a file that was saved without their values, as far as arithmetic, a few functions and KC functions go. */
export function fileCalculator(file: ReadWorkbook, functions: KcFunctions): FileCalculator {
  const values = new Map<string, ReadCell["value"]>();
  const underWay = new Set<string>();
  const calculate: FileCalculator = (sheet, address) => {
    const place = `${sheet}!${address}`;
    const { value, formula } = file.sheet(sheet).cell(address);
    if (value !== null || formula === undefined || formula === "") return value;
    if (values.has(place)) return values.get(place)!;
    if (underWay.has(place)) throw new UncalculatedCell(place, formula, "it depends on itself");
    underWay.add(place);
    try {
      const text = typedFormula(repairedCalls(formula).formula);
      const found = evaluateFormula(
        text.replace(REFERENCE, (word) => (word.startsWith('"') ? word : literal(word, sheet))),
        functions,
      );
      const single = Array.isArray(found) ? (found[0]?.[0] ?? "") : (found as ReadCell["value"]);
      values.set(place, single);
      return single;
    } catch (error) {
      if (error instanceof UncalculatedCell) throw error;
      throw new UncalculatedCell(place, formula, error instanceof Error ? error.message : String(error));
    } finally {
      underWay.delete(place);
    }
  };
  const literal = (reference: string, home: string): string => {
    const { sheet, range } = splitAddress(reference);
    const area = parseRectangle(range);
    if (area === null || area.rows * area.columns > MOST)
      throw new Error(`${reference} is too large an area`);
    const cells = Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (__, column) =>
        calculate(sheet ?? home, cellAddress(area.row + row, area.column + column)),
      ),
    );
    if (area.rows * area.columns === 1) return written(cells[0]![0]!, true);
    return `{${cells.map((row) => row.map((value) => written(value, false)).join(",")).join(";")}}`;
  };
  return calculate;
}

/** A value as it stands in a formula; an empty cell counts as zero by itself and as nothing in an area. */
function written(value: ReadCell["value"], isAlone: boolean): string {
  if (typeof value === "number") return isAlone ? `(${value})` : String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value === null) return isAlone ? "0" : '""';
  if (/^#(?:[A-Z/0]+[!?]?|N\/A)$/.test(value)) throw new Error(`it reads the error ${value}`);
  return `"${value.replaceAll('"', '""')}"`;
}
