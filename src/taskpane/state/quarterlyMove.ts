import type { CellReader } from "../../analysis";
import { asTyped, readNumber, valuesTyped, type DecimalSign } from "../../functions";
import { QUARTERS } from "../../companies/kingsoftCloud";
import { domainOf, type LineItem, type Model, type QuarterRow } from "../../model";
import type { ScenarioName } from "../../seeds";
import { listed, say } from "../../words";
import type { InputEdit } from "./inputTable";

/** What is asked of a stretch of quarters: their values times a factor, or one value for each. */
export interface QuarterlyMove {
  /** Id of the line that shows the assumption in effect. */
  readonly line: string;
  /** First and last quarter, as columns. */
  readonly from: number;
  readonly to: number;
  readonly how: "times" | "value";
  readonly text: string;
  /** What was wrong with it, in words; empty while nothing is. */
  readonly wrong: string;
}

/** The cells that a move gives values, and what it is called; or what is wrong with it. */
export type MovedQuarters =
  | { readonly edits: readonly InputEdit[]; readonly label: string }
  | { readonly wrong: string };

/** Digits that a value made by a factor keeps. */
const DIGITS = 12;

/** The quarters of an assumption for which a value may be typed. */
export function quartersOfLine(
  { quarterRows }: Pick<Model, "quarterRows">,
  line: LineItem,
): readonly QuarterRow[] {
  return quarterRows.filter(({ driver }) => driver.line === line);
}

/** Gives every quarter of the stretch its value: what is in effect times the factor, or the value. Nothing outside the stretch is touched. */
export function movedQuarters(
  model: Pick<Model, "quarterRows">,
  values: CellReader,
  scenario: ScenarioName,
  line: LineItem,
  { from, to, how, text }: QuarterlyMove,
  locale: DecimalSign = null,
): MovedQuarters {
  const rows = quartersOfLine(model, line).filter(
    ({ driver }) => driver.column >= from && driver.column <= to,
  );
  const [first] = rows;
  if (first === undefined) return { wrong: "The first quarter must not lie after the last." };
  const typed = how === "times" ? factorOf(text, locale) : valueOf(first, text, locale);
  if (typeof typed === "object") return typed;
  const edits: InputEdit[] = [];
  for (const row of rows) {
    const { id, column } = row.driver;
    const value =
      how === "times"
        ? String(Number((values.value(line.id, column) * Number(typed)).toPrecision(DIGITS)))
        : typed;
    const problem = domainOf(row).problem(value);
    if (problem !== null) return { wrong: problem };
    edits.push({ scenario, driver: id, entry: { kind: "own", value } });
  }
  const stretch = stretchWords(from, to);
  const label = first.driver.label.replace(/ \S+$/, "");
  return {
    edits,
    label:
      how === "times"
        ? say`${label} ${stretch} × ${typed}`
        : say`${label} ${stretch} set to ${asTyped(first, typed)}`,
  };
}

/** A stretch of quarters in words, e.g. "2026Q3 to 2028Q4". */
export function stretchWords(from: number, to: number): string {
  const [first, last] = [from, to].map((column) => QUARTERS[column]!.label);
  return first === last ? first! : say`${first!} to ${last!}`;
}

function factorOf(text: string, locale: DecimalSign): string | { readonly wrong: string } {
  const { readings, percent, power } = readNumber(text.replace(/^\s*[×x*]/i, ""), locale);
  const [digits, ...others] = readings;
  if (digits === undefined || power !== null || Number(digits) < 0)
    return { wrong: say`“${text.trim()}” is no factor. Type one such as 0.5 or 110%.` };
  if (others.length > 0)
    return { wrong: say`“${text.trim()}” could be ${listed(readings, " or ")}: type the one you mean.` };
  return percent ? String(Number((Number(digits) / 100).toPrecision(DIGITS))) : digits;
}

function valueOf(row: QuarterRow, text: string, locale: DecimalSign): string | { readonly wrong: string } {
  const [digits, ...others] = valuesTyped(row, text, locale);
  if (digits === undefined)
    return { wrong: say`“${text.trim()}” is not a number. Give ${domainOf(row).words}.` };
  if (others.length === 0) return digits;
  const spelled = listed(
    [digits, ...others].map((each) => asTyped(row, each)),
    " or ",
  );
  return { wrong: say`“${text.trim()}” could be ${spelled}: type the one you mean.` };
}
