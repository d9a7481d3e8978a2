import { DRIVER_GROUPS, SHIPPED_NAMES, SCENARIOS } from "../companies/kingsoftCloud";
import {
  domainOf,
  findScenario,
  scenarioColumns,
  validateAssumptions,
  type Assumptions,
  type Model,
  type Scenario,
  type ScenarioNames,
} from "../model";
import { plainName } from "./didYouMean";
import { driverNamed, findDriver } from "./findDriver";
import { isForeign } from "./otherWords";
import { badArgument, isOmitted, quoted, type KcArgument, type KcScalar } from "./kcValue";
import { knownFiguresFrom } from "./typedFigures";

type Row = readonly KcScalar[];

/** Head of the rows in which a workbook has the quarters that count. */
const QUARTERS_HEAD = "driver@quarter";

/**
 * The assumptions of a scenario with the values of an assumption range laid over them. The range has driver names in
 * its first column and either the value in the second, or a header with a column for each scenario. Throws #VALUE!
 * that names the driver and says what is allowed.
 */
export function readInputs(model: Model, scenario: Scenario, argument: KcArgument): Assumptions {
  const seeded = model.assumptions(scenario.id);
  if (isOmitted(argument)) return seeded;
  if (!Array.isArray(argument) || !argument.every(Array.isArray))
    throw badArgument("inputs must be the assumption range (name, value), e.g. KC_Inputs.");
  const header = argument.findIndex((row) => row.slice(1).some((cell) => scenarioOf(cell) !== undefined));
  const column = valueColumn(argument, header, scenario);
  const values = new Map(seeded);
  const named = new Set<string>();
  for (const row of argument.slice(header + 1, endOfAssumptions(argument))) {
    if (isTitle(model, row) || row[0] === QUARTERS_HEAD) continue;
    const driverRow =
      model.quarterRows.find(({ driver: { id } }) => id === row[0]) ?? findDriver(model, row[0]);
    const { driver } = driverRow;
    if (named.has(driver.id)) throw badArgument(`${driver.id} (${driver.label}) stands twice in inputs.`);
    named.add(driver.id);
    const value = row[column];
    if (driverRow.base === "" && isOmitted(value)) continue;
    if (typeof value !== "number" || !Number.isFinite(value)) {
      const shown = isOmitted(value) ? "is blank" : `is ${quoted(value)}, which is not a number`;
      throw badArgument(`${driver.id} (${driver.label}) ${shown}: enter ${domainOf(driverRow).words}.`);
    }
    values.set(driver.id, String(value));
  }
  return validated(model, values);
}

/** The assumptions when all are valid; else #VALUE! with the first problem. */
export function validated(model: Model, assumptions: Assumptions): Assumptions {
  const [problem, ...more] = validateAssumptions(model.spec, model.rows, assumptions);
  if (problem === undefined) return assumptions;
  throw badArgument(more.length > 0 ? `${problem.message} (${more.length} more)` : problem.message);
}

function scenarioOf(cell: KcScalar | undefined): Scenario | undefined {
  return typeof cell === "string" && cell.trim() !== "" ? findScenario(SCENARIOS, cell) : undefined;
}

function valueColumn(rows: readonly Row[], header: number, scenario: Scenario): number {
  if (header < 0) return 1;
  const { at, names } = scenarioColumns(SCENARIOS, [null, ...rows[header]!.slice(1)]);
  const column =
    at.get(scenario.id) ??
    rows[header]!.findIndex((cell, index) => index > 0 && scenarioOf(cell)?.id === scenario.id);
  if (column < 0)
    throw badArgument(`The inputs have no column for the scenario '${names.get(scenario.id)!}'.`);
  return column;
}

/** The names in use of the scenarios in an assumption range, such as KC_Inputs; the shipped ones where it names none. */
export function namesIn(argument: KcArgument): ScenarioNames {
  if (!Array.isArray(argument) || !argument.every(Array.isArray)) return SHIPPED_NAMES;
  const header = argument.find((row: Row) => row.slice(1).some((cell) => scenarioOf(cell) !== undefined));
  return header === undefined ? SHIPPED_NAMES : scenarioColumns(SCENARIOS, [null, ...header.slice(1)]).names;
}

/** Rows with the figures known on the Actuals sheet follow the assumptions, under a title of their own. */
function endOfAssumptions(rows: readonly Row[]): number {
  const from = knownFiguresFrom(rows);
  return from < rows.length ? from - 1 : from;
}

/** Blank rows and titles of groups carry no assumption. */
function isTitle(model: Model, row: Row): boolean {
  const [name, ...rest] = row;
  if (isOmitted(name))
    return rest.every((cell) => isOmitted(cell)) || !rest.some((cell) => typeof cell === "number");
  if (!rest.every((cell) => isOmitted(cell))) return false;
  const text = String(name);
  return isForeign(text)
    ? driverNamed(model, text) === null
    : DRIVER_GROUPS.some(({ title }) => plainName(title) === plainName(text));
}
