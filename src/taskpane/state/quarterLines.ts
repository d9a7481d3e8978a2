import { REQUIRED, TYPED_LINES } from "../../companies/kingsoftCloud";
import type { LineItem } from "../../model";

/** A block of lines whose figures may be typed; what is not headline is folded away. */
export interface QuarterBlock {
  readonly id: "headline" | "costs" | "below" | "sheet" | "other";
  readonly title: string;
  readonly lines: readonly LineItem[];
}

const HEADLINE = [
  "revenuePublic",
  "revenueEnterprise",
  "revenue",
  "revenueEcosystem",
  "aiGrossBilling",
  "costOfRevenue",
  "grossProfit",
  "operatingResult",
  "adjustedOperatingResult",
  "netResult",
  "netResultAttributable",
  "adjustedNetResult",
  "adjustedEbitda",
  "capexCompanyBasis",
];

const COSTS = [
  "costIdc",
  "costDepreciation",
  "costSolution",
  "costFulfilment",
  "costOther",
  "adjustedGrossProfit",
  "researchDevelopment",
  "sellingMarketing",
  "generalAdministrative",
  "impairment",
  "adjustedResearchDevelopment",
  "adjustedSellingMarketing",
  "adjustedGeneralAdministrative",
  "adjustedOperatingExpenses",
  "shareBasedPay",
  "depreciationAmortisation",
];

const BELOW = [
  "interestIncome",
  "interestExpense",
  "foreignExchange",
  "otherIncome",
  "pretaxResult",
  "incomeTax",
];
const SHEET = [...REQUIRED.assets, ...REQUIRED.claims];
const NAMED = new Set([...HEADLINE, ...COSTS, ...BELOW, ...SHEET]);

const linesOf = (ids: readonly string[]): readonly LineItem[] =>
  ids.flatMap((id) => TYPED_LINES.filter((line) => line.id === id));

/** The lines of a new quarter in the order of a results release. */
export const QUARTER_BLOCKS: readonly QuarterBlock[] = [
  { id: "headline", title: "Headline figures", lines: linesOf(HEADLINE) },
  { id: "costs", title: "Costs and expenses", lines: linesOf(COSTS) },
  { id: "below", title: "Below the operating result", lines: linesOf(BELOW) },
  { id: "sheet", title: "Balance sheet: counts once it is whole", lines: linesOf(SHEET) },
  { id: "other", title: "Other", lines: TYPED_LINES.filter(({ id }) => !NAMED.has(id)) },
];
