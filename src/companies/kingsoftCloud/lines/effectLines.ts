import { expressionOf, scalarAt } from "../../../formula";
import { costDrivers as cost, revenueDrivers as revenue } from "../drivers";
import { driverFamily, familyLabel, type Driver, lineItem, type LineItem } from "../../../model";
import { clock } from "./clockLines";

/** The value of a quarter: typed for it, or else the year's assumption. */
function inEffect(of: readonly Driver[], says: string): LineItem {
  const [first] = of as readonly [Driver];
  return lineItem(`${driverFamily(first.id)}InEffect`, {
    unit: first.unit,
    annual: "none",
    label: `${familyLabel(first.label)}, in effect`,
    meaning: "The value typed for the quarter, or else the year's assumption.",
    quarterly: { of, says },
    forecast: () => (of.length === 1 ? expressionOf(first) : scalarAt(of, clock.driverYear)),
  });
}

const RATE = "the quarter's rate";
const AMOUNT = "the quarter's amount";

/** Assumptions that move in time, quarter by quarter. The envelope of capital expenditure and the inference part have their quarters where they are used. */
export const inEffectOf = {
  xiaomiGrowth: inEffect(revenue.xiaomiGrowth, RATE),
  kingsoftGrowth: inEffect(revenue.kingsoftGrowth, RATE),
  externalAiGrowth: inEffect(revenue.externalAiGrowth, RATE),
  externalBasicGrowth: inEffect(revenue.externalBasicGrowth, RATE),
  externalEnterpriseGrowth: inEffect(revenue.externalEnterpriseGrowth, "on the quarter a year before"),
  priceCut: inEffect(revenue.priceCut, RATE),
  ecosystemPriceCut: inEffect(revenue.ecosystemPriceCut, RATE),
  idcSaving: inEffect(cost.idcSaving, RATE),
  opexGrowth: inEffect(cost.opexGrowth, RATE),
  creditLoss: inEffect(cost.creditLoss, AMOUNT),
  otherIncome: inEffect(cost.otherIncome, AMOUNT),
} as const;
