import {
  expressionOf,
  minus,
  over,
  plus,
  prior,
  scalarAt,
  largest,
  times,
  type Expression,
} from "../../formula";
import { balanceDrivers, costDrivers as d, financingDrivers } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../lineItem";
import { balances } from "./balanceLines";
import { capacity } from "./capacityLines";
import { clock } from "./clockLines";
import { debt, revolver } from "./financingLines";
import { ratioOrZero } from "./ratio";
import { revenue } from "./revenueLines";
import { intangible, leases } from "./scheduleLines";

const flow = { unit: "RMB m", annual: "sum" } as const;

function margin(id: string, label: string, meaning: string, formula: () => Expression): LineItem {
  return lineItem(id, { unit: "%", label, meaning, history: formula, forecast: formula, annual: formula });
}

/** Cost of revenue by kind. */
export const cost: Lines<"idc" | "depreciation" | "solution" | "fulfilment" | "pool" | "other" | "total"> = {
  idc: lineItem("costIdc", {
    ...flow,
    label: "IDC costs",
    fact: "costIdc",
    meaning: "Racks and bandwidth; positive is a cost.",
    forecast: () =>
      over(
        plus(
          times(revenue.basicCloud, scalarAt(d.idcBasic, clock.driverYear)),
          times(capacity.capacity, scalarAt(d.idcAi, clock.driverYear)),
        ),
        capacity.priceIndex,
      ),
  }),
  depreciation: lineItem("costDepreciation", {
    ...flow,
    label: "Depreciation and amortisation in cost",
    fact: "costDepreciation",
    meaning: "Positive is a cost.",
    forecast: () => times(intangible.depreciation, d.depreciationInCost),
  }),
  solution: lineItem("costSolution", {
    ...flow,
    label: "Solution development and services",
    fact: "costSolution",
    meaning: "Positive is a cost.",
    forecast: () => times(revenue.enterprise, d.solutionRatio),
  }),
  fulfilment: lineItem("costFulfilment", {
    ...flow,
    label: "Fulfilment costs",
    fact: "costFulfilment",
    meaning: "Positive is a cost.",
    forecast: () => times(revenue.enterprise, d.fulfilmentRatio),
  }),
  pool: lineItem("costPool", {
    ...flow,
    label: "Suppliers' share of resource-pool billing",
    meaning: "Positive is a cost; earlier pools are part of other costs.",
    forecast: () =>
      times(ratioOrZero(capacity.poolFleet, capacity.fleet), revenue.aiGrossBilling, d.poolRevenueShare),
  }),
  other: lineItem("costOther", {
    ...flow,
    label: "Other costs of revenue",
    fact: "costOther",
    meaning: "Positive is a cost.",
    forecast: () => times(revenue.total, d.otherCostRatio),
  }),
  total: lineItem("costOfRevenue", {
    ...flow,
    label: "Cost of revenue",
    emphasis: "subtotal",
    fact: "costOfRevenue",
    meaning: "Positive is a cost.",
    forecast: () => plus(cost.idc, cost.depreciation, cost.solution, cost.fulfilment, cost.pool, cost.other),
  }),
};

/** Gross profit, reported and adjusted. */
export const gross: Lines<"profit" | "sbcInCost" | "adjusted" | "margin" | "adjustedMargin"> = {
  profit: lineItem("grossProfit", {
    ...flow,
    label: "Gross profit",
    emphasis: "total",
    fact: "grossProfit",
    meaning: "Revenue less cost of revenue.",
    history: () => minus(revenue.total, cost.total),
    forecast: () => minus(revenue.total, cost.total),
  }),
  sbcInCost: lineItem("sbcInCost", {
    ...flow,
    label: "Share-based pay in cost of revenue",
    meaning: "Added back; positive is a cost. History is adjusted less reported gross profit.",
    history: () => minus(gross.adjusted, gross.profit),
    forecast: () => expressionOf(d.sbcInCost),
  }),
  adjusted: lineItem("adjustedGrossProfit", {
    ...flow,
    label: "Adjusted gross profit",
    emphasis: "subtotal",
    fact: "adjustedGrossProfit",
    meaning: "Gross profit before share-based pay.",
    forecast: () => plus(gross.profit, gross.sbcInCost),
  }),
  margin: margin("grossMargin", "Gross margin", "Gross profit divided by revenue.", () =>
    over(gross.profit, revenue.total),
  ),
  adjustedMargin: margin(
    "adjustedGrossMargin",
    "Adjusted gross margin",
    "Adjusted gross profit divided by revenue.",
    () => over(gross.adjusted, revenue.total),
  ),
};

