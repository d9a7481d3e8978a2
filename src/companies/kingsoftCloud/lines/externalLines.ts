import {
  compare,
  largest,
  minus,
  plus,
  prior,
  smallest,
  times,
  when,
  type Expression,
} from "../../../formula";
import { capDrivers, costDrivers } from "../drivers";
import { lineItem, type Lines } from "../../../model";
import { capacity } from "./capacityLines";
import { ecosystem } from "./ecosystemLines";
import { inEffectOf } from "./effectLines";
import { ratioOrOne, toTheMillion } from "./formulas";
import { prices } from "./priceLines";
import { procurement } from "./procurementLines";
import { revenue } from "./revenueLines";

const flow = { unit: "RMB m", annual: "sum" } as const;
const inner = { unit: "RMB m", annual: "none" } as const;

/** External customers: demand at constant prices, what capacity leaves for it, and what a reported quarter says. */
export const external: Lines<
  | "aiVolumeEstimate"
  | "aiOwn"
  | "aiAgain"
  | "aiEstimate"
  | "aiWanted"
  | "ai"
  | "aiVolume"
  | "aiServed"
  | "aiUnserved"
  | "basicVolumeEstimate"
  | "basicEstimate"
  | "basic"
  | "basicVolume"
  | "agentFees"
  | "enterpriseEstimate"
  | "enterprise"
> = {
  aiVolumeEstimate: lineItem("externalAiVolumeEstimate", {
    ...inner,
    label: "External AI demand at constant prices, before the quarter is known",
    meaning: "Grows from the volume of the quarter before.",
    forecast: () =>
      times(prior(external.aiVolume), plus(1, inEffectOf.externalAiGrowth), prices.externalReaction),
  }),
  aiOwn: lineItem("externalAiOwn", {
    ...inner,
    label: "External AI demand that capacity carries",
    meaning: "The smaller of demand and the capacity that the ecosystem leaves.",
    forecast: () => smallest(external.aiVolumeEstimate, capacity.available),
  }),
  aiAgain: lineItem("redeployedServed", {
    ...flow,
    label: "Capacity set free and sold again, at constant prices",
    meaning: "Of what others want, the part that capacity still carries.",
    forecast: () => smallest(ecosystem.redeployed, minus(capacity.available, external.aiOwn)),
  }),
  aiEstimate: lineItem("externalAiEstimate", {
    ...inner,
    label: "External AI billing, before the quarter is known",
    meaning: "Volume at the price of the mix; capacity sold again at its discount.",
    forecast: () =>
      times(
        plus(external.aiOwn, times(external.aiAgain, minus(1, capDrivers.redeployDiscount))),
        prices.external,
        prices.mix,
      ),
  }),
  aiWanted: lineItem("externalAiWanted", {
    ...inner,
    label: "External AI billing if capacity carried all demand, before the quarter is known",
    meaning: "What capacity turns away added.",
    forecast: () => plus(external.aiEstimate, times(external.aiUnserved, prices.external, prices.mix)),
  }),
  ai: lineItem("externalAi", {
    ...flow,
    label: "External AI billing",
    emphasis: "subtotal",
    meaning: "AI gross billing less the ecosystem's part.",
    history: () => minus(revenue.aiGrossBilling, ecosystem.ai),
    opening: () => minus(revenue.aiGrossBilling, ecosystem.ai),
    forecast: () => minus(revenue.aiGrossBilling, ecosystem.ai),
  }),
  aiVolume: lineItem("externalAiDemand", {
    ...flow,
    label: "External AI demand at constant prices",
    meaning:
      "Before capacity. Billing reported is what was demanded; where it is what capacity carries, to the million, demand stays as it was.",
    opening: () => largest(0, external.ai),
    forecast: () =>
      times(
        external.aiVolumeEstimate,
        when(
          compare(toTheMillion(minus(external.ai, external.aiEstimate)), "=", 0),
          1,
          surprise(external.ai, external.aiWanted),
        ),
      ),
  }),
  aiServed: lineItem("externalAiServed", {
    ...inner,
    label: "External AI volume billed from the fleet, at constant prices",
    meaning: "Demand that capacity carries, with what is sold again.",
    forecast: () => times(plus(external.aiOwn, external.aiAgain), surprise(external.ai, external.aiEstimate)),
  }),
  aiUnserved: lineItem("externalAiUnserved", {
    ...flow,
    label: "External AI demand that capacity turns away",
    meaning: "At constant prices; more capacity would bill it.",
    forecast: () => minus(external.aiVolumeEstimate, external.aiOwn),
  }),
  basicVolumeEstimate: lineItem("externalBasicVolumeEstimate", {
    ...inner,
    label: "External basic cloud at constant prices, before the quarter is known",
    meaning: "Grows from the volume of the quarter before.",
    forecast: () =>
      times(prior(external.basicVolume), plus(1, inEffectOf.externalBasicGrowth), prices.externalReaction),
  }),
  basicEstimate: lineItem("externalBasicEstimate", {
    ...inner,
    label: "External basic cloud, before the quarter is known",
    meaning: "Volume at current prices.",
    forecast: () => times(external.basicVolumeEstimate, prices.external),
  }),
  basic: lineItem("externalBasic", {
    ...flow,
    label: "External basic cloud",
    meaning: "Basic cloud less the ecosystem's part and agent fees.",
    opening: () => minus(revenue.basicCloud, ecosystem.basic),
    forecast: () => minus(revenue.basicCloud, ecosystem.basic, external.agentFees),
  }),
  basicVolume: lineItem("externalBasicVolume", {
    ...flow,
    label: "External basic cloud at constant prices",
    meaning: "A reported quarter moves it by what it differs from its estimate.",
    opening: () => largest(0, external.basic),
    forecast: () => times(external.basicVolumeEstimate, surprise(external.basic, external.basicEstimate)),
  }),
  agentFees: lineItem("agentFees", {
    ...flow,
    label: "Agent fees",
    meaning: "Fee on what is bought and run for customers.",
    forecast: () => times(procurement.agent, costDrivers.agentFee),
  }),
  enterpriseEstimate: lineItem("externalEnterpriseEstimate", {
    ...inner,
    label: "External enterprise cloud, before the quarter is known",
    meaning: "Grows on the same quarter of the year before.",
    forecast: () => times(prior(external.enterprise, 4), plus(1, inEffectOf.externalEnterpriseGrowth)),
  }),
  enterprise: lineItem("externalEnterprise", {
    ...flow,
    label: "External enterprise cloud",
    meaning: "Enterprise cloud less the ecosystem's part.",
    history: () => minus(revenue.enterprise, ecosystem.enterprise),
    opening: () => minus(revenue.enterprise, ecosystem.enterprise),
    forecast: () => minus(revenue.enterprise, ecosystem.enterprise),
  }),
};

/** A figure relative to its estimate, never negative. */
function surprise(figure: Lines<"x">["x"], estimate: Lines<"x">["x"]): Expression {
  return largest(0, ratioOrOne(figure, estimate));
}
