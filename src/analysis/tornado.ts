import { domainOf, type Assumptions, type DriverRow, type Model } from "../model";
import { flexFrom } from "./flexFrom";
import { evaluateMeasure, seededValue, type Measure } from "./measure";

/** One bar: a driver at two values, the figure at each, all else unchanged. */
export interface TornadoBar {
  readonly driver: string;
  readonly label: string;
  readonly low: { readonly value: number; readonly result: number };
  readonly high: { readonly value: number; readonly result: number };
  /** Size of the difference between the two results. */
  readonly spread: number;
}

/** The figure unchanged and the bars, widest first. */
export interface Tornado {
  readonly unchanged: number;
  readonly bars: readonly TornadoBar[];
}

/** Share of its value by which a driver without downside and upside values moves. */
const STEP = 0.1;

/**
 * Moves each driver alone: to its downside and upside values where it has them, else by 10 % of its value (a whole
 * number by one) within its allowed range. Drivers that move nothing have no bar.
 */
export function tornado(
  model: Model,
  assumptions: Assumptions,
  measure: Measure,
  drivers?: readonly string[],
): Tornado {
  const all = model.rows.map(({ driver }) => driver.id);
  const present = all.map((driver) => Number(assumptions.get(driver)));
  const flex = flexFrom(model, assumptions, all);
  const at = ({ driver }: DriverRow, value: number) => {
    const flexed = flex(Object.assign([...present], { [all.indexOf(driver.id)]: value }));
    return { value, result: measure.read(flexed.values, flexed.assumptions) + 0 };
  };
  const bars = model.rows
    .filter(({ driver }) => drivers === undefined || drivers.includes(driver.id))
    .map((row): TornadoBar => {
      const [low, high] = ends(row, Number(assumptions.get(row.driver.id)));
      const [atLow, atHigh] = [at(row, low), at(row, high)];
      return {
        driver: row.driver.id,
        label: row.driver.label,
        low: atLow,
        high: atHigh,
        spread: Math.abs(atHigh.result - atLow.result),
      };
    })
    .filter(({ spread }) => spread > 0);
  return {
    unchanged: evaluateMeasure(model, measure, assumptions),
    bars: bars.sort((a, b) => b.spread - a.spread || (a.driver < b.driver ? -1 : 1)),
  };
}

/** The two values of a driver: first the downside or lower one. */
function ends(row: DriverRow, present: number): readonly [number, number] {
  const [downside, upside] = [seededValue(row, "downside"), seededValue(row, "upside")];
  if (downside !== upside) return [downside, upside];
  if (row.driver.whole) {
    const whole = domainOf(row).values();
    const place = whole.indexOf(present);
    return [whole[place - 1] ?? present, whole[place + 1] ?? present];
  }
  const within = (value: number): number => Math.min(Number(row.max), Math.max(Number(row.min), value));
  const step = Math.abs(present) * STEP;
  return [within(present - step), within(present + step)];
}
