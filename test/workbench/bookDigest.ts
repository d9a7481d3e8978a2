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

/** Waits until everything is calculated and keeps what the workbook holds under a number; the result is how many places hold something. */
export async function takeDigest(page: Page, number: number): Promise<number> {
  await page.evaluate(digestInPage);
  return page.evaluate(async (at) => {
    const all = window as unknown as DigestPage & { kcDigest(): Promise<Map<string, Entry>> };
    all.kcDigests ??= [];
    all.kcDigests[at] = await all.kcDigest();
    return all.kcDigests[at].size;
  }, number);
}

/** Places where the workbook now differs from what was kept, with what they held and hold. */
export async function digestDifferences(page: Page, number: number): Promise<readonly string[]> {
  return page.evaluate(async (at) => {
    const all = window as unknown as DigestPage & { kcDigest(): Promise<Map<string, Entry>> };
    const [before, now] = [all.kcDigests[at]!, await all.kcDigest()];
    const same = (a?: Entry, b?: Entry): boolean =>
      a?.rest === b?.rest &&
      (a?.number === b?.number ||
        Math.abs((a?.number ?? 0) - (b?.number ?? 0)) <= 1e-9 * Math.max(1, Math.abs(a?.number ?? 0)));
    const words = (entry?: Entry): string =>
      entry === undefined ? "nothing" : `${entry.number ?? ""} ${entry.rest}`;
    return [...new Set([...before.keys(), ...now.keys()])].flatMap((place) =>
      same(before.get(place), now.get(place))
        ? []
        : [`${place}: ${words(before.get(place))} is now ${words(now.get(place))}`],
    );
  }, number);
}

/** Defines the digest in the page: formula, value and look of every cell; names, sizes and order of sheets; everything kept beside the cells. */
function digestInPage(): void {
  const all = window as unknown as DigestPage & { kcDigest(): Promise<Map<string, Entry>> };
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
    for (const [id, { cellData, ...sheet }] of Object.entries(sheets)) {
      for (const part of ["name", "rowCount", "columnCount", "mergeData", "columnData", "rowData", "freeze"])
        digest.set(`${id} ${part}`, { number: null, rest: text(sheet[part]) });
      for (const [row, cells] of Object.entries(cellData))
        for (const [column, cell] of Object.entries(cells)) {
          if (cell === null) continue;
          const { v, f, si, s, p } = cell;
          const look = (typeof s === "string" ? styles[s] : s) as object | undefined;
          const number = typeof v === "number" ? v : null;
          const rest = text({
            ...{ f, si, v: number === null ? v : null, p: p?.body?.dataStream },
            s: look && Object.keys(look).length > 0 ? look : null,
          });
          if (number !== null || rest !== "{}") digest.set(`${id}!${row},${column}`, { number, rest });
        }
    }
    for (const { name, data } of resources)
      digest.set(name, { number: null, rest: data === "" ? "" : text(JSON.parse(data)) });
    return digest;
  };
}
