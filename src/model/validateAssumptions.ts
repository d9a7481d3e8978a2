import { Exact } from "../formula";
import type { DriverRow } from "./assumptionsFromSeeds";
import { domainOf } from "./domain";
import type { Assumptions } from "./modelData";

/** What is wrong with one assumption: which driver, and what to do. */
export interface AssumptionProblem {
  readonly driver: string;
  readonly message: string;
}

/** Drivers whose sum must not exceed 100 %. */
const SHARES: readonly (readonly string[])[] = [
  ["leasedShare", "poolShare", "agentShare"],
  ["ecosystemAiShare", "ecosystemEnterpriseShare"],
];

/** Opening balances by side of the sheet; debt is what is left between them. */
const OPENING_ASSETS = [
  "openingCash",
  "openingRestrictedCash",
  "openingReceivables",
  "openingPrepayments",
  "openingPpeAndRou",
  "openingIntangibles",
  "openingGoodwill",
  "openingEquityInvestments",
  "openingOtherNonCurrentAssets",
] as const;
const OPENING_CLAIMS = [
  "openingPayables",
  "openingAccrued",
  "openingLeases",
  "openingEquity",
  "openingMinorities",
] as const;

type ExactNumber = InstanceType<typeof Exact>;

/** Problems of a set of assumptions: missing, not a number, out of range, not whole, no such quarter, shares above 100 %, an opening sheet that cannot balance. */
export function validateAssumptions(
  rows: readonly DriverRow[],
  assumptions: Assumptions,
): readonly AssumptionProblem[] {
  const problems = rows.flatMap((row) => {
    const message = domainOf(row).problem(assumptions.get(row.driver.id));
    return message === null ? [] : [{ driver: row.driver.id, message }];
  });
  if (problems.length > 0) return problems;
  return [...shareProblems(assumptions), ...openingProblems(assumptions)];
}

function shareProblems(assumptions: Assumptions): readonly AssumptionProblem[] {
  return SHARES.flatMap((drivers) => {
    const total = drivers.reduce((sum, id) => sum.plus(assumptions.get(id)!), new Exact(0));
    if (total.lte(1)) return [];
    return [
      {
        driver: drivers[0]!,
        message: `${drivers.join(" + ")} is ${total.times(100)} %; lower one so that they add up to no more than 100 %.`,
      },
    ];
  });
}

/** The opening block must leave owned equipment and the balancing debt at zero or more. */
function openingProblems(assumptions: Assumptions): readonly AssumptionProblem[] {
  const sum = (drivers: readonly string[]): ExactNumber =>
    drivers.reduce((total, id) => total.plus(assumptions.get(id)!), new Exact(0));
  const problems: AssumptionProblem[] = [];
  if (sum(["openingRou"]).gt(assumptions.get("openingPpeAndRou")!)) {
    problems.push({
      driver: "openingRou",
      message: "openingRou is larger than openingPpeAndRou, of which it is a part; lower it.",
    });
  }
  const placing = new Exact(assumptions.get("placingProceeds")!).times(
    assumptions.get("placingInsideSeptember")!,
  );
  const debt = sum(OPENING_ASSETS).minus(sum(OPENING_CLAIMS)).plus(placing);
  if (debt.lt(0)) {
    problems.push({
      driver: "openingEquity",
      message: `The opening block leaves ${debt} of debt to balance the sheet; raise an asset or lower ${OPENING_CLAIMS.join(", ")}.`,
    });
  }
  return problems;
}
