import type { CellValue } from "../port";

/** What a person would type to get a cell: a formula with "=", a text that looks like one with an apostrophe before it, else the value. */
export function typedContent(value: CellValue | null, formula?: string): CellValue {
  if (formula !== undefined) return `=${formula}`;
  return typeof value === "string" && /^'*=/.test(value) ? `'${value}` : (value ?? "");
}

/** True for typed content that is a formula. */
export function isFormula(content: CellValue): content is string {
  return typeof content === "string" && content.startsWith("=");
}

/** The value of typed content that is no formula. */
export function valueOf(content: CellValue): CellValue {
  return typeof content === "string" && /^'+=/.test(content) ? content.slice(1) : content;
}
