import {
  columnOfKey,
  driverFamily,
  familyLabel,
  lineKey,
  openModel,
  type Assumptions,
  type Driver,
  type LineItem,
  type Model,
  type TypedFigures,
} from "../model";
import { typedFiguresOf } from "./modelBefore";
import { randomNumbers } from "./randomNumbers";
import { exactShares, finished, sampledShares, type Stepwise, type ValuesWith } from "./shapley";

/** One state of the model: what is known, and what is assumed. */
export interface ModelState {
  readonly model: Model;
  readonly assumptions: Assumptions;
}

/** What moves together from one state to another: a driver with all its years and quarters, or the figures of a quarter. */
export interface Lever {
  readonly label: string;
  /** Ids of the drivers that differ; none where figures of a quarter do. */
  readonly drivers: readonly string[];
  /** Column of the quarter whose figures differ, or null. */
  readonly quarter: number | null;
}

/** A figure that is bridged. */
export interface BridgedFigure {
  readonly line: LineItem;
  readonly column: number;
}

/** What one lever does to each figure. */
export interface BridgeStep {
  readonly lever: Lever;
  /** Its part of the change; the parts of all levers add up to it. */
  readonly parts: readonly number[];
  /** What it does alone, from the first state. */
  readonly alone: readonly number[];
  /** Standard error of each part: 0 where it is exact. */
  readonly errors: readonly number[];
}

/** The way from one state to another, lever by lever. */
export interface Bridge {
  readonly figures: readonly BridgedFigure[];
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly steps: readonly BridgeStep[];
  /** Orders of the levers that were tried; null where all of them count. */
  readonly orders: number | null;
}

/** Up to so many levers every order counts. */
export const EXACT_LEVERS = 12;
/** Calculations of a bridge of more levers. */
const CALCULATIONS = 24_000;
const SEED = 20260527;

/**
 * The change of figures from one state to another, lever by lever. A lever's part is the mean of what it adds over all
 * orders of the levers (Shapley value): it does not hang on an order, adds up exactly, and turns its sign when the states
 * change places. Above twelve levers the mean is over orders drawn with a fixed seed, each with its reverse. Both states
 * must be over the same facts; they may differ in typed figures.
 */
export function bridge(
  from: ModelState,
  to: ModelState,
  figures: readonly BridgedFigure[],
  exactLevers: number = EXACT_LEVERS,
): Bridge {
  return finished(bridgeInSteps(from, to, figures, exactLevers));
}

/** The same bridge in steps of a few calculations, for a page that must not stand still. */
export function* bridgeInSteps(
  from: ModelState,
  to: ModelState,
  figures: readonly BridgedFigure[],
  exactLevers: number = EXACT_LEVERS,
): Stepwise<Bridge> {
  const levers = leversBetween(from, to);
  const value = valuesOf(from, to, levers, figures);
  const shares =
    levers.length <= exactLevers
      ? yield* exactShares(levers.length, figures.length, value)
      : yield* sampledShares(levers.length, figures.length, value, CALCULATIONS, randomNumbers(SEED));
  const none = new Uint8Array(levers.length);
  const [before, after] = [value(none), value(none.map(() => 1))];
  return {
    figures,
    before,
    after,
    steps: levers.map((lever, place) => {
      const alone = value(none.map((_, index) => (index === place ? 1 : 0)));
      return {
        lever,
        parts: shares.parts[place]!,
        alone: alone.map((amount, figure) => amount - before[figure]!),
        errors: shares.errors[place]!,
      };
    }),
    orders: shares.orders,
  };
}

/** Drivers in the order of the vector of assumptions. */
function vectorDrivers({ spec }: Model): readonly Driver[] {
  return [...spec.drivers, ...spec.quarterDrivers];
}

/** What differs between two states, in the order of the Inputs sheet; then quarters whose typed figures differ. */
export function leversBetween(from: ModelState, to: ModelState): readonly Lever[] {
  const families = new Map<string, Lever & { readonly drivers: string[] }>();
  for (const { id, label } of vectorDrivers(from.model)) {
    // Of a quarter for which nothing is typed there is no value.
    if (Object.is(Number(from.assumptions.get(id)) + 0, Number(to.assumptions.get(id)) + 0)) continue;
    const family = driverFamily(id);
    const found = families.get(family) ?? {
      label: familyLabel(label),
      drivers: [],
      quarter: null,
    };
    found.drivers.push(id);
    families.set(family, found);
  }
  const quarters = [...new Set(typedBetween(from.model, to.model).map(({ column }) => column))].sort(
    (a, b) => a - b,
  );
  return [
    ...families.values(),
    ...quarters.map((quarter) => ({
      label: `Figures typed for ${from.model.spec.timeline.quarters[quarter]!.label}`,
      drivers: [],
      quarter,
    })),
  ];
}

/** A figure that two states hold otherwise beside the facts: typed, an empty text where one of the facts was taken away, undefined where nothing was typed. */
export interface TypedDifference {
  readonly line: LineItem;
  readonly column: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Typed figures that differ between two models over the same facts. */
export function typedBetween(from: Model, to: Model): readonly TypedDifference[] {
  const [before, after] = [typedFiguresOf(from.data), typedFiguresOf(to.data)];
  const { typedLines, timeline } = from.spec;
  return typedLines.flatMap((line) =>
    timeline.quarters.flatMap((_, column) => {
      const key = lineKey(line.id, column);
      const [was, is] = [before.get(key), after.get(key)];
      return was === is ? [] : [{ line, column, from: was, to: is }];
    }),
  );
}

function valuesOf(
  from: ModelState,
  to: ModelState,
  levers: readonly Lever[],
  figures: readonly BridgedFigure[],
): ValuesWith {
  const { rowOf, timeline } = from.model.spec;
  const places = figures.map(({ line, column }) => rowOf.get(line.id)! * timeline.width + column);
  const [start, end] = [from.model.vector(from.assumptions), to.model.vector(to.assumptions)];
  const position = new Map(vectorDrivers(from.model).map(({ id }, index) => [id, index]));
  const driversOf = levers.map(({ drivers }) => drivers.map((id) => position.get(id)!));
  const models = modelsWith(from.model, to.model);
  const vector = start.slice();
  return (moved) => {
    const quarters: number[] = [];
    levers.forEach(({ quarter }, lever) => {
      for (const place of driversOf[lever]!) vector[place] = (moved[lever] === 1 ? end : start)[place]!;
      if (quarter !== null && moved[lever] === 1) quarters.push(quarter);
    });
    const { all } = models(quarters).flex(vector);
    return places.map((place) => all[place]!);
  };
}

/** Models with the figures of some quarters as the second state has them, opened once each. */
function modelsWith(from: Model, to: Model): (quarters: readonly number[]) => Model {
  const [before, after] = [typedFiguresOf(from.data), typedFiguresOf(to.data)];
  const opened = new Map([["", from]]);
  const typedWith = (quarters: readonly number[]): TypedFigures =>
    new Map([
      ...[...before].filter(([key]) => !quarters.includes(columnOfKey(key))),
      ...[...after].filter(([key]) => quarters.includes(columnOfKey(key))),
    ]);
  return (quarters) => {
    const name = quarters.join();
    const found = opened.get(name) ?? openModel(from.spec, from.seeds, typedWith(quarters));
    opened.set(name, found);
    return found;
  };
}
