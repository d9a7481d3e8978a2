import {
  every,
  expressionOf,
  factOf,
  isKnown,
  minus,
  over,
  plus,
  prior,
  times,
  when,
  type Expression,
} from "../../../formula";
import { lineItem, type LineItem, type Lines } from "../../../model";
import { ecosystem } from "./ecosystemLines";
import { external } from "./externalLines";
import { ratioOrOne } from "./formulas";

const flow = { unit: "RMB m", annual: "sum" } as const;
const inner = { unit: "RMB m", annual: "none" } as const;

function ratio(id: string, label: string, meaning: string, formula: () => Expression): LineItem {
  return lineItem(id, {
    unit: "%",
    label,
    meaning,
    history: formula,
    opening: formula,
    forecast: formula,
    annual: formula,
  });
}

/** Revenue as the model sees it before a quarter is reported. */
export const estimate: Lines<"ai" | "basic" | "public" | "enterprise" | "total" | "publicOfTotal"> = {
  ai: lineItem("aiGrossBillingEstimate", {
    ...inner,
    label: "AI gross billing, before the quarter is known",
    meaning: "Ecosystem and external.",
    forecast: () => plus(ecosystem.ai, external.aiEstimate),
  }),
  basic: lineItem("basicCloudEstimate", {
    ...inner,
    label: "Basic cloud, before the quarter is known",
    meaning: "Ecosystem, external and agent fees.",
    forecast: () => plus(ecosystem.basic, external.basicEstimate, external.agentFees),
  }),
  public: lineItem("revenuePublicEstimate", {
    ...inner,
    label: "Public cloud, before the quarter is known",
    meaning: "AI billing and basic cloud.",
    forecast: () => plus(estimate.ai, estimate.basic),
  }),
  enterprise: lineItem("revenueEnterpriseEstimate", {
    ...inner,
    label: "Enterprise cloud, before the quarter is known",
    meaning: "Ecosystem and external.",
    forecast: () => plus(ecosystem.enterprise, external.enterpriseEstimate),
  }),
  total: lineItem("revenueEstimate", {
    ...inner,
    label: "Total revenue, before the quarter is known",
    meaning: "Public and enterprise cloud.",
    forecast: () => plus(estimate.public, estimate.enterprise),
  }),
  publicOfTotal: lineItem("revenuePublicOfTotal", {
    ...inner,
    label: "Public cloud that reported total revenue leaves",
    meaning:
      "Less enterprise cloud where it is reported, else in proportion; zero where the total is not reported.",
    forecast: () =>
      when(
        isKnown(revenue.total),
        when(
          isKnown(revenue.enterprise),
          minus(factOf(revenue.total), factOf(revenue.enterprise), revenue.other),
          times(minus(factOf(revenue.total), revenue.other), ratioOrOne(estimate.public, estimate.total)),
        ),
        0,
      ),
  }),
};

/** Revenue through both lenses: by product and by customer. What is reported stands; the parts that are not share the rest. */
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
> = {
  aiGrossBilling: lineItem("aiGrossBilling", {
    ...flow,
    label: "AI gross billing (inside public cloud)",
    fact: "aiGrossBilling",
    typed: "result",
    meaning: "Billing, not revenue, of intelligent computing; demand that caps and capacity let in.",
    forecast: () => times(estimate.ai, ratioOrOne(revenue.public, estimate.public)),
  }),
  basicCloud: lineItem("basicCloud", {
    ...flow,
    label: "Basic cloud (public cloud less AI billing)",
    meaning: "Basic cloud and agent fees, net of AI billing that is not revenue.",
    history: () => minus(revenue.public, revenue.aiGrossBilling),
    opening: () => minus(revenue.public, revenue.aiGrossBilling),
    forecast: () => minus(revenue.public, revenue.aiGrossBilling),
  }),
  public: lineItem("revenuePublic", {
    ...flow,
    label: "Public cloud",
    emphasis: "subtotal",
    fact: "revenuePublic",
    typed: "result",
    meaning: "Revenue from public cloud services.",
    forecast: () => when(isKnown(revenue.total), estimate.publicOfTotal, estimate.public),
  }),
  enterprise: lineItem("revenueEnterprise", {
    ...flow,
    label: "Enterprise cloud",
    emphasis: "subtotal",
    fact: "revenueEnterprise",
    typed: "result",
    meaning: "Revenue from enterprise cloud services; higher in the second half.",
    forecast: () =>
      when(
        isKnown(revenue.total),
        minus(factOf(revenue.total), revenue.public, revenue.other),
        estimate.enterprise,
      ),
  }),
  other: lineItem("revenueOther", {
    ...flow,
    label: "Other revenue",
    fact: "revenueOther",
    meaning:
      "Small revenue outside both clouds, disclosed for early years; later what reported total revenue leaves beside both clouds where all three are reported, else none.",
    forecast: () =>
      when(
        every(isKnown(revenue.total), isKnown(revenue.public), isKnown(revenue.enterprise)),
        minus(factOf(revenue.total), factOf(revenue.public), factOf(revenue.enterprise)),
        0,
      ),
  }),
  total: lineItem("revenue", {
    ...flow,
    label: "Total revenue",
    emphasis: "total",
    fact: "revenue",
    typed: "result",
    meaning: "Product lens: public cloud, enterprise cloud and small other revenue.",
    forecast: () => plus(revenue.public, revenue.enterprise, revenue.other),
  }),
  ecosystem: lineItem("revenueEcosystem", {
    ...flow,
    label: "Ecosystem (Xiaomi and Kingsoft)",
    emphasis: "subtotal",
    fact: "revenueEcosystem",
    typed: "result",
    meaning: "Customer lens: revenue from the two related parties, limited by their caps.",
    forecast: () => expressionOf(ecosystem.allowed),
  }),
  external: lineItem("revenueExternal", {
    ...flow,
    label: "External customers",
    emphasis: "subtotal",
    meaning: "Customer lens: everything outside the ecosystem.",
    history: () => minus(revenue.total, revenue.ecosystem),
    opening: () => minus(revenue.total, revenue.ecosystem),
    forecast: () => plus(external.ai, external.basic, external.agentFees, external.enterprise, revenue.other),
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
    opening: () => minus(over(revenue.total, prior(revenue.total, 4)), 1),
    forecast: () => minus(over(revenue.total, prior(revenue.total, 4)), 1),
    annual: () => minus(over(revenue.total, prior(revenue.total)), 1),
  }),
};
