import type { Seeds } from "../seeds";
import { QUARTERS } from "./timeline";

/** Figures without which a quarter does not count as actual: revenue through both lenses, results and the opening balance sheet. */
export const REQUIRED_FOR_ACTUAL: readonly string[] = [
  "revenue",
  "revenuePublic",
  "revenueEnterprise",
  "revenueEcosystem",
  "aiGrossBilling",
  "grossProfit",
  "adjustedEbitda",
  "cash",
  "restrictedCash",
  "receivables",
  "prepayments",
  "ppeAndRou",
  "intangibles",
  "goodwill",
  "equityInvestments",
  "otherNonCurrentAssets",
  "accountsPayable",
  "accruedLiabilities",
  "equityAttributable",
  "nonControllingInterests",
];

/** Column of the last quarter for which the facts hold every required figure. Throws when there is none. */
export function lastActualQuarter(seeds: Seeds): number {
  for (let column = QUARTERS.length - 1; column >= 0; column--) {
    if (missingForActual(seeds, QUARTERS[column]!.label).length === 0) return column;
  }
  throw new Error(
    `No quarter has all of: ${REQUIRED_FOR_ACTUAL.join(", ")}. Add the missing figures to seeds/facts.`,
  );
}

/** Required figures that a quarter lacks. */
export function missingForActual(seeds: Seeds, quarter: string): readonly string[] {
  return REQUIRED_FOR_ACTUAL.filter((metric) => (seeds.chosen(metric, quarter)?.modelValue ?? null) === null);
}
