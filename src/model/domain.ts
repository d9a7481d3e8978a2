import { Exact } from "../formula";
import type { DriverRow } from "./assumptionsFromSeeds";

/** What a driver may be; values are numbers or decimal digits in the model's unit. */
export interface Domain {
  /** Whether a value is allowed, by itself: how values go together is judged elsewhere. */
  contains(value: number | string): boolean;
  /** A sentence that names the driver and says what is wrong with its value; null when it is allowed. */
  problem(text: string | undefined): string | null;
  /** Every allowed value of a whole-number driver, smallest first; empty for other drivers and for more than 500 values. */
  values(): readonly number[];
  /** A value as it is read: 15 % for 0.15, 2026Q2 for 20262. */
  shown(value: number | string): string;
  /** What is allowed, e.g. "a number from 0 % to 50 %". */
  readonly words: string;
}

/** What a driver's row of the assumption table needs to tell its domain. */
type Bounds = Pick<DriverRow, "driver" | "min" | "max">;

const MOST_VALUES = 500;

/** The domain of a driver: its range, whole numbers only for switches, choices and counts, quarters that exist. */
export function domainOf(row: Bounds): Domain {
  const { driver, min, max } = row;
  const isQuarter = driver.unit === "quarter";
  return {
    contains: (value) => problemOf(row, String(value)) === null,
    problem: (text) => problemOf(row, text),
    values() {
      const [low, high] = [Number(min), Number(max)];
      if (!driver.whole || high - low > MOST_VALUES) return [];
      const all = Array.from({ length: high - low + 1 }, (_, index) => low + index);
      return isQuarter ? all.filter((code) => code % 10 >= 1 && code % 10 <= 4) : all;
    },
    shown: (value) =>
      isQuarter ? String(value).replace(/^(\d{4})(\d)$/, "$1Q$2") : inUnit(row, String(value)),
    get words() {
      const what = isQuarter ? "a quarter" : driver.whole ? "a whole number" : "a number";
      return `${what} from ${this.shown(min)} to ${this.shown(max)}`;
    },
  };
}

function problemOf(row: Bounds, text: string | undefined): string | null {
  const { driver, min, max } = row;
  const because = (what: string): string => `${driver.id} (${driver.label}) ${what}`;
  if (text === undefined || text.trim() === "") return because("has no value.");
  if (!/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text.trim()))
    return because(`is "${text}", which is not a number.`);
  // Doubles decide wherever they differ: rounding never turns an order round. What they cannot tell apart is compared exactly.
  const double = Number(text);
  if (!driver.whole && double > Number(min) && double < Number(max)) return null;
  const value = new Exact(text.trim());
  if (value.lt(min) || value.gt(max))
    return because(
      `is ${inUnit(row, text)}; it must lie between ${inUnit(row, min)} and ${inUnit(row, max)}.`,
    );
  if (driver.whole && !value.isInteger()) return because(`is ${text}; it must be a whole number.`);
  if (driver.unit === "quarter" && (value.mod(10).lt(1) || value.mod(10).gt(4)))
    return because(`is ${text}; write the year and the quarter, e.g. 20262 for 2026Q2.`);
  return null;
}

function inUnit({ driver }: Bounds, digits: string): string {
  return driver.unit === "%" ? `${new Exact(digits).times(100)} %` : digits;
}
