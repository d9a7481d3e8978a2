import type { Place } from "../place";
import type { Worked } from "./worked";

/** Days of a flow that a reported balance holds beside its own part; as before where nothing is reported, or nothing flows. */
const days =
  (line: string, balance: string, part: string, flow: (at: Place) => number) =>
  (at: Place): number =>
    at.knows(balance) && flow(at) !== 0
      ? ((at.fact(balance) - at.now(part)) / flow(at)) * at.driver("daysInQuarter")
      : at.before(line);

/** A balance of its own part and days of a flow. */
const ofDays =
  (part: string, outstanding: string, flow: (at: Place) => number) =>
  (at: Place): number =>
    at.now(part) + (flow(at) * at.now(outstanding)) / at.driver("daysInQuarter");

const held =
  (line: string) =>
  (at: Place): number =>
    at.before(line);

const external = (at: Place): number => at.now("revenueExternal");
const revenue = (at: Place): number => at.now("revenue");
const cashCost = (at: Place): number => at.now("cashCostOfRevenue");
const costs = (at: Place): number => at.sum("cashCostOfRevenue", "adjustedOperatingExpenses");

const CURRENT = ["cash", "restrictedCash", "receivables", "prepayments"];
const FIXED = [
  "ppe",
  "rightOfUseAssets",
  "intangibles",
  "goodwill",
  "equityInvestments",
  "otherNonCurrentAssets",
];
const LIABILITIES = ["accountsPayable", "accruedLiabilities", "debt", "revolver", "leaseLiability"];

const workingCapital = (at: Place): number =>
  at.change("accountsPayable") -
  at.change("capexCreditors") +
  at.change("accruedLiabilities") -
  at.change("receivables") -
  at.change("prepayments");

const byCause = (at: Place): number => at.sum("cashFromOperations", "cashFromInvesting", "cashFromFinancing");

/** Working capital, balance sheet and cash flow statement. */
export const workedStatements: Worked = {
  relatedPartyReceivables: (at) =>
    (at.now("revenueEcosystem") / at.driver("daysInQuarter")) * at.driver("relatedPartyDays"),
  capexCreditors: (at) => (at.now("cashCapex") / at.driver("daysInQuarter")) * at.driver("creditorDays"),
  serverPrepayments: (at) => at.now("capexCompanyBasis") * at.driver("serverPrepayment"),
  customerDepositsHeld: (at) =>
    at.before("customerDepositsHeld") - at.before("customerDepositsHeld") / at.driver("depositTerm"),
  externalReceivableDays: days("externalReceivableDays", "receivables", "relatedPartyReceivables", external),
  tradePayableDays: days("tradePayableDays", "accountsPayable", "capexCreditors", cashCost),
  otherPrepaymentDays: days("otherPrepaymentDays", "prepayments", "serverPrepayments", revenue),
  accrualDays: days("accrualDays", "accruedLiabilities", "customerDepositsHeld", costs),
  cash: (at) => at.before("cash") + byCause(at),
  restrictedCash: held("restrictedCash"),
  receivables: ofDays("relatedPartyReceivables", "externalReceivableDays", external),
  prepayments: ofDays("serverPrepayments", "otherPrepaymentDays", revenue),
  currentAssets: (at) => at.sum(...CURRENT),
  ppe: (at) => at.now("ppeOwned") - at.now("impairmentStock"),
  rightOfUseAssets: (at) => at.now("rightOfUseScheduled"),
  goodwill: held("goodwill"),
  equityInvestments: held("equityInvestments"),
  otherNonCurrentAssets: held("otherNonCurrentAssets"),
  totalAssets: (at) => at.sum(...CURRENT, ...FIXED),
  accountsPayable: ofDays("capexCreditors", "tradePayableDays", cashCost),
  accruedLiabilities: ofDays("customerDepositsHeld", "accrualDays", costs),
  borrowings: (at) => at.sum("loans", "financedDebtScheduled", "revolver"),
  totalLiabilities: (at) => at.sum(...LIABILITIES),
  totalEquity: (at) => at.sum("equityAttributable", "nonControllingInterests"),
  liabilitiesAndEquity: (at) => at.sum(...LIABILITIES, "equityAttributable", "nonControllingInterests"),
  netResultFlow: (at) => at.now("netResult"),
  depreciationFlow: (at) => at.sum("depreciation", "amortisation"),
  sbcFlow: (at) => at.now("shareBasedPay"),
  impairmentFlow: (at) => at.now("impairment"),
  workingCapitalFlow: workingCapital,
  cashFromOperations: (at) =>
    at.sum("netResult", "depreciation", "amortisation", "shareBasedPay", "impairment") + workingCapital(at),
  cashCapexFlow: (at) => at.now("financedPurchases") - at.now("ownedAdditions"),
  creditorsFlow: (at) => at.change("capexCreditors"),
  cashFromInvesting: (at) => at.change("capexCreditors") - at.now("cashCapex"),
  loansFlow: (at) => at.now("loansDrawn"),
  repaymentFlow: (at) => 0 - at.sum("loansScheduled", "loansRepaidEarly", "financedDebtRunOff"),
  leasePrincipalFlow: (at) => 0 - at.now("leaseLiabilitiesRunOff"),
  equityFlow: (at) => at.now("equityRaise"),
  revolverFlow: (at) => at.change("revolver"),
  cashFromFinancing: (at) =>
    at.sum("loansDrawn", "equityRaise", "revolverChange") - at.sum("debtRepayment", "leaseLiabilitiesRunOff"),
  cashChangeByCause: byCause,
  cashChangeUnexplained: (at) => (at.knows("cash") ? at.change("cash") - byCause(at) : 0),
  netChangeInCash: (at) => at.change("cash"),
  cashOpening: (at) => at.before("cash"),
  cashClosing: (at) => at.now("cash"),
  freeCashFlow: (at) => at.sum("cashFromOperations", "cashFromInvesting") - at.now("leaseLiabilitiesRunOff"),
  nonCashInvestment: (at) => at.sum("financedPurchases", "leasedAdditions"),
};
