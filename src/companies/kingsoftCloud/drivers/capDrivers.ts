import { yearlyDriver } from "./yearlyDriver";
import { driver } from "../../../model";

/** Years for which the framework agreement states caps. */
const AGREED = [2026, 2027] as const;

/** Assumptions on the yearly caps of related-party transactions, their revision and their renewal. */
export const capDrivers = {
  basis: driver("capBasis", "Cap basis (1 filed caps, 2 scaled to the 40 % statement)", "choice"),
  xiaomiAgreed: yearlyDriver("capXiaomi", "Xiaomi cap as agreed", "RMB m", AGREED),
  kingsoftAgreed: yearlyDriver("capKingsoft", "Kingsoft cap as agreed", "RMB m", AGREED),
  impliedCombined: driver("capImpliedCombined", "Combined 2025 cap implied by the 40 % statement", "RMB m"),
  filedCombined: driver("capFiledCombined", "Combined 2025 cap as filed", "RMB m"),
  xiaomiUplift: yearlyDriver("upliftXiaomi", "Revision of the Xiaomi cap", "%", AGREED),
  kingsoftUplift: yearlyDriver("upliftKingsoft", "Revision of the Kingsoft cap", "%", AGREED),
  upliftQuarter: driver("upliftQuarter", "Quarter in which the revision takes effect", "quarter"),
  pacing: driver(
    "capPacing",
    "Use of a cap (1 paced over the year, 2 first come, 3 paced and filed again)",
    "choice",
  ),
  refileThreshold: driver("capRefileThreshold", "A cap is filed again when the year's demand passes", "%"),
  refileStep: driver("capRefileStep", "Raise of a cap that is filed again", "%"),
  refileDelay: driver("capRefileDelay", "Quarters until a cap filed again is in force", "quarters"),
  usableXiaomi: driver("capUsableXiaomi", "Usable part of the Xiaomi cap", "%"),
  usableKingsoft: driver("capUsableKingsoft", "Usable part of the Kingsoft cap", "%"),
  renewalXiaomi: driver("renewalXiaomi", "Xiaomi cap after the framework, relative to its last year", "%"),
  renewalKingsoft: driver(
    "renewalKingsoft",
    "Kingsoft cap after the framework, relative to its last year",
    "%",
  ),
  renewalInForce: driver("renewalInForce", "Framework renewed at its end (1 yes, 0 lapses)", "switch"),
  renewalDelay: driver("renewalDelay", "Delay of the renewal", "quarters"),
  interimShare: driver("interimShare", "Interim allowance while the renewal is delayed", "%"),
  redeployShare: driver("redeployShare", "Capacity set free by the caps that finds other users", "%"),
  redeployRamp: driver("redeployRamp", "Redeployment reached in a quarter", "%"),
  step: driver("capStep", "Step of a cap whose value is shown", "%"),
  redeployDiscount: driver("redeployDiscount", "Discount on redeployed capacity", "%"),
} as const;
