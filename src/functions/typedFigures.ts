import { QUARTERS, TYPED_LINES } from "../companies/kingsoftCloud";
import { lineKey, type Model, type TypedFigures } from "../model";
import { isOmitted, type KcArgument, type KcScalar } from "./kcValue";

type Row = readonly KcScalar[];

/** Heads of the columns that hold a line's quarters of one year. */
export const QUARTER_NAMES = ["Q1", "Q2", "Q3", "Q4"];

/** Name of such a row: a line and a year. */
export const LINE_YEAR = /^(\w+):(\d{4})$/;

const TYPED = new Set(TYPED_LINES.map(({ id }) => id));

/** Row of the assumption range at which the known figures of the workbook begin; its length where it has none. */
export function knownFiguresFrom(rows: readonly Row[]): number {
  const found = rows.findIndex(
    (row) => Array.isArray(row) && QUARTER_NAMES.every((name) => row.includes(name)),
  );
  return found < 0 ? rows.length : found;
}

/** Figures that the workbook holds beside the facts, from the rows below the assumptions: "line:year" and four quarters. */
export function typedFigures({ data }: Model, inputs: KcArgument): TypedFigures {
  const typed = new Map<string, string>();
  if (!Array.isArray(inputs)) return typed;
  const rows = inputs as readonly Row[];
  const from = knownFiguresFrom(rows);
  const first = rows[from]?.indexOf(QUARTER_NAMES[0]!) ?? -1;
  for (const row of rows.slice(from + 1)) {
    const [, lineId, year] = LINE_YEAR.exec(String(row[0] ?? "")) ?? [];
    if (lineId === undefined || !TYPED.has(lineId)) continue;
    QUARTER_NAMES.forEach((_, place) => {
      const column = QUARTERS.findIndex(({ label }) => label === `${year}Q${place + 1}`);
      if (column <= data.opening) return;
      const [value, shipped] = [row[first + place], data.shipped(lineId, column)?.value];
      const key = lineKey(lineId, column);
      if (typeof value === "number" && Number.isFinite(value)) {
        if (shipped === undefined || Number(shipped) !== value) typed.set(key, String(value));
      } else if (shipped !== undefined && isOmitted(value)) typed.set(key, "");
    });
  }
  return typed;
}
