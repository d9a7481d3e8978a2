import {
  expressionOf,
  minus,
  over,
  plus,
  prior,
  scalarAt,
  smallest,
  times,
  type Expression,
} from "../../formula";
import { costDrivers, revenueDrivers as d } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../lineItem";
import { capacity } from "./capacityLines";
import { kingsoft, xiaomi } from "./capLines";
import { clock } from "./clockLines";
import { ecosystem } from "./ecosystemLines";
import { procurement } from "./procurementLines";
import { ratioOrZero } from "./ratio";

const flow = { unit: "RMB m", annual: "sum" } as const;

function ratio(id: string, label: string, meaning: string, formula: () => Expression): LineItem {
  return lineItem(id, { unit: "%", label, meaning, history: formula, forecast: formula, annual: formula });
}

/** External customers: demand, and what capacity leaves for it. */
export const external: Lines<"aiDemand" | "ai" | "basicVolume" | "basic" | "agentFees" | "enterprise"> = {
  aiDemand: lineItem("externalAiDemand", {
    ...flow,
    label: "External AI demand at constant prices",
    meaning: "Before capacity; starts from the last actual billing less the ecosystem's part.",
    atLastActual: () => minus(revenue.aiGrossBilling, times(revenue.ecosystem, d.ecosystemAiShare)),
    forecast: () => times(prior(external.aiDemand), plus(1, scalarAt(d.externalAiGrowth, clock.driverYear))),
  }),
  ai: lineItem("externalAi", {
    ...flow,
    label: "External AI billing",
    meaning: "The smaller of demand, re-sold demand included, and what capacity the ecosystem leaves.",
    forecast: () =>
      smallest(
        plus(times(external.aiDemand, capacity.priceIndex), times(ecosystem.redeployed, d.ecosystemAiShare)),
        minus(capacity.capacity, ecosystem.aiServed),
      ),
  }),
  basicVolume: lineItem("externalBasicVolume", {
    ...flow,
    label: "External basic cloud at constant prices",
    meaning: "Starts from the last actual public cloud less AI and the ecosystem's basic cloud.",
    atLastActual: () =>
      minus(
        revenue.public,
        revenue.aiGrossBilling,
        times(revenue.ecosystem, minus(1, d.ecosystemAiShare, d.ecosystemEnterpriseShare)),
      ),
    forecast: () =>
      times(prior(external.basicVolume), plus(1, scalarAt(d.externalBasicGrowth, clock.driverYear))),
  }),
  basic: lineItem("externalBasic", {
    ...flow,
    label: "External basic cloud",
    meaning: "Volume at current prices, with the non-AI part of re-sold ecosystem demand.",
    forecast: () =>
      plus(
        times(external.basicVolume, capacity.priceIndex),
        times(ecosystem.redeployed, minus(1, d.ecosystemAiShare)),
      ),
  }),
  agentFees: lineItem("agentFees", {
    ...flow,
    label: "Agent fees",
    meaning: "Fee on what is bought and run for customers.",
    forecast: () => times(procurement.agent, costDrivers.agentFee),
  }),
  enterprise: lineItem("externalEnterprise", {
    ...flow,
    label: "External enterprise cloud",
    meaning: "Grows on the same quarter of the year before.",
    history: () => minus(revenue.enterprise, times(revenue.ecosystem, d.ecosystemEnterpriseShare)),
    forecast: () =>
      times(prior(external.enterprise, 4), plus(1, scalarAt(d.externalEnterpriseGrowth, clock.driverYear))),
  }),
};

/** Revenue through both lenses: by product and by customer. */
export const revenue: Lines<
  | "aiGrossBilling"
  | "basicCloud"
  | "public"
  | "enterprise"
  | "other"
  | "total"
  | "ecosystem"
  | "external"
  | "ecosystemShare"
  | "aiShareOfPublic"
  | "growth"
  | "capacityUse"
