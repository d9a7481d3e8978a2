import { driver, yearlyDriver } from "../driver";

/** Assumptions on demand of the ecosystem and of external customers, and on prices. */
export const revenueDrivers = {
  xiaomiShare: driver(
    "xiaomiShareOfEcosystem",
    "Xiaomi part of ecosystem revenue at the start",
    "%",
    "Splits the last actual quarter's ecosystem revenue between the parties.",
  ),
  xiaomiGrowth: yearlyDriver(
    "xiaomiDemandGrowth",
    "Xiaomi demand growth a quarter",
    "%",
    "Growth of demand before the cap, quarter on quarter.",
  ),
  kingsoftGrowth: yearlyDriver(
    "kingsoftDemandGrowth",
    "Kingsoft demand growth a quarter",
    "%",
    "Growth of demand before the cap, quarter on quarter.",
  ),
  ecosystemAiShare: driver(
    "ecosystemAiShare",
    "AI part of ecosystem revenue",
    "%",
    "Share of ecosystem demand that needs AI capacity.",
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
    "Growth of external AI demand before capacity, quarter on quarter.",
  ),
  externalBasicGrowth: yearlyDriver(
    "externalBasicGrowth",
    "External basic cloud growth a quarter",
    "%",
    "Volume growth of basic cloud, quarter on quarter.",
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
    "Lowers revenue and capacity yield, not rack costs.",
  ),
} as const;
