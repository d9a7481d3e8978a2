import type { Place } from "../place";
import type { Worked } from "./workedLines";

const days =
  (base: string, driver: string) =>
  (at: Place): number =>
    (at.now(base) * at.driver(driver)) / at.driver("daysInQuarter");
const same =
  (lineId: string) =>
  (at: Place): number =>
    at.now(lineId);
const held =
  (lineId: string) =>
  (at: Place): number =>
    at.on(lineId, at.last);

/** Balance sheet and cash flow statement. */
export const workedStatements: Worked = {
  cash: (at) => at.before("cash") + at.sum("cashFromOperations", "cashFromInvesting", "cashFromFinancing"),
  restrictedCash: held("restrictedCash"),
  receivables: days("revenue", "receivableDays"),
  prepayments: days("revenue", "prepaymentDays"),
  currentAssets: (at) => at.sum("cash", "restrictedCash", "receivables", "prepayments"),
  ppe: same("ppeOwned"),
  rightOfUseAssets: same("rightOfUse"),
  intangibleAssets: same("intangibles"),
  goodwill: held("goodwill"),
  equityInvestments: held("equityInvestments"),
  otherNonCurrentAssets: held("otherNonCurrentAssets"),
  totalAssets: (at) =>
    at.sum(
      "cash",
      "restrictedCash",
      "receivables",
      "prepayments",
      "ppe",
      "rightOfUseAssets",
      "intangibleAssets",
      "goodwill",
      "equityInvestments",
      "otherNonCurrentAssets",
    ),
  accountsPayable: days("costOfRevenue", "payableDays"),
  accruedLiabilities: days("revenue", "accruedDays"),
  borrowings: same("debt"),
  revolverBalance: same("revolver"),
  leaseLiability: same("leaseLiabilities"),
  totalLiabilities: (at) =>
    at.sum("accountsPayable", "accruedLiabilities", "borrowings", "revolverBalance", "leaseLiability"),
  shareholdersEquity: same("equityAttributable"),
  minorityInterests: same("nonControllingInterests"),
  totalEquity: (at) => at.sum("shareholdersEquity", "minorityInterests"),
  liabilitiesAndEquity: (at) => at.sum("totalLiabilities", "shareholdersEquity", "minorityInterests"),

  cashNetResult: same("netResult"),
  depreciationAmortisation: (at) => at.sum("depreciation", "amortisation"),
  cashShareBasedPay: same("shareBasedPay"),
  workingCapitalChange: (at) =>
    at.change("accountsPayable") +
    at.change("accruedLiabilities") -
    at.change("receivables") -
    at.change("prepayments"),
  cashFromOperations: (at) =>
    at.sum("netResult", "depreciation", "amortisation", "shareBasedPay", "workingCapitalChange"),
  cashCapexFlow: (at) => -at.now("cashCapex"),
  cashFromInvesting: (at) => -at.now("cashCapex"),
  loansFlow: same("loansDrawn"),
  repaymentFlow: (at) => -at.now("debtRepayment"),
  leasePrincipalFlow: (at) => -at.now("leaseLiabilitiesRunOff"),
  equityFlow: same("equityRaise"),
  financingBeforeRevolver: (at) =>
    at.sum("loansDrawn", "equityRaise") - at.sum("debtRepayment", "leaseLiabilitiesRunOff"),
  revolverFlow: same("revolverChange"),
  cashFromFinancing: (at) => at.sum("financingBeforeRevolver", "revolverChange"),
  netChangeInCash: (at) => at.change("cash"),
  cashOpening: (at) => at.before("cash"),
  cashClosing: same("cash"),
  freeCashFlow: (at) => at.now("cashFromOperations") - at.now("cashCapex") - at.now("leaseLiabilitiesRunOff"),
  nonCashInvestment: (at) => at.sum("financedPurchases", "leasedAdditions"),
};
