import { Exact } from "../formula";
import { domainOf, findScenario, SCENARIOS, type DriverRow, type Model, type Scenario } from "../model";
import { knownPlain, plainName, unknownName } from "./didYouMean";
import { badArgument, quoted, scalarOf, textOf, type KcArgument, type KcScalar } from "./kcValue";

/** Finds a driver's row by id or label. Throws #VALUE! with a suggestion. */
export function findDriver(model: Model, argument: KcArgument): DriverRow {
  const text = textOf(argument, "driver");
  if (text === null) throw badArgument("Give a driver, e.g. 'upliftXiaomi2026'.");
  // Nearly always the very id, as an assumption range has it: comparing plain names is many times slower.
  const row = model.rows.find(({ driver }) => driver.id === text) ?? rowByPlainName(model, plainName(text));
  if (row !== undefined) return row;
  const names = model.rows.flatMap(({ driver }) => [driver.id, driver.label]);
  throw badArgument(unknownName("driver", text, names, "the Inputs sheet lists them in its first column"));
}

function rowByPlainName({ rows }: Model, plain: string): DriverRow | undefined {
  return (
    rows.find(({ driver }) => knownPlain(driver.id) === plain) ??
    rows.find(({ driver }) => knownPlain(driver.label) === plain)
  );
}

/** Scenario by id, name or number; Base when left out. Throws #VALUE! with a suggestion. */
export function findScenarioArgument(argument: KcArgument): Scenario {
  const value = scalarOf(argument, "scenario");
  const text = value === null || value === "" ? "base" : String(value).trim();
  const found = findScenario(text) ?? SCENARIOS.find(({ number }) => String(number) === text);
  if (found !== undefined) return found;
  throw badArgument(
    unknownName(
      "scenario",
      text,
      SCENARIOS.map(({ name }) => name),
    ),
  );
}

/** A driver's value written by a person, as decimal digits in the model's unit: 15% and 0.15, 2026Q2 and 20262. Throws #VALUE! when it is no number. */
export function driverValue(row: DriverRow, given: KcScalar): string {
  const { driver } = row;
  const value = scalarOf(given, driver.id);
  if (typeof value === "number" && Number.isFinite(value)) return decimalDigits(value);
  const text = typeof value === "string" ? value.trim() : "";
  const [, year, quarter] = /^(20\d\d)\s*Q([1-4])$/i.exec(text) ?? [];
  if (driver.unit === "quarter" && quarter !== undefined) return `${year}${quarter}`;
  const [, digits, percent] = /^([-+]?(?:\d+\.?\d*|\.\d+))\s*(%?)$/.exec(text) ?? [];
  if (digits === undefined || (percent === "%" && driver.unit !== "%")) {
    throw badArgument(
      `${driver.id} (${driver.label}) cannot be ${quoted(value ?? "")}: give ${domainOf(row).words}.`,
    );
  }
  const number = new Exact(digits);
  return (percent === "%" ? number.dividedBy(100) : number).toString();
}

/** Shortest decimal digits of a double, never in powers of ten. */
function decimalDigits(value: number): string {
  return new Exact(value).toFixed();
}
