import { KEPT_LINES } from "../analysis";
import { gross, income, revenue } from "../companies/kingsoftCloud";
import type { LineItem } from "../model";

/** Lines that a release reports and an estimate is kept of. */
export const BEAT_LINES: readonly LineItem[] = KEPT_LINES.filter(({ typed }) => typed === "result");

/** Lines of which more is neither good nor bad. */
const NEITHER: ReadonlySet<string> = new Set([
  "revenueEcosystem",
  "capexCompanyBasis",
  "leasedAdditions",
  "ownedAdditions",
  "depreciationAmortisation",
  "foreignExchange",
]);

/** Whether more of a line is welcome. */
export const moreIsBetter = ({ id }: LineItem): boolean => !NEITHER.has(id);

/** A difference taken apart in two: what each part is called, and how it is reckoned. */
export interface Explained {
  readonly line: LineItem;
  readonly parts: readonly [string, string];
  /** Differences of two lines, or volume at the estimated margin on revenue and the margin, or a line and the rest. */
  readonly by: "lines" | "margin" | "rest";
  readonly lines: readonly LineItem[];
}

/** The differences that are taken apart on the sheet. */
export const EXPLAINED: readonly Explained[] = [
  {
    line: revenue.total,
    parts: ["Public cloud", "Enterprise cloud"],
    by: "lines",
    lines: [revenue.public, revenue.enterprise],
  },
  {
    line: gross.profit,
    parts: ["Revenue, at the estimated gross margin", "Gross margin"],
    by: "margin",
    lines: [revenue.total],
  },
  {
    line: income.adjustedEbitda,
    parts: ["Revenue, at the estimated adjusted EBITDA margin", "Adjusted EBITDA margin"],
    by: "margin",
    lines: [revenue.total],
  },
  {
    line: income.adjustedNet,
    parts: ["Adjusted EBITDA", "Below adjusted EBITDA"],
    by: "rest",
    lines: [income.adjustedEbitda],
  },
];
