import { MOST_OF_CELL, type PastedRow } from "./htmlRows";
import { isAmountText } from "./printedAmount";

/** Cells of a row that are read. */
const MOST_CELLS = 60;

/** Rows of a range copied from a spreadsheet: cells between tabs; a quoted cell may hold tabs, line ends and quotes. */
export function tabbedRows(text: string): readonly PastedRow[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let [cell, quoted] = ["", false];
  const endCell = (): void => {
    if (row.length < MOST_CELLS) row.push(cell.slice(0, MOST_OF_CELL).replace(/\s+/g, " ").trim());
    cell = "";
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let place = 0; place < text.length; place++) {
    const sign = text[place]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[place + 1] === '"') cell += text[++place];
      else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") endCell();
    else if (sign === "\n") endRow();
    else if (sign !== "\r") cell += sign;
  }
  endRow();
  return rows;
}

/**
 * Rows of the text of a PDF: on each line a label, then figures between blanks. Figures that stand on lines of their own
 * belong to the label above them.
 */
export function plainRows(text: string): readonly PastedRow[] {
  const rows: string[][] = [];
  for (const line of text.split(/\r?\n/)) {
    const tokens = tokensOf(line);
    let from = tokens.length;
    while (from > 0 && isAmountText(tokens[from - 1]!) && !isYear(tokens[from - 1]!)) from -= 1;
    const label = tokens.slice(0, from).join(" ").slice(0, MOST_OF_CELL);
    const figures = tokens.slice(from, from + MOST_CELLS);
    const above = rows.at(-1);
    if (
      label === "" &&
      figures.length > 0 &&
      above !== undefined &&
      above[0] !== "" &&
      above.length < MOST_CELLS
    )
      above.push(...figures);
    else rows.push([label, ...figures]);
  }
  return rows;
}

/** Words and figures of a line; brackets and currency signs set apart by blanks belong to their figure. */
function tokensOf(line: string): readonly string[] {
  const joined = line
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\(\s+(?=[\d.])/g, "(")
    .replace(/(?<=\d)\s+\)/g, ")")
    .replace(/(?<=\d)\s+%/g, "%")
    .replace(/\b(?:RMB|US\$)\s+(?=[\d(])/g, "")
    .trim();
  return joined === "" ? [] : joined.split(/\s+/);
}

function isYear(token: string): boolean {
  return /^20\d\d$/.test(token);
}
