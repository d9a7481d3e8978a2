import type { ConditionalFormatPlan, SheetPlan } from "../../workbook/plan";
import { cellAddress, columnNumber, firstCell, parseRectangle } from "../../workbook/address";

/** A rule of the grid: comparing numbers and texts costs it next to nothing, a formula costs a calculation for each cell. */
export type GridRule =
  | {
      readonly subType: "number";
      readonly operator: "notEqual" | "greaterThan" | "equal";
      readonly value: number;
    }
  | { readonly subType: "text"; readonly operator: "equal"; readonly value: string }
  | { readonly subType: "formula"; readonly value: string };

/** The cheapest rule that means the same as the formula of a conditional format. */
export function gridRule({ range, formula }: ConditionalFormatPlan): GridRule {
  const first = firstCell(range);
  const own = first === null ? "" : cellAddress(first.row, first.column);
  const plain = formula.replaceAll("$", "");
  const [, left, sign, right] = /^([A-Z]+\d+)(<>|>|=)(-?\d+(?:\.\d+)?|"[^"]*")$/.exec(inner(plain)) ?? [];
  // Dollars matter only where the range has several cells.
  const single = !range.includes(":");
  if (left !== own || sign === undefined || right === undefined || (formula.includes("$") && !single))
    return { subType: "formula", value: `=${formula}` };
  if (right.startsWith('"'))
    return sign === "="
      ? { subType: "text", operator: "equal", value: right.slice(1, -1) }
      : { subType: "formula", value: `=${formula}` };
  return {
    subType: "number",
    operator: sign === "<>" ? "notEqual" : sign === ">" ? "greaterThan" : "equal",
    value: Number(right),
  };
}

/**
 * Rows (from 0) of a conditional format that looks at one column of typed texts: what it shows is known beforehand.
 * Null for every other format.
 */
export function fixedRows(
  sheet: SheetPlan,
  { range, formula }: ConditionalFormatPlan,
): readonly number[] | null {
  const area = parseRectangle(range);
  const tests = [...(/^OR\((.*)\)$/.exec(formula)?.[1] ?? "").matchAll(/\$([A-Z]+)(\d+)="([^"]*)"/g)];
  const column = tests[0]?.[1];
  if (
    area === null ||
    column === undefined ||
    tests.some((test) => test[1] !== column || Number(test[2]) !== area.row)
  )
    return null;
  if (tests.map(([text]) => text).join(",") !== formula.slice(3, -1)) return null;
  const place = columnNumber(column) - 1;
  const wanted = new Set(tests.map((test) => test[3]));
  const rows = Array.from({ length: area.rows }, (_, index) => area.row - 1 + index);
  if (rows.some((row) => sheet.rows[row]?.cells[place]?.formula !== undefined)) return null;
  return rows.filter((row) => wanted.has(String(sheet.rows[row]?.cells[place]?.value ?? "")));
}

/** AND(ISNUMBER(X), test) is the test alone for a rule that compares numbers only. */
function inner(formula: string): string {
  const [, cell, test] = /^AND\(ISNUMBER\(([A-Z]+\d+)\),(.+)\)$/.exec(formula) ?? [];
  return cell !== undefined && test !== undefined && test.startsWith(cell) && /[<>=]-?\d/.test(test)
    ? test
    : formula;
}