/** Adjusted operating expenses. */
export const opex: Lines<"index" | "research" | "selling" | "general" | "creditLoss" | "total"> = {
  index: lineItem("opexIndex", {
    unit: "index",
    annual: "last",
    label: "Operating expense index",
    meaning: "1 in the last actual quarter.",
    atLastActual: () => expressionOf(1),
    forecast: () => times(prior(opex.index), plus(1, scalarAt(d.opexGrowth, clock.driverYear))),
  }),
  research: lineItem("adjustedResearchDevelopment", {
    ...flow,
    label: "Research and development, adjusted",
    fact: "adjustedResearchDevelopment",
    meaning: "Before share-based pay; positive is a cost.",
    forecast: () => times(d.researchRunRate, opex.index),
  }),
  selling: lineItem("adjustedSellingMarketing", {
    ...flow,
    label: "Selling and marketing, adjusted",
    fact: "adjustedSellingMarketing",
    meaning: "Before share-based pay, amortisation of acquired intangibles included; positive is a cost.",
    forecast: () => plus(times(d.sellingRunRate, opex.index), intangible.amortisation),
  }),
  general: lineItem("adjustedGeneralAdministrative", {
    ...flow,
    label: "General and administrative, adjusted",
    fact: "adjustedGeneralAdministrative",
    meaning:
      "Before share-based pay, with the rest of depreciation; history with credit losses; positive is a cost.",
    forecast: () =>
      plus(
        times(d.generalRunRate, opex.index),
        times(intangible.depreciation, minus(1, d.depreciationInCost)),
      ),
  }),
  creditLoss: lineItem("creditLoss", {
    ...flow,
    label: "Credit losses, kept apart",
    meaning: "Charge (positive) or reversal (negative); not disclosed apart in history.",
    forecast: () => scalarAt(d.creditLoss, clock.driverYear),
  }),
  total: lineItem("adjustedOperatingExpenses", {
    ...flow,
    label: "Adjusted operating expenses",
    emphasis: "subtotal",
    fact: "adjustedOperatingExpenses",
    meaning: "Positive is a cost.",
    forecast: () => plus(opex.research, opex.selling, opex.general, opex.creditLoss),
  }),
};

/** Operating result, EBITDA and the way down to the net result. */
export const income: Lines<
  | "adjustedOperating"
  | "sbc"
  | "operating"
  | "interestIncome"
  | "interestExpense"
  | "foreignExchange"
  | "otherIncome"
  | "pretax"
  | "tax"
  | "net"
  | "minority"
  | "attributable"
  | "adjustedNet"
  | "adjustedEbitda"
  | "ebitdaMargin"
  | "adjustedOperatingMargin"
