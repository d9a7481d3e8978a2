import { driver } from "../../../model";

/** Thresholds of alarms and the precision of checks. */
export const guidanceDrivers = {
  lowUse: driver("alarmLowUse", "Use of AI capacity below which an alarm is raised", "%"),
  costOfDebt: driver("alarmClusterReturn", "Yearly return that a cluster must earn", "%"),
  checkDigits: driver("checkDigits", "Decimals to which checks are rounded", "digits"),
} as const;
