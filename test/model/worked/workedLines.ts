import { LINES } from "../../../src/companies/kingsoftCloud";
import type { Worked } from "./worked";
import { workedCapacity } from "./workedCapacity";
import { workedCaps } from "./workedCaps";
import { workedCosts } from "./workedCosts";
import { workedDemand } from "./workedDemand";
import { workedFinancing } from "./workedFinancing";
import { workedMetrics, workedRatios } from "./workedMetrics";
import { workedResults } from "./workedResults";
import { workedRevenue } from "./workedRevenue";
import { workedSchedules } from "./workedSchedules";
import { workedStatements } from "./workedStatements";
import { workedValuation, workedValuationYears } from "./workedValuation";

/** Checks are zero for valid assumptions. */
const checks: Worked = Object.fromEntries(
  LINES.filter(({ id }) => id.startsWith("check")).map(({ id }) => [id, () => 0]),
);

/** Every line of a quarter after the opening but the calendar, where no figure is known. */
export const workedLines: Worked = {
  ...workedDemand,
  ...workedCaps,
  ...workedRevenue,
  ...workedCapacity,
  ...workedSchedules,
  ...workedCosts,
  ...workedResults,
  ...workedFinancing,
  ...workedStatements,
  ...workedMetrics,
  ...workedValuation,
  ...checks,
};

/** Lines of a forecast year that neither add up their quarters nor end with the last. */
export const workedYears: Worked = {
  ...workedRatios,
  ...workedValuationYears,
  revenueGrowth: (at) => at.now("revenue") / at.before("revenue") - 1,
};

/** Lines that have no value in a quarter. */
export const YEARS_ONLY: ReadonlySet<string> = new Set(Object.keys(workedValuationYears));
