import {
  call,
  compare,
  expressionOf,
  minus,
  plus,
  prior,
  when,
  type Expression,
  type Operand,
} from "../../formula";
import { capacityDrivers, guidanceDrivers, revenueDrivers } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../lineItem";
import { balances } from "./balanceLines";
import { kingsoft, xiaomi } from "./capLines";
import { cashFlow } from "./cashFlowLines";
import { debt, equity, loansDrawn, openingDebt, revolver } from "./financingLines";
import { income } from "./incomeLines";
import { procurement } from "./procurementLines";
import { revenue } from "./revenueLines";
import { intangible, leases, owned, rightOfUse } from "./scheduleLines";

const rounded = (difference: Operand): Expression => call("ROUND", difference, guidanceDrivers.checkDigits);

/** Actual quarters are not the model's to check. */
const unchecked = (): Expression => expressionOf(0);

/** 0 when the difference rounds to nothing, else 1. */
function tie(id: string, label: string, meaning: string, difference: () => Expression): LineItem {
  return lineItem(id, {
    unit: "flag",
    label,
    meaning,
    annual: "sum",
    history: unchecked,
    forecast: () => when(compare(rounded(difference()), "=", 0), 0, 1),
  });
}

/** 0 when the amount is not negative after rounding, else 1. */
function notNegative(id: string, label: string, meaning: string, amount: () => Expression): LineItem {
  return lineItem(id, {
    unit: "flag",
    label,
    meaning,
    annual: "sum",
    history: unchecked,
    forecast: () => when(compare(rounded(amount()), "<", 0), 1, 0),
  });
}

/** The laws of the model, each 0 when it holds and 1 when it is broken. */
export const checks: Lines<
  | "balance"
  | "cash"
  | "resultToEquity"
  | "owned"
  | "rightOfUse"
  | "leases"
  | "debt"
  | "lenses"
  | "capXiaomi"
  | "capKingsoft"
  | "customerParts"
  | "notNegative"
  | "opening"
  | "revolver"
  | "mix"
  | "ecosystemMix"
> = {
  balance: tie("checkBalance", "Assets equal liabilities and equity", "Every forecast quarter.", () =>
    minus(balances.totalAssets, balances.liabilitiesAndEquity),
  ),
  cash: tie(
    "checkCash",
    "Closing cash ties to the balance sheet",
    "Cash flow statement against balance sheet.",
    () => minus(cashFlow.closing, balances.cash),
  ),
  resultToEquity: tie(
    "checkEquity",
    "Net result ties to equity",
    "Change in total equity less net result, share-based pay and equity raised.",
    () => minus(balances.totalEquity, prior(balances.totalEquity), income.net, income.sbc, equity.raise),
  ),
  owned: tie("checkOwned", "Owned equipment rolls forward", "Change less additions plus depreciation.", () =>
    plus(minus(balances.ppe, prior(balances.ppe), procurement.owned), owned.runOff),
  ),
  rightOfUse: tie(
    "checkRightOfUse",
    "Right-of-use assets roll forward",
    "Change less additions plus depreciation.",
    () => plus(minus(balances.rightOfUse, prior(balances.rightOfUse), procurement.leased), rightOfUse.runOff),
  ),
  leases: tie("checkLeases", "Lease liabilities roll forward", "Change less new leases plus principal.", () =>
    plus(minus(balances.leases, prior(balances.leases), procurement.leased), leases.runOff),
  ),
  debt: tie(
    "checkDebt",
    "Debt rolls forward",
    "Change less loans and financed purchases plus repayment.",
    () => plus(minus(balances.debt, prior(balances.debt), loansDrawn, procurement.financed), debt.repayment),
  ),
  lenses: tie(
    "checkLenses",
    "Product lens equals customer lens",
    "Public and enterprise against ecosystem and external.",
    () => minus(revenue.total, revenue.ecosystem, revenue.external),
  ),
  customerParts: tie(
    "checkBasicCloud",
    "AI and basic cloud make public cloud",
    "Parts against the whole.",
    () => minus(revenue.public, revenue.aiGrossBilling, revenue.basicCloud),
  ),
  capXiaomi: notNegative(
    "checkCapXiaomi",
    "Xiaomi revenue stays within its cap",
    "Cap use to date against the cap in force.",
    () => minus(xiaomi.cap, xiaomi.used),
  ),
  capKingsoft: notNegative(
    "checkCapKingsoft",
    "Kingsoft revenue stays within its cap",
    "Cap use to date against the cap in force.",
    () => minus(kingsoft.cap, kingsoft.used),
  ),
  notNegative: notNegative(
    "checkNotNegative",
    "No negative asset or liability",
    "Smallest of the run-off balances and the opening debt.",
    () => call("MIN", balances.ppe, balances.rightOfUse, intangible.closing, balances.leases, balances.debt),
  ),
  opening: lineItem("checkOpening", {
    unit: "flag",
    label: "Opening balances are not negative",
    meaning: "Owned equipment and the debt that balances the sheet, in the last actual quarter.",
    annual: "sum",
    history: unchecked,
    forecast: unchecked,
    atLastActual: () => when(compare(rounded(call("MIN", owned.closing, openingDebt)), "<", 0), 1, 0),
  }),
  revolver: notNegative("checkRevolver", "Revolver is never negative", "Closing balance.", () =>
    expressionOf(revolver.closing),
  ),
  mix: notNegative(
    "checkMix",
    "Procurement mix adds up to no more than 100 %",
    "Self-procured is the rest and must not be negative.",
    () => minus(1, capacityDrivers.leasedShare, capacityDrivers.poolShare, capacityDrivers.agentShare),
  ),
  ecosystemMix: notNegative(
    "checkEcosystemMix",
    "Ecosystem mix adds up to no more than 100 %",
    "Basic cloud is the rest and must not be negative.",
    () => minus(1, revenueDrivers.ecosystemAiShare, revenueDrivers.ecosystemEnterpriseShare),
  ),
};
