import { Exact } from "../../formula";
import { asTyped, unitStep, valuesTyped, type DecimalSign } from "../../functions";
import { domainOf, type DriverRow } from "../../model";
import { listed, say } from "../../words";

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

/** Choices of a lever that is no slider: quarters, or the numbers that the driver's label explains. */
export function leverChoices(row: DriverRow): readonly LeverChoice[] {
  const domain = domainOf(row);
  const words = choiceWords(row);
  return domain
    .values()
    .map((code) => ({ value: String(code), label: words.get(String(code)) ?? domain.shown(code) }));
}

/** A label without what its numbers mean, where the lever lists that: "Cap basis". */
export function leverLabel(row: DriverRow): string {
  return choiceWords(row).size === 0 ? row.driver.label : row.driver.label.replace(/ \([^()]*\)$/, "");
}

/** What the numbers of a choice mean, as its label says: "Cap basis (1 filed caps, 2 scaled)". */
function choiceWords({ driver }: DriverRow): ReadonlyMap<string, string> {
  const [, listed = ""] = /\(([^()]*)\)$/.exec(driver.label) ?? [];
  if (driver.unit !== "choice") return new Map();
  return new Map(
    listed.split(/, (?=\d )/).flatMap((each) => {
      const [, code, words] = /^(\d+) (.+)$/.exec(each) ?? [];
      return code === undefined
        ? []
        : [[code, `${words!.charAt(0).toUpperCase()}${words!.slice(1)}`] as const];
    }),
  );
}

/** What a typed text of a lever's field is: a value in model units, one that must be confirmed since a step of units lies between, or what is wrong with it. */
export type TypedLever = { readonly value: string } | { readonly message: string; readonly confirm?: string };

/** Reads what a person typed into a lever's field, whose value is now `before`, in model units. */
export function readLever(
  row: DriverRow,
  text: string,
  before: string,
  locale: DecimalSign = null,
): TypedLever {
  const [value, ...others] = valuesTyped(row, text, locale);
  const domain = domainOf(row);
  const typed = `“${text.trim()}”`;
  if (value === undefined)
    return {
      message:
        text.trim() === ""
          ? say`Type a value: ${domain.words}.`
          : say`${typed} is not a number. Give ${domain.words}.`,
    };
  if (others.length > 0 && ![value, ...others].some((each) => Number(each) === Number(before))) {
    const spelled = listed(
      [value, ...others].map((digits) => asTyped(row, digits)),
      " or ",
    );
    return { message: say`${typed} could be ${spelled}: type the one you mean.` };
  }
  if (others.length > 0) return { value: before };
  if (!domain.contains(value)) return { message: say`${text.trim()} is not allowed. Give ${domain.words}.` };
  const step = unitStep(row, before, value);
  return step === null
    ? { value }
    : { message: say`${step} as it stands. Is that what you mean?`, confirm: value };
}
