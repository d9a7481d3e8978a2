import {
  compare,
  expressionOf,
  factOf,
  isKnown,
  largest,
  minus,
  missing,
  over,
  plus,
  prior,
  smallest,
  times,
  when,
  type Expression,
} from "../../../formula";
import { capDrivers, revenueDrivers as d } from "../drivers";
import { lineItem, type Lines } from "../../../model";
import { clock } from "./clockLines";
import { ratioOrOne, toTheMillion } from "./formulas";
import { kingsoft, xiaomi } from "./parties";
import { prices } from "./priceLines";
import { revenue } from "./revenueLines";

const flow = { unit: "RMB m", annual: "sum" } as const;
const inner = { unit: "RMB m", annual: "none" } as const;

/** The two related parties together: what the caps allow, what a reported quarter says, what is set free and sold again. */
export const ecosystem: Lines<
  | "allowed"
  | "estimate"
  | "surprise"
  | "demandSurprise"
  | "contractedAi"
  | "ai"
  | "aiVolume"
  | "basic"
  | "enterprise"
  | "lost"
  | "peakVolume"
  | "setFree"
  | "redeployed"
> = {
  allowed: lineItem("ecosystemAllowed", {
    ...flow,
    label: "Ecosystem demand within the caps",
    meaning: "Both parties together, before the quarter is known.",
    forecast: () => plus(xiaomi.allowed, kingsoft.allowed),
  }),
  estimate: lineItem("ecosystemEstimate", {
    ...inner,
    label: "Ecosystem demand before caps, before the quarter is known",
    meaning: "Both parties together.",
    forecast: () => plus(xiaomi.estimate, kingsoft.estimate),
  }),
  surprise: lineItem("ecosystemSurprise", {
    unit: "index",
    annual: "none",
    label: "Reported ecosystem revenue relative to its estimate",
    meaning: "1 in a quarter that is not reported.",
    forecast: () =>
      when(isKnown(revenue.ecosystem), ratioOrOne(factOf(revenue.ecosystem), ecosystem.allowed), 1),
  }),
  demandSurprise: lineItem("ecosystemDemandSurprise", {
    unit: "index",
    annual: "none",
    label: "Demand after a reported quarter relative to its estimate",
    meaning:
      "What is reported is what was demanded; where it is what caps let in, to the million, demand stays as it was.",
    forecast: () =>
      when(
        isKnown(revenue.ecosystem),
        when(
          compare(toTheMillion(minus(factOf(revenue.ecosystem), ecosystem.allowed)), "=", 0),
          1,
          ratioOrOne(factOf(revenue.ecosystem), ecosystem.estimate),
        ),
        1,
      ),
  }),
  contractedAi: lineItem("ecosystemAiContracted", {
    ...flow,
    label: "Ecosystem AI demand that procurement plans for, at constant prices",
    meaning: "Contracted volume after caps.",
    forecast: () =>
      over(
        times(plus(xiaomi.planned, kingsoft.planned), ecosystem.surprise, d.ecosystemAiShare),
        prices.ecosystem,
      ),
  }),
  ai: lineItem("ecosystemAi", {
    ...flow,
    label: "Ecosystem AI billing",
    meaning:
      "AI part of ecosystem revenue; it has first call on the fleet. Before the opening year the part was another, and is not known.",
    history: () =>
      when(compare(clock.openingYear, "=", 1), times(revenue.ecosystem, d.ecosystemAiShare), missing),
    opening: () => times(revenue.ecosystem, d.ecosystemAiShare),
    forecast: () => times(revenue.ecosystem, d.ecosystemAiShare),
  }),
  aiVolume: lineItem("ecosystemAiVolume", {
    ...flow,
    label: "Ecosystem AI billing at constant prices",
    meaning: "Volume that the fleet carries first.",
    opening: () => expressionOf(ecosystem.ai),
    forecast: () => over(ecosystem.ai, prices.ecosystem),
  }),
  basic: lineItem("ecosystemBasic", {
    ...flow,
    label: "Ecosystem basic cloud",
    meaning: "Ecosystem revenue that is neither AI nor enterprise cloud.",
    opening: () => basic(),
    forecast: () => basic(),
  }),
  enterprise: lineItem("ecosystemEnterprise", {
    ...flow,
    label: "Ecosystem enterprise cloud",
    meaning: "Ecosystem revenue that is enterprise cloud.",
    history: () => times(revenue.ecosystem, d.ecosystemEnterpriseShare),
    opening: () => times(revenue.ecosystem, d.ecosystemEnterpriseShare),
    forecast: () => times(revenue.ecosystem, d.ecosystemEnterpriseShare),
  }),
  lost: lineItem("lostDemand", {
    ...flow,
    label: "Ecosystem demand above the caps",
    emphasis: "subtotal",
    meaning: "Revenue at risk in both parties' demand.",
    forecast: () => plus(xiaomi.lost, kingsoft.lost),
  }),
  peakVolume: lineItem("ecosystemAiPeak", {
    ...inner,
    label: "Largest ecosystem AI volume so far",
    meaning: "Capacity that related parties have used.",
    opening: () => expressionOf(ecosystem.aiVolume),
    forecast: () => largest(prior(ecosystem.peakVolume), ecosystem.aiVolume),
  }),
  setFree: lineItem("capacitySetFree", {
    ...inner,
    label: "AI capacity that the caps set free",
    meaning: "Used before by related parties and kept from them now, at constant prices.",
    forecast: () =>
      smallest(
        minus(ecosystem.peakVolume, ecosystem.aiVolume),
        over(times(ecosystem.lost, d.ecosystemAiShare), prices.ecosystem),
      ),
  }),
  redeployed: lineItem("redeployedDemand", {
    ...flow,
    label: "of which wanted by others, at constant prices",
    meaning: "Builds up over quarters towards its share of the capacity set free.",
    opening: () => expressionOf(0),
    forecast: () =>
      smallest(
        times(ecosystem.setFree, capDrivers.redeployShare),
        plus(
          times(prior(ecosystem.redeployed), minus(1, capDrivers.redeployRamp)),
          times(ecosystem.setFree, capDrivers.redeployShare, capDrivers.redeployRamp),
        ),
      ),
  }),
};

function basic(): Expression {
  return minus(revenue.ecosystem, ecosystem.ai, ecosystem.enterprise);
}
