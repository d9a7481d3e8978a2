import { Exact } from "../formula";
import type { DriverRow } from "./assumptionsFromSeeds";
import { domainOf } from "./domain";
import type { Assumptions, ModelData } from "./modelData";
import { QUARTER_DRIVERS } from "./quarterDrivers";

/** What is wrong with one assumption: which driver, and what to do. */
export interface AssumptionProblem {
  readonly driver: string;
  readonly message: string;
}

/** Drivers that are parts of one whole: their sum must not exceed 100 %. */
export const SHARES: readonly (readonly string[])[] = [
  ["leasedShare", "poolShare", "agentShare"],
  ["ecosystemAiShare", "ecosystemEnterpriseShare"],
  ["researchShareOfOpex", "sellingShareOfOpex"],
  ["sbcResearchShare", "sbcSellingShare"],
];

/** Total of property, equipment and right-of-use assets, of which the opening right-of-use assets are a part. */
const EQUIPMENT = "ppeAndRou";

/** Problems of a set of assumptions: missing, not a number, out of range, not whole, no such quarter, shares above 100 %, and, where the facts are given, leased equipment beyond all equipment. */
export function validateAssumptions(
  rows: readonly DriverRow[],
  assumptions: Assumptions,
  data?: Pick<ModelData, "known" | "opening">,
): readonly AssumptionProblem[] {
  const problems = rows.flatMap((row) => {
    const message = domainOf(row).problem(assumptions.get(row.driver.id));
    return message === null ? [] : [{ driver: row.driver.id, message }];
  });
  if (assumptions.size > rows.length) problems.push(...quarterProblems(rows, assumptions));
  if (problems.length > 0) return problems;
  return [...shareProblems(assumptions), ...(data === undefined ? [] : openingProblems(assumptions, data))];
}

/** A value typed for a quarter has the range of its year. */
function quarterProblems(rows: readonly DriverRow[], assumptions: Assumptions): readonly AssumptionProblem[] {
  return QUARTER_DRIVERS.flatMap((driver) => {
    const value = assumptions.get(driver.id);
    const ofYear = value === undefined ? undefined : rows.find((row) => row.driver.id === driver.ofYear.id);
    const message = ofYear === undefined ? null : domainOf({ ...ofYear, driver }).problem(value);
    return message === null ? [] : [{ driver: driver.id, message }];
  });
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

/** Leased equipment of the opening is a part of all equipment that is reported for it. */
function openingProblems(
  assumptions: Assumptions,
  { known, opening }: Pick<ModelData, "known" | "opening">,
): readonly AssumptionProblem[] {
  const [part, whole] = [assumptions.get("openingRou")!, known(EQUIPMENT, opening)?.value];
  if (whole === undefined || new Exact(part).lte(whole)) return [];
  return [
    {
      driver: "openingRou",
      message: `openingRou is ${part}, larger than the equipment of ${whole} of which it is a part; lower it.`,
    },
  ];
}
