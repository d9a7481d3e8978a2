import { balances, credit, income, revenue, type Direction } from "../companies/kingsoftCloud";
import {
  domainOf,
  validateAssumptions,
  type Assumptions,
  type Driver,
  type DriverRow,
  type LineItem,
  type Model,
  type ModelSpec,
} from "../model";
import { declaredSigns } from "./declaredSigns";
import { flexFrom } from "./flexFrom";
import { forecastYears } from "./headlineYear";
import { whyNothingMoves } from "./whyNothingMoves";

/** The figures that a response is read from, in the order of its columns; net debt shows what loans and revolver take up where cash is held. */
export const RESPONSE_LINES: readonly LineItem[] = [
  revenue.total,
  income.adjustedEbitda,
  income.adjustedOperating,
  income.net,
  balances.cash,
  credit.netDebt,
];

/** How one driver moves the figures: from its lower to its upper value, all else unchanged. */
export interface DriverResponse {
  readonly driver: Driver;
  readonly present: number;
  /** The two values compared, in the model's unit. */
  readonly low: number;
  readonly high: number;
  /** Result at the upper value less that at the lower one: a row for each figure, a column for each year. */
  readonly effects: readonly (readonly number[])[];
  /** Declared direction of each figure when the driver rises. */
  readonly signs: readonly Direction[];
  /** Why no figure moves, or one that the driver may move stays as it is in every year; null where each of those moves. */
  readonly why: string | null;
}

/** The response of a scenario, driver by driver in the order of the Inputs sheet. */
export interface Response {
  readonly years: readonly number[];
  readonly rows: readonly DriverResponse[];
}

/** Share of its value by which a driver moves each way. */
const STEP = 0.1;
/** The step from nothing, by unit; one of any other. */
const STEP_FROM_ZERO: Readonly<Partial<Record<Driver["unit"], number>>> = { "%": 0.01, "RMB m": 100 };
/** RMB m below which an effect is the last digit of a double. */
const NOTHING = 1e-6;

/**
 * Moves each driver alone, by a tenth of its value each way (from nothing by a point or RMB 100 m; whole numbers, choices
 * and quarters by one) within its allowed range, and reads revenue, results and cash of each year that is not over. All
 * drivers unless some are named.
 */
export function response(model: Model, assumptions: Assumptions, only?: readonly string[]): Response {
  const { rowOf, timeline } = model.spec;
  const columns = forecastYears(model);
  const years = columns.map((column) => timeline.periods[column]!.year);
  const all = model.rows.map(({ driver }) => driver.id);
  const present = all.map((id) => Number(assumptions.get(id)));
  const flex = flexFrom(model, assumptions, all);
  const at = (place: number, value: number): Float64Array =>
    flex(Object.assign([...present], { [place]: value })).values.all.slice();
  const unchanged = at(0, present[0]!);
  const asked = model.rows.filter(({ driver }) => only === undefined || only.includes(driver.id));
  const rows = asked.map((row): DriverResponse => {
    const place = model.rows.indexOf(row);
    const [low, high] = responseEnds(model.spec, row, assumptions);
    const [atLow, atHigh] = [at(place, low), at(place, high)];
    const effects = RESPONSE_LINES.map(({ id }) =>
      columns.map((column) => {
        const cell = rowOf.get(id)! * timeline.width + column;
        const effect = atHigh[cell]! - atLow[cell]!;
        return Math.abs(effect) < NOTHING ? 0 : effect + 0;
      }),
    );
    const signs = declaredSigns(row.driver);
    const unexplained = isStill(effects, signs);
    return {
      driver: row.driver,
      present: present[place]!,
      low,
      high,
      effects,
      signs,
      why: unexplained
        ? whyNothingMoves({ model, row, assumptions, unchanged, atLow, atHigh, low, high })
        : null,
    };
  });
  return { years, rows };
}

/** Whether a figure that the driver may move stays as it is in every year; cash that loans hold at its minimum moves net debt instead. */
function isStill(effects: readonly (readonly number[])[], signs: readonly Direction[]): boolean {
  const still = effects.map((years) => years.every((effect) => effect === 0));
  if (still.every(Boolean)) return true;
  const [cash, debt] = [RESPONSE_LINES.indexOf(balances.cash), RESPONSE_LINES.indexOf(credit.netDebt)];
  return signs.some(
    (sign, figure) => sign !== "none" && still[figure]! && !(figure === cash && !still[debt]!),
  );
}

/** The two values between which a driver moves: one step each way, inside its range and with the others valid. */
export function responseEnds(
  spec: ModelSpec,
  row: DriverRow,
  assumptions: Assumptions,
): readonly [low: number, high: number] {
  const present = Number(assumptions.get(row.driver.id));
  // A step inside its range may still not go together with the other values, such as parts of one whole.
  const valid = (value: number): boolean =>
    validateAssumptions(spec, [], new Map(assumptions).set(row.driver.id, String(value))).length === 0;
  const [low, high] = row.driver.whole ? neighbours(row, present) : aStepAway(row, present);
  return [valid(low) ? low : present, valid(high) ? high : present];
}

function neighbours(row: DriverRow, present: number): readonly [number, number] {
  const whole = domainOf(row).values();
  const place = whole.indexOf(present);
  return [whole[place - 1] ?? present, whole[place + 1] ?? present];
}

function aStepAway({ driver, min, max }: DriverRow, present: number): readonly [number, number] {
  const step = present === 0 ? (STEP_FROM_ZERO[driver.unit] ?? 1) : Math.abs(present) * STEP;
  const within = (value: number): number =>
    Number(Math.min(Number(max), Math.max(Number(min), value)).toPrecision(12));
  return [within(present - step), within(present + step)];
}
