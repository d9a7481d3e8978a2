import { isAmountText } from "./printedAmount";

/** Cells of a table row from left to right; a text that spans several columns stands in each of them. */
export type PastedRow = readonly string[];

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)((?:"[^"<]*"|'[^'<]*'|[^<>"'])*)>|[^<]+|</gi;
const DROPPED = new Set(["script", "style", "head", "title", "template"]);
const BREAKS = new Set([
  "p",
  "div",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "li",
  "ul",
  "ol",
  "section",
  "table",
]);
const MOST_SPAN = 60;
/** Tables stand in tables for layout; deeper than that nobody nests them. */
const MOST_DEPTH = 20;

interface OpenCell {
  text: string;
  readonly columns: number;
  readonly rows: number;
}

interface OpenTable {
  cells: OpenCell[] | null;
  cell: OpenCell | null;
  /** Texts that reach down from rows above, by column, with the rows that are left of them. */
  below: Map<number, { readonly text: string; left: number }>;
}

/** Rows of every table in copied HTML, and of the text around them as rows of one cell; tags count, styles and scripts do not. */
export function htmlRows(html: string): readonly PastedRow[] {
  const rows: PastedRow[] = [];
  const tables: OpenTable[] = [];
  let [loose, dropping] = ["", ""];
  const flush = (): void => {
    const text = tidy(loose);
    if (text !== "") rows.push([text]);
    loose = "";
  };
  const closeRow = (table: OpenTable): void => {
    if (table.cells === null) return;
    rows.push(spread(table.cells, table.below));
    [table.cells, table.cell] = [null, null];
  };
  for (const [token, closing, name, attributes = ""] of html.matchAll(TOKEN)) {
    const tag = name?.toLowerCase();
    if (dropping !== "") {
      if (closing === "/" && tag === dropping) dropping = "";
      continue;
    }
    if (token.startsWith("<!--")) continue;
    const table = tables.at(-1);
    if (tag === undefined) {
      if (table?.cell != null) table.cell.text += decoded(token);
      else if (table === undefined) loose += decoded(token);
      continue;
    }
    if (DROPPED.has(tag) && closing === "") dropping = tag;
    else if (tag === "br" || BREAKS.has(tag)) {
      if (table?.cell != null) table.cell.text += " ";
      else if (table === undefined) flush();
    }
    if (tag === "table") {
      if (closing === "") {
        if (tables.length < MOST_DEPTH) tables.push({ cells: null, cell: null, below: new Map() });
      } else if (table !== undefined) {
        closeRow(table);
        tables.pop();
      }
    } else if (table !== undefined && tag === "tr") {
      closeRow(table);
      if (closing === "") table.cells = [];
    } else if (table !== undefined && (tag === "td" || tag === "th")) {
      if (closing === "/") table.cell = null;
      else {
        table.cell = { text: "", columns: span(attributes, "colspan"), rows: span(attributes, "rowspan") };
        (table.cells ??= []).push(table.cell);
      }
    }
  }
  for (const table of tables.reverse()) closeRow(table);
  flush();
  return rows;
}

function span(attributes: string, name: string): number {
  const [, digits] = new RegExp(`${name}\\s*=\\s*["']?\\s*(\\d{1,4})`, "i").exec(attributes) ?? [];
  return Math.min(MOST_SPAN, Math.max(1, Number(digits ?? 1)));
}

/** Cells in their columns, beside those that reach down from above. */
function spread(cells: readonly OpenCell[], below: OpenTable["below"]): PastedRow {
  const row: string[] = [];
  const fill = (): void => {
    for (let open = below.get(row.length); open !== undefined; open = below.get(row.length)) {
      const at = row.length;
      row.push(open.text);
      open.left -= 1;
      if (open.left === 0) below.delete(at);
    }
  };
  for (const cell of cells) {
    if (row.length > MOST_CELLS) break;
    fill();
    const text = tidy(cell.text);
    for (let place = 0; place < cell.columns; place++) {
      if (cell.rows > 1) below.set(row.length, { text: "", left: cell.rows - 1 });
      // A number stands in the first of its columns only.
      row.push(place === 0 || !isAmountText(text) ? text : "");
    }
  }
  fill();
  return row;
}

const NAMED: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ndash: "–",
  mdash: "—",
  minus: "−",
  rsquo: "’",
  lsquo: "‘",
  yen: "¥",
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[(name as string).toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** Characters of a cell that are read, and cells of a row. */
export const MOST_OF_CELL = 400;
const MOST_CELLS = 200;

function tidy(text: string): string {
  return text
    .slice(0, 4 * MOST_OF_CELL)
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MOST_OF_CELL);
}
