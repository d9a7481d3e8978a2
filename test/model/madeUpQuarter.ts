import type { Seeds } from "../../src/seeds";
import { realSeedTexts } from "./realModel";

/** Figures of a made-up 2026Q1, RMB m; assets are 27,500, and the shares of a real quarter are kept roughly. */
export const MADE_UP: Readonly<Record<string, string>> = {
  revenue: "2900",
  revenuePublic: "2100",
  revenueEnterprise: "800",
  revenueEcosystem: "850",
  aiGrossBilling: "1050",
  grossProfit: "430",
  adjustedEbitda: "800",
  cash: "5500",
  restrictedCash: "100",
  receivables: "2400",
  prepayments: "2600",
  ppeAndRou: "11400",
  intangibles: "500",
  goodwill: "4600",
  equityInvestments: "250",
  otherNonCurrentAssets: "150",
  accountsPayable: "2100",
  accruedLiabilities: "3300",
  equityAttributable: "9000",
  nonControllingInterests: "320",
  leaseLiabilities: "3780",
  borrowings: "9000",
  capexCompanyBasis: "3100",
};

/** Real seed texts with a made-up 2026Q1 in one more file. */
export function seedsWithMadeUpQuarter(): Record<string, string> {
  const texts = realSeedTexts();
  const rows = Object.entries(MADE_UP).map(([metric, value]) => {
    const basis = metric === "adjustedEbitda" ? "adjusted" : "reported";
    return `${metric}.2026Q1.madeUp,${metric},2026Q1,${basis},${value},RMB m,${value},madeUp,made up for a test,ok,`;
  });
  return {
    ...texts,
    "sources.csv": `${texts["sources.csv"]!.trimEnd()}\nmadeUp,A made-up quarter,test,2026-05-20,filing,,\n`,
    "facts/madeUp.csv": `id,metric,period,basis,value,unit,as_printed,source,locator,quality,note\n${rows.join("\n")}\n`,
  };
}

/** Seeds in which a metric has no figure, in one quarter or in all of them. */
export function seedsWithout(seeds: Seeds, metric: string, quarter?: string): Seeds {
  const gone = (of: string, period: string): boolean =>
    of === metric && (quarter === undefined || period === quarter);
  return {
    ...seeds,
    chosen: (of, period, basis) => (gone(of, period) ? undefined : seeds.chosen(of, period, basis)),
  };
}
