import { say } from "../words";
import { Exact } from "../formula";
import { domainOf, type DriverRow, type Unit } from "../model";
import { badArgument, quoted, scalarOf, type KcScalar } from "./kcValue";
import { parseQuarter } from "./parsePeriod";
import { readNumber, type DecimalSign } from "./readNumber";

/**
 * A driver's value as decimal digits in the model's unit. A number is taken as a cell holds it: 0.15 for 15 %, 20262
 * for 2026Q2. A text is what a person typed, by one rule wherever it is typed: of a percentage, 7 is 7 %, 1 is 1 % and
 * 15% is 15 %, while 0.5 may be 0.5 % or 50 %; a quarter is written in any habit; amounts may be counted in 万, 亿,
 * million or billion. Where more than one reading lies in the allowed range, #VALUE! asks with all of them.
 */
export function driverValue(row: DriverRow, given: KcScalar, locale: DecimalSign = null): string {
  const { driver } = row;
  const value = scalarOf(given, driver.id);
  const isCode = isQuarterCode(
    typeof value === "string" && /^\s*\d{5}\s*$/.test(value) ? Number(value) : value,
  );
  if (driver.unit === "quarter" && !isCode) return String(quarterOf(row, value));
  if (typeof value === "number" && Number.isFinite(value)) return new Exact(value).toFixed();
  const text = typeof value === "string" ? value : "";
  const [only, ...others] = valuesTyped(row, text, locale);
  if (only !== undefined && others.length > 0) {
    const spelled = [only, ...others].map((digits) => asTyped(row, digits)).join(" or ");
    throw badArgument(
      say`${driver.id} (${driver.label}): ${quoted(text.trim())} can be ${spelled}; write the one you mean.`,
    );
  }
  if (only !== undefined) return only;
  throw badArgument(
    say`${driver.id} (${driver.label}) cannot be ${quoted(value ?? "")}: give ${domainOf(row).words}.`,
  );
}

/** What a typed number can be as a driver's value, in the model's unit: the allowed readings where there are any, else what it says; empty where it is no number. */
export function valuesTyped(row: DriverRow, text: string, locale: DecimalSign = null): readonly string[] {
  const meant = valuesInUnit(row.driver.unit, text, locale);
  const allowed = meant.filter((digits) => domainOf(row).contains(digits));
  return allowed.length > 0 ? allowed : meant.slice(0, 1);
}

/** A value in the model's unit as a person types it without a doubt: 12.5% for 0.125, 2026Q2 for 20262. */
export function asTyped(row: DriverRow, digits: string | number): string {
  return row.driver.unit === "%" ? `${new Exact(digits).times(100).toFixed()}%` : domainOf(row).shown(digits);
}

/** Year times ten plus quarter, as the model writes it; whether there is such a quarter is the domain's to say. */
function isQuarterCode(value: KcScalar): value is number {
  return typeof value === "number" && value >= 19_900 && value <= 21_009;
}

function quarterOf({ driver }: DriverRow, value: KcScalar): number {
  try {
    return parseQuarter(value);
  } catch (error) {
    throw badArgument(`${driver.id} (${driver.label}): ${(error as Error).message}`);
  }
}

/** Every value, as decimal digits in a unit of the model, that a typed number can stand for; of a percentage, a fraction. */
export function valuesInUnit(unit: Unit, text: string, locale: DecimalSign): readonly string[] {
  const { readings, percent, power } = readNumber(text, locale);
  const inMillions = unit === "RMB m" || unit === "m ADS";
  if ((percent && unit !== "%") || (power !== null && !inMillions)) return [];
  const values = readings.flatMap((digits) => {
    const number = new Exact(digits);
    if (power !== null) return [number.times(new Exact(10).pow(power - 6))];
    if (unit !== "%") return [number];
    const hundredth = number.dividedBy(100);
    return percent || number.isZero() || number.abs().gte(1) ? [hundredth] : [hundredth, number];
  });
  return [...new Set(values.map((value) => value.toFixed()))];
}
