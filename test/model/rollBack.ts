import { LINES, PERIODS, QUARTERS, TYPED_LINES, WIDTH } from "../../src/companies/kingsoftCloud";
import { lineKey, type Assumptions, type Model, type TypedFigures } from "../../src/model";
import { amountsEntering } from "./amountsEntering";
import { rowOf } from "./place";
import { openShipped, type Open } from "./plantedModel";
import { fastSetting } from "./readingsApart";

/** What is fed back of a quarter: its results and its balance sheet, its results, or one line. */
export type Feed = "whole" | "results" | { readonly line: string };

/** Part of the largest amount that enters a figure by which it may move. */
export const STILL = 1e-9;

/** The model's own figures of some quarters, as they would be typed for facts. */
export function ownFigures(values: Float64Array, quarters: readonly number[], feed: Feed): TypedFigures {
  const lines = TYPED_LINES.filter(({ id, typed }) =>
    typeof feed === "string" ? feed === "whole" || typed === "result" : id === feed.line,
  );
  return new Map(
    lines.flatMap(({ id }) =>
      quarters.map((quarter) => [lineKey(id, quarter), String(values[rowOf(id) + quarter]!)] as const),
    ),
  );
}

/** Figures after the quarters, and of years, that move when the model's own figures of the quarters are taken for facts. */
export function movedBy(
  { seeds }: Model,
  assumptions: Assumptions,
  before: Float64Array,
  quarters: readonly number[],
  feed: Feed,
  open: Open = openShipped,
): readonly string[] {
  const rolled = open(seeds, ownFigures(before, quarters, feed));
  const after = rolled.fast(assumptions).all;
  const last = Math.max(...quarters);
  let entering: Float64Array | undefined;
  // What a rounding may do is asked only where something differs: it takes longer than the model.
  const entersAt = (place: number): number => {
    entering ??= amountsEntering({ ...fastSetting(rolled, assumptions), values: after });
    return Math.max(1, entering[place]!);
  };
  return LINES.flatMap(({ id }) => {
    const moved: string[] = [];
    for (let column = last + 1; column < WIDTH; column++) {
      const place = rowOf(id) + column;
      const [was, is] = [before[place]!, after[place]!];
      if (Object.is(was, is) || Math.abs(was - is) <= STILL * Math.max(1, Math.abs(was))) continue;
      if (!(Math.abs(was - is) <= STILL * entersAt(place)))
        moved.push(`${id} ${PERIODS[column]!.label}: ${was} became ${is}`);
    }
    return moved;
  });
}

/** Quarters that may be fed back: from the first after the opening to the last but one. */
export function borders({ data }: Model): readonly number[] {
  return [...QUARTERS.keys()].filter((quarter) => quarter > data.opening && quarter < QUARTERS.length - 1);
}
