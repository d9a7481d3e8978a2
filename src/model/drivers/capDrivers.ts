import { driver, yearlyDriver } from "../driver";

/** Years for which the framework agreement states caps. */
const AGREED = [2026, 2027] as const;

/** Assumptions on the yearly caps of related-party transactions, their revision and their renewal. */
export const capDrivers = {
  basis: driver(
    "capBasis",
    "Cap basis (1 filed caps, 2 scaled to the 40 % statement)",
    "choice",
    "Filed yearly caps, or the same scaled by what the half-year statement implies for 2025.",
  ),
  xiaomiAgreed: yearlyDriver(
    "capXiaomi",
    "Xiaomi cap as agreed",
    "RMB m",
    "Yearly cap on cloud services to Xiaomi before any revision; a higher cap never lowers revenue.",
    AGREED,
  ),
  kingsoftAgreed: yearlyDriver(
    "capKingsoft",
    "Kingsoft cap as agreed",
    "RMB m",
    "Yearly cap on cloud services to Kingsoft before any revision; a higher cap never lowers revenue.",
    AGREED,
  ),
  impliedCombined: driver(
    "capImpliedCombined",
    "Combined 2025 cap implied by the 40 % statement",
    "RMB m",
    "First-half ecosystem revenue over the stated share of the cap.",
  ),
  filedCombined: driver(
    "capFiledCombined",
    "Combined 2025 cap as filed",
    "RMB m",
    "What the implied cap is compared with.",
  ),
  xiaomiUplift: yearlyDriver(
    "upliftXiaomi",
    "Revision of the Xiaomi cap",
    "%",
    "Increase of the agreed cap once the revision is in effect.",
    AGREED,
  ),
  kingsoftUplift: yearlyDriver(
    "upliftKingsoft",
    "Revision of the Kingsoft cap",
    "%",
    "Increase of the agreed cap once the revision is in effect.",
    AGREED,
  ),
  upliftQuarter: driver(
    "upliftQuarter",
    "Quarter in which the revision takes effect",
    "quarter",
    "Until this quarter use may not pass the old cap; a year that ends before it keeps the old cap.",
  ),
  pacing: driver(
    "capPacing",
    "Use of a cap (1 paced over the year, 2 first come, 3 paced and filed again)",
    "choice",
    "Paced: a cap too small for the year's demand is spread over its quarters. First come: the shortfall lands in the last quarters. Filed again: a cap about to be exceeded is raised.",
  ),
  refileThreshold: driver(
    "capRefileThreshold",
    "A cap is filed again when the year's demand passes",
    "%",
    "Share of the cap; counts where caps are filed again.",
  ),
  refileStep: driver(
    "capRefileStep",
    "Raise of a cap that is filed again",
    "%",
    "On the cap of the year; counts where caps are filed again.",
  ),
  refileDelay: driver(
    "capRefileDelay",
    "Quarters until a cap filed again is in force",
    "quarters",
    "Counted from the start of the year; until then use may not pass the old cap.",
  ),
  usableXiaomi: driver(
    "capUsableXiaomi",
    "Usable part of the Xiaomi cap",
    "%",
    "Share of the cap that operations can use in practice.",
  ),
  usableKingsoft: driver(
    "capUsableKingsoft",
    "Usable part of the Kingsoft cap",
    "%",
    "Share of the cap that operations can use in practice.",
  ),
  renewalXiaomi: driver(
    "renewalXiaomi",
    "Xiaomi cap after the framework, relative to its last year",
    "%",
    "Size of the renewed yearly cap.",
  ),
  renewalKingsoft: driver(
    "renewalKingsoft",
    "Kingsoft cap after the framework, relative to its last year",
    "%",
    "Size of the renewed yearly cap.",
  ),
  renewalInForce: driver(
    "renewalInForce",
    "Framework renewed at its end (1 yes, 0 lapses)",
    "switch",
    "0 ends related-party revenue with the framework.",
  ),
  renewalDelay: driver(
    "renewalDelay",
    "Delay of the renewal",
    "quarters",
    "Quarters that pass before the renewed cap is in force; the year keeps only the part of the cap for the quarters left.",
  ),
  interimShare: driver(
    "interimShare",
    "Interim allowance while the renewal is delayed",
    "%",
    "Part of the last yearly cap, spread over the year, that an interim agreement allows.",
  ),
  redeployShare: driver(
    "redeployShare",
    "Capacity set free by the caps that finds other users",
    "%",
    "Share of AI capacity that related parties used before and may not use now.",
  ),
  redeployRamp: driver(
    "redeployRamp",
    "Redeployment reached in a quarter",
    "%",
    "Part of the distance to the redeployable amount that is covered each quarter.",
  ),
  step: driver(
    "capStep",
    "Step of a cap whose value is shown",
    "%",
    "Sets the size of the step in the line that values the next step of cap; changes no result.",
  ),
  redeployDiscount: driver(
    "redeployDiscount",
    "Discount on redeployed capacity",
    "%",
    "Below the price of external AI billing.",
  ),
} as const;
