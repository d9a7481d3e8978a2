import type { Place } from "../place";
import { shareOf, type Worked } from "./worked";

const FUNCTIONS = ["researchDevelopment", "sellingMarketing", "generalAdministrative"];
const functions = (at: Place): number => FUNCTIONS.reduce((sum, id) => sum + at.fact(id), 0);

/** Whether all three expenses are reported. */
const allFunctions = (at: Place): boolean => at.knows(...FUNCTIONS);

/** Adjusted operating expenses that the reported figures leave; null where none of them is reported. */
function reportedExpenses(at: Place): number | null {
  if (at.knows("adjustedOperatingExpenses")) return at.fact("adjustedOperatingExpenses");
  return at.knows("adjustedOperatingResult")
    ? at.sum("adjustedGrossProfit", "amortisation") - at.fact("adjustedOperatingResult")
    : byEbitda(at);
}

/** The same from adjusted EBITDA, or from what is known otherwise. */
function byEbitda(at: Place): number | null {
  if (!at.knows("adjustedEbitda")) return byFunctions(at);
  const addedBack = at.sum("amortisation", "depreciation", "otherIncome");
  return at.now("adjustedGrossProfit") + addedBack - at.fact("adjustedEbitda");
}

/** The same from reported expenses by function, or from the operating result. */
function byFunctions(at: Place): number | null {
  if (allFunctions(at)) return functions(at) - sbcBefore(at);
  if (!at.knows("operatingResult")) return null;
  return at.now("grossProfit") - at.now("impairment") - sbcBefore(at) - at.fact("operatingResult");
}

/** Share-based pay in operating expenses: what is reported of it, or the assumption. */
const sbcBefore = (at: Place): number =>
  at.knows("shareBasedPay") ? at.fact("shareBasedPay") - at.now("sbcInCost") : at.driver("sbcInOpex");

/** An amount a quarter that is assumed in quarters after the facts, and what stands in theirs. */
const assumedApart = (at: Place, prefix: string, before: number): number =>
  at.now("afterReports") === 1 ? at.quarterly(prefix) : before;
const apart = (at: Place): number => at.sum("creditLoss", "amortisation", "depreciationInExpenses");
const growth = (at: Place): number => 1 + at.quarterly("opexGrowth");

/** One of the three running expenses, in proportion to what they are together. */
const grown = (at: Place, line: string): number =>
  at.before(line) * growth(at) * shareOf(at.now("runningExpenses"), at.now("runningExpensesEstimate"), 1);

function generalRunning(at: Place): number {
  if (at.knows("adjustedGeneralAdministrative") && reportedExpenses(at) === null)
    return at.fact("adjustedGeneralAdministrative") - at.sum("creditLoss", "depreciationInExpenses");
  return at.now("runningExpenses") - at.sum("adjustedResearchDevelopment", "sellingRunning");
}

function sbcInOpex(at: Place): number {
  return allFunctions(at) && !at.knows("shareBasedPay")
    ? functions(at) - at.now("adjustedOperatingExpenses")
    : sbcBefore(at);
}

const interestAtRates = (at: Place): number =>
  (at.before("debt") * at.driver("debtRate") +
    at.before("leaseLiability") * at.driver("leaseRate") +
    at.before("revolver") * at.driver("revolverRate")) /
  4;

function interestMark(at: Place): number {
  const atRates = interestAtRates(at);
  const isMore = atRates >= 0.5 / 10 ** at.driver("checkDigits");
  return at.knows("interestExpense") && isMore
    ? at.fact("interestExpense") / atRates
    : at.before("interestMark");
}

function foreignExchange(at: Place): number {
  if (!at.knows("pretaxResult")) return at.driver("foreignExchange");
  return (
    at.fact("pretaxResult") +
    at.now("interestExpense") -
    at.sum("operatingResult", "interestIncome", "otherIncome")
  );
}

function tax(at: Place): number {
  if (at.knows("netResult")) return at.now("pretaxResult") - at.fact("netResult");
  return Math.max(0, at.now("pretaxResult") - at.before("taxLossesForward")) * at.driver("taxRate");
}

