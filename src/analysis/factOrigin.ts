import type { Model } from "../model";
import type { Conflict, Fact, Seeds } from "../seeds";

/** Where a fact stands and how it was read; a text is "" where there is nothing to say. */
export interface FactOrigin {
  readonly document: string;
  readonly publisher: string;
  /** Day of the document, e.g. 2025-11-19. */
  readonly date: string;
  /** Place in the document; "" for arithmetic on other facts. */
  readonly place: string;
  readonly asPrinted: string;
  /** Value and unit as stated. */
  readonly stated: string;
  /** Arithmetic on other facts, with their ids in braces. */
  readonly formula: string;
  /** The values that rounding leaves open. */
  readonly interval: string;
  /** How a conflict between documents was settled. */
  readonly conflict: string;
}

/** Where a fact comes from. */
export function factOrigin({ seeds }: Pick<Model, "seeds">, fact: Fact): FactOrigin {
  const source = seeds.sources.find(({ id }) => id === fact.source);
  const isDerived = fact.formula !== undefined;
  return {
    document: documentOf(seeds, fact),
    publisher: source?.publisher ?? "",
    date: source?.date ?? "",
    place: isDerived ? "" : fact.locator,
    asPrinted: isDerived ? "" : fact.asPrinted,
    stated: `${fact.value} ${fact.unit}`,
    formula: fact.formula ?? "",
    interval: fact.low === undefined ? "" : `${fact.low} to ${fact.high ?? ""}`,
    conflict: conflictWords(seeds.conflicts.find(({ id }) => id === fact.resolution)),
  };
}

/** Title of the document that a fact stands in. */
export function documentOf(seeds: Seeds, fact: Fact): string {
  if (fact.tier === "derived") return "Arithmetic on facts";
  return seeds.sources.find(({ id }) => id === fact.source)?.title ?? fact.source;
}

function conflictWords(conflict: Conflict | undefined): string {
  return conflict === undefined ? "" : `${conflict.status}: ${conflict.explanation}`;
}
