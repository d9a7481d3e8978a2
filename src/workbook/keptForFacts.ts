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
