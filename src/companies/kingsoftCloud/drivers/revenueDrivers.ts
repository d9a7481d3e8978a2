import { yearlyDriver } from "./yearlyDriver";
import { driver } from "../../../model";

/** Assumptions on demand of the ecosystem and of external customers at constant prices, and on prices. */
export const revenueDrivers = {
  xiaomiShare: driver("xiaomiShareOfEcosystem", "Xiaomi part of ecosystem revenue at the start", "%"),
  xiaomiShareBefore: driver("xiaomiShareBefore", "Xiaomi part of ecosystem revenue in the years before", "%"),
  xiaomiGrowth: yearlyDriver("xiaomiDemandGrowth", "Xiaomi demand growth a quarter", "%"),
  kingsoftGrowth: yearlyDriver("kingsoftDemandGrowth", "Kingsoft demand growth a quarter", "%"),
  ecosystemAiShare: driver("ecosystemAiShare", "AI part of ecosystem revenue", "%"),
  ecosystemEnterpriseShare: driver(
    "ecosystemEnterpriseShare",
    "Enterprise cloud part of ecosystem revenue",
    "%",
  ),
  externalAiGrowth: yearlyDriver("externalAiGrowth", "External AI demand growth a quarter", "%"),
  externalBasicGrowth: yearlyDriver("externalBasicGrowth", "External basic cloud growth a quarter", "%"),
  externalEnterpriseGrowth: yearlyDriver(
    "externalEnterpriseGrowth",
    "External enterprise cloud growth a year",
    "%",
  ),
  priceCut: yearlyDriver("priceCut", "Price cut a quarter, external cloud", "%"),
  ecosystemPriceCut: yearlyDriver("ecosystemPriceCut", "Price cut a quarter, ecosystem contracts", "%"),
  elasticity: driver("priceElasticity", "Volume gained per price cut", "%"),
} as const;
