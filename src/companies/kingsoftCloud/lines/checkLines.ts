import {
  call,
  compare,
  expressionOf,
  isKnown,
  minus,
  plus,
  prior,
  some,
  when,
  type Expression,
  type Operand,
} from "../../../formula";
import { capacityDrivers, guidanceDrivers, revenueDrivers } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../../../model";
import { balances } from "./balanceLines";
import { capacity } from "./capacityLines";
import { cashFlow } from "./cashFlowLines";
import { debt, equity, loans, revolver } from "./financingLines";
import { external } from "./externalLines";
import { gross } from "./grossLines";
import { income } from "./incomeLines";
import { opex } from "./opexLines";
import { kingsoft, xiaomi, type PartyLines } from "./parties";
import { procurement } from "./procurementLines";
import { revenue } from "./revenueLines";
import { intangible, leases, rightOfUse } from "./scheduleLines";
import { ecosystem } from "./ecosystemLines";

const rounded = (difference: Operand): Expression => call("ROUND", difference, guidanceDrivers.checkDigits);

/** What was reported before the opening is not the model's to check. */
const unchecked = (): Expression => expressionOf(0);

/** 0 when the difference rounds to nothing, else 1; not asked where the exempting condition holds. */
function tie(
  id: string,
  label: string,
  meaning: string,
  difference: () => Expression,
  unless?: () => Expression,
): LineItem {
  const asked = (): Expression => when(compare(rounded(difference()), "=", 0), 0, 1);
  return lineItem(id, {
    unit: "flag",
    label,
    meaning,
    annual: "sum",
    history: unchecked,
    opening: unchecked,
    forecast: () => (unless === undefined ? asked() : when(unless(), 0, asked())),
  });
}

/** 0 when the amount is not negative after rounding, else 1. */
function notNegative(
  id: string,
  label: string,
  meaning: string,
  amount: () => Expression,
  unless?: () => Expression,
): LineItem {
  const asked = (): Expression => when(compare(rounded(amount()), "<", 0), 1, 0);
  return lineItem(id, {
    unit: "flag",
    label,
    meaning,
    annual: "sum",
    history: unchecked,
    opening: unchecked,
    forecast: () => (unless === undefined ? asked() : when(unless(), 0, asked())),
  });
}

const sheetReported = (): Expression => isKnown(balances.cash);
const ecosystemReported = (): Expression => isKnown(revenue.ecosystem);

/** The laws of the model, each 0 when it holds and 1 when it is broken. */
export const checks: Lines<
  | "balance"
  | "cash"
  | "cashCauses"
  | "resultToEquity"
  | "owned"
  | "rightOfUse"
  | "leases"
  | "debt"
  | "lenses"
  | "customerParts"
  | "parties"
  | "definitions"
  | "ebitda"
  | "capXiaomi"
  | "capKingsoft"
  | "served"
  | "redeployed"
  | "envelope"
  | "notNegative"
  | "revolver"
  | "mix"
  | "ecosystemMix"
