/** A reason that states a figure of the model or of the facts states what they say. */

import { periodIndex } from "../../src/companies/kingsoftCloud";
import type { Model } from "../../src/model";
import { modelOf } from "../model/realModel";

const model: Model = modelOf();
const base = model.assumptions("base");
const { value } = model.fast(base);
const of = (line: string, period: string): number => {
  const column = periodIndex(period);
  return Number(model.data.known(line, column)?.value ?? value(line, column));
};
const driver = (id: string): number => Number(base.get(id));
/** Growth of a line between two periods, as a percentage of so many steps. */
const growth = (line: string, from: string, to: string, steps = 1): number =>
  100 * ((of(line, to) / of(line, from)) ** (1 / steps) - 1);
const sum = (line: string, ...periods: readonly string[]): number =>
  periods.reduce((total, period) => total + of(line, period), 0);

/** Driver, words of its reason with the figure in them, and the figure worked out. */
const STATED: readonly (readonly [driver: string, words: string, figure: string, found: number])[] = [
  [
    "billingYield",
    "AI billing rose 472 a quarter",
    "472",
    of("aiGrossBilling", "2026Q1") - of("aiGrossBilling", "2025Q1"),
  ],
  ["billingYield", "on 8,564 bought", "8564", of("capexCompanyBasis", "FY2025")],
  [
    "billingYield",
    "6.5 % a quarter",
    "6.5",
    (100 * (of("aiGrossBilling", "2026Q1") - of("aiGrossBilling", "2025Q1"))) /
      (driver("aiShareOfProcurement") * of("capexCompanyBasis", "FY2025")),
  ],
  ["billingYield", "7.9 % gives 7.5 %", "7.5", 100 * driver("billingYield") * driver("targetUse")],
  [
    "xiaomiDemandGrowth2026",
    "grew 13 % a quarter through 2025",
    "13",
    growth("revenueEcosystem", "2024Q4", "2025Q4", 4),
  ],
  ["xiaomiDemandGrowth2026", "4 % in 1Q26", "4", growth("revenueEcosystem", "2025Q4", "2026Q1")],
  ["xiaomiDemandGrowth2026", "36 % a year in Base", "36", growth("revenueXiaomi", "FY2025", "FY2028", 3)],
  ["externalAiGrowth2026", "grew 18 % a quarter", "18", growth("aiGrossBilling", "2024Q4", "2025Q4", 4)],
  ["externalAiGrowth2026", "8 % in 1Q26", "8", growth("aiGrossBilling", "2025Q4", "2026Q1")],
  ["externalEnterpriseGrowth2026", "grew 10.1 %", "10.1", growth("revenueEnterprise", "2024Q2", "2025Q2")],
  ["externalEnterpriseGrowth2026", "2.2 % and", "2.2", growth("revenueEnterprise", "2024Q3", "2025Q3")],
  [
    "externalEnterpriseGrowth2026",
    "4.5 % in 2Q-4Q25",
    "4.5",
    growth("revenueEnterprise", "2024Q4", "2025Q4"),
  ],
  [
    "externalEnterpriseGrowth2026",
    "about 16 % in 1Q26",
    "16",
    growth("revenueEnterprise", "2025Q1", "2026Q1"),
  ],
  ["renewalKingsoft", "28 % and 29 % a year", "28", 100 * (driver("capKingsoft2026") / 470 - 1)],
  [
    "renewalKingsoft",
    "28 % and 29 % a year",
    "29",
    100 * (driver("capKingsoft2027") / driver("capKingsoft2026") - 1),
  ],
  ["renewalXiaomi", "36 % and 28 % a year", "36", 100 * (driver("capXiaomi2026") / 2310 - 1)],
  ["capUsableXiaomi", "about 95 % of the Xiaomi cap", "95", (100 * of("revenueXiaomi", "FY2025")) / 2310],
  ["capRefileThreshold", "94 % of the combined cap", "94", (100 * of("revenueEcosystem", "FY2025")) / 2780],
  [
    "alarmClusterReturn",
    "5.0 %",
    "5.0",
    (400 * of("interestExpense", "2026Q1")) / (of("borrowings", "2025Q4") + of("leaseLiability", "2025Q4")),
  ],
  ["opexGrowth2026", "grew 3 % over 2025", "3", growth("adjustedOperatingExpenses", "2024Q4", "2025Q4")],
  [
    "upfrontRatio",
    "gross margin of 12.8 %",
    "12.8",
    (100 * of("grossProfit", "2026Q1")) / of("revenue", "2026Q1"),
  ],
  ["cashYield", "32.0 of interest income in 1Q26", "32.0", of("interestIncome", "2026Q1")],
  ["cashYield", "opening cash of 6,018", "6018", of("cash", "2025Q4")],
  [
    "openingTaxLosses",
    "exceed 9,300",
    "9300",
    100 * Math.floor(-sum("pretaxResult", "FY2021", "FY2022", "FY2023", "FY2024", "FY2025") / 100),
  ],
  ["openingDepreciationDecline", "Of the 735 of 4Q25", "735", of("depreciation", "2025Q4")],
];

test.each(STATED)("%s: %s", (id, words, figure, found) => {
  const { reason } = model.rows.find((row) => row.driver.id === id)!.assumption;
  expect(reason).toContain(words);
  expect(words.replaceAll(",", "")).toContain(figure);
  const decimals = figure.split(".")[1]?.length ?? 0;
  expect([figure, Math.abs(found - Number(figure)) <= 0.5 * 10 ** -decimals + 1e-9, found]).toEqual([
    figure,
    true,
    found,
  ]);
});
