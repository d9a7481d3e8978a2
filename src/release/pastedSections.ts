import type { DecimalSign } from "../functions";
import { htmlRows, type PastedRow } from "./htmlRows";
import { decimalSignIn } from "./printedAmount";
import { releaseSections, type ReleaseSection } from "./releaseSections";
import { plainRows, tabbedRows } from "./textRows";

/** What the clipboard gave: HTML, where there was any, and the same as text. */
export interface Paste {
  readonly html: string;
  readonly text: string;
}

/** Characters and rows of a paste that are read; a whole results release has a twentieth of them. */
export const MOST_PASTED = { characters: 4_000_000, rows: 3_000 } as const;

/** Tables of a paste by their heads: from HTML with a table in it, else from cells between tabs, else from lines of text. */
export function pastedSections({ html, text }: Paste, locale: DecimalSign): readonly ReleaseSection[] {
  const [rows, flowing] = pastedRows(
    html.slice(0, MOST_PASTED.characters),
    text.slice(0, MOST_PASTED.characters),
  );
  const few = rows.slice(0, MOST_PASTED.rows);
  return releaseSections(few, decimalSignIn(few.flat(), locale ?? "."), flowing);
}

function pastedRows(html: string, text: string): readonly [readonly PastedRow[], boolean] {
  if (/<t(?:able|d|h)\b/i.test(html))
    return [htmlRows(/<table\b/i.test(html) ? html : `<table>${html}`), false];
  // A file of HTML may be given as text.
  if (/<table\b[\s\S]*<td\b/i.test(text)) return [htmlRows(text), false];
  if (text.includes("\t")) return [tabbedRows(text), false];
  return [plainRows(text), true];
}
