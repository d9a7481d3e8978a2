import type { ReadSheet, ReadWorkbook } from "../hosts/xlsx/readXlsx";
import type { Catalogue } from "../words";
import { SHEETS } from "../workbook/sheetNames";

/** Cells named one by one; of more only the number is said. */
const MOST_NAMED = 12;
/** Sheets on which a person types: what differs there is said as assumptions and figures. */
const TYPED_SHEETS: ReadonlySet<string> = new Set([SHEETS.inputs, SHEETS.history]);

/** What differs between the sheets of two workbooks beside assumptions and typed figures, in sentences: sheets that one lacks, cells that hold another formula or another typed value; both are in the language of `words`. */
export function sheetDifferences(from: ReadWorkbook, to: ReadWorkbook, words: Catalogue): readonly string[] {
  const [before, after] = [from, to].map((workbook) => new Map(workbook.sheets.map((s) => [s.name, s])));
  const missing = (
    names: Iterable<string>,
    there: ReadonlyMap<string, ReadSheet>,
    what: string,
  ): string[] => {
    const gone = [...names].filter((name) => !there.has(name));
    return gone.length === 0 ? [] : [`${what}: ${gone.join(", ")}.`];
  };
  const shared = [...before!.values()].filter(
    ({ name }) => after!.has(name) && !TYPED_SHEETS.has(words.english(name)),
  );
  return [
    ...missing(after!.keys(), before!, "Sheets only in the second"),
    ...missing(before!.keys(), after!, "Sheets only in the first"),
    ...shared.flatMap((sheet) => {
      const cells = differing(sheet, after!.get(sheet.name)!);
      if (cells.length === 0) return [];
      const named = cells.length <= MOST_NAMED ? `: ${cells.join(", ")}` : `, the first in ${cells[0]}`;
      return [
        `${sheet.name}: ${cells.length === 1 ? "1 cell differs" : `${cells.length} cells differ`}${named}.`,
      ];
    }),
  ];
}

/** Cells whose contents differ: their formulas, or what was typed; values of equal formulas follow from the rest. */
function differing(before: ReadSheet, after: ReadSheet): readonly string[] {
  const content = (sheet: ReadSheet, address: string): unknown => {
    const { formula, value } = sheet.cell(address);
    return formula === undefined ? value : `=${formula}`;
  };
  const addresses = new Set([...before.addresses(), ...after.addresses()]);
  return [...addresses].filter((address) => content(before, address) !== content(after, address));
}
