import fc from "fast-check";
import { call, compare, constant, plus, when, type Expression } from "../../src/formula";
import { QUARTERS } from "../../src/companies/kingsoftCloud";
import { exactScopeAt } from "./exampleSheet";
import { faultyTrees, placedTrees, treesWithGaps, type PlacedTree } from "./expressionTrees";
import { isSound } from "./soundness";

/** Seed of the samples, so that a failure repeats; KC_SEED takes another one. */
export const SEED = Number(process.env.KC_SEED ?? 20260425);

/** Different trees, no leaves, on which doubles and decimals must agree. */
export function soundTrees(count: number): readonly PlacedTree[] {
  const found = new Map<string, PlacedTree>();
  for (let round = 0; found.size < count && round < 50; round++) {
    for (const tree of fc.sample(placedTrees, { seed: SEED + round, numRuns: count })) {
      if (depthOf(tree.expression) > 1 && isSound(tree.expression, exactScopeAt(tree.column)))
        found.set(JSON.stringify(tree), tree);
    }
  }
  if (found.size < count) throw new Error(`Only ${found.size} sound trees in place of ${count}.`);
  return [...found.values()].slice(0, count);
}

/** Trees that random ones seldom make: amounts that are equal where they are compared, and exact halves where they are rounded. */
export function evenTrees(): readonly PlacedTree[] {
  const operators = ["=", "<>", "<", "<=", ">", ">="] as const;
  const equal = operators.map((operator) =>
    when(compare(constant("3"), operator, constant("3")), constant("2"), constant("1")),
  );
  const halves = ["0.5", "1.5", "2.5", "7.5"].map((half) =>
    plus(constant("1"), call("ROUND", constant(half), constant("0"))),
  );
  return [...equal, ...halves].map((expression) => ({ expression, column: QUARTERS.length - 1 }));
}

/** Trees with an error somewhere. */
export function treesWithErrors(count: number): readonly PlacedTree[] {
  return fc.sample(faultyTrees, { seed: SEED, numRuns: count });
}

/** Trees that read figures of which some are missing. */
export function gappyTrees(count: number): readonly PlacedTree[] {
  return fc.sample(treesWithGaps, { seed: SEED, numRuns: count });
}

/** Number of levels of a tree; a leaf has one. */
export function depthOf(node: Expression): number {
  return 1 + Math.max(0, ...childrenOf(node).map(depthOf));
}

/** Whether the test holds for a node of the tree. */
export function someNode(node: Expression, test: (node: Expression) => boolean): boolean {
  return test(node) || childrenOf(node).some((child) => someNode(child, test));
}

/** The trees directly below a node. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "negate":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "call":
      return node.args;
    case "seriesAt":
    case "scalarAt":
      return [node.position];
    case "vintages":
      return [node.life];
    default:
      return [];
  }
}
