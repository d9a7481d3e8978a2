import { call, compare, expressionOf, minus, when, type Expression } from "../../../formula";
import { guidanceDrivers as g } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../../../model";
import { balances } from "./balanceLines";
import { capacity } from "./capacityLines";
import { cluster } from "./clusterLines";
import { revolver } from "./financingLines";
import { impairment } from "./impairmentLines";
import { kingsoft, xiaomi } from "./parties";

/** 1 where the condition holds; the year counts its quarters. Alarms are warnings: the master flag of the checks does not hear them. */
function alarm(id: string, label: string, meaning: string, condition: () => Expression): LineItem {
  return lineItem(id, {
    unit: "flag",
    label,
    meaning,
    annual: "sum",
    forecast: () => when(condition(), 1, 0),
  });
}

/** What an analyst would ask about, though every statement balances. */
export const alarms: Lines<
  "equity" | "funding" | "overuse" | "lowUse" | "clusterReturn" | "capXiaomi" | "capKingsoft" | "impairment"
> = {
  equity: alarm("alarmEquity", "Equity is negative", "Total equity below zero at the quarter's end.", () =>
    compare(balances.totalEquity, "<", 0),
  ),
  funding: alarm(
    "alarmFunding",
    "The plan is not funded",
    "Cash below its minimum after loans and revolver.",
    () => compare(rounded(expressionOf(revolver.gap)), ">", 0),
  ),
  overuse: alarm(
    "alarmOveruse",
    "AI billing passes what the fleet could bill",
    "Use above 100 %: a reported quarter that the capacity of the model does not explain.",
    () => compare(rounded(minus(capacity.use, 1)), ">", 0),
  ),
  lowUse: alarm("alarmIdle", "AI capacity is idle", "Use below the alarm's threshold.", () =>
    compare(rounded(minus(capacity.use, g.lowUse)), "<", 0),
  ),
  clusterReturn: alarm(
    "alarmReturn",
    "New equipment earns less than the required return",
    "Yearly return at the quarter's use against the alarm's threshold.",
    () => compare(rounded(minus(cluster.returnInUse, g.costOfDebt)), "<", 0),
  ),
  capXiaomi: alarm(
    "alarmCapXiaomi",
    "Xiaomi passes its cap in force",
    "A reported quarter above the cap that the model knows.",
    () => compare(rounded(expressionOf(xiaomi.headroom)), "<", 0),
  ),
  capKingsoft: alarm(
    "alarmCapKingsoft",
    "Kingsoft passes its cap in force",
    "A reported quarter above the cap that the model knows.",
    () => compare(rounded(expressionOf(kingsoft.headroom)), "<", 0),
  ),
  impairment: alarm(
    "alarmImpairment",
    "Idle equipment indicates impairment",
    "Two quarters below the threshold of use; the amount stands in its own line.",
    () => compare(rounded(minus(impairment.indicated, impairment.stock)), ">", 0),
  ),
};

function rounded(amount: Expression): Expression {
  return call("ROUND", amount, g.checkDigits);
}
