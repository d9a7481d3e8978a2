import type { FigureTie, LineItem, ModelData } from "../model";

/** What a tie's figures of a quarter miss, in RMB m; zero where one of them is not known. */
export function tieDifference(data: ModelData, tie: FigureTie, column: number): number {
  const { whole, plus, less = [], lessIfKnown = [] } = tie;
  const value = (line: LineItem, otherwise = Number.NaN): number =>
    Number(data.figure(line.id, column)?.value ?? otherwise);
  const sum = (lines: readonly LineItem[], otherwise?: number): number =>
    lines.reduce((total, line) => total + value(line, otherwise), 0);
  const difference = value(whole) - sum(plus) + sum(less) + sum(lessIfKnown, 0);
  return Number.isNaN(difference) ? 0 : difference;
}

/** Quarters after the opening whose known figures contradict each other beyond a tolerance: which tie, where, and by how much. */
export function contradictions(
  data: ModelData,
  ties: readonly FigureTie[],
  tolerance: number,
): readonly { readonly tie: FigureTie; readonly column: number; readonly difference: number }[] {
  return ties.flatMap((tie) =>
    data.spec.timeline.quarters
      .map((_, column) => ({ tie, column, difference: tieDifference(data, tie, column) }))
      .filter(({ column, difference }) => column > data.opening && Math.abs(difference) > tolerance),
  );
}
