import { driver, yearlyDriver } from "../driver";

/** Assumptions on demand of the ecosystem and of external customers at constant prices, and on prices. */
export const revenueDrivers = {
  xiaomiShare: driver(
    "xiaomiShareOfEcosystem",
    "Xiaomi part of ecosystem revenue at the start",
    "%",
    "Splits the ecosystem revenue of the opening year between the parties.",
  ),
  xiaomiShareBefore: driver(
    "xiaomiShareBefore",
    "Xiaomi part of ecosystem revenue in the years before",
    "%",
    "As filed for the year before the opening year; splits history only.",
  ),
  xiaomiGrowth: yearlyDriver(
    "xiaomiDemandGrowth",
    "Xiaomi demand growth a quarter",
    "%",
    "Volume before the cap, quarter on quarter.",
  ),
  kingsoftGrowth: yearlyDriver(
    "kingsoftDemandGrowth",
    "Kingsoft demand growth a quarter",
    "%",
    "Volume before the cap, quarter on quarter.",
  ),
  ecosystemAiShare: driver(
    "ecosystemAiShare",
    "AI part of ecosystem revenue",
    "%",
    "Share of ecosystem demand that needs AI capacity; it has first call on the fleet.",
  ),
  ecosystemEnterpriseShare: driver(
    "ecosystemEnterpriseShare",
    "Enterprise cloud part of ecosystem revenue",
    "%",
    "Share of ecosystem revenue that is enterprise cloud.",
  ),
  externalAiGrowth: yearlyDriver(
    "externalAiGrowth",
    "External AI demand growth a quarter",
    "%",
    "Volume before capacity, quarter on quarter.",
  ),
  externalBasicGrowth: yearlyDriver(
    "externalBasicGrowth",
    "External basic cloud growth a quarter",
    "%",
    "Volume of basic cloud, quarter on quarter.",
  ),
  externalEnterpriseGrowth: yearlyDriver(
    "externalEnterpriseGrowth",
    "External enterprise cloud growth a year",
    "%",
    "On the same quarter of the year before.",
  ),
  priceCut: yearlyDriver(
    "priceCut",
    "Price cut a quarter, external cloud",
    "%",
    "Lowers price, not volume or rack costs; volume reacts by the elasticity.",
  ),
  ecosystemPriceCut: yearlyDriver(
    "ecosystemPriceCut",
    "Price cut a quarter, ecosystem contracts",
    "%",
    "Lowers price, not volume or rack costs; volume reacts by the elasticity.",
  ),
  elasticity: driver(
    "priceElasticity",
    "Volume gained per price cut",
    "%",
    "Share of a price cut that comes back as volume; below 100 %, so that a cut never raises revenue.",
  ),
} as const;
