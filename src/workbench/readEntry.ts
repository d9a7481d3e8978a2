import { listed, say, told } from "../words";
import { CellError, plainFormula } from "../formula";
import { asTyped, parseQuarter, readNumber, valuesTyped, type DecimalSign } from "../functions";
import type { EntryReading, TypedEntry } from "../hosts/grid/gridEntries";
import { sheetIdOf } from "../hosts/grid/planSheets";
import type { Message } from "../hosts/port";
import { OWN_SCENARIOS, SCENARIOS, SHIPPED_NAMES } from "../companies/kingsoftCloud";
import { nameProblem, type DriverRow, type Model } from "../model";
import type { ScenarioName } from "../seeds";
import { INPUT_COLUMNS } from "../workbook/inputColumns";
import { layoutOf } from "../workbook/layout";
import { quarterlyCell } from "../workbook/quarterlyCell";
import { SHEETS } from "../workbook/sheetNames";

/** Reads what a person types into the grid, by the habits that the pane and kc read; doubts and what was understood are said. */
export function entryReader(
  model: Model,
  locale: DecimalSign,
  tell: (message: Message) => void,
): (entry: TypedEntry) => EntryReading {
  const layout = layoutOf(model);
  const driverAt = new Map<number, DriverRow>(
    model.rows.map((row) => [layout.inputs.driver.get(row.driver.id)! - 1, row]),
  );
  const [inputs, quarterly] = [sheetIdOf(SHEETS.inputs), sheetIdOf(SHEETS.quarterly)];
  const quarterAt = new Map<string, DriverRow>(
    SCENARIOS.flatMap((scenario) =>
      model.quarterRows.map((row) => {
        const at = quarterlyCell(layout, row.driver, scenario);
        return [`${at.row}:${at.column}`, row] as const;
      }),
    ),
  );
  const driverOf = ({ sheetId, row, column }: TypedEntry): DriverRow | undefined => {
    if (sheetId === quarterly) return quarterAt.get(`${row + 1}:${column + 1}`);
    const scenario = column + 1 - INPUT_COLUMNS.firstScenario;
    return sheetId === inputs && scenario >= 0 && scenario < SCENARIOS.length ? driverAt.get(row) : undefined;
  };
  const refused = (text: string, readings: readonly string[]): EntryReading => {
    tell({
      kind: "warning",
      title: say`“${text}” could be ${listed(readings, " or ")}.`,
      wayOut: say`Nothing was entered: type the one you mean, or an apostrophe before it for the text.`,
    });
    return { kind: "refused" };
  };
  const { headerRow } = layoutOf(model).inputs;
  const ownHead = ({ sheetId, row, column }: TypedEntry): ScenarioName | undefined =>
    sheetId === inputs && row === headerRow - 1
      ? OWN_SCENARIOS.find(({ number }) => column === INPUT_COLUMNS.firstScenario + number - 2)?.id
      : undefined;
  return (entry) => {
    const text = entry.text.trim();
    const named = ownHead(entry);
    if (named !== undefined && text !== "") {
      // Also what looks like a formula or a number is the text of a name.
      const problem = nameProblem(SCENARIOS, named, text, SHIPPED_NAMES);
      if (problem === null) return { kind: "literal" };
      tell({ kind: "warning", title: say`“${text}” was not entered.`, wayOut: problem });
      return { kind: "refused" };
    }
    if (/^[=＝]/.test(text)) return formulaReading(text, tell);
    const driver = driverOf(entry);
    if (driver === undefined && MONTH_OR_QUARTER.test(text)) {
      // The grid would make the first of the month of it, and a KC function the month's quarter of that.
      tell({
        kind: "warning",
        title: say`“${text}” can be a month or a quarter, and stays a text.`,
        wayOut: say`KC functions take 2025-03 for the month, 2025Q3 for the quarter.`,
      });
      return { kind: "literal" };
    }
    if (driver === undefined) return numberReading(entry, text, locale, refused);
    if (driver.driver.unit === "quarter") return quarterReading(text);
    const [value, ...others] = valuesTyped(driver, text, locale);
    if (value === undefined) return { kind: "grid" };
    if (others.length > 0)
      return refused(
        text,
        [value, ...others].map((each) => asTyped(driver, each)),
      );
    return { kind: "number", value: Number(value) };
  };
}

const MONTH_OR_QUARTER = /^(?:(?:19|20)\d\d[-/][1-4]|[1-4][-/](?:19|20)\d\d)$/;

/** A formula in English notation; one of another keyboard is rewritten and shown. */
function formulaReading(text: string, tell: (message: Message) => void): EntryReading {
  try {
    const plain = plainFormula(text);
    if (plain === text) return { kind: "grid" };
    tell({ kind: "done", title: say`Read as ${plain}`, wayOut: "" });
    return { kind: "text", text: plain };
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    tell({ kind: "warning", title: say`The formula was not entered.`, wayOut: told(error.message) });
    return { kind: "refused" };
  }
}

function quarterReading(text: string): EntryReading {
  try {
    return { kind: "number", value: parseQuarter(/^\d{5}$/.test(text) ? Number(text) : text) };
  } catch {
    // The rule of the cell says what it takes.
    return { kind: "grid" };
  }
}

/** What the grid reads rightly itself where decimals stand after a point: with or without thousands and percent sign. */
const PLAIN = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?(?:E[-+]?\d+)?%?$/i;

/** A number in a cell of no input: as a person of the locale means it. */
function numberReading(
  entry: TypedEntry,
  text: string,
  locale: DecimalSign,
  refused: (text: string, readings: readonly string[]) => EntryReading,
): EntryReading {
  const { readings, percent, power } = readNumber(text, locale);
  const asFraction = entry.percent && !percent;
  const signed = (digits: string): string => (percent || asFraction ? `${digits}%` : digits);
  const [first, ...others] = readings;
  if (first === undefined || power !== null) return { kind: "grid" };
  const plain = locale !== "," && PLAIN.test(text);
  if (others.length > 0 && !plain) return refused(text, readings.map(signed));
  // Of a percentage, a number below one may be a fraction as well.
  const size = Math.abs(Number(first));
  if (asFraction && size > 0 && size < 1)
    return refused(text, [`${first}%`, `${Number((Number(first) * 100).toPrecision(12))}%`]);
  return plain && !asFraction ? { kind: "grid" } : { kind: "text", text: signed(first) };
}
