import { columnLetters, columnNumber, quotedSheet } from "../../workbook/address";
import type { ModelTab } from "./modelTabs";

/** Texts, which stay; references with their sheets: cells and areas, whole columns, whole rows. */
const REFERENCE =
  /"(?:[^"]|"")*"|(?<![\w.$\]])((?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\d_.]*)!)?(?:(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))?|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\w.(!])/giu;

/**
 * A formula of a file (without "=") with its references to the model's sheets where the plan has those cells; null when one of them
 * points at a cell that the plan has not. `home` is the sheet that holds the formula.
 */
export function planFormula(
  formula: string,
  home: string,
  tabs: ReadonlyMap<string, ModelTab>,
): string | null {
  let lost = false;
  const text = formula.replace(REFERENCE, (word: string, prefix: string | undefined, ...found) => {
    if (word.startsWith('"')) return word;
    const tab = tabs.get(prefix === undefined ? home : sheetOf(prefix));
    if (tab === undefined) return word;
    const renamed = prefix !== undefined && tab.sheet.name !== tab.plan.name;
    if (tab.at.same && !renamed) return word;
    const part = (found as (string | undefined)[]).slice(0, 16);
    const moved = movedReference(part, tab);
    lost ||= moved === null;
    return `${renamed ? `${quotedSheet(tab.plan.name)}!` : (prefix ?? "")}${moved ?? ""}`;
  });
  return lost ? null : text;
}

function movedReference(part: readonly (string | undefined)[], { at }: ModelTab): string | null {
  const column = (fixed = "", letters = ""): string | null => {
    const place = at.columns.toPlan(columnNumber(letters));
    return place === null || place < 1 ? null : fixed + columnLetters(place);
  };
  const row = (fixed = "", digits = ""): string | null => {
    const place = at.rows.toPlan(Number(digits));
    return place === null || place < 1 ? null : fixed + String(place);
  };
  const cell = (from: number): string | null =>
    joined(column(part[from], part[from + 1]), "", row(part[from + 2], part[from + 3]));
  if (part[1] !== undefined) return part[5] === undefined ? cell(0) : joined(cell(0), ":", cell(4));
  if (part[9] !== undefined) return joined(column(part[8], part[9]), ":", column(part[10], part[11]));
  return joined(row(part[12], part[13]), ":", row(part[14], part[15]));
}

function joined(first: string | null, between: string, last: string | null): string | null {
  return first === null || last === null ? null : first + between + last;
}

function sheetOf(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
