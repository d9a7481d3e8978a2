import { toNumber, type Expression, type NumberCell, type NumberScope } from "../formula";
import { addsUp, quarterFormula, yearFormula, type Phase } from "./cellRule";
import { evaluationOrder } from "./evaluationOrder";
import type { FastReading } from "./fastReading";
import type { LineItem } from "./lineItem";
import type { ModelSpec } from "./modelSpec";

/** What a reading works on. */
interface Frame {
  values: Float64Array;
  known: Float64Array;
  drivers: Float64Array;
  opening: number;
}

/** Calculates one cell and lays it into the frame. */
type Step = (column: number) => void;

/** The reading in doubles that works for every model: each formula compiled to a closure, in an order in which all can be calculated. */
export function closureReading(spec: ModelSpec): FastReading {
  const { width, quarters } = spec.timeline;
  const frame: Frame = { values: EMPTY, known: EMPTY, drivers: EMPTY, opening: 0 };
  const order = evaluationOrder(spec.lines);
  const scope = scopeOver(spec, frame);
  const startOf = (line: LineItem): number => spec.rowOf.get(line.id)! * width;
  const fill = (line: LineItem, expression: Expression): Step => {
    const [cell, start] = [toNumber(expression, scope), startOf(line)];
    return (column) => {
      // A known figure, or one typed for the quarter, stands before every formula. Adding 0 takes the sign from a minus zero.
      if (Number.isNaN(frame.values[start + column]!)) frame.values[start + column] = cell(column) + 0;
    };
  };
  const phase = (lines: readonly LineItem[], name: Phase): readonly Step[] =>
    lines.flatMap((line) => {
      const expression = quarterFormula(line, name);
      return expression === null ? [] : [fill(line, expression)];
    });
  const strata = order.strata.map(({ history, opening, forecast }) => ({
    history: phase(history, "history"),
    opening: phase(opening, "opening"),
    forecast: phase(forecast, "forecast"),
  }));
  const totals = order.years.filter(addsUp).map((line) => totalOf(spec, line, scope, frame));
  const ofYears = order.years.flatMap((line) =>
    typeof line.annual === "function" ? [fill(line, line.annual())] : [],
  );
  return (values, known, drivers, opening) => {
    Object.assign(frame, { values, known, drivers, opening } satisfies Frame);
    const run = (steps: readonly Step[], from: number, to: number): void => {
      for (let column = from; column < to; column++) for (const step of steps) step(column);
    };
    for (const each of strata) {
      run(each.history, 0, opening);
      run(each.opening, opening, opening + 1);
      run(each.forecast, opening + 1, quarters.length);
    }
    run(totals, quarters.length, width);
    run(ofYears, quarters.length, width);
  };
}

const EMPTY = new Float64Array(0);

/** A year adds its quarters up where they are all there, before any figure known for the year itself. */
function totalOf(spec: ModelSpec, line: LineItem, scope: NumberScope, frame: Frame): Step {
  const { width, periods } = spec.timeline;
  const start = spec.rowOf.get(line.id)! * width;
  const cells = periods.map(({ kind, year }) => {
    const expression = kind === "year" ? yearFormula(line, year, spec.timeline) : null;
    return expression === null ? undefined : toNumber(expression, scope);
  });
  return (column) => {
    const total = cells[column]?.(column) ?? Number.NaN;
    if (!Number.isNaN(total)) frame.values[start + column] = total;
  };
}

/** Cells of lines, facts and assumptions in the frame. */
function scopeOver({ rowOf, drivers, timeline }: ModelSpec, frame: Frame): NumberScope {
  const { width, quarters, periods, firstQuarterOf } = timeline;
  const placeOf = new Map(drivers.map(({ id }, place) => [id, place]));
  const startOf = (id: string): number => rowOf.get(id)! * width;
  return {
    series({ id }, shift) {
      const start = startOf(id);
      return (column) => {
        const from = column < quarters.length ? 0 : quarters.length;
        return column + shift < from ? Number.NaN : frame.values[start + column + shift]!;
      };
    },
    seriesAt({ id }, position) {
      const start = startOf(id) - 1;
      return (column) => frame.values[start + position(column)]!;
    },
    fact({ id }) {
      const start = startOf(id);
      return (column) => frame.known[start + column]!;
    },
    scalar({ id }) {
      const place = placeOf.get(id)!;
      return () => frame.drivers[place]!;
    },
    scalarAt(scalars, position) {
      const place = placeOf.get(scalars[0]!.id)! - 1;
      return (column) => frame.drivers[place + position(column)]!;
    },
    vintages(series, clock, life, from) {
      const [row, time] = [startOf(series.id), startOf(clock.id)];
      return (column): number => {
        const last = column - (from === "itself" ? 0 : 1);
        const oldest = frame.values[time + last]! - life(column);
        let total = 0;
        for (let quarter = frame.opening + 1; quarter <= last; quarter++)
          if (frame.values[time + quarter]! > oldest) total += frame.values[row + quarter]!;
        return total;
      };
    },
    quarters({ id }) {
      const start = startOf(id);
      return [0, 1, 2, 3].map(
        (offset): NumberCell =>
          (column) =>
            frame.values[start + firstQuarterOf(periods[column]!.year) + offset]!,
      );
    },
  } satisfies NumberScope;
}
