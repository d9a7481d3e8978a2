import { driver, yearlyDriver } from "../driver";

/** Assumptions on the yearly caps of related-party transactions, their revision in 2026-27 and their renewal after 2027. */
export const capDrivers = {
  basis: driver(
    "capBasis",
    "Cap basis (1 filed caps, 2 implied by the 40 % statement)",
    "choice",
    "Filed yearly caps, or the cap that the half-year statement implies.",
  ),
  xiaomiAgreed: yearlyDriver(
    "capXiaomi",
    "Xiaomi cap as agreed",
    "RMB m",
    "Yearly cap on cloud services to Xiaomi before any revision.",
    [2026, 2027],
  ),
  kingsoftAgreed: yearlyDriver(
    "capKingsoft",
    "Kingsoft cap as agreed",
    "RMB m",
    "Yearly cap on cloud services to Kingsoft before any revision.",
    [2026, 2027],
  ),
  impliedCombined: driver(
    "capImpliedCombined",
    "Combined 2025 cap implied by the 40 % statement",
    "RMB m",
    "First-half ecosystem revenue over the stated share of the cap.",
  ),
  impliedXiaomiShare: driver(
    "capImpliedXiaomiShare",
    "Xiaomi part of the implied cap",
    "%",
    "Splits the implied combined cap between the two parties.",
  ),
  xiaomiUplift: yearlyDriver(
    "upliftXiaomi",
    "Revision of the Xiaomi cap",
    "%",
    "Increase of the agreed cap once the revision is in effect.",
    [2026, 2027],
  ),
  kingsoftUplift: yearlyDriver(
    "upliftKingsoft",
    "Revision of the Kingsoft cap",
    "%",
    "Increase of the agreed cap once the revision is in effect.",
    [2026, 2027],
  ),
  upliftQuarter: driver(
    "upliftQuarter",
    "Quarter in which the revision takes effect",
    "quarter",
    "Until this quarter the old cap stays in force; later means more lost demand.",
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
    "Xiaomi cap from 2028, relative to 2027",
    "%",
    "Size of the renewed yearly cap after the framework ends in 2027.",
  ),
  renewalKingsoft: driver(
    "renewalKingsoft",
    "Kingsoft cap from 2028, relative to 2027",
    "%",
    "Size of the renewed yearly cap after the framework ends in 2027.",
  ),
  renewalInForce: driver(
    "renewalInForce",
    "Framework renewed after 2027 (1 yes, 0 lapses)",
    "switch",
    "0 ends related-party revenue on 31 December 2027.",
  ),
  renewalDelay: driver(
    "renewalDelay",
    "Delay of the renewal",
    "quarters",
    "Quarters of 2028 that pass before the renewed cap is in force.",
  ),
  interimShare: driver(
    "interimShare",
    "Interim allowance while the renewal is delayed",
    "%",
    "Part of the 2027 cap, spread over the year, that an interim agreement allows.",
  ),
  redeployShare: driver(
    "redeployShare",
    "Lost ecosystem demand sold to others",
    "%",
    "Share of the demand above the cap that external customers take up.",
  ),
} as const;
