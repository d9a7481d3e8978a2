import type { Conflict, Fact } from "./fact";
import { tiers } from "./readTables";
import type { SeedsProblems } from "./seedsError";
import { significantDigits } from "./units";

/** What a figure competes with: the others of its metric, period and basis. */
export function groupOf({ metric, period, basis }: Pick<Fact, "metric" | "period" | "basis">): string {
  return `${metric} ${period} ${basis}`;
}

/** True when a figure may be used without a conflict record that chooses it. */
export function isUsable({ quality }: Fact): boolean {
  return quality === "ok" || quality === "rounded";
}

/** Marks one figure of each metric, period and basis as chosen: the one a conflict names, else the usable one of the strongest tier, most digits, first id. Two conflicts that choose against each other are refused. */
export function chooseFacts(
  facts: readonly Fact[],
  conflicts: readonly Conflict[],
  problems: SeedsProblems,
): readonly Fact[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const resolution = resolutions(facts, conflicts);
  const rejected = new Set(
    conflicts.flatMap((conflict) => (conflict.chosen === null ? [] : conflict.rejected)),
  );
  const winners = new Map<string, string>();
  for (const conflict of conflicts) {
    const fact = conflict.chosen === null ? undefined : byId.get(conflict.chosen);
    if (fact === undefined) continue;
    const other = winners.get(groupOf(fact));
    if ((other !== undefined && other !== fact.id) || rejected.has(fact.id)) {
      problems.add(
        conflict.file,
        conflict.row,
        `conflict "${conflict.id}" chooses "${fact.id}" against another record; choose one`,
      );
    }
    winners.set(groupOf(fact), fact.id);
  }
  const candidates = facts.filter((fact) => isUsable(fact) && !rejected.has(fact.id));
  for (const fact of [...candidates].sort(byPreference)) {
    if (!winners.has(groupOf(fact))) winners.set(groupOf(fact), fact.id);
  }
  const chosen = new Set(winners.values());
  return facts.map((fact) => ({
    ...fact,
    chosen: chosen.has(fact.id),
    resolution: resolution.get(fact.id) ?? null,
  }));
}

function resolutions(facts: readonly Fact[], conflicts: readonly Conflict[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const name = (factId: string, conflict: Conflict): void => {
    if (!found.has(factId)) found.set(factId, conflict.id);
  };
  for (const conflict of conflicts) {
    for (const id of conflict.rejected) name(id, conflict);
    if (conflict.chosen !== null) name(conflict.chosen, conflict);
  }
  for (const conflict of conflicts.filter(({ status, chosen }) => status === "open" && chosen === null)) {
    for (const fact of facts) {
      if (fact.metric === conflict.metric && fact.period === conflict.period) name(fact.id, conflict);
    }
  }
  return found;
}

function byPreference(a: Fact, b: Fact): number {
  return (
    tiers.indexOf(a.tier) - tiers.indexOf(b.tier) ||
    significantDigits(b.value) - significantDigits(a.value) ||
    (a.id < b.id ? -1 : 1)
  );
}
