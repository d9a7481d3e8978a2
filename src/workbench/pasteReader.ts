import { say } from "../words";
import { readNumber, type DecimalSign } from "../functions";
import type { Pasted } from "../hosts/grid/gridPaste";
import type { Message } from "../hosts/port";

/** What looks like a number to a person, whether or not it can be read as one. */
const NUMERIC = /^[^\p{L}]*\d[^\p{L}]*$/u;
const MONEY = /^(?:RMB|CNY|¥|￥|人民币)?\s*[-−–(（]?[\d０-９.,，．'\s]+[)）]?\s*[%％]?(?:元)?$/iu;
/** What the grid reads rightly itself. */
const PLAIN = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/;
const HASHES = /^#{2,}$/;
/** Numbers that only one habit writes, with both of its signs. */
const CONTINENTAL = /^\D*\d{1,3}(?:[.\s']\d{3})+,\d+\D*$/;
const ENGLISH = /^\D*\d{1,3}(?:,\d{3})+\.\d+\D*$/;

/** Attributes in which Excel, LibreOffice and Google Sheets put the number behind a text that is shown. */
const EXACT: readonly (readonly [attribute: string, number: RegExp])[] = [
  ["x:num", /^(-?[\d.]+(?:E[-+]?\d+)?)$/i],
  ["sdval", /^(-?[\d.]+(?:E[-+]?\d+)?)$/i],
  ["data-sheets-value", /"3":(-?[\d.]+(?:E[-+]?\d+)?)/i],
];

/**
 * Turns numbers of other habits in what is pasted into such as the grid reads: (3,030), −45, ￥3,000, full-width digits,
 * and ##### where the number stands behind it or in the plain text. A table that writes decimals after a comma is read
 * so. What can be read in two ways stays a text and is named.
 */
export function pasteReader(
  locale: DecimalSign,
  tell: (message: Message) => void,
): (pasted: Pasted) => Pasted {
  return ({ html, text }) => {
    const rows = text
      .replace(/\r\n?/g, "\n")
      .replace(/\n$/, "")
      .split("\n")
      .map((row) => row.split("\t"));
    const table = html === "" ? null : new DOMParser().parseFromString(html, "text/html");
    const cells = table === null ? [] : tableCells(table);
    const shown = table === null ? rows.flat() : cells.map(({ shown: each }) => each);
    const reader = cellReader(habitOf(shown) ?? locale);
    const plain = rows.map((row) => row.map((cell) => reader.read(cell, undefined)));
    for (const { element, shown: each, exact, row, column } of cells) {
      const behind = exact ?? (HASHES.test(each) ? rows[row]?.[column] : undefined);
      const read = reader.read(each, behind);
      if (read !== each) element.textContent = read;
    }
    reader.report(tell);
    return {
      html: table === null || reader.count() === 0 ? html : table.documentElement.outerHTML,
      text: plain.map((row) => row.join("\t")).join("\n"),
    };
  };
}

/** The habit of a table that shows it beyond doubt; null where none or both do. */
function habitOf(texts: readonly string[]): DecimalSign {
  const [continental, english] = [CONTINENTAL, ENGLISH].map((habit) =>
    texts.some((text) => habit.test(text.trim())),
  );
  return continental === english ? null : continental ? "," : ".";
}

interface TableCell {
  readonly element: Element;
  readonly shown: string;
  /** The number that the sender put behind the text. */
  readonly exact: string | undefined;
  readonly row: number;
  readonly column: number;
}

function tableCells(table: Document): TableCell[] {
  return [...table.querySelectorAll("tr")].flatMap((line, row) =>
    [...line.querySelectorAll("td, th")].map((element, column) => ({
      element,
      shown: (element.textContent ?? "").replace(/\s+/g, " ").trim(),
      exact: EXACT.map(([name, number]) => number.exec(element.getAttribute(name) ?? "")?.[1]).find(
        (each) => each !== undefined,
      ),
      row,
      column,
    })),
  );
}

/** Reads the cells of one paste and keeps count of what it made of them. */
function cellReader(locale: DecimalSign) {
  const [read, kept] = [new Map<string, string>(), new Set<string>()];
  return {
    count: () => read.size,
    read(shown: string, behind: string | undefined): string {
      const text = shown.trim();
      if (text === "" || (locale !== "," && PLAIN.test(text))) return shown;
      if (behind !== undefined && (HASHES.test(text) || MONEY.test(text) || NUMERIC.test(text))) {
        const number = readNumber(behind).readings[0];
        if (number !== undefined && !/%|％/.test(text)) {
          read.set(text, number);
          return number;
        }
      }
      const { readings, percent, power } = readNumber(text, locale);
      if (readings.length === 1 && power === null) {
        const number = `${readings[0]!}${percent ? "%" : ""}`;
        if (number !== text) read.set(text, number);
        return number;
      }
      if (HASHES.test(text) || readings.length > 1) kept.add(text);
      return shown;
    },
    report(tell: (message: Message) => void): void {
      const examples = [...read].slice(0, 3).map(([from, to]) => say`“${from}” as ${to}`);
      const taken =
        read.size === 0
          ? ""
          : say`${read.size} of the pasted texts became numbers: ${examples.join(", ")}${read.size > 3 ? say` and more` : ""}.`;
      if (kept.size > 0) {
        const texts = [...kept]
          .slice(0, 3)
          .map((text) => `“${text}”`)
          .join(", ");
        tell({
          kind: "warning",
          title: say`${kept.size} of the pasted texts stayed text, which sums leave out: ${texts}${kept.size > 3 ? say` and more` : ""}.`,
          wayOut: say`They can be read in two ways or show no number; type the numbers. ${taken}`.trim(),
        });
      } else if (taken !== "") tell({ kind: "done", title: taken, wayOut: "" });
    },
  };
}
