import { cellAddress, parseCell } from "../../workbook/address";
import type { CellPlan } from "../../workbook/plan";
import { canonical } from "../grid/cellContent";
import type { Feature } from "../xlsx/feature";
import type { ReadCell } from "../xlsx/readXlsx";
import { lineRanges } from "../xlsx/lineRanges";
import type { FileContent } from "./fileParts";
import { filledCells } from "./filledCells";
import type { FormulaReader } from "./formulaReader";
import type { ModelTab } from "./modelTabs";

/** What a person typed on a sheet of the model, and what of it has no place in the plan. */
export interface ModelContents {
  readonly contents: readonly Omit<FileContent, "style">[];
  readonly features: readonly Feature[];
  /** How many cells differ because the file is of another release. */
  readonly otherRelease: number;
}

/** Part of a sheet's cells that may differ before they count as another version's. */
const OTHERWISE = 0.1;

/**
 * Whatever stands on a sheet of the model in a file and not in the plan: own cells, and cells of the model that were typed over or emptied.
 * `isReadApart` (rows and columns from 1) names cells that are read otherwise; `sameRelease` says whether figures and words of the file are this version's.
 */
export function modelContents(
  tab: ModelTab,
  reader: FormulaReader,
  isReadApart: (row: number, column: number) => boolean,
  sameRelease: boolean,
): ModelContents {
  const { sheet, plan, at } = tab;
  const width = plan.rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const filled = filledCells(sheet.survey().filled);
  const own: Omit<FileContent, "style">[] = [];
  const changed: { readonly address: string; readonly row: number; readonly column: number }[] = [];
  const [astrayRows, astrayColumns] = [new Set<number>(), new Set<number>()];
  let planned = 0;
  for (const address of sheet.addresses()) {
    const { row: fileRow, column: fileColumn } = parseCell(address);
    const [row, column] = [at.rows.toPlan(fileRow), at.columns.toPlan(fileColumn)];
    if (row === null) astrayRows.add(fileRow);
    else if (column === null) astrayColumns.add(fileColumn);
    if (row === null || column === null || row < 1 || column < 1 || filled.has(address)) continue;
    const there = plan.rows[row - 1]?.cells[column - 1];
    // Where the model has cells, those of another release are that release's, also where this one has none.
    if (sameRelease ? there && !isBlank(there) : row <= plan.rows.length && column <= width) continue;
    if (isBlank(sheet.cell(address)) || isReadApart(row, column)) continue;
    own.push({
      row: row - 1,
      column: column - 1,
      ...reader.content(sheet.name, address, sheet.cell(address)),
    });
  }
  plan.rows.forEach(({ cells }, r) =>
    cells.forEach((cell, c) => {
      if (cell === null || isBlank(cell)) return;
      const [fileRow, fileColumn] = [at.rows.toFile(r + 1), at.columns.toFile(c + 1)];
      if (fileRow === null || fileColumn === null || isReadApart(r + 1, c + 1)) return;
      planned += 1;
      const address = cellAddress(fileRow, fileColumn);
      if (!holds(cell, sheet.cell(address), (formula) => reader.look(sheet.name, formula)))
        changed.push({ address, row: r, column: c });
    }),
  );
  const few = sameRelease && changed.length <= Math.max(OTHERWISE * planned, 3);
  const [taken, left] = few ? [changed, []] : [[], changed];
  const where = left.slice(0, 5).map(({ address }) => address);
  const more = left.length > where.length ? ` and ${left.length - where.length} more cells` : "";
  const astray = sameRelease ? "ownLines" : "otherLines";
  const inserted = (numbers: Set<number>, word: string): string =>
    `${word} ${lineRanges(numbers, word === "column" ? (line) => cellAddress(1, line).slice(0, -1) : String).join(", ")}`;
  return {
    otherRelease: sameRelease ? 0 : left.length,
    contents: [
      ...own,
      ...taken.map(({ address, row, column }) => ({
        row,
        column,
        ...reader.content(sheet.name, address, sheet.cell(address)),
      })),
    ],
    features: [
      ...(sameRelease && left.length > 0
        ? [{ kind: "otherVersion", where: where.join(", ") + more } as const]
        : []),
      ...(astrayRows.size > 0 ? [{ kind: astray, where: inserted(astrayRows, "row") } as const] : []),
      ...(astrayColumns.size > 0
        ? [{ kind: astray, where: inserted(astrayColumns, "column") } as const]
        : []),
    ],
  };
}

function isBlank({ value, formula }: ReadCell): boolean {
  return formula === undefined && (value === null || value === "");
}

/** Whether a cell of a file holds what the plan has. */
function holds(cell: CellPlan, now: ReadCell, look: (formula: string) => string | null): boolean {
  if (cell.formula === undefined) return now.formula === undefined && same(cell.value, now.value);
  if (now.formula === undefined) return false;
  const formula = now.formula === "" ? cell.formula : look(now.formula);
  return formula !== null && canonical(`=${formula}`) === canonical(`=${cell.formula}`);
}

/** Whether two constants are the same; other programs write the last of sixteen digits otherwise. */
function same(planned: CellPlan["value"], now: ReadCell["value"]): boolean {
  if (typeof planned === "number" && typeof now === "number")
    return Math.abs(planned - now) <= 1e-14 * Math.abs(planned);
  if (typeof planned === "string" && typeof now === "string")
    return planned.replaceAll("\r\n", "\n").trim() === now.replaceAll("\r\n", "\n").trim();
  return planned === now;
}