> = {
  balance: tie(
    "checkBalance",
    "Assets equal liabilities and equity",
    "Every quarter from the opening on.",
    () => minus(balances.totalAssets, balances.liabilitiesAndEquity),
  ),
  cash: tie(
    "checkCash",
    "Closing cash ties to the balance sheet",
    "Cash flow statement against balance sheet.",
    () => minus(cashFlow.closing, balances.cash),
  ),
  cashCauses: tie(
    "checkCashCauses",
    "Cash moves by its causes",
    "Net change less operations, investing and financing; a reported balance sheet may leave a part unexplained.",
    () => minus(cashFlow.netChange, cashFlow.operations, cashFlow.investing, cashFlow.financing),
    sheetReported,
  ),
  resultToEquity: tie(
    "checkEquity",
    "Net result ties to equity",
    "Change in total equity less net result, share-based pay and equity raised; not asked of a reported sheet.",
    () => minus(balances.totalEquity, prior(balances.totalEquity), income.net, income.sbc, equity.raise),
    sheetReported,
  ),
  owned: tie(
    "checkOwned",
    "Owned equipment rolls forward",
    "Change less additions plus depreciation and impairment; not asked of a reported sheet.",
    () =>
      plus(
        minus(balances.ppe, prior(balances.ppe), procurement.owned),
        minus(plus(intangible.depreciation, income.impairment), rightOfUse.runOff),
      ),
    sheetReported,
  ),
  rightOfUse: tie(
    "checkRightOfUse",
    "Right-of-use assets roll forward",
    "Change less additions plus depreciation.",
    () => plus(minus(balances.rightOfUse, prior(balances.rightOfUse), procurement.leased), rightOfUse.runOff),
  ),
  leases: tie(
    "checkLeases",
    "Lease liabilities roll forward",
    "Change less new leases plus principal; not asked of a reported sheet.",
    () => plus(minus(leases.closing, prior(leases.closing), procurement.leased), leases.runOff),
    sheetReported,
  ),
  debt: tie(
    "checkDebt",
    "Debt rolls forward",
    "Change less loans and financed purchases plus repayment; not asked of a reported sheet.",
    () => plus(minus(debt.closing, prior(debt.closing), loans.drawn, procurement.financed), debt.repayment),
    sheetReported,
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
  parties: tie("checkParties", "The two parties make the ecosystem", "Parts against the whole.", () =>
    minus(revenue.ecosystem, xiaomi.revenue, kingsoft.revenue),
  ),
  definitions: tie(
    "checkDefinitions",
    "Adjusted net result is the net result before its adjustments",
    "The company's own definition, one for history and forecast.",
    () => plus(minus(income.adjustedNet, income.net, income.sbc, income.impairment), income.foreignExchange),
  ),
  ebitda: tie(
    "checkEbitda",
    "Adjusted EBITDA follows from the lines of the statement",
    "Adjusted gross profit less adjusted expenses, amortisation, depreciation and other income added.",
    () =>
      minus(
        income.adjustedEbitda,
        minus(gross.adjusted, opex.total),
        plus(intangible.amortisation, intangible.depreciation, income.otherIncome),
      ),
  ),
  capXiaomi: withinCap("checkCapXiaomi", "Xiaomi", xiaomi),
  capKingsoft: withinCap("checkCapKingsoft", "Kingsoft", kingsoft),
  served: notNegative(
    "checkServed",
    "The fleet bills no more than it could",
    "Capacity installed less what is billed from it; not asked of a quarter whose billing is reported.",
    () => minus(capacity.installed, capacity.served),
    () => some(isKnown(revenue.aiGrossBilling), isKnown(revenue.public), isKnown(revenue.total)),
  ),
  redeployed: notNegative(
    "checkRedeployed",
    "No more is sold again than was set free",
    "Capacity set free less what others take.",
    () => minus(ecosystem.setFree, external.aiAgain),
  ),
  envelope: notNegative(
    "checkEnvelope",
    "Capital expenditure stays inside its envelope",
    "Envelope of the quarter less capital expenditure; not asked of a reported quarter.",
    () => minus(procurement.limit, procurement.capexCompanyBasis),
    () => isKnown(procurement.capexCompanyBasis),
  ),
  notNegative: notNegative(
    "checkNotNegative",
    "No negative asset or liability",
    "Smallest of the run-off balances and debt; not asked of a reported sheet.",
    () => call("MIN", balances.ppe, balances.rightOfUse, intangible.closing, leases.closing, debt.closing),
    sheetReported,
  ),
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

function withinCap(id: string, name: string, party: PartyLines): LineItem {
  return notNegative(
    id,
    `${name} revenue stays within its cap`,
    "Revenue against what the cap in force leaves for the quarter; not asked of a quarter whose ecosystem revenue is reported, which an alarm watches.",
    () => minus(party.left, party.revenue),
    ecosystemReported,
  );
}
