import { lineKey, type KnownValue, type ModelData } from "./modelData";
import type { ModelSpec, RequiredFigures } from "./modelSpec";

/** The figures as the model uses them: parts of balance sheets that are not whole, or do not tie, do not count. */
export function knownFigures(
  spec: ModelSpec,
  figures: ReadonlyMap<string, KnownValue>,
  opening: number,
  facts: ReadonlyMap<string, KnownValue> = figures,
): ModelData {
  const { lines, required, typedLines } = spec;
  const { quarters } = spec.timeline;
  const balances = new Set(lines.filter(({ typed }) => typed === "balance").map(({ id }) => id));
  const figure = (lineId: string, column: number): KnownValue | undefined =>
    figures.get(lineKey(lineId, column));
  const counts = quarters.map((_, column) => wholeAndTies(required, figure, column));
  const known = (lineId: string, column: number): KnownValue | undefined =>
    balances.has(lineId) && column > opening && column < quarters.length && !counts[column]
      ? undefined
      : figure(lineId, column);
  const ofFacts = (lineId: string, column: number): KnownValue | undefined =>
    facts.get(lineKey(lineId, column));
  return {
    spec,
    opening,
    reportedTo: Math.max(
      ...[...quarters.keys()].filter((q) => missingResults(required, ofFacts, q).length === 0),
    ),
    figure,
    shipped: ofFacts,
    known,
    sheetCounts: (column) => counts[column] ?? false,
    knowledge(column) {
      const hasResults = missingResults(required, figure, column).length === 0;
      if (hasResults) return counts[column] || column < opening ? "reported" : "results";
      return typedLines.some(({ id }) => figure(id, column) !== undefined) ? "estimate" : "forecast";
    },
  };
}

type Figures = ModelData["figure"];

/** Whether every line of the sheet is there and both sides agree to the rounding of their lines. */
export function wholeAndTies(
  { assets, claims, tolerance }: RequiredFigures,
  figure: Figures,
  column: number,
): boolean {
  const total = (lines: readonly string[]): number =>
    lines.reduce((sum, id) => sum + Number(figure(id, column)?.value ?? Number.NaN), 0);
  return Math.abs(total(assets) - total(claims)) <= tolerance;
}

/** What a quarter lacks for its results: lines of which one would do. */
export function missingResults(
  { results }: RequiredFigures,
  figure: Figures,
  column: number,
): readonly (readonly string[])[] {
  return results.filter((lines) => lines.every((id) => figure(id, column) === undefined));
}

/** Lines that a quarter lacks for a whole balance sheet. */
export function missingOfSheet(
  { assets, claims }: RequiredFigures,
  figure: Figures,
  column: number,
): readonly string[] {
  return [...assets, ...claims].filter((id) => figure(id, column) === undefined);
}
