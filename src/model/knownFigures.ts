import type { LineItem } from "./lineItem";
import { LINES } from "./lines";
import { lineKey, type Knowledge, type KnownValue, type ModelData } from "./modelData";
import { QUARTERS } from "./timeline";

/** RMB m by which a reported balance sheet may miss: its lines are printed rounded. */
export const SHEET_TOLERANCE = 5;

/** Lines of a whole balance sheet, by side. */
export const SHEET_ASSETS: readonly string[] = [
  "cash",
  "restrictedCash",
  "receivables",
  "prepayments",
  "ppeAndRou",
  "intangibles",
  "goodwill",
  "equityInvestments",
  "otherNonCurrentAssets",
];
/** Liabilities and equity of a whole balance sheet. */
export const SHEET_CLAIMS: readonly string[] = [
  "accountsPayable",
  "accruedLiabilities",
  "borrowings",
  "leaseLiability",
  "equityAttributable",
  "nonControllingInterests",
];

/** Figures without which a quarter's results are not reported: each entry is met by one of its lines. */
export const RESULTS: readonly (readonly string[])[] = [
  ["revenue"],
  ["costOfRevenue", "grossProfit"],
  ["adjustedEbitda", "adjustedOperatingResult", "operatingResult"],
];

const BALANCES = new Set(LINES.filter(({ typed }) => typed === "balance").map(({ id }) => id));

/** The figures as the model uses them: parts of balance sheets that are not whole, or do not tie, do not count. */
export function knownFigures(
  figures: ReadonlyMap<string, KnownValue>,
  opening: number,
  facts: ReadonlyMap<string, KnownValue> = figures,
): ModelData {
  const figure = (lineId: string, column: number): KnownValue | undefined =>
    figures.get(lineKey(lineId, column));
  const counts = QUARTERS.map((_, column) => wholeAndTies(figure, column));
  const known = (lineId: string, column: number): KnownValue | undefined =>
    BALANCES.has(lineId) && column > opening && column < QUARTERS.length && !counts[column]
      ? undefined
      : figure(lineId, column);
  const ofFacts = (lineId: string, column: number): KnownValue | undefined =>
    facts.get(lineKey(lineId, column));
  return {
    opening,
    reportedTo: Math.max(...[...QUARTERS.keys()].filter((q) => missingResults(ofFacts, q).length === 0)),
    figure,
    shipped: ofFacts,
    known,
    sheetCounts: (column) => counts[column] ?? false,
    knowledge: (column) => knowledgeOf(figure, column, counts[column] ?? false, opening),
  };
}

type Figures = ModelData["figure"];

/** Whether every line of the sheet is there and both sides agree to the rounding of their lines. */
export function wholeAndTies(figure: Figures, column: number): boolean {
  const total = (lines: readonly string[]): number =>
    lines.reduce((sum, id) => sum + Number(figure(id, column)?.value ?? Number.NaN), 0);
  return Math.abs(total(SHEET_ASSETS) - total(SHEET_CLAIMS)) <= SHEET_TOLERANCE;
}

/** What a quarter lacks for its results: lines of which one would do. */
export function missingResults(figure: Figures, column: number): readonly (readonly string[])[] {
  return RESULTS.filter((lines) => lines.every((id) => figure(id, column) === undefined));
}

/** Lines that a quarter lacks for a whole balance sheet. */
export function missingOfSheet(figure: Figures, column: number): readonly string[] {
  return [...SHEET_ASSETS, ...SHEET_CLAIMS].filter((id) => figure(id, column) === undefined);
}

function knowledgeOf(figure: Figures, column: number, whole: boolean, opening: number): Knowledge {
  const results = missingResults(figure, column).length === 0;
  if (results) return whole || column < opening ? "reported" : "results";
  return TYPED_LINES.some(({ id }) => figure(id, column) !== undefined) ? "estimate" : "forecast";
}

/** Lines whose figures may be typed for quarters after the opening. */
export const TYPED_LINES: readonly LineItem[] = LINES.filter(({ typed }) => typed !== undefined);