> = {
  aiGrossBilling: lineItem("aiGrossBilling", {
    ...flow,
    label: "AI gross billing (inside public cloud)",
    fact: "aiGrossBilling",
    meaning: "Billing, not revenue, of intelligent computing; the smaller of demand and capacity.",
    forecast: () => plus(ecosystem.aiServed, external.ai),
  }),
  basicCloud: lineItem("basicCloud", {
    ...flow,
    label: "Basic cloud (public cloud less AI billing)",
    meaning: "Basic cloud and agent fees, net of AI billing that is not revenue.",
    history: () => minus(revenue.public, revenue.aiGrossBilling),
    forecast: () => plus(ecosystem.basic, external.basic, external.agentFees),
  }),
  public: lineItem("revenuePublic", {
    ...flow,
    label: "Public cloud",
    emphasis: "subtotal",
    fact: "revenuePublic",
    meaning: "Revenue from public cloud services.",
    forecast: () => plus(revenue.aiGrossBilling, revenue.basicCloud),
  }),
  enterprise: lineItem("revenueEnterprise", {
    ...flow,
    label: "Enterprise cloud",
    emphasis: "subtotal",
    fact: "revenueEnterprise",
    meaning: "Revenue from enterprise cloud services; higher in the second half.",
    forecast: () => plus(ecosystem.enterprise, external.enterprise),
  }),
  other: lineItem("revenueOther", {
    ...flow,
    label: "Other revenue",
    fact: "revenueOther",
    meaning: "Small revenue outside both clouds, disclosed for early years; none is forecast.",
    forecast: () => expressionOf(0),
  }),
  total: lineItem("revenue", {
    ...flow,
    label: "Total revenue",
    emphasis: "total",
    fact: "revenue",
    meaning: "Product lens: public cloud, enterprise cloud and small other revenue.",
    forecast: () => plus(revenue.public, revenue.enterprise, revenue.other),
  }),
  ecosystem: lineItem("revenueEcosystem", {
    ...flow,
    label: "Ecosystem (Xiaomi and Kingsoft)",
    emphasis: "subtotal",
    fact: "revenueEcosystem",
    meaning: "Customer lens: revenue from the two related parties, limited by their caps.",
    forecast: () => plus(xiaomi.revenue, kingsoft.revenue),
  }),
  external: lineItem("revenueExternal", {
    ...flow,
    label: "External customers",
    emphasis: "subtotal",
    meaning: "Customer lens: everything outside the ecosystem.",
    history: () => minus(revenue.total, revenue.ecosystem),
    forecast: () => plus(external.ai, external.basic, external.agentFees, external.enterprise),
  }),
  ecosystemShare: ratio(
    "ecosystemShare",
    "Ecosystem share of revenue",
    "Ecosystem revenue divided by total revenue.",
    () => over(revenue.ecosystem, revenue.total),
  ),
  aiShareOfPublic: ratio(
    "aiShareOfPublic",
    "AI billing relative to public cloud",
    "AI gross billing divided by public cloud revenue.",
    () => over(revenue.aiGrossBilling, revenue.public),
  ),
  growth: lineItem("revenueGrowth", {
    unit: "%",
    label: "Revenue growth, year on year",
    meaning: "Against the same period of the year before.",
    history: () => minus(over(revenue.total, prior(revenue.total, 4)), 1),
    forecast: () => minus(over(revenue.total, prior(revenue.total, 4)), 1),
    annual: () => minus(over(revenue.total, prior(revenue.total)), 1),
  }),
  capacityUse: lineItem("aiCapacityUse", {
    unit: "%",
    label: "AI billing as a share of capacity",
    meaning: "100 % means that capacity, not demand, sets billing.",
    forecast: () => ratioOrZero(revenue.aiGrossBilling, capacity.capacity),
    annual: () => ratioOrZero(revenue.aiGrossBilling, capacity.capacity),
  }),
};
