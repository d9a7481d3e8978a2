import { CellError, Exact } from "../../formula";
import { driverValue } from "../../functions";
import { domainOf, type DriverRow } from "../../model";

/** How a lever is drawn: a slider, a list of choices, or a switch. */
export type LeverKind = "slider" | "choice" | "switch";

/** Travel of a slider, in the unit that is shown (percent for percentages). */
export interface SliderTravel {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** One choice of a lever that is no slider. */
export interface LeverChoice {
  readonly value: string;
  readonly label: string;
}

/** How a driver is drawn. */
export function leverKind({ driver }: DriverRow): LeverKind {
  if (driver.unit === "switch") return "switch";
  return driver.unit === "quarter" || driver.unit === "choice" ? "choice" : "slider";
}

/** A value in model units as the number that is shown: 0.125 is 12.5 for a percentage. */
export function shownNumber({ driver }: DriverRow, value: string): string {
  if (driver.unit !== "%") return plainDigits(new Exact(value));
  return plainDigits(new Exact(value).times(100));
}

/** The other way round: what is shown, as decimal digits in model units. */
export function modelNumber({ driver }: DriverRow, shown: string): string {
  const number = new Exact(shown);
  return (driver.unit === "%" ? number.dividedBy(100) : number).toString();
}

function plainDigits(number: InstanceType<typeof Exact>): string {
  return number
    .toDecimalPlaces(6)
    .toFixed()
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/** Travel of a slider: the allowed range, or where that is very wide the part that analysts use; a value outside widens it. */
export function sliderTravel(row: DriverRow, value: string): SliderTravel {
  const shown = (text: string): number => Number(shownNumber(row, text));
  const [low, high, present] = [shown(row.min), shown(row.max), shown(value)];
  const usual = [row.base, ...Object.values(row.own)].flatMap((each) =>
    each === null ? [] : [Math.abs(shown(each))],
  );
  const reach = roundUp(2 * Math.max(...usual, 0));
  const wide = row.driver.unit !== "%" ? high - low > 100 : high - low > 120 || low < -20;
  const most = reach === 0 ? (row.driver.unit === "%" ? 20 : 1000) : reach;
  const max = wide ? Math.min(high, Math.max(most, present)) : high;
  const min = wide ? Math.max(low, Math.min(low < 0 ? -most : low, present)) : low;
  return { min, max, step: stepOf(row, max - min) };
}

function roundUp(value: number): number {
  if (value === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return (Math.ceil((value / power) * 2) / 2) * power;
}

function stepOf({ driver }: DriverRow, width: number): number {
  if (driver.whole) return 1;
  if (driver.unit === "%") return width <= 5 ? 0.05 : width <= 30 ? 0.1 : 0.5;
  return width >= 10_000 ? 50 : width >= 1000 ? 10 : width >= 100 ? 1 : 0.1;
}

/** Choices of a lever that is no slider. */
export function leverChoices(row: DriverRow): readonly LeverChoice[] {
  if (row.driver.unit !== "quarter")
    return [
      { value: "1", label: "Filed caps" },
      { value: "2", label: "Implied by the 40% statement" },
    ];
  const domain = domainOf(row);
  return domain.values().map((code) => ({ value: String(code), label: domain.shown(code) }));
}

/** What a person typed into a lever's field, as decimal digits in model units, or what is wrong with it. */
export function readLever(
  row: DriverRow,
  text: string,
): { readonly value: string } | { readonly message: string } {
  const domain = domainOf(row);
  const plain = text
    .trim()
    .replace(/[−–]/g, "-")
    .replace(/(?<=\d)[,\s](?=\d{3}\b)/g, "");
  try {
    const value = driverValue(row, row.driver.unit === "%" && !plain.endsWith("%") ? `${plain}%` : plain);
    if (!domain.contains(value)) return { message: `${text.trim()} is not allowed. Give ${domain.words}.` };
    const thousands = /^-?[1-9]\d{0,2}\.\d{3}$/.test(plain) ? plain.replace(".", "") : null;
    if (thousands !== null && domain.contains(modelNumber(row, thousands)))
      return {
        message: `“${text.trim()}” could be ${Number(plain)} or ${thousands}: type the one you mean.`,
      };
    return { value };
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    return {
      message:
        text.trim() === ""
          ? `Type a value: ${domain.words}.`
          : `“${text.trim()}” is not a number. Give ${domain.words}.`,
    };
  }
}
