import { precedents } from "../formula";
import { quarterFormula, type Phase } from "./cellRule";
import type { LineItem } from "./lineItem";

/** Lines in the order in which their quarters can be calculated. */
export interface Stratum {
  /** Order within a quarter for each kind of column. */
  readonly history: readonly LineItem[];
  readonly opening: readonly LineItem[];
  readonly forecast: readonly LineItem[];
}

/** The whole order: strata of quarters one after the other, then years. */
export interface EvaluationOrder {
  readonly strata: readonly Stratum[];
  readonly years: readonly LineItem[];
}

/**
 * Orders lines for straight loops over time. A formula that reads a whole row must wait for a later stratum;
 * within a stratum only references to the same period matter. Throws when lines depend on each other in a circle.
 */
export function evaluationOrder(lines: readonly LineItem[]): EvaluationOrder {
  const computed = lines.filter((line) => line.clock === undefined);
  const level = stratumOf(computed);
  const count = Math.max(...level.values()) + 1;
  const strata = Array.from({ length: count }, (_, index): Stratum => {
    const members = computed.filter((line) => level.get(line.id) === index);
    const ordered = (phase: Phase): readonly LineItem[] =>
      sortByDependency(members, (line) => {
        const expression = quarterFormula(line, phase);
        return expression === null
          ? []
          : precedents(expression).flatMap((p) =>
              p.kind === "series" && p.shift === 0 ? [p.series.id] : [],
            );
      });
    return { history: ordered("history"), opening: ordered("opening"), forecast: ordered("forecast") };
  });
  const years = sortByDependency(computed, (line) =>
    typeof line.annual === "function"
      ? precedents(line.annual()).flatMap((p) => (p.kind === "series" ? [p.series.id] : []))
      : [],
  );
  return { strata, years };
}

function stratumOf(lines: readonly LineItem[]): Map<string, number> {
  const level = new Map(lines.map((line) => [line.id, 0]));
  const phases: readonly Phase[] = ["history", "opening", "forecast"];
  const needs = lines.map((line) => ({
    id: line.id,
    precedents: phases.flatMap((phase) => {
      const expression = quarterFormula(line, phase);
      return expression === null ? [] : precedents(expression);
    }),
  }));
  for (let round = 0; round <= lines.length; round++) {
    let changed = false;
    for (const { id, precedents: list } of needs) {
      for (const precedent of list) {
        if (precedent.kind !== "series" && precedent.kind !== "range") continue;
        const needed = (level.get(precedent.series.id) ?? -1) + (precedent.kind === "range" ? 1 : 0);
        if (needed > level.get(id)!) {
          level.set(id, needed);
          changed = true;
        }
      }
    }
    if (!changed) return level;
  }
  throw new Error("Lines depend on each other in a circle through a whole row.");
}

function sortByDependency(
  lines: readonly LineItem[],
  needs: (line: LineItem) => readonly string[],
): readonly LineItem[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const done = new Set<string>();
  const open = new Set<string>();
  const ordered: LineItem[] = [];
  const visit = (line: LineItem): void => {
    if (done.has(line.id)) return;
    if (open.has(line.id)) throw new Error(`Lines depend on each other in a circle at "${line.id}".`);
    open.add(line.id);
    for (const id of needs(line)) {
      const needed = byId.get(id);
      if (needed !== undefined && needed !== line) visit(needed);
    }
    open.delete(line.id);
    done.add(line.id);
    ordered.push(line);
  };
  lines.forEach(visit);
  return ordered;
}
