import { documentOf } from "../../analysis";
import {
  evaluateOverFacts,
  factsNamedIn,
  proofFailure,
  type Conflict,
  type Fact,
  type Proof,
  type Seeds,
} from "../../seeds";

/** Which conflicts are listed. */
export interface ConflictFilter {
  readonly status: "all" | Conflict["status"];
  /** Source id, or "" for all. */
  readonly document: string;
  readonly text: string;
}

/** Lists every conflict. */
export const EMPTY_FILTER: ConflictFilter = { status: "all", document: "", text: "" };

/** One step of a proof with the figures in place of their names, and its result. */
export interface ProofStep {
  readonly arithmetic: string;
  readonly result: string;
  readonly expected: string;
  readonly holds: boolean;
}

/** A figure of a conflict as printed, with its document. */
export interface ConflictFigure {
  readonly fact: Fact;
  readonly document: string;
}

/** A conflict ready to be shown. */
export interface ConflictRecord {
  readonly conflict: Conflict;
  readonly figure: string;
  readonly used: ConflictFigure | null;
  readonly unused: readonly ConflictFigure[];
  readonly documents: readonly string[];
  readonly proof: readonly ProofStep[];
}

/** Every conflict with its figures and calculated proofs. */
export function conflictRecords(seeds: Seeds): readonly ConflictRecord[] {
  const facts = new Map(seeds.facts.map((fact) => [fact.id, fact]));
  const labels = new Map(seeds.metrics.map(({ id, label }) => [id, label]));
  const figureOf = (id: string): ConflictFigure[] => {
    const fact = facts.get(id);
    return fact === undefined ? [] : [{ fact, document: documentOf(seeds, fact) }];
  };
  return seeds.conflicts.map((conflict) => {
    const [used] = conflict.chosen === null ? [] : figureOf(conflict.chosen);
    const unused = conflict.rejected.flatMap(figureOf);
    const named = conflict.proof
      .flatMap(({ formula }) => factsNamedIn(formula))
      .flatMap((id) => facts.get(id) ?? []);
    return {
      conflict,
      unused,
      used: used ?? null,
      figure: labels.get(conflict.metric) ?? conflict.metric,
      documents: [
        ...new Set(
          [...(used === undefined ? [] : [used.fact]), ...unused.map(({ fact }) => fact), ...named]
            .map(({ source }) => source)
            .filter((source) => source !== ""),
        ),
      ],
      proof: conflict.proof.map((proof) => proofStep(proof, facts)),
    };
  });
}

/** The records that a filter lets through. */
export function filterConflicts(
  records: readonly ConflictRecord[],
  { status, document, text }: ConflictFilter,
): readonly ConflictRecord[] {
  const wanted = text.trim().toLowerCase();
  return records.filter(({ conflict, figure, documents }) => {
    if (status !== "all" && conflict.status !== status) return false;
    if (document !== "" && !documents.includes(document)) return false;
    return (
      wanted === "" ||
      `${figure} ${conflict.period} ${conflict.kind} ${conflict.explanation}`.toLowerCase().includes(wanted)
    );
  });
}

function proofStep(proof: Proof, facts: ReadonlyMap<string, Fact>): ProofStep {
  const arithmetic = proof.formula
    .replace(/\{([^{}]*)\}/g, (_, id: string) => facts.get(id.trim())?.value ?? id)
    .replaceAll("*", "×")
    .replaceAll(" / ", " ÷ ")
    .replaceAll(" - ", " − ");
  const expected = Number(proof.within) === 0 ? proof.equals : `${proof.equals} ± ${proof.within}`;
  const failure = proofFailure(proof, facts);
  const result =
    failure === null || failure.includes(" gives ")
      ? evaluateOverFacts(proof.formula, facts).value.toSignificantDigits(7).toFixed()
      : failure;
  return { arithmetic, result, expected, holds: failure === null };
}
