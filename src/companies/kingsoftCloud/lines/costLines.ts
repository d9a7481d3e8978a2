import {
  compare,
  every,
  expressionOf,
  factOf,
  isKnown,
  knownOr,
  largest,
  minus,
  missing,
  over,
  plus,
  prior,
  smallest,
  some,
  times,
  when,
  type Expression,
  type Operand,
} from "../../../formula";
import { capacityDrivers, costDrivers as d } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../../../model";
import { capacity } from "./capacityLines";
import { ecosystem } from "./ecosystemLines";
import { inEffectOf } from "./effectLines";
import { external } from "./externalLines";
import { ratioOrOne, ratioOrZero } from "./formulas";
import { gross } from "./grossLines";
import { prices } from "./priceLines";
import { procurement } from "./procurementLines";
import { revenue } from "./revenueLines";
import { intangible } from "./scheduleLines";

const flow = { unit: "RMB m", annual: "sum" } as const;
const inner = { unit: "RMB m", annual: "none" } as const;

/** A cost before what the last reported quarter says of it: volume at constant prices times its rate. */
function rate(id: string, label: string, meaning: string, formula: () => Expression): LineItem {
  return lineItem(id, { ...inner, label, meaning, opening: formula, forecast: formula });
}

/** Cash costs of revenue by cause, at the model's rates. */
export const rates: Lines<
  "saving" | "racks" | "upfront" | "solution" | "fulfilment" | "pool" | "rented" | "other" | "total"
> = {
  saving: lineItem("idcSavingIndex", {
    unit: "index",
    annual: "last",
    label: "Index of rack, bandwidth and power rates",
    meaning: "1 in the opening quarter; falls with savings.",
    opening: () => expressionOf(1),
    forecast: () => times(prior(rates.saving), minus(1, inEffectOf.idcSaving)),
  }),
  racks: rate(
    "idcAtRates",
    "IDC costs at the model's rates",
    "Racks of AI equipment and of basic volume, power on what is billed, each at constant prices.",
    () =>
      times(
        plus(
          times(plus(external.basicVolume, over(ecosystem.basic, prices.ecosystem)), d.idcBasic),
          times(over(minus(capacity.installed, capacity.pool), capacityDrivers.billingYield), d.rackAi),
          times(capacity.served, d.powerAi),
        ),
        rates.saving,
      ),
  ),
  upfront: rate(
    "upfrontAtRates",
    "Cost of equipment awaiting service at the model's rates",
    "Racks, bandwidth and staff before a cluster earns.",
    () => times(procurement.awaiting, d.upfront),
  ),
  solution: rate(
    "solutionAtRates",
    "Solution costs at the model's rates",
    "Against enterprise revenue.",
    () => times(revenue.enterprise, d.solutionRatio),
  ),
  fulfilment: rate(
    "fulfilmentAtRates",
    "Fulfilment costs at the model's rates",
    "Against enterprise revenue.",
    () => times(revenue.enterprise, d.fulfilmentRatio),
  ),
  pool: lineItem("poolAtRates", {
    ...inner,
    label: "Suppliers' share of resource-pool billing at the model's rates",
    meaning: "Of the part of AI billing that pools carry.",
    opening: () => expressionOf(0),
    forecast: () =>
      times(ratioOrZero(capacity.pool, capacity.installed), revenue.aiGrossBilling, d.poolRevenueShare),
  }),
  rented: lineItem("rentedAtRates", {
    ...inner,
    label: "Capacity rented for contracts at the model's rates",
    meaning: "Of the ecosystem billing that the fleet cannot carry.",
    opening: () => expressionOf(0),
    forecast: () => times(capacity.rented, prices.ecosystem, d.spotShare),
  }),
  other: rate("otherAtRates", "Other costs of revenue at the model's rates", "Against total revenue.", () =>
    times(revenue.total, d.otherCostRatio),
  ),
  total: rate(
    "cashCostAtRates",
    "Cash costs of revenue at the model's rates",
    "Sum of the lines above.",
    () =>
      plus(
        rates.racks,
        rates.upfront,
        rates.solution,
        rates.fulfilment,
        rates.pool,
        rates.rented,
        rates.other,
      ),
  ),
};

/** Whether cost of revenue is known, by itself or through gross profit. */
const costKnown = (): Expression => compare(cost.known, "=", 1);

/** Cost of revenue by kind. What is reported stands; the parts that are not follow the rates as the last reported quarter marked them. */
export const cost: Lines<
  | "known"
  | "reported"
  | "mark"
  | "idc"
  | "depreciation"
  | "solution"
  | "fulfilment"
  | "other"
  | "upfront"
  | "pool"
  | "total"
  | "cash"
