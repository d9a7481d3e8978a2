import type { RequiredFigures } from "../../model";

/** Figures without which a quarter's results, or its balance sheet, are not reported. Amounts in RMB m. */
export const REQUIRED: RequiredFigures = {
  results: [
    ["revenue"],
    ["costOfRevenue", "grossProfit"],
    ["adjustedEbitda", "adjustedOperatingResult", "operatingResult"],
  ],
  assets: [
    "cash",
    "restrictedCash",
    "receivables",
    "prepayments",
    "ppeAndRou",
    "intangibles",
    "goodwill",
    "equityInvestments",
    "otherNonCurrentAssets",
  ],
  claims: [
    "accountsPayable",
    "accruedLiabilities",
    "borrowings",
    "leaseLiability",
    "equityAttributable",
    "nonControllingInterests",
  ],
  tolerance: 5,
};
