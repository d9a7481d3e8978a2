import { Exact } from "../formula";
import type { DriverRow } from "./assumptionsFromSeeds";
import { domainOf } from "./domain";
import type { Assumptions, ModelData } from "./modelData";
import type { AssumptionRules, ModelSpec, PartOfOpening } from "./modelSpec";

/** What is wrong with one assumption: which driver, and what to do. */
export interface AssumptionProblem {
  readonly driver: string;
  readonly message: string;
}

/** Problems of a set of assumptions: missing, not a number, out of range, not whole, no such quarter, shares above 100 %, and, where the facts are given, parts larger than their whole. */
export function validateAssumptions(
  { quarterDrivers, rules }: Pick<ModelSpec, "quarterDrivers" | "rules">,
  rows: readonly DriverRow[],
  assumptions: Assumptions,
  data?: Pick<ModelData, "known" | "opening">,
): readonly AssumptionProblem[] {
  const problems = rows.flatMap((row) => {
    const message = domainOf(row).problem(assumptions.get(row.driver.id));
    return message === null ? [] : [{ driver: row.driver.id, message }];
  });
  if (assumptions.size > rows.length) problems.push(...quarterProblems(quarterDrivers, rows, assumptions));
  if (problems.length > 0) return problems;
  return [
    ...shareProblems(rules, assumptions),
    ...(data === undefined ? [] : rules.parts.flatMap((part) => openingProblem(part, assumptions, data))),
  ];
}

/** A value typed for a quarter has the range of its year. */
function quarterProblems(
  quarterDrivers: ModelSpec["quarterDrivers"],
  rows: readonly DriverRow[],
  assumptions: Assumptions,
): readonly AssumptionProblem[] {
  return quarterDrivers.flatMap((driver) => {
    const value = assumptions.get(driver.id);
    const ofYear = value === undefined ? undefined : rows.find((row) => row.driver.id === driver.ofYear.id);
    const message = ofYear === undefined ? null : domainOf({ ...ofYear, driver }).problem(value);
    return message === null ? [] : [{ driver: driver.id, message }];
  });
}

function shareProblems({ shares }: AssumptionRules, assumptions: Assumptions): readonly AssumptionProblem[] {
  return shares.flatMap((drivers) => {
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

/** A part of a figure of the opening quarter is no larger than what is reported for it. */
function openingProblem(
  { driver, line, whole }: PartOfOpening,
  assumptions: Assumptions,
  { known, opening }: Pick<ModelData, "known" | "opening">,
): readonly AssumptionProblem[] {
  const [part, reported] = [assumptions.get(driver)!, known(line, opening)?.value];
  if (reported === undefined || new Exact(part).lte(reported)) return [];
  return [
    {
      driver,
      message: `${driver} is ${part}, larger than the ${whole} of ${reported} of which it is a part; lower it.`,
    },
  ];
}
