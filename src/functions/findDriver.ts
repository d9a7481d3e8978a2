import { SCENARIOS, SHIPPED_NAMES } from "../companies/kingsoftCloud";
import { findNamed, type DriverRow, type Model, type Scenario, type ScenarioNames } from "../model";
import { knownPlain, plainName, unknownName } from "./didYouMean";
import { inOtherWords, labelsFor } from "./otherWords";
import { badArgument, scalarOf, textOf, type KcArgument } from "./kcValue";

/** Finds a driver's row by id or label. Throws #VALUE! with a suggestion. */
export function findDriver(model: Model, argument: KcArgument): DriverRow {
  const text = textOf(argument, "driver");
  if (text === null) throw badArgument("Give a driver, e.g. 'upliftXiaomi2026'.");
  const row = driverNamed(model, text);
  if (row !== null) return row;
  const names = labelsFor(
    text,
    model.rows.map(({ driver }) => driver),
  );
  throw badArgument(unknownName("driver", text, names, "the Inputs sheet lists them in its first column"));
}

/** The same by its name, or null. */
export function driverNamed({ rows }: Model, text: string): DriverRow | null {
  // Nearly always the very id, as an assumption range has it: comparing plain names is many times slower.
  const byId = rows.find(({ driver }) => driver.id === text);
  if (byId !== undefined) return byId;
  const plain = plainName(text);
  return (
    rows.find(({ driver }) => knownPlain(driver.id) === plain) ??
    rows.find(({ driver }) => knownPlain(driver.label) === plain) ??
    inOtherWords(plain, rows, ({ driver }) => driver.label) ??
    null
  );
}

/** Scenario by the name in use, by id, shipped name or number; Base when left out. Throws #VALUE! with a suggestion. */
export function findScenarioArgument(
  argument: KcArgument,
  others: readonly string[] = [],
  names: ScenarioNames = SHIPPED_NAMES,
): Scenario {
  const value = scalarOf(argument, "scenario");
  const text = value === null || value === "" ? "base" : String(value).trim();
  const found = findNamed(SCENARIOS, text, names) ?? SCENARIOS.find(({ number }) => String(number) === text);
  if (found !== undefined) return found;
  throw badArgument(unknownName("scenario", text, [...new Set([...names.values(), ...others])]));
}
