/**
 * What was last written, kept in a custom XML part of the workbook itself.
 * It travels with the file, so a newer add-in on a colleague's machine still knows which cells the analyst changed;
 * an old plan passed in would be gone with the add-in version that made it.
 */

/** Namespace of the part. */
export const ledgerNamespace = "urn:kc-model:ledger:1";

/** What was last written on one sheet. */
export interface SheetLedger {
  /** Excel's id of the sheet, which survives a renaming. */
  readonly id: string;
  /** Its planned name, where that is in the words of another language than the key. */
  readonly name?: string;
  /** Fingerprints of the written inputs, row by row, five characters a cell. */
  readonly written: readonly string[];
  /** Fingerprints of what Excel showed for them, where that differs from `written`. */
  readonly seen: Readonly<Record<string, string>>;
  /** Address of each input by what names it. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Fingerprint of each note by cell. */
  readonly notes: Readonly<Record<string, string>>;
  readonly look: string;
  readonly charts: { readonly names: readonly string[]; readonly hash: string };
}

/** The whole ledger, sheets by their keys, which are the same in every language. While a write is under way the state is "writing" and `adding` lists the names of sheets it adds. */
export interface Ledger {
  readonly state: "complete" | "writing";
  readonly title: string;
  readonly adding: readonly string[];
  readonly names: readonly string[];
  readonly sheets: Readonly<Record<string, SheetLedger>>;
}

/** A ledger of nothing. */
export const emptyLedger: Ledger = { state: "writing", title: "", adding: [], names: [], sheets: {} };

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const unescape = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The XML of a ledger. */
export function ledgerXml(ledger: Ledger): string {
  return `<ledger xmlns="${ledgerNamespace}">${escape(JSON.stringify(ledger))}</ledger>`;
}

/** The ledger in an XML part, or null when it can't be read. */
export function parseLedger(xml: string | null): Ledger | null {
  const body = xml === null ? null : /<ledger[^>]*>([\s\S]*)<\/ledger>/.exec(xml)?.[1];
  if (body === null || body === undefined) return null;
  try {
    return JSON.parse(unescape(body)) as Ledger;
  } catch {
    return null;
  }
}
