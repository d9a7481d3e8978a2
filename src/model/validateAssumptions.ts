import { Exact } from "../formula";
import type { DriverRow } from "./assumptionsFromSeeds";
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

/** Problems of a set of assumptions: missing, not a number, out of range, not whole, no such quarter, shares above 100 %. */
export function validateAssumptions(rows: readonly DriverRow[], assumptions: Assumptions): readonly AssumptionProblem[] {
  const problems = rows.flatMap((row) => {
    const message = problemOf(row, assumptions.get(row.driver.id));
    return message === null ? [] : [{ driver: row.driver.id, message }];
  });
  if (problems.length > 0) return problems;
  return SHARES.flatMap((drivers) => {
    const total = drivers.reduce((sum, id) => sum.plus(assumptions.get(id)!), new Exact(0));
    if (total.lte(1)) return [];
    return [{ driver: drivers[0]!, message: `${drivers.join(" + ")} is ${total.times(100)} %; lower one so that they add up to no more than 100 %.` }];
  });
}

function problemOf({ driver, min, max }: DriverRow, text: string | undefined): string | null {
  const show = (value: string): string => (driver.unit === "%" ? `${new Exact(value).times(100)} %` : value);
  if (text === undefined || text.trim() === "") return `${driver.id} (${driver.label}) has no value.`;
  const value = readNumber(text);
  if (value === null) return `${driver.id} (${driver.label}) is "${text}", which is not a number.`;
  if (value.lt(min) || value.gt(max)) return `${driver.id} (${driver.label}) is ${show(text)}; it must lie between ${show(min)} and ${show(max)}.`;
  if (driver.whole && !value.isInteger()) return `${driver.id} (${driver.label}) is ${text}; it must be a whole number.`;
  if (driver.unit === "quarter" && (value.mod(10).lt(1) || value.mod(10).gt(4))) {
    return `${driver.id} (${driver.label}) is ${text}; write the year and the quarter, e.g. 20262 for 2026Q2.`;
  }
  return null;
}

function readNumber(text: string): InstanceType<typeof Exact> | null {
  return /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text.trim()) ? new Exact(text.trim()) : null;
}
