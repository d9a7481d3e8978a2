import type { DecimalSign } from "../functions";
import { statedScale, type AmountScale } from "./amountScale";
import { columnHead, currenciesIn, isHead, monthsIn, periodsIn, type ColumnHead } from "./columnHead";
import type { PastedRow } from "./htmlRows";
import { titleOf } from "./lineLabels";
import { plainLabel } from "./plainLabel";
import { isAmountText, printedAmount, type PrintedAmount } from "./printedAmount";

/** A row of figures under its heads. */
export interface ReleaseRow {
  readonly label: string;
  /** Rows of words directly above and below, nearest first: parts of a label that was broken into lines. */
  readonly above: readonly string[];
  readonly below: string;
  /** Which rows of a balance sheet it stands among, or blank. */
  readonly title: string;
  /** Whether words and figures come from flowing text. */
  readonly flowing: boolean;
  /** Figures by column; a column is left out where its cell cannot be read. */
  readonly amounts: ReadonlyMap<number, PrintedAmount>;
  /** Whether figures are missing, so that their columns are not certain. */
  readonly short: boolean;
}

/** Rows under one set of heads. */
export interface ReleaseSection {
  readonly heads: ReadonlyMap<number, ColumnHead>;
  /** Columns that hold figures. */
  readonly columns: readonly number[];
  readonly stated: AmountScale | null;
  readonly rows: readonly ReleaseRow[];
}

/** A row taken apart: its words, and its cells with their columns. */
interface Parted {
  readonly label: string;
  readonly cells: ReadonlyMap<number, string>;
  readonly row: PastedRow;
}

/** Rows of words above a row that may be the beginning of its label. */
const MOST_ABOVE = 3;

/** Takes a pasted table apart: each set of heads with the rows below it. `flowing` says that figures follow their label by order, as in the text of a PDF, and not by place. */
export function releaseSections(
  rows: readonly PastedRow[],
  decimals: DecimalSign,
  flowing: boolean,
): readonly ReleaseSection[] {
  const sections: ReleaseSection[] = [];
  let [heads, body]: [PastedRow[], Parted[]] = [[], []];
  let stated: AmountScale | null = null;
  const close = (): void => {
    if (body.some(({ cells }) => cells.size > 0)) {
      const said = [...heads, ...body.filter(({ cells }) => cells.size === 0).map(({ row }) => row)]
        .map((row) => statedScale(row.join(" ")))
        .find((scale) => scale !== null);
      stated = said ?? stated;
      sections.push(sectionOf(heads, body, stated, decimals, flowing));
    }
    [heads, body] = [[], []];
  };
  for (const row of rows) {
    const parted = partedRow(row);
    if (isHeadRow(row, parted, flowing)) {
      if (body.some(({ cells }) => cells.size > 0)) close();
      heads.push(...body.splice(0).map((each) => each.row), row);
    } else body.push(parted);
  }
  close();
  return sections;
}

function partedRow(row: PastedRow): Parted {
  const cells = joinedCells(row);
  const first = cells.findIndex(
    (text, place) => text !== "" && !isAmountText(text) && place <= firstFigure(cells),
  );
  const label = first < 0 ? "" : cells[first]!;
  const figures = new Map<number, string>();
  cells.forEach((text, column) => {
    if (column > first && isAmountText(text)) figures.set(column, text);
  });
  return { label, cells: figures, row };
}

function firstFigure(cells: readonly string[]): number {
  const place = cells.findIndex(isAmountText);
  return place < 0 ? cells.length : place;
}

/** Brackets and percent signs that have cells of their own go to their figure, currency signs go. */
function joinedCells(row: PastedRow): readonly string[] {
  const cells = [...row];
  for (let place = 1; place < cells.length; place++) {
    if (!/^(?:\)|%|\)%|%\))$/.test(cells[place]!)) continue;
    let before = place - 1;
    while (before > 0 && cells[before] === "") before -= 1;
    if (!/\d/.test(cells[before]!)) continue;
    cells[before] += cells[place]!;
    cells[place] = "";
  }
  for (let place = 0; place < cells.length - 1; place++) {
    const sign = /^(?:(?:RMB|US\$|\$|[¥￥])\s*)?([(（])?$/i.exec(cells[place]!);
    const after = cells.findIndex((text, at) => at > place && text !== "");
    if (cells[place] === "" || sign === null || after < 0 || !/\d/.test(cells[after]!)) continue;
    cells[after] = `${sign[1] ?? ""}${cells[after]!}`;
    cells[place] = "";
  }
  return cells;
}

/** Whether a row names periods, currencies or units over the columns. */
function isHeadRow(row: PastedRow, { label, cells }: Parted, flowing: boolean): boolean {
  const texts = row.filter((text) => text !== "");
  if (texts.length === 0) return false;
  if (flowing) return cells.size === 0 ? isHead(label) : isHead(row.join(" "));
  // A text over the whole table is no head of a column.
  const beside = texts.every((text) => text === row[0])
    ? []
    : row.filter((text, column) => text !== "" && (column > 0 || row[0] !== label));
  const years = [...cells.values()].every((text) => /^20\d\d$/.test(text));
  if (!years) return false;
  return beside.some((text) => isHead(text) || periodsIn(text).length > 0 || monthsIn(text) !== null);
}

