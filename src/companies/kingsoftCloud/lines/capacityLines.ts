import { expressionOf, factOf, largest, minus, over, plus, prior, smallest, times } from "../../../formula";
import { capacityDrivers as d } from "../drivers";
import { lineItem, type Lines } from "../../../model";
import { ecosystem } from "./ecosystemLines";
import { external } from "./externalLines";
import { beforeLag, ratioOrZero } from "./formulas";
import { procurement } from "./procurementLines";
import { revenue } from "./revenueLines";

const inner = { unit: "RMB m", annual: "none" } as const;
const level = { unit: "RMB m", annual: "last" } as const;

/** AI capacity: what the fleet could bill a quarter, at opening prices. */
export const capacity: Lines<
  | "bought"
  | "entering"
  | "awaiting"
  | "installed"
  | "poolBought"
  | "poolEntering"
  | "pool"
  | "ecosystemServed"
  | "rented"
  | "available"
  | "served"
  | "use"
> = {
  bought: lineItem("capacityBought", {
    unit: "RMB m",
    annual: "sum",
    label: "AI capacity bought",
    meaning: "AI part of what is self-procured, leased or pooled, times the yield; agent volume brings none.",
    history: () =>
      times(minus(procurement.total, times(procurement.total, d.agentShare)), d.aiPart, d.billingYield),
    opening: () =>
      times(minus(procurement.total, times(procurement.total, d.agentShare)), d.aiPart, d.billingYield),
    forecast: () => times(minus(procurement.total, procurement.agent), d.aiPart, d.billingYield),
  }),
  entering: lineItem("capacityEntering", {
    ...inner,
    label: "AI capacity entering service",
    meaning: "Bought one service lag before.",
    forecast: () => beforeLag(capacity.bought),
  }),
  awaiting: lineItem("capacityAwaiting", {
    ...inner,
    label: "AI capacity bought and not yet in service",
    meaning: "At the end of the quarter.",
    opening: () => expressionOf(capacity.bought),
    forecast: () => minus(plus(prior(capacity.awaiting), capacity.bought), capacity.entering),
  }),
  installed: lineItem("aiCapacity", {
    ...level,
    label: "AI capacity installed: billing a quarter if sold out",
    emphasis: "total",
    meaning: "Opens as the opening billing over the opening use; at opening prices.",
    opening: () => over(factOf(revenue.aiGrossBilling), d.openingUse),
    forecast: () => plus(times(prior(capacity.installed), minus(1, d.retirement)), capacity.entering),
  }),
  poolBought: lineItem("poolCapacityBought", {
    ...inner,
    label: "of which resource pool, bought",
    meaning: "Earlier pools are part of other costs.",
    history: () => expressionOf(0),
    opening: () => expressionOf(0),
    forecast: () => times(procurement.pool, d.aiPart, d.billingYield),
  }),
  poolEntering: lineItem("poolCapacityEntering", {
    ...inner,
    label: "of which resource pool, entering service",
    meaning: "Bought one service lag before.",
    forecast: () => beforeLag(capacity.poolBought),
  }),
  pool: lineItem("poolCapacity", {
    ...level,
    label: "of which resource pool, installed",
    meaning: "Suppliers' part of the capacity.",
    opening: () => expressionOf(0),
    forecast: () => plus(times(prior(capacity.pool), minus(1, d.retirement)), capacity.poolEntering),
  }),
  ecosystemServed: lineItem("ecosystemAiServed", {
    ...inner,
    label: "Ecosystem AI volume on the fleet",
    meaning: "First call on capacity.",
    forecast: () => smallest(ecosystem.aiVolume, capacity.installed),
  }),
  rented: lineItem("rentedCapacity", {
    unit: "RMB m",
    annual: "sum",
    label: "Capacity rented for ecosystem contracts",
    meaning: "What the fleet cannot carry of contracted volume is rented at a cost near its price.",
    forecast: () => minus(ecosystem.aiVolume, capacity.ecosystemServed),
  }),
  available: lineItem("capacityForExternal", {
    ...inner,
    label: "AI capacity left for external customers",
    meaning: "After ecosystem contracts; at opening prices.",
    forecast: () => largest(0, minus(capacity.installed, capacity.ecosystemServed)),
  }),
  served: lineItem("aiVolumeServed", {
    unit: "RMB m",
    annual: "sum",
    label: "AI volume billed from the fleet, at constant prices",
    meaning: "Ecosystem and external; a reported quarter may pass what the fleet was thought to carry.",
    opening: () => expressionOf(revenue.aiGrossBilling),
    forecast: () => plus(capacity.ecosystemServed, external.aiServed),
  }),
  use: lineItem("aiCapacityUse", {
    unit: "%",
    annual: "last",
    label: "Use of AI capacity: billed over what the fleet could bill",
    emphasis: "subtotal",
    meaning: "100 % means that capacity, not demand, sets external AI billing.",
    opening: () => expressionOf(d.openingUse),
    forecast: () => ratioOrZero(capacity.served, capacity.installed),
  }),
};
