import type { SheetPlan } from "../../workbook/plan";
import type { PartEdit } from "./zipParts";

/** Error values that the file format knows. */
const ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

/** Cells with a formula whose result is written as one of these texts. */
const AS_TEXT = new RegExp(
  `(<c [^>]*)t="str"([^>]*><f[^>]*>[^<]*</f><v>(?:${ERRORS.map((each) => each.replace("?", "\\?")).join("|")})</v>)`,
  "g",
);

/** Whether a formula of the sheet has an error value as its result. */
export function hasErrors({ rows }: SheetPlan): boolean {
  return rows.some(({ cells }) =>
    cells.some((cell) => cell?.formula !== undefined && ERRORS.includes(String(cell.value))),
  );
}

/** Writes the error results of formulas as errors, where the file library writes texts. */
export const errorResults: PartEdit = (sheet) => sheet.replaceAll(AS_TEXT, '$1t="e"$2');