/** What reported figures say of expenses, the same in the opening quarter as after it. */
export const workedReported: Worked = {
  sbcBeforeExpenses: sbcBefore,
  expensesByFunctionReported: (at) => (at.knows(...FUNCTIONS) ? functions(at) : 0),
  expensesByFunctions: (at) => byFunctions(at) ?? 0,
  expensesByEbitda: (at) => byEbitda(at) ?? 0,
  expensesAsReported: (at) => reportedExpenses(at) ?? 0,
};

/** Expenses, results and the way down to the net result. */
export const workedResults: Worked = {
  ...workedReported,
  expensesKnown: (at) => Number(reportedExpenses(at) !== null),
  runningExpensesEstimate: (at) =>
    (at.before("adjustedResearchDevelopment") + at.before("sellingRunning") + at.before("generalRunning")) *
    growth(at),
  runningExpenses: (at) => {
    const reported = reportedExpenses(at);
    return reported === null ? at.now("runningExpensesEstimate") : reported - apart(at);
  },
  adjustedResearchDevelopment: (at) => grown(at, "adjustedResearchDevelopment"),
  sellingRunning: (at) =>
    at.knows("adjustedSellingMarketing")
      ? at.fact("adjustedSellingMarketing") - at.now("amortisation")
      : grown(at, "sellingRunning"),
  generalRunning,
  adjustedSellingMarketing: (at) => at.sum("sellingRunning", "amortisation"),
  adjustedGeneralAdministrative: (at) => at.sum("generalRunning", "creditLoss", "depreciationInExpenses"),
  creditLoss: (at) => assumedApart(at, "creditLoss", 0),
  depreciationInExpenses: (at) => at.now("depreciation") * (1 - at.driver("depreciationInCost")),
  adjustedOperatingExpenses: (at) =>
    at.sum("adjustedResearchDevelopment", "adjustedSellingMarketing", "adjustedGeneralAdministrative"),
  sbcInOpex,
  researchDevelopment: (at) =>
    at.now("adjustedResearchDevelopment") + sbcInOpex(at) * at.driver("sbcResearchShare"),
  sellingMarketing: (at) => at.now("adjustedSellingMarketing") + sbcInOpex(at) * at.driver("sbcSellingShare"),
  generalAdministrative: (at) =>
    at.sum("adjustedOperatingExpenses", "sbcInOpex") - at.sum("researchDevelopment", "sellingMarketing"),
  expensesReported: (at) => at.sum(...FUNCTIONS),
  interestAtRates,
  interestMark,
  impairment: (at) => at.now("impairmentOfEquipment"),
  operatingResult: (at) => at.now("grossProfit") - at.sum("expensesReported", "impairment"),
  shareBasedPay: (at) => at.sum("sbcInCost", "sbcInOpex"),
  adjustedOperatingResult: (at) => at.sum("operatingResult", "shareBasedPay", "impairment", "amortisation"),
  interestIncome: (at) => (at.before("cash") * at.driver("cashYield")) / 4,
  interestExpense: (at) => interestAtRates(at) * interestMark(at),
  foreignExchange,
  otherIncome: (at) => assumedApart(at, "otherIncome", at.driver("otherIncomeOfReports")),
  pretaxResult: (at) =>
    at.sum("operatingResult", "interestIncome", "foreignExchange", "otherIncome") - at.now("interestExpense"),
  taxLossesForward: (at) => Math.max(0, at.before("taxLossesForward") - at.now("pretaxResult")),
  incomeTax: tax,
  netResult: (at) => at.now("pretaxResult") - tax(at),
  minorityResult: (at) =>
    at.knows("netResultAttributable")
      ? at.now("netResult") - at.fact("netResultAttributable")
      : at.now("netResult") * at.driver("minorityShare"),
  netResultAttributable: (at) => at.now("netResult") - at.now("minorityResult"),
  adjustedNetResult: (at) => at.sum("netResult", "shareBasedPay", "impairment") - at.now("foreignExchange"),
  adjustedEbitda: (at) => at.sum("adjustedOperatingResult", "depreciation", "otherIncome"),
  ebitdaAfterLeases: (at) =>
    at.now("adjustedEbitda") -
    at.now("leaseLiabilitiesRunOff") -
    (at.before("leaseLiability") * at.driver("leaseRate")) / 4,
};
