import { compare, minus, over, plus, smallest, times, when } from "../../formula";
import { capDrivers, revenueDrivers as d } from "../drivers";
import { lineItem, type Lines } from "../lineItem";
import { capacity } from "./capacityLines";
import { kingsoft, xiaomi } from "./capLines";

const flow = { unit: "RMB m", annual: "sum" } as const;

/** The two related parties together: what the caps allow, what capacity serves, what is lost. */
export const ecosystem: Lines<
  "allowed" | "aiDemand" | "aiServed" | "servedShare" | "basic" | "enterprise" | "lost" | "redeployed"
> = {
  allowed: lineItem("ecosystemAllowed", {
    ...flow,
    label: "Ecosystem demand within the caps",
    meaning: "Both parties together.",
    forecast: () => plus(xiaomi.allowed, kingsoft.allowed),
  }),
  aiDemand: lineItem("ecosystemAiDemand", {
    ...flow,
    label: "of which needs AI capacity",
    meaning: "AI part of ecosystem demand within the caps; served first.",
    forecast: () => times(ecosystem.allowed, d.ecosystemAiShare),
  }),
  aiServed: lineItem("ecosystemAi", {
    ...flow,
    label: "Ecosystem AI billing",
    meaning: "AI demand within the caps that capacity can serve.",
    forecast: () => smallest(ecosystem.aiDemand, capacity.capacity),
  }),
  servedShare: lineItem("ecosystemServedShare", {
    unit: "%",
    annual: "none",
    label: "Served part of demand within the caps",
    meaning: "100 % unless AI capacity falls short of ecosystem AI demand.",
    forecast: () =>
      when(
        compare(ecosystem.aiDemand, ">", ecosystem.aiServed),
        minus(1, times(d.ecosystemAiShare, minus(1, over(ecosystem.aiServed, ecosystem.aiDemand)))),
        1,
      ),
  }),
  basic: lineItem("ecosystemBasic", {
    ...flow,
    label: "Ecosystem basic cloud",
    meaning: "Ecosystem revenue that is neither AI nor enterprise cloud.",
    forecast: () => times(ecosystem.allowed, minus(1, d.ecosystemAiShare, d.ecosystemEnterpriseShare)),
  }),
  enterprise: lineItem("ecosystemEnterprise", {
    ...flow,
    label: "Ecosystem enterprise cloud",
    meaning: "Ecosystem revenue that is enterprise cloud.",
    forecast: () => times(ecosystem.allowed, d.ecosystemEnterpriseShare),
  }),
  lost: lineItem("lostDemand", {
    ...flow,
    label: "Ecosystem demand above the caps",
    emphasis: "subtotal",
    meaning: "Revenue at risk in both parties' demand.",
    forecast: () => plus(xiaomi.lost, kingsoft.lost),
  }),
  redeployed: lineItem("redeployedDemand", {
    ...flow,
    label: "of which sold to others",
    meaning: "Demand that external customers take up instead.",
    forecast: () => times(ecosystem.lost, capDrivers.redeployShare),
  }),
};
