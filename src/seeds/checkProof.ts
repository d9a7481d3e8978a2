import { ProofDecimal } from "./arithmetic";
import { evaluateOverFacts } from "./derivedFact";
import type { Conflict, Fact, Proof } from "./fact";
import { factsNamedIn, ProofError } from "./proof";
import { convertUnit } from "./units";

/** What a line of proof gives, and why it fails; null when it holds. */
export function proofFailure(proof: Proof, facts: ReadonlyMap<string, Fact>): string | null {
  try {
    const { value } = evaluateOverFacts(proof.formula, facts);
    if (value.minus(proof.equals).abs().lte(proof.within)) return null;
    return `${proof.formula} gives ${value.toSignificantDigits(12).toFixed()}, not ${proof.equals} within ${proof.within}`;
  } catch (error) {
    if (error instanceof ProofError) return error.message;
    throw error;
  }
}

/** Every line of proof that fails, with its conflict; empty when all hold. A settled conflict without proof fails. */
export function failedProofs(conflicts: readonly Conflict[], facts: readonly Fact[]): readonly string[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return conflicts.flatMap((conflict) => {
    if (conflict.status === "settled" && conflict.proof.length === 0)
      return [`${conflict.id}: is settled without proof`];
    return conflict.proof.flatMap((proof) => {
      const failure = proofFailure(proof, byId);
      return failure === null ? [] : [`${conflict.id}: ${failure}`];
    });
  });
}

/** True when the proof tells the chosen figure from a rejected one: with the rejected value (in the chosen one's unit) in its place some line fails, or a line's target lies farther from it than allowed. Also true where the printed metric or currency is itself the error, for then the numbers may agree. */
export function proofTellsApart(conflict: Conflict, rejectedId: string, facts: readonly Fact[]): boolean {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const rejected = byId.get(rejectedId);
  const chosen = conflict.chosen === null ? undefined : byId.get(conflict.chosen);
  if (rejected === undefined || chosen === undefined) return false;
  const value = convertUnit(rejected.value, rejected.unit, chosen.unit);
  if (rejected.metric !== chosen.metric || value === null) return true;
  const swapped = new Map(byId).set(chosen.id, withValue(chosen, value));
  return conflict.proof.some((proof) => {
    if (factsNamedIn(proof.formula).includes(chosen.id)) return proofFailure(proof, swapped) !== null;
    return new ProofDecimal(value).minus(proof.equals).abs().gt(proof.within);
  });
}

function withValue(fact: Fact, value: string): Fact {
  const { low: _low, high: _high, ...rest } = fact;
  return { ...rest, value };
}
