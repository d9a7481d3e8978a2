/** A cell or the first cell of a range; rows and columns count from 1. */
export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

/** Place of the first cell of an A1 address without sheet, or null for whole rows, whole columns and anything else. */
export function firstCell(range: string): CellPlace | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})/i.exec(range.trim()) ?? [];
  if (letters === undefined || row === undefined) return null;
  return {
    column: [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    row: Number(row),
  };
}
