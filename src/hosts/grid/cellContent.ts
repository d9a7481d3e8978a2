import type { CellValue } from "../port";

/** What a person would type to get a cell: a formula with "=", a text that looks like one or begins with an apostrophe with another before it, else the value. */
export function typedContent(value: CellValue | null, formula?: string): CellValue {
  if (formula !== undefined) return `=${formula}`;
  return typeof value === "string" && /^[=']/.test(value) ? `'${value}` : (value ?? "");
}

/** True for typed content that is a formula. */
export function isFormula(content: CellValue): content is `=${string}` {
  return typeof content === "string" && content.startsWith("=");
}

/** Contents that mean the same are the same text: quotes around sheet names, dollar-free spacing and number formats aside. */
export function canonical(content: CellValue): string {
  return isFormula(content)
    ? content.replaceAll(/'((?:[^']|'')+)'!/g, "$1!").replaceAll(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, "")
    : String(content);
}
