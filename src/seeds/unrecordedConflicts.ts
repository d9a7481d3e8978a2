import type { Interval } from "./arithmetic";
import { groupOf, isUsable } from "./chooseFacts";
import { intervalOf } from "./derivedFact";
import type { Conflict, Fact, Metric, Seeds } from "./fact";
import { convertUnit, halfLastPlace } from "./units";

/** Two usable figures of one metric, period and basis that rounding cannot reconcile and no conflict record names together. */
export interface UnrecordedConflict {
  readonly group: string;
  readonly facts: readonly [string, string];
}

/** Every such pair; empty when all disagreements are recorded. Two brokers may expect different things. A figure marked rounded is allowed a whole unit of its last place, others half. */
export function unrecordedConflicts(seeds: Seeds): readonly UnrecordedConflict[] {
  const metrics = new Map(seeds.metrics.map((metric) => [metric.id, metric]));
  const settled = new Set(
    seeds.conflicts.flatMap(({ status, rejected }) => (status === "settled" ? rejected : [])),
  );
  const groups = new Map<string, Fact[]>();
  for (const fact of seeds.facts) {
    if (!isUsable(fact) || settled.has(fact.id) || fact.unit === "date") continue;
    groups.set(groupOf(fact), [...(groups.get(groupOf(fact)) ?? []), fact]);
  }
  return [...groups].flatMap(([group, facts]) =>
    pairs(facts)
      .filter(
        ([a, b]) => disagree(a, b, metrics) && !seeds.conflicts.some((conflict) => covers(conflict, a, b)),
      )
      .map(([a, b]) => ({ group, facts: [a.id, b.id] as const })),
  );
}

function disagree(a: Fact, b: Fact, metrics: ReadonlyMap<string, Metric>): boolean {
  if (a.basis === "broker" && a.source !== b.source) return false;
  const unit = a.unit === b.unit ? a.unit : (metrics.get(a.metric)?.unit ?? "");
  const [first, second] = [rangeIn(a, unit), rangeIn(b, unit)];
  if (first === null || second === null) return false;
  return first.high.lt(second.low) || second.high.lt(first.low);
}

function rangeIn(fact: Fact, unit: string): Interval | null {
  const scale = convertUnit("1", fact.unit, unit);
  if (scale === null) return null;
  const { low, high } = intervalOf(fact);
  const slack = fact.quality === "rounded" ? halfLastPlace(fact.value) : 0;
  return { low: low.minus(slack).times(scale), high: high.plus(slack).times(scale) };
}

function covers(conflict: Conflict, a: Fact, b: Fact): boolean {
  const named = [...conflict.rejected, conflict.chosen];
  const leftOpen = conflict.status === "open" && conflict.metric === a.metric && conflict.period === a.period;
  return (named.includes(a.id) && named.includes(b.id)) || leftOpen;
}

function pairs(facts: readonly Fact[]): readonly (readonly [Fact, Fact])[] {
  return facts.flatMap((a, at) => facts.slice(at + 1).map((b) => [a, b] as const));
}
