import type { ModelData } from "../model";

const KEPT = new WeakMap<ModelData, Map<string, unknown>>();

/**
 * What follows from the facts alone, whatever the assumptions are: made once for each set of facts and kept under its
 * name, since every step of a lever in the workbench plans the workbook anew.
 */
export function keptForFacts<T>(data: ModelData, name: string, make: () => T): T {
  const kept = KEPT.get(data) ?? new Map<string, unknown>();
  KEPT.set(data, kept);
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as T;
}

type Inputs = readonly unknown[] | Float64Array;

interface Kept {
  readonly inputs: Inputs;
  readonly made: unknown;
}

/** What was made last for the same facts, kept under its name while the inputs it was made of are the same ones. */
export function keptWhile<T>(data: ModelData, name: string, inputs: Inputs, make: () => T): T {
  const all = keptForFacts(data, "kept while inputs stay", () => new Map<string, Kept>());
  const before = all.get(name);
  if (before !== undefined && areSame(before.inputs, inputs)) return before.made as T;
  const made = make();
  // A copy: a view would hold on to the values of the whole scenario.
  all.set(name, { inputs: inputs.slice(), made });
  return made;
}

function areSame(before: Inputs, now: Inputs): boolean {
  if (before.length !== now.length) return false;
  for (let at = 0; at < now.length; at++) if (!Object.is(before[at], now[at])) return false;
  return true;
}