> = {
  known: lineItem("costKnown", {
    unit: "flag",
    annual: "none",
    label: "Cost of revenue is reported",
    meaning: "1 where it, or gross profit, is known.",
    opening: () => when(some(isKnown(cost.total), isKnown(gross.profit)), 1, 0),
    forecast: () => when(some(isKnown(cost.total), isKnown(gross.profit)), 1, 0),
  }),
  reported: lineItem("cashCostReported", {
    ...inner,
    label: "Cash cost of revenue as reported",
    meaning:
      "Cost of revenue, or revenue less gross profit, less depreciation in cost; zero where neither is known.",
    opening: () => reportedCash(),
    forecast: () => reportedCash(),
  }),
  mark: lineItem("cashCostMark", {
    unit: "index",
    annual: "last",
    label: "Cash cost relative to the model's rates",
    emphasis: "subtotal",
    meaning: "From the last reported quarter; what it differs from 1 fades.",
    opening: () => ratioOrOne(cost.reported, rates.total),
    forecast: () =>
      when(
        every(costKnown(), compare(rates.total, ">", 0)),
        over(cost.reported, rates.total),
        plus(1, times(minus(prior(cost.mark), 1), minus(1, d.costFade))),
      ),
  }),
  idc: lineItem("costIdc", {
    ...flow,
    label: "IDC costs",
    fact: "costIdc",
    typed: "result",
    meaning: "Racks, bandwidth and power; positive is a cost.",
    opening: () => times(rates.racks, cost.mark),
    forecast: () => times(rates.racks, cost.mark),
  }),
  depreciation: lineItem("costDepreciation", {
    ...flow,
    label: "Depreciation and amortisation in cost",
    fact: "costDepreciation",
    typed: "result",
    meaning: "Positive is a cost.",
    opening: () => times(intangible.depreciation, d.depreciationInCost),
    forecast: () => times(intangible.depreciation, d.depreciationInCost),
  }),
  solution: lineItem("costSolution", {
    ...flow,
    label: "Solution development and services",
    fact: "costSolution",
    typed: "result",
    meaning: "Positive is a cost.",
    opening: () => times(rates.solution, cost.mark),
    forecast: () => times(rates.solution, cost.mark),
  }),
  fulfilment: lineItem("costFulfilment", {
    ...flow,
    label: "Fulfilment costs",
    fact: "costFulfilment",
    typed: "result",
    meaning: "Positive is a cost.",
    opening: () => times(rates.fulfilment, cost.mark),
    forecast: () => times(rates.fulfilment, cost.mark),
  }),
  other: lineItem("costOther", {
    ...flow,
    label: "Other costs of revenue",
    fact: "costOther",
    typed: "result",
    meaning:
      "With equipment awaiting service, resource pools and rented capacity, as the company's five costs have no place of their own for them; positive is a cost; where only the whole is reported, what the other parts leave.",
    opening: () => when(costKnown(), restOfCash(), times(restAtRates(), cost.mark)),
    forecast: () => when(costKnown(), restOfCash(), times(restAtRates(), cost.mark)),
  }),
  upfront: lineItem("costUpfront", {
    ...flow,
    label: "of which equipment awaiting service",
    meaning:
      "Racks, bandwidth and staff before clusters earn, no more than other costs have room for; positive is a cost.",
    opening: () => within(cost.other, rates.upfront),
    forecast: () => within(cost.other, rates.upfront),
  }),
  pool: lineItem("costPool", {
    ...flow,
    label: "of which suppliers' share and rented capacity",
    meaning:
      "Resource pools and capacity rented for contracts, no more than other costs have room for; positive is a cost.",
    opening: () => within(minus(cost.other, cost.upfront), plus(rates.pool, rates.rented)),
    forecast: () => within(minus(cost.other, cost.upfront), plus(rates.pool, rates.rented)),
  }),
  total: lineItem("costOfRevenue", {
    ...flow,
    label: "Cost of revenue",
    emphasis: "subtotal",
    fact: "costOfRevenue",
    typed: "result",
    meaning: "Positive is a cost.",
    history: () => fromProfit(),
    opening: () => fromProfit(),
    forecast: () => plus(cost.cash, cost.depreciation),
  }),
  cash: lineItem("cashCostOfRevenue", {
    ...flow,
    label: "of which cash cost",
    meaning: "Cost of revenue without depreciation; positive is a cost.",
    history: () => minus(knownTotal(), cost.depreciation),
    opening: () => minus(knownTotal(), cost.depreciation),
    forecast: () => plus(cost.idc, cost.solution, cost.fulfilment, cost.other),
  }),
};

/** What reported gross profit leaves of revenue. */
function fromProfit(): Expression {
  return when(isKnown(gross.profit), minus(revenue.total, factOf(gross.profit)), missing);
}

/** Cost of revenue, or what gross profit leaves of revenue: not disclosed where neither is. */
function knownTotal(): Expression {
  return knownOr(cost.total, minus(revenue.total, factOf(gross.profit)));
}

function reportedCash(): Expression {
  return when(costKnown(), minus(knownTotal(), cost.depreciation), 0);
}

function restOfCash(): Expression {
  return minus(cost.reported, cost.idc, cost.solution, cost.fulfilment);
}

/** Other costs at the model's rates, with the parts that only the model tells apart. */
function restAtRates(): Expression {
  return plus(rates.other, rates.upfront, rates.pool, rates.rented);
}

/** A part of other costs at the model's rates, and no more than what is reported has room for. */
function within(room: Operand, part: Operand): Expression {
  return smallest(times(part, cost.mark), largest(room, 0));
}
