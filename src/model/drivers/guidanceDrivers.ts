import { driver } from "../driver";

/** Thresholds of alarms and the precision of checks. */
export const guidanceDrivers = {
  lowUse: driver(
    "alarmLowUse",
    "Use of AI capacity below which an alarm is raised",
    "%",
    "Alarm only; changes no result.",
  ),
  costOfDebt: driver(
    "alarmClusterReturn",
    "Yearly return that a cluster must earn",
    "%",
    "Alarm only; compare with the interest rate of debt.",
  ),
  checkDigits: driver(
    "checkDigits",
    "Decimals to which checks are rounded",
    "digits",
    "A check fails when a difference rounded to this many decimals is not zero.",
  ),
} as const;
