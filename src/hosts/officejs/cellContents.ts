/** What is sent for a plan cell, and how what Excel gives back is compared with it. */

import type { CellPlan } from "../../workbook/plan";
import { withSheets } from "../../workbook/withSheets";
import type { CellValue } from "../port";

/** Text that Excel could take for a formula, number, date, boolean or error unless it is marked as text. */
const convertible = /\d|^[=+\-@'#]|^(true|false)$/i;

/** The input that makes Excel hold exactly this cell: formulas with "=", text that it would convert with a leading apostrophe. */
export function cellInput(cell: CellPlan | null | undefined): CellValue {
  if (!cell) return "";
  if (cell.formula !== undefined) return `=${cell.formula}`;
  if (cell.value === null) return "";
  return typeof cell.value === "string" && convertible.test(cell.value) ? `'${cell.value}` : cell.value;
}

const same = (name: string): string => name;

/** One form for contents that mean the same: always-quoted sheet names, no leading apostrophe. */
export function canonical(content: CellValue, rename: (name: string) => string = same): string {
  if (typeof content !== "string") return `${typeof content} ${String(content)}`;
  if (content.startsWith("=")) return withSheets(content, rename);
  return `string ${content.startsWith("'") ? content.slice(1) : content}`;
}

/** True when what Excel shows is what an input asks for; text that looks like a formula reads the same as one. */
export function shows(now: CellValue, input: CellValue, rename: (name: string) => string = same): boolean {
  return canonical(now, rename) === canonical(input) || (typeof now === "string" && input === `'${now}`);
}

/** Contents as the analyst would read them in a list of changes. */
export function inWords(content: CellValue): string {
  if (content === "") return "(empty)";
  return typeof content === "string" && content.startsWith("'") ? content.slice(1) : String(content);
}

/** Input that makes Excel hold again what it showed. */
export function asInput(content: CellValue): CellValue {
  return typeof content === "string" && content !== "" && !content.startsWith("=")
    ? `'${content.replace(/^'/, "")}`
    : content;
}
