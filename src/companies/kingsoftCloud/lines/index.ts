import { section, type Section } from "../../../model";
import { alarms } from "./alarmLines";
import { balances } from "./balanceLines";
import { capacity } from "./capacityLines";
import { cashFlow } from "./cashFlowLines";
import { checks } from "./checkLines";
import { clock } from "./clockLines";
import { cluster } from "./clusterLines";
import { cost, rates } from "./costLines";
import { bridge, discounting, firmCash } from "./discountLines";
import { ecosystem } from "./ecosystemLines";
import { inEffectOf } from "./effectLines";
import { external } from "./externalLines";
import { debt, equity, loans, revolver } from "./financingLines";
import { gross } from "./grossLines";
import { impairment } from "./impairmentLines";
import { income, interest } from "./incomeLines";
import { credit, guideRails, perAds } from "./metricLines";
import { opex, reported } from "./opexLines";
import { kingsoft, xiaomi } from "./parties";
import { prices } from "./priceLines";
import { need, procurement } from "./procurementLines";
import { estimate, revenue } from "./revenueLines";
import { revision } from "./revisionLines";
import { equipment, financedDebt, intangible, leases, owned, rightOfUse, service } from "./scheduleLines";
import { methods, target } from "./valuationLines";
import { working } from "./workingCapitalLines";

export {
  alarms,
  balances,
  bridge,
  capacity,
  cashFlow,
  checks,
  clock,
  cluster,
  cost,
  credit,
  debt,
  discounting,
  ecosystem,
  equipment,
  equity,
  estimate,
  external,
  financedDebt,
  firmCash,
  gross,
  guideRails,
  impairment,
  income,
  inEffectOf,
  interest,
  intangible,
  kingsoft,
  leases,
  loans,
  methods,
  need,
  opex,
  owned,
  perAds,
  prices,
  procurement,
  rates,
  reported,
  revenue,
  revision,
  revolver,
  rightOfUse,
  service,
  target,
  working,
  xiaomi,
};
export type { PartyLines } from "./parties";

/** Every line of the model in worksheet order. */
export const SECTIONS: readonly Section[] = [
  section("Calendar", clock),
  section("Assumptions in effect, by quarter", inEffectOf),
  section("Prices", prices),
  section("Xiaomi: demand and cap", { ...revision, ...xiaomi }),
  section("Kingsoft: demand and cap", kingsoft),
  section("Ecosystem", ecosystem),
  section("What contracts need", need),
  section("Infrastructure procured", procurement),
  section("AI capacity", capacity),
  section("External customers", external),
  section("Revenue before the quarter is known", estimate),
  section("Revenue by product and by customer", revenue),
  section("Equipment entering service", service),
  section("Owned equipment", owned),
  section("Right-of-use assets", rightOfUse),
  section("Impairment of idle equipment", impairment),
  section("Equipment, intangibles and depreciation", { ...equipment, ...intangible }),
  section("Cash costs at the model's rates", rates),
  section("Cost of revenue", cost),
  section("Gross profit", gross),
  section("Adjusted operating expenses", opex),
  section("Reported operating expenses", reported),
  section("Interest", interest),
  section("Results", income),
  section("Lease liabilities", leases),
  section("Loans", loans),
  section("Financed purchases", financedDebt),
  section("Debt", debt),
  section("Revolver and funding", revolver),
  section("Equity", equity),
  section("Working capital by cause", working),
  section("Balance sheet", balances),
  section("Cash flow statement", cashFlow),
  section("Per ADS", perAds),
  section("Credit metrics", credit),
  section("Cluster economics, per RMB of new AI equipment", cluster),
  section("Guidance, in its own year", guideRails),
  section("Valuation: cost of capital and discounting", discounting),
  section("Valuation: free cash flow to the firm", firmCash),
  section("Valuation: from enterprise to equity value", bridge),
  section("Valuation: methods", methods),
  section("Valuation: target and market price", target),
  section("Alarms", alarms),
  section("Checks", checks),
];