> = {
  adjustedOperating: lineItem("adjustedOperatingResult", {
    ...flow,
    label: "Adjusted operating result",
    emphasis: "total",
    fact: "adjustedOperatingResult",
    meaning:
      "Adjusted gross profit less adjusted operating expenses, amortisation added back; a loss is negative.",
    forecast: () => plus(minus(gross.adjusted, opex.total), intangible.amortisation),
  }),
  sbc: lineItem("shareBasedPay", {
    ...flow,
    label: "Share-based pay",
    fact: "shareBasedCompensation",
    meaning: "In cost and in operating expenses; positive is a cost.",
    forecast: () => plus(gross.sbcInCost, d.sbcInOpex),
  }),
  operating: lineItem("operatingResult", {
    ...flow,
    label: "Operating result",
    emphasis: "total",
    fact: "operatingResult",
    meaning: "Reported basis; a loss is negative.",
    forecast: () => minus(income.adjustedOperating, intangible.amortisation, income.sbc),
  }),
  interestIncome: lineItem("interestIncome", {
    ...flow,
    label: "Interest income",
    fact: "interestIncome",
    meaning: "On the opening cash balance.",
    forecast: () =>
      over(times(prior(balances.cash), financingDrivers.cashYield), balanceDrivers.quartersInYear),
  }),
  interestExpense: lineItem("interestExpense", {
    ...flow,
    label: "Interest expense",
    fact: "interestExpense",
    meaning: "On opening debt, leases and revolver; positive is a cost.",
    forecast: () =>
      over(
        plus(
          times(prior(debt.closing), financingDrivers.debtRate),
          times(prior(leases.closing), financingDrivers.leaseRate),
          times(prior(revolver.closing), financingDrivers.revolverRate),
        ),
        balanceDrivers.quartersInYear,
      ),
  }),
  foreignExchange: lineItem("foreignExchange", {
    ...flow,
    label: "Foreign exchange gain",
    fact: "foreignExchange",
    meaning: "A loss is negative.",
    forecast: () => expressionOf(d.foreignExchange),
  }),
  otherIncome: lineItem("otherIncome", {
    ...flow,
    label: "Other income",
    fact: "otherIncome",
    meaning: "The one-off of 3Q25 does not run into the forecast.",
    forecast: () => scalarAt(d.otherIncome, clock.driverYear),
  }),
  pretax: lineItem("pretaxResult", {
    ...flow,
    label: "Result before tax",
    emphasis: "subtotal",
    fact: "pretaxResult",
    meaning: "A loss is negative.",
    forecast: () =>
      plus(
        minus(plus(income.operating, income.interestIncome), income.interestExpense),
        income.foreignExchange,
        income.otherIncome,
      ),
  }),
  tax: lineItem("incomeTax", {
    ...flow,
    label: "Income tax",
    fact: "incomeTax",
    meaning: "Positive is a cost; none on losses.",
    forecast: () => times(largest(0, income.pretax), d.taxRate),
  }),
  net: lineItem("netResult", {
    ...flow,
    label: "Net result",
    emphasis: "total",
    fact: "netResult",
    meaning: "Including minorities; a loss is negative.",
    forecast: () => minus(income.pretax, income.tax),
  }),
  minority: lineItem("minorityResult", {
    ...flow,
    label: "of which non-controlling interests",
    meaning: "A loss is negative.",
    history: () => minus(income.net, income.attributable),
    forecast: () => times(income.net, d.minorityShare),
  }),
  attributable: lineItem("netResultAttributable", {
    ...flow,
    label: "Net result attributable to shareholders",
    emphasis: "subtotal",
    fact: "netResultAttributable",
    meaning: "A loss is negative.",
    forecast: () => minus(income.net, income.minority),
  }),
  adjustedNet: lineItem("adjustedNetResult", {
    ...flow,
    label: "Adjusted net result",
    fact: "adjustedNetResult",
    meaning: "Net result before share-based pay, amortisation and foreign exchange; a loss is negative.",
    forecast: () => minus(plus(income.net, income.sbc, intangible.amortisation), income.foreignExchange),
  }),
  adjustedEbitda: lineItem("adjustedEbitda", {
    ...flow,
    label: "Adjusted EBITDA",
    emphasis: "total",
    fact: "adjustedEbitda",
    meaning: "Adjusted operating result plus depreciation plus other income, as the company counts it.",
    forecast: () => plus(income.adjustedOperating, intangible.depreciation, income.otherIncome),
  }),
  ebitdaMargin: margin(
    "adjustedEbitdaMargin",
    "Adjusted EBITDA margin",
    "Adjusted EBITDA divided by revenue.",
    () => over(income.adjustedEbitda, revenue.total),
  ),
  adjustedOperatingMargin: margin(
    "adjustedOperatingMargin",
    "Adjusted operating margin",
    "Adjusted operating result divided by revenue.",
    () => over(income.adjustedOperating, revenue.total),
  ),
};
