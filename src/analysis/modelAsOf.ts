import { columnOfKey, openModel, type Model } from "../model";
import { seedsAsOf } from "../seeds/seedsAsOf";
import { typedFiguresOf } from "./modelBefore";

/**
 * The model with what was known at the end of an ISO day, under the same assumptions: figures published later are
 * forecast again, shipped or typed. Null where there was no whole balance sheet yet to calculate from.
 */
export function modelAsOf(model: Model, day: string): Model | null {
  const { assumptions, quarters, data } = model;
  const typed = [...typedFiguresOf(data)].filter(
    ([key, value]) => value === "" || typedKnownFrom(model, key) <= day,
  );
  try {
    return { ...openModel(model.spec, seedsAsOf(model.seeds, day), new Map(typed)), assumptions, quarters };
  } catch {
    return null;
  }
}

/** The ISO day from which a figure typed into a model is known: that of its source where it has one; else the last day of its quarter, or the later day of the figure of the facts in its place. */
export function typedKnownFrom({ data, seeds, published }: Model, key: string): string {
  const column = columnOfKey(key);
  const factId = data.shipped(key.split(":")[0]!, column)?.factId ?? "";
  const [end, replaced] = [data.spec.timeline.periods[column]!.endDate, seeds.fact(factId)?.knownFrom ?? ""];
  return published?.get(key) || (replaced > end ? replaced : end);
}

/** The first ISO day on which the facts hold a whole balance sheet to calculate from. */
export function firstDay(model: Model): string {
  const days = [...new Set(model.seeds.facts.map(({ knownFrom }) => knownFrom))].sort().reverse();
  const before = days.findIndex((day) => modelAsOf(model, day) === null);
  return days[before - 1] ?? days.at(-1)!;
}