function sectionOf(
  headRows: readonly PastedRow[],
  body: readonly Parted[],
  stated: AmountScale | null,
  decimals: DecimalSign,
  flowing: boolean,
): ReleaseSection {
  const width = flowing ? usualWidth(body) : 0;
  const parts = flowing ? body.map((each) => withoutNotes(each, width)) : body;
  const columns = [...new Set(parts.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b);
  const heads = flowing ? flowingHeads(headRows, columns) : placedHeads(headRows, columns);
  let title = "";
  const rows = parts.flatMap((part, place): ReleaseRow[] => {
    if (part.cells.size === 0) {
      title = titleOf(plainLabel(part.label)) ?? title;
      return [];
    }
    const above: string[] = [];
    for (let at = place - 1; at >= 0 && above.length < MOST_ABOVE && parts[at]!.cells.size === 0; at--)
      above.push(parts[at]!.label);
    const next = parts[place + 1];
    const amounts = [...part.cells].flatMap(([column, text]): [number, PrintedAmount][] => {
      const amount = printedAmount(text, decimals);
      return amount === null ? [] : [[column, amount]];
    });
    return [
      {
        label: part.label,
        above,
        below: next !== undefined && next.cells.size === 0 ? next.label : "",
        title,
        flowing,
        amounts: new Map(amounts),
        short: flowing && part.cells.size < width,
      },
    ];
  });
  return { heads, columns, stated, rows };
}

/** Number of figures that most rows have. */
function usualWidth(body: readonly Parted[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of body) if (cells.size > 0) counts.set(cells.size, (counts.get(cells.size) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Marks of notes between a label and its figures, such as (1), are no figures. */
function withoutNotes(part: Parted, width: number): Parted {
  const texts = [...part.cells.values()];
  while (texts.length > width && /^\(?\d{1,2}\)?$/.test(texts[0]!)) texts.shift();
  return { ...part, cells: new Map(texts.map((text, place) => [place + 1, text])) };
}

/** Heads by place: every text above a column, and what the texts over the whole table say of months. */
function placedHeads(
  rows: readonly PastedRow[],
  columns: readonly number[],
): ReadonlyMap<number, ColumnHead> {
  const whole = rows.map((row) => (row.filter((text) => text !== "").length === 1 ? row.join("") : ""));
  const months = whole.map(monthsIn).find((each) => each !== null) ?? null;
  return new Map(
    columns.map((column) => {
      const head = columnHead(rows.map((row) => row[column] ?? "").join(" "));
      return [column, { ...head, months: head.months ?? months }];
    }),
  );
}

/** Heads by order: as many periods or currencies as there are figures in a row. */
function flowingHeads(
  rows: readonly PastedRow[],
  columns: readonly number[],
): ReadonlyMap<number, ColumnHead> {
  const text = rows.map((row) => row.join(" ")).join("\n");
  const count = columns.length;
  const currencies = currenciesIn(text).slice(-count);
  const foreign = (place: number): boolean => currencies.length === count && currencies[place]!;
  let periods = periodsIn(text);
  if (periods.length < count) {
    const days = [...text.matchAll(/[A-Za-z]{3,9}\.?\s+\d{1,2}\s*,(?!\s*20\d\d)/g)].map(([day]) => day);
    const years = [...text.matchAll(/\b20\d\d\b/g)].map(([year]) => year);
    if (days.length > 0 && years.length % days.length === 0)
      periods = periodsIn(years.map((year, place) => `${days[place % days.length]!} ${year}`).join("; "));
  }
  const own = columns.flatMap((_, place) => (foreign(place) ? [] : [place]));
  const last = periods.slice(-count);
  const quarterAt = (place: number): string | null =>
    last.length === count
      ? last[place]!
      : periods.length === own.length && own.includes(place)
        ? periods[own.indexOf(place)]!
        : null;
  const spans = [
    ...new Set(
      [...text.matchAll(/three|six|nine|twelve|[三六九3-9]\s*[个個]月/gi)].map(([each]) =>
        monthsIn(`${each} months ${each}`),
      ),
    ),
  ];
  const quarters = columns.map((_, place) => quarterAt(place));
  // Periods that begin anew are those of the longer span.
  const again = quarters.findIndex(
    (quarter, place) => place > 0 && quarter === quarters[0] && !foreign(place),
  );
  return new Map(
    columns.map((column, place) => [
      column,
      {
        quarter: quarters[place]!,
        months:
          again > 0 && place >= again
            ? Math.max(...spans.map((each) => each ?? 6), 6)
            : spans.length === 1
              ? spans[0]!
              : again > 0 || spans.length === 0
                ? spans.length === 0
                  ? null
                  : 3
                : 3,
        foreign: foreign(place),
        aside: false,
      },
    ]),
  );
}
