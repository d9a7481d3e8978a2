import type { CellValue } from "../port";

/** A value as a person would type it: a text that looks like a formula, or begins with an apostrophe, has one before it. */
export function contentOfValue(value: CellValue): CellValue {
  return typeof value === "string" && /^[='].+/s.test(value) ? `'${value}` : value;
}

/** Contents that mean the same are the same text: quotes around sheet names, dollar-free spacing and number formats aside. */
export function canonical(content: CellValue): string {
  if (typeof content !== "string") return String(content);
  return content.startsWith("=") ? content.replaceAll(/'((?:[^']|'')+)'!/g, "$1!").replaceAll(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, "") : content;
}
