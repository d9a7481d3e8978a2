import { CellError } from "../formula";
import { breakEven, measureOf, sensitivity, spanProblem, type Measure } from "../analysis";
import { domainOf, type DriverRow, type LineItem } from "../model";
import type { Evaluate, Evaluation } from "./evaluations";
import { driverValue } from "./driverValue";
import { findDriver } from "./findDriver";
import { findLine } from "./findLine";
import {
  badArgument,
  cellNumber,
  isOmitted,
  NOT_AVAILABLE,
  numberOf,
  type KcArgument,
  type KcScalar,
  type KcTable,
} from "./kcValue";
import { lineValue } from "./lineValue";
import { periodOf } from "./revenueFunctions";

/** Most cells of a sensitivity grid. */
const LARGEST_GRID = 2500;

/** KC.SENSITIVITY: a line over values of one driver (down) or two (down and across); the first row and column name the values. */
export function sensitivityFunction(evaluate: Evaluate) {
  return (
    line: KcArgument,
    period: KcArgument,
    driver: KcArgument,
    values: KcArgument,
    driver2?: KcArgument,
    values2?: KcArgument,
    scenario?: KcArgument,
    inputs?: KcArgument,
  ): KcTable => {
    const evaluation = evaluate(scenario, inputs);
    const { item, measure } = measured(evaluation, line, period);
    const down = driverValues(evaluation, driver, values);
    if (isOmitted(driver2) !== isOmitted(values2))
      throw badArgument("A two-way grid needs the second driver and its values.");
    const across = isOmitted(driver2) ? null : driverValues(evaluation, driver2, values2);
    if (across !== null && across.driver === down.driver)
      throw badArgument(`The two drivers are the same, '${down.driver}': choose another one.`);
    if (down.values.length * (across?.values.length ?? 1) > LARGEST_GRID)
      throw badArgument(`The grid would have more than ${LARGEST_GRID} cells: give fewer values.`);
    const { results } = sensitivity(evaluation.model, evaluation.assumptions, measure, down, across);
    const shown = (value: number): number | string => (Number.isFinite(value) ? value + 0 : NOT_AVAILABLE);
    const head =
      across === null
        ? [down.driver, `${item.id} ${measure.label.slice(item.label.length + 1)}`]
        : [`${down.driver} \\ ${across.driver}`, ...across.values];
    return [head, ...down.values.map((value, row) => [value, ...results[row]!.map(shown)])];
  };
}

/** KC.BREAKEVEN: the value of a driver, within its allowed range, that brings a line to a target. */
export function breakEvenFunction(evaluate: Evaluate) {
  return (
    line: KcArgument,
    period: KcArgument,
    target: KcArgument,
    driver: KcArgument,
    scenario?: KcArgument,
    inputs?: KcArgument,
  ): number => {
    const evaluation = evaluate(scenario, inputs);
    const { measure } = measured(evaluation, line, period);
    const aim = numberOf(target, "target");
    const { driver: chosen, min, max } = findDriver(evaluation.model, driver);
    const answer = breakEven(evaluation.model, evaluation.assumptions, measure, aim, chosen.id);
    if (answer.found) return cellNumber(answer.value);
    const { reason, lowest, highest } = answer;
    const reach =
      lowest.result === highest.result
        ? `it stays at ${short(lowest.result)}, whatever the driver`
        : `it runs from ${short(lowest.result)} (at ${short(lowest.value)}) to ${short(highest.result)} (at ${short(highest.value)})`;
    const why = reason === "jump" ? "it jumps over the target" : reach;
    throw new CellError(
      "#N/A",
      `No value of ${chosen.id} between ${min} and ${max} brings ${measure.label} to ${aim}: ${why}.`,
    );
  };
}

function measured(
  evaluation: Evaluation,
  line: KcArgument,
  period: KcArgument,
): { readonly item: LineItem; readonly measure: Measure } {
  const item = findLine(evaluation.model, line);
  const asked = periodOf(evaluation, period);
  const problem = spanProblem(item, asked);
  if (problem !== null) throw badArgument(`${problem}; ${asked.label} spans several.`);
  // A figure that is not disclosed is refused before anything is varied.
  lineValue(evaluation, item, asked);
  return { item, measure: measureOf(item, asked) };
}

function driverValues(
  { model }: Evaluation,
  driver: KcArgument,
  values: KcArgument,
): { readonly driver: string; readonly values: readonly number[] } {
  const row = findDriver(model, driver);
  const cells: readonly KcScalar[] = Array.isArray(values)
    ? (values as readonly (readonly KcScalar[])[]).flat()
    : [values as KcScalar];
  const given = cells.filter((cell) => !isOmitted(cell));
  if (given.length === 0)
    throw badArgument(`Give the values of ${row.driver.id} as a range or as {0.1,0.2}.`);
  if (given.length > LARGEST_GRID)
    throw badArgument(`The grid would have more than ${LARGEST_GRID} cells: give fewer values.`);
  return { driver: row.driver.id, values: given.map((cell) => checkedValue(row, cell)) };
}

function checkedValue(row: DriverRow, cell: KcScalar): number {
  const digits = driverValue(row, cell);
  const problem = domainOf(row).problem(digits);
  if (problem !== null) throw badArgument(problem);
  return Number(digits) + 0;
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
