/** What a whole workbook holds, place by place, taken and compared inside the page. */

import type { Page } from "playwright-core";

interface DigestPage {
  kcWorkbook: {
    calculated(): Promise<void>;
    snapshot(): {
      sheetOrder: string[];
      styles: Record<string, unknown>;
      sheets: Record<
        string,
        Record<string, unknown> & { cellData: Record<string, Record<string, Cell | null>> }
      >;
      resources: { name: string; data: string }[];
    };
  };
  kcDigests: Map<string, Entry>[];
  kcDigest(): Promise<Map<string, Entry>>;
  kcApart(before: ReadonlyMap<string, Entry>, now: ReadonlyMap<string, Entry>): string[];
}

interface Cell {
  v?: unknown;
  f?: string;
  si?: string;
  t?: number;
  s?: unknown;
  p?: { body?: { dataStream?: string } };
}

/** A number apart from the rest, since calculating anew may move its last digits. */
interface Entry {
  readonly number: number | null;
  readonly rest: string;
}

/** Waits until everything is calculated and keeps what the workbook holds under a number; the result is how many places differ from what was kept under the number before. */
export async function takeDigest(page: Page, number: number): Promise<number> {
  await page.evaluate(digestInPage);
  return page.evaluate(async (at) => {
    const all = window as unknown as DigestPage;
    all.kcDigests ??= [];
    all.kcDigests[at] = await all.kcDigest();
    return all.kcApart(all.kcDigests[at - 1] ?? new Map(), all.kcDigests[at]).length;
  }, number);
}

/** Places where the workbook now differs from what was kept, with what they held and hold. */
export async function digestDifferences(page: Page, number: number): Promise<readonly string[]> {
  return page.evaluate(async (at) => {
    const all = window as unknown as DigestPage;
    return all.kcApart(all.kcDigests[at]!, await all.kcDigest());
  }, number);
}

/** Defines the digest and its comparison in the page: formula, value and look of every cell; names, sizes and order of sheets; everything kept beside the cells. */
function digestInPage(): void {
  const all = window as unknown as DigestPage;
  const words = (entry?: Entry): string =>
    entry === undefined ? "nothing" : `${entry.number ?? ""} ${entry.rest}`;
  all.kcApart = (before, now) => {
    const apart: string[] = [];
    const compare = (place: string, a?: Entry, b?: Entry): void => {
      const [one, other] = [a?.number, b?.number];
      const near =
        one === other || Math.abs((one ?? 0) - (other ?? 0)) <= 1e-9 * Math.max(1, Math.abs(one ?? 0));
      if (!near || a?.rest !== b?.rest) apart.push(`${place}: ${words(a)} is now ${words(b)}`);
    };
    for (const [place, entry] of now) compare(place, before.get(place), entry);
    for (const [place, entry] of before) if (!now.has(place)) compare(place, entry);
    return apart;
  };
  /** The same text for the same parts, whatever their order; empty parts mean nothing. */
  const text = (part: unknown): string =>
    JSON.stringify(part, (_, value: unknown) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, inner]) => inner != null && !(Array.isArray(inner) && inner.length === 0))
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    });
  all.kcDigest = async () => {
    await all.kcWorkbook.calculated();
    const { sheetOrder, styles, sheets, resources } = all.kcWorkbook.snapshot();
    const digest = new Map<string, Entry>([["order", { number: null, rest: sheetOrder.join() }]]);
    // Few looks and many cells: each look and each way to be nothing but a number is put into words once.
    const looks = new Map(Object.entries(styles).map(([id, look]) => [id, text(look)]));
    for (const [id, { cellData, ...sheet }] of Object.entries(sheets)) {
      for (const part of ["name", "rowCount", "columnCount", "mergeData", "columnData", "rowData", "freeze"])
        digest.set(`${id} ${part}`, { number: null, rest: text(sheet[part]) });
      for (const [row, cells] of Object.entries(cellData))
        for (const [column, cell] of Object.entries(cells)) {
          if (cell === null) continue;
          const { v, f, si, s, p } = cell;
          const look = (typeof s === "string" ? looks.get(s) : s && text(s)) ?? "";
          const number = typeof v === "number" ? v : null;
          const words = number === null && v != null ? JSON.stringify(v) : "";
          const rich = p?.body?.dataStream === undefined ? "" : JSON.stringify(p.body.dataStream);
          const formula = f || si ? `=${f ?? ""} ${si ?? ""} ` : "";
          const rest = formula + words + rich + (look === "{}" ? "" : look);
          if (number !== null || rest !== "") digest.set(`${id}!${row},${column}`, { number, rest });
        }
    }
    for (const { name, data } of resources)
      digest.set(name, { number: null, rest: data === "" ? "" : text(JSON.parse(data)) });
    return digest;
  };
}
