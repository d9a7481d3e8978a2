import { firstDay, modelAsOf } from "../analysis/modelAsOf";
import type { Model } from "../model";
import type { ScenarioName } from "../seeds";
import { dayAfter1900 } from "./dateSerial";
import { evaluations, type Evaluate } from "./evaluations";
import { inputsAsOf } from "./inputsAsOf";
import { badArgument, quoted, scalarOf, type KcScalar } from "./kcValue";
import { periodText } from "./periodText";
import { writtenDate } from "./writtenDate";

/** How many days' models are kept; a sheet compares a few. */
const KEPT = 12;

/** Days that Excel counts, and characters of the longest date. */
const [DAYS, LONGEST] = [2_958_466, 40];

/** Answers with the model as it stood at the end of a day; keeps the models of the first days asked for. */
export function evaluationsAsOf(model: Model, usual: ScenarioName): Evaluate {
  const kept = new Map<string, Evaluate>();
  return (scenario, inputs, asOf) => {
    const day = asOfDay(scalarOf(asOf, "asOf"));
    const evaluate = kept.get(day) ?? evaluations(openedAsOf(model, day), usual);
    if (kept.size < KEPT) kept.set(day, evaluate);
    return evaluate(scenario, inputsAsOf(model, inputs, day));
  };
}

/** The model as it stood at the end of an ISO day. Throws #VALUE! that names the first day there is one for. */
export function openedAsOf(model: Model, day: string): Model {
  const then = modelAsOf(model, day);
  if (then !== null) return then;
  throw badArgument(
    `No model as of ${day}: its first balance sheet was published on ${firstDay(model)}. Give that day or a later one.`,
  );
}

/** Reads a day as people write it, a month as its last day; the result is an ISO day. Throws #VALUE! when it is none, or can be two. */
export function asOfDay(value: KcScalar): string {
  const isSerial = typeof value === "number" && value >= 1 && value < DAYS;
  const date = isSerial ? dayAfter1900(value) : writtenDate(periodText(String(value).slice(0, LONGEST)));
  if (date === null)
    throw badArgument(`${quoted(value)} is no day: write it like 2026-05-26 or 26 May 2026.`);
  const { year, month, day } = date;
  // Day 0 of the month that follows is the last of this one.
  return new Date(Date.UTC(year, day === null ? month : month - 1, day ?? 0)).toISOString().slice(0, 10);
}
