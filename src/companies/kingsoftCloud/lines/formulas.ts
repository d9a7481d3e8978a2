import {
  call,
  compare,
  minus,
  over,
  prior,
  when,
  type Expression,
  type Operand,
  type Series,
} from "../../../formula";
import { capacityDrivers, guidanceDrivers } from "../drivers";
import { clock } from "./clockLines";

/** a ÷ b, or 0 where b is zero or negative; not disclosed where either is. */
export function ratioOrZero(a: Operand, b: Operand): Expression {
  return when(compare(b, "<=", 0), 0, over(a, b));
}

/** a ÷ b, or 1 where b is zero or negative: how far a known figure lies from its estimate. */
export function ratioOrOne(a: Operand, b: Operand): Expression {
  return when(compare(b, "<=", 0), 1, over(a, b));
}

/** An amount that is assumed for the quarter; in a quarter of the facts, whose figures hold what it was, another. */
export function afterReports(amount: Operand, before: Operand): Expression {
  return when(compare(clock.afterReports, "=", 1), amount, before);
}

/** A difference in RMB m without its decimals: 0 below half a million. */
export function toTheMillion(difference: Operand): Expression {
  return call("ROUND", difference, 0);
}

/** a − b where that is more than a rounding difference, else 0. */
export function excess(a: Operand, b: Operand): Expression {
  const difference = minus(a, b);
  return when(compare(call("ROUND", difference, guidanceDrivers.checkDigits), ">", 0), difference, 0);
}

/** A series as many quarters before as equipment takes to come into service, one to four; what was bought before the opening is in service by then. */
export function beforeLag(series: Series): Expression {
  const { lag } = capacityDrivers;
  const less = (count: number): Operand =>
    count === 0 ? lag : minus(lag, ...Array.from({ length: count }, () => 1 as const));
  const since = (quarters: number): Expression =>
    when(compare(prior(clock.phase, quarters), ">", 0), prior(series, quarters), 0);
  return when(
    compare(lag, "=", 1),
    prior(series, 1),
    when(compare(less(1), "=", 1), since(2), when(compare(less(2), "=", 1), since(3), since(4))),
  );
}
