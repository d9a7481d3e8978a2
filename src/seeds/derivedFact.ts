import { type Interval, intervalArithmetic, ProofDecimal, valueArithmetic } from "./arithmetic";
import type { Fact } from "./fact";
import { evaluateProof, factsNamedIn, ProofError } from "./proof";
import type { SeedsProblems } from "./seedsError";
import { halfLastPlace } from "./units";

/** The range a figure leaves open, in its printed unit: half a unit of its last place, or the stored interval of a derived one. */
export function intervalOf(fact: Fact): Interval {
  if (fact.low !== undefined && fact.high !== undefined) {
    return { low: new ProofDecimal(fact.low), high: new ProofDecimal(fact.high) };
  }
  const value = new ProofDecimal(fact.value);
  const half = halfLastPlace(fact.value);
  return { low: value.minus(half), high: value.plus(half) };
}

/** What a formula gives over printed values: its value and its rounding interval; throws a ProofError on an unknown or non-numeric figure. */
export function evaluateOverFacts(
  formula: string,
  facts: ReadonlyMap<string, Fact>,
): Interval & { readonly value: InstanceType<typeof ProofDecimal> } {
  const figure = (id: string): Fact => {
    const fact = facts.get(id);
    if (fact === undefined) throw new ProofError(`fact "${id}" does not exist: ${formula}`);
    if (fact.unit === "date") throw new ProofError(`fact "${id}" is a date: ${formula}`);
    return fact;
  };
  const value = evaluateProof(formula, valueArithmetic, (id) => new ProofDecimal(figure(id).value));
  return { value, ...evaluateProof(formula, intervalArithmetic, (id) => intervalOf(figure(id))) };
}

/** Refuses derived figures whose formula names an unknown figure, goes in a circle, or gives another value or interval than the row states (to its last printed place). */
export function checkDerivedFacts(facts: ReadonlyMap<string, Fact>, problems: SeedsProblems): void {
  for (const fact of facts.values()) {
    if (fact.formula === undefined || fact.low === undefined || fact.high === undefined) continue;
    const refuse = (message: string): void =>
      problems.add(fact.file, fact.row, `derived fact "${fact.id}" ${message}`);
    const circle = circleFrom(fact.id, facts, []);
    if (circle !== null) {
      refuse(`depends on itself: ${circle.join(" > ")}`);
      continue;
    }
    try {
      const computed = evaluateOverFacts(fact.formula, facts);
      const stored = { value: fact.value, low: fact.low, high: fact.high };
      for (const name of ["value", "low", "high"] as const) {
        const difference = computed[name].minus(stored[name]).abs();
        if (difference.gt(halfLastPlace(stored[name]))) {
          refuse(
            `states ${name} ${stored[name]}, its formula gives ${computed[name].toSignificantDigits(12).toFixed()}`,
          );
        }
      }
    } catch (error) {
      if (!(error instanceof ProofError)) throw error;
      refuse(error.message);
    }
  }
}

function circleFrom(
  id: string,
  facts: ReadonlyMap<string, Fact>,
  path: readonly string[],
): readonly string[] | null {
  if (path.includes(id)) return [...path, id];
  const formula = facts.get(id)?.formula;
  if (formula === undefined) return null;
  for (const input of factsNamedIn(formula)) {
    const circle = circleFrom(input, facts, [...path, id]);
    if (circle !== null) return circle;
  }
  return null;
}
