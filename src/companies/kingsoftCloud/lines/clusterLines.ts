import {
  call,
  compare,
  expressionOf,
  minus,
  negate,
  over,
  plus,
  times,
  when,
  type Expression,
  type Operand,
} from "../../../formula";
import {
  balanceDrivers as b,
  capacityDrivers as c,
  costDrivers as d,
  financingDrivers as f,
} from "../drivers";
import { type Unit, lineItem, type LineItem, type Lines } from "../../../model";
import { capacity } from "./capacityLines";
import { cost, rates } from "./costLines";
import { prices } from "./priceLines";

/** A figure of one RMB of new equipment at the quarter's prices, rates and use; the opening quarter and history have none. */
function perRmb(
  id: string,
  unit: Unit,
  label: string,
  meaning: string,
  forecast: () => Expression,
): LineItem {
  return lineItem(id, { unit, label, meaning, annual: "last", forecast });
}

/** Yearly rate of return of equal quarterly receipts on one RMB; 0 where they do not pay it back. */
function yearlyReturn(receipt: LineItem, life: Operand): Expression {
  return when(
    compare(times(receipt, life), "<=", 1),
    0,
    times(call("RATE", life, receipt, negate(1)), b.quartersInYear),
  );
}

/** What one RMB of new AI equipment earns, by procurement model, before operating expenses, interest and tax. */
export const cluster: Lines<
  | "soldOut"
  | "inUse"
  | "costSoldOut"
  | "costInUse"
  | "ownedSoldOut"
  | "ownedInUse"
  | "payback"
  | "returnSoldOut"
  | "returnInUse"
  | "leasePayment"
  | "leasedInUse"
  | "poolInUse"
  | "agentMargin"
  | "ownedGrossMargin"
  | "leasedGrossMargin"
  | "poolGrossMargin"
> = {
  soldOut: perRmb(
    "clusterBilling",
    "index",
    "Billing a quarter, sold out",
    "Per RMB of equipment, at the price of the mix.",
    () => times(c.billingYield, prices.external, prices.mix),
  ),
  inUse: perRmb(
    "clusterBillingInUse",
    "index",
    "Billing a quarter at the quarter's use",
    "Per RMB of equipment.",
    () => times(cluster.soldOut, capacity.use),
  ),
  costSoldOut: perRmb(
    "clusterCost",
    "index",
    "Racks and power a quarter, sold out",
    "Per RMB of equipment.",
    () => times(plus(d.rackAi, times(d.powerAi, c.billingYield)), rates.saving, cost.mark),
  ),
  costInUse: perRmb(
    "clusterCostInUse",
    "index",
    "Racks and power a quarter at the quarter's use",
    "Per RMB of equipment.",
    () => times(plus(d.rackAi, times(d.powerAi, c.billingYield, capacity.use)), rates.saving, cost.mark),
  ),
  ownedSoldOut: perRmb(
    "clusterCash",
    "index",
    "Owned: cash a quarter, sold out",
    "Billing less racks and power.",
    () => minus(cluster.soldOut, cluster.costSoldOut),
  ),
  ownedInUse: perRmb(
    "clusterCashInUse",
    "index",
    "Owned: cash a quarter at the quarter's use",
    "Billing less racks and power.",
    () => minus(cluster.inUse, cluster.costInUse),
  ),
  payback: perRmb(
    "clusterPayback",
    "quarters",
    "Owned: payback at the quarter's use",
    "Quarters of service; 0 where it never pays back.",
    () => when(compare(cluster.ownedInUse, "<=", 0), 0, over(1, cluster.ownedInUse)),
  ),
  returnSoldOut: perRmb(
    "clusterReturn",
    "%",
    "Owned: yearly return, sold out",
    "Over the useful life; 0 where it does not pay back.",
    () => yearlyReturn(cluster.ownedSoldOut, b.ownedLife),
  ),
  returnInUse: perRmb(
    "clusterReturnInUse",
    "%",
    "Owned: yearly return at the quarter's use",
    "Over the useful life; 0 where it does not pay back. Compare with the cost of debt.",
    () => yearlyReturn(cluster.ownedInUse, b.ownedLife),
  ),
  leasePayment: perRmb(
    "clusterLeasePayment",
    "index",
    "Leased: principal and interest a quarter",
    "Mean over the term, per RMB of equipment.",
    () =>
      plus(
        over(1, b.leaseTerm),
        over(times(f.leaseRate, plus(b.leaseTerm, 1)), times(b.quartersInYear, plus(1, 1), b.leaseTerm)),
      ),
  ),
  leasedInUse: perRmb(
    "clusterLeasedCash",
    "index",
    "Leased: cash a quarter after lease payments",
    "At the quarter's use.",
    () => minus(cluster.ownedInUse, cluster.leasePayment),
  ),
  poolInUse: perRmb(
    "clusterPoolCash",
    "index",
    "Resource pool: cash a quarter",
    "What suppliers leave of billing, at the quarter's use.",
    () => times(cluster.inUse, minus(1, d.poolRevenueShare)),
  ),
  agentMargin: perRmb("clusterAgentFee", "index", "Agent: fee, once", "Per RMB bought for a customer.", () =>
    expressionOf(d.agentFee),
  ),
  ownedGrossMargin: perRmb(
    "clusterOwnedMargin",
    "%",
    "Owned: gross margin of what is billed",
    "After depreciation; 0 where nothing is billed.",
    () => grossMargin(over(1, b.ownedLife)),
  ),
  leasedGrossMargin: perRmb(
    "clusterLeasedMargin",
    "%",
    "Leased: gross margin of what is billed",
    "After depreciation over the lease; 0 where nothing is billed.",
    () => grossMargin(over(1, b.leaseTerm)),
  ),
  poolGrossMargin: perRmb(
    "clusterPoolMargin",
    "%",
    "Resource pool: gross margin of what is billed",
    "What suppliers leave.",
    () => minus(1, d.poolRevenueShare),
  ),
};

function grossMargin(depreciation: Expression): Expression {
  return when(
    compare(cluster.inUse, "<=", 0),
    0,
    over(minus(cluster.ownedInUse, depreciation), cluster.inUse),
  );
}
