import type { Expression, Scalar, Series } from "./expression";

/** One quantity that a formula reads directly. */
export type Precedent =
  | { readonly kind: "series"; readonly series: Series; readonly shift: number }
  /** Every quarter of the series: the formula must wait until all of them are known. */
  | { readonly kind: "range"; readonly series: Series }
  | { readonly kind: "quartersOfYear"; readonly series: Series }
  /** The known figure of the series in the formula's own period. */
  | { readonly kind: "fact"; readonly series: Series }
  | { readonly kind: "scalar"; readonly scalar: Scalar };

/** Reads a tree as the list of quantities it depends on directly, in reading order, without repeats. */
export function precedents(expression: Expression): readonly Precedent[] {
  const found = new Map<string, Precedent>();
  const add = (key: string, precedent: Precedent): void => {
    if (!found.has(key)) found.set(key, precedent);
  };
  const visit = (node: Expression): void => {
    switch (node.kind) {
      case "number":
      case "missing":
        return;
      case "series":
        return add(`${node.series.id}@${node.shift}`, {
          kind: "series",
          series: node.series,
          shift: node.shift,
        });
      case "scalar":
        return add(`$${node.scalar.id}`, { kind: "scalar", scalar: node.scalar });
      case "known":
      case "fact":
        return add(`${node.series.id}!`, { kind: "fact", series: node.series });
      case "negate":
        return visit(node.operand);
      case "binary":
        visit(node.left);
        return visit(node.right);
      case "call":
        return node.args.forEach(visit);
      case "seriesAt":
        add(`${node.series.id}@*`, { kind: "range", series: node.series });
        return visit(node.position);
      case "scalarAt":
        for (const scalar of node.scalars) add(`$${scalar.id}`, { kind: "scalar", scalar });
        return visit(node.position);
      case "vintages":
        add(`${node.series.id}@*`, { kind: "range", series: node.series });
        add(`${node.clock.id}@*`, { kind: "range", series: node.clock });
        return visit(node.life);
      case "quarters":
        return add(`${node.series.id}@year`, { kind: "quartersOfYear", series: node.series });
    }
  };
  visit(expression);
  return [...found.values()];
}
