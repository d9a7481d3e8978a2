import { CellError } from "../formula";
import { numberOf, scalarOf, type KcArgument } from "./kcValue";

/** A worksheet function: reads its arguments by place, as needed. */
export type WorksheetFunction = (read: (index: number) => KcArgument, count: number) => KcArgument;

/** Numbers of all arguments; texts and blanks of a range are passed over, as Excel does. */
function numbers(read: (index: number) => KcArgument, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => read(index)).flatMap((argument, index) =>
    typeof argument === "object" && argument !== null
      ? argument.flat().filter((cell): cell is number => typeof cell === "number")
      : [numberOf(argument, `argument ${index + 1}`)],
  );
}

function rounded(value: number, digits: number): number {
  const text = Math.abs(value).toPrecision(15);
  const shifted = Math.round(Number(`${Number(text)}e${digits}`));
  return Math.sign(value) * Number(`${shifted}e${-digits}`);
}

/** The worksheet functions that formulas outside a workbook may use beside KC's own. */
export const WORKSHEET_FUNCTIONS: Readonly<Record<string, WorksheetFunction>> = {
  SUM: (read, count) => numbers(read, count).reduce((sum, value) => sum + value, 0),
  MIN: (read, count) => Math.min(...numbers(read, count)),
  MAX: (read, count) => Math.max(...numbers(read, count)),
  AVERAGE: (read, count) => {
    const all = numbers(read, count);
    return all.reduce((sum, value) => sum + value, 0) / all.length;
  },
  ABS: (read) => Math.abs(numberOf(read(0), "number")),
  ROUND: (read, count) => rounded(numberOf(read(0), "number"), count > 1 ? numberOf(read(1), "digits") : 0),
  IF: (read, count) => (scalarOf(read(0), "condition") ? read(1) : count > 2 ? read(2) : false),
  IFERROR: (read) => {
    try {
      return read(0);
    } catch {
      return read(1);
    }
  },
  INDEX: (read) => {
    const range = read(0);
    const rows = typeof range === "object" && range !== null ? range : [[range ?? null]];
    const [row, column] = [numberOf(read(1), "row"), numberOf(read(2) ?? 1, "column")];
    const cell = rows[row - 1]?.[column - 1];
    if (cell === undefined) throw new CellError("#VALUE!", `INDEX has no row ${row}, column ${column}.`);
    return cell;
  },
  DATE: (read) =>
    Date.UTC(numberOf(read(0), "year"), numberOf(read(1), "month") - 1, numberOf(read(2), "day")) /
      86_400_000 +
    25_569,
};
