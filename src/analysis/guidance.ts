import type { LineItem, Model } from "../model";
import type { Fact } from "../seeds";

/** What the company guided for a line and period, as a fact. */
export interface ShippedGuidance {
  readonly line: LineItem;
  /** Label of the period. */
  readonly period: string;
  readonly fact: Fact;
  /** In the unit of the line. */
  readonly value: number;
}

/** The guidance of the facts that a line of the model has, the newest first; what is only derived from guidance is left out. */
export function shippedGuidance({ spec, seeds }: Pick<Model, "spec" | "seeds">): readonly ShippedGuidance[] {
  return seeds.facts
    .flatMap((fact): ShippedGuidance[] => {
      const line = spec.lines.find(
        ({ id, fact: metric, basis }) => basis === undefined && (metric ?? id) === fact.metric,
      );
      const isInside = spec.timeline.columnOf(fact.period) >= 0;
      const counts = fact.basis === "guidance" && fact.tier !== "derived" && isInside;
      if (!counts || line === undefined) return [];
      const value = Number(line.unit === "%" ? `${fact.modelValue!}e-2` : fact.modelValue);
      return [{ line, period: fact.period, fact, value }];
    })
    .sort((a, b) => b.fact.knownFrom.localeCompare(a.fact.knownFrom) || a.fact.id.localeCompare(b.fact.id));
}
