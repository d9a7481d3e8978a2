import { kingsoftCloud } from "../companies/kingsoftCloud";
import { CellError } from "../formula";
import { resolve } from "node:path";
import {
  asOfDay,
  asTyped,
  driverValue,
  findInput,
  findScenarioArgument,
  openedAsOf,
  quoted,
  unitStep,
  validated,
} from "../functions";
import {
  domainOf,
  lineKey,
  openModel,
  withQuarters,
  type Assumptions,
  type DriverRow,
  type Model,
  type Scenario,
} from "../model";
import { loadSeeds, SeedsError, type ScenarioName } from "../seeds";
import { readActuals, typedOf } from "../release";
import { readActualsFile } from "./actualsFile";
import type { CommandPlace } from "./command";
import { CommandError } from "./commandError";
import type { CommandLine, OptionKinds } from "./commandLine";
import { readSeedsFolder } from "./readSeedsFolder";

/** Option that names another seeds folder. */
export const SEEDS_OPTION: OptionKinds = { seeds: "value" };

/** Options that name the facts: another seeds folder, and a file of reported figures that stand beside them. */
export const FACT_OPTIONS: OptionKinds = { ...SEEDS_OPTION, actuals: "value" };

/** Options that choose a scenario and change drivers in it. */
export const SCENARIO_OPTIONS: OptionKinds = { ...FACT_OPTIONS, scenario: "value", set: "values" };

/** How the options of facts and scenario are typed, for the usage of a command. */
export const SCENARIO_USAGE =
  "[--scenario NAME] [--set driver[@quarter]=value ...] [--actuals FILE.csv] [--seeds DIR]";

/** Options of commands that answer, also as data and as of a day: figures published later are not known. A workbook is always as of today. */
export const ANSWER_OPTIONS: OptionKinds = { ...SCENARIO_OPTIONS, "as-of": "value", json: "flag" };

/** How they are typed. */
export const ANSWER_USAGE = `[--json] [--as-of DATE] ${SCENARIO_USAGE}`;

const MOST_PROBLEMS = 20;

/** The model over the facts of the project, with the figures of --actuals beside them, as of the end of the day of --as-of. */
export function openProject(line: CommandLine, place: CommandPlace): Model {
  const model = withActuals(line, place);
  const asOf = line.value("as-of");
  if (asOf === undefined) return model;
  try {
    return openedAsOf(model, asOfDay(asOf));
  } catch (error) {
    if (error instanceof CellError) throw new CommandError(`--as-of ${quoted(asOf)}: ${error.message}`);
    throw error;
  }
}

function withActuals(line: CommandLine, place: CommandPlace): Model {
  const model = openSeeds(line, place);
  const actuals = line.value("actuals");
  if (actuals === undefined) return model;
  const rows = readActualsFile(resolve(place.calledIn, actuals));
  const { figures, problems } = readActuals(model, model.fast(model.assumptions("base")), rows);
  if (problems.length > 0) {
    const more = problems.length - MOST_PROBLEMS;
    throw new CommandError(
      [
        `${actuals} is refused:`,
        ...problems.slice(0, MOST_PROBLEMS),
        ...(more > 0 ? [`and ${more} more`] : []),
      ].join("\n"),
    );
  }
  if (figures.length === 0)
    throw new CommandError(
      `${actuals} has no figure; fill in the column value and leave out what is not known.`,
    );
  const published = new Map(
    figures.map(({ line: { id }, column, date }) => [lineKey(id, column), date] as const),
  );
  return { ...openModel(model.spec, model.seeds, typedOf(figures)), published };
}

/** The model over the seeds folder of the project, or the one named by --seeds. */
function openSeeds(line: CommandLine, { root, calledIn }: CommandPlace): Model {
  const named = line.value("seeds");
  const folder = named === undefined ? resolve(root, "seeds") : resolve(calledIn, named);
  try {
    return openModel(kingsoftCloud, loadSeeds(readSeedsFolder(folder)));
  } catch (error) {
    if (error instanceof SeedsError)
      throw new CommandError(`The seeds in ${folder} are refused:\n${error.message}`);
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}

/** A scenario with the driver values set for it. */
export interface ChosenScenario {
  readonly scenario: Scenario;
  /** Driver values in the model's unit. */
  readonly overrides: ReadonlyMap<string, string>;
  /** The model in which the scenario has these values; a change of Base reaches the scenarios that follow it. */
  readonly model: Model;
}

/** Values for drivers as they were given, a text as a person types it, a number in the model's unit. */
export type GivenValues = readonly (readonly [driver: string, value: string | number])[];

/** Reads --scenario and --set driver=value, by the rules of chosenWith. */
export function chosenScenario(model: Model, line: CommandLine): ChosenScenario {
  const given = line.values("set").map((setting) => {
    const [, name, value] = /^([^=]*)=(.*)$/s.exec(setting) ?? [];
    if (name === undefined || value === undefined)
      throw new CommandError(`--set ${quoted(setting)} has no value; write --set driver=value.`);
    return [name, value] as const;
  });
  return chosenWith(model, line.value("scenario"), given, (id, value) => `insist: --set '${id}=${value}!'`);
}

/**
 * A scenario by its name with values for drivers, read as a person types them; refuses what is unknown, out of range,
 * can be read in two ways, or is a unit step away from the value before, unless an exclamation mark after it insists.
 */
export function chosenWith(
  model: Model,
  named: string | undefined,
  given: GivenValues,
  insist: (driver: string, value: string) => string,
): ChosenScenario {
  try {
    const scenario = findScenarioArgument(named);
    const overrides = new Map<string, string>();
    for (const [name, value] of given) {
      const row = findInput(model, name);
      if (overrides.has(row.driver.id)) throw new CommandError(`${row.driver.id} is set twice; keep one.`);
      const before = presentValue(model, scenario.id, row);
      overrides.set(row.driver.id, setValue(row, before, value, insist));
    }
    const changed = withOverrides(model, scenario.id, overrides);
    validated(model, changed.assumptions(scenario.id));
    return { scenario, overrides, model: changed };
  } catch (error) {
    if (error instanceof CellError) throw new CommandError(error.message);
    throw error;
  }
}

/** The value of an assumption; of a quarter, the value in effect. */
function presentValue(model: Model, scenario: ScenarioName, { driver }: DriverRow): string {
  const assumptions = model.assumptions(scenario);
  const quarter = model.quarterRows.find((row) => row.driver === driver)?.driver;
  if (quarter === undefined) return assumptions.get(driver.id)!;
  return String(model.fast(assumptions).value(quarter.line.id, quarter.column));
}

function setValue(
  row: DriverRow,
  before: string,
  given: string | number,
  insist: (driver: string, value: string) => string,
): string {
  const [, text = "", insists = ""] = /^(.*?)\s*([!！]?)\s*$/s.exec(String(given)) ?? [];
  const value = driverValue(row, typeof given === "number" ? given : text);
  const step = insists === "" && domainOf(row).contains(value) ? unitStep(row, before, value) : null;
  if (step === null) return value;
  throw new CommandError(
    `${row.driver.id} (${row.driver.label}): ${step} as it stands. If it is meant, ${insist(row.driver.id, asTyped(row, value))}`,
  );
}

function withOverrides(model: Model, changed: ScenarioName, overrides: ReadonlyMap<string, string>): Model {
  const quarters = new Map(
    model.quarterRows.flatMap(({ driver: { id } }) =>
      overrides.has(id) ? [[id, overrides.get(id)!] as const] : [],
    ),
  );
  const own = (scenario: ScenarioName): ReadonlyMap<string, string> | undefined =>
    scenario === changed ? quarters : model.quarters[scenario];
  const assumptions = (scenario: ScenarioName): Assumptions =>
    withQuarters(model.spec, years(scenario), own(scenario), {
      assumptions: years("base"),
      own: own("base"),
    });
  const years = (scenario: ScenarioName): Assumptions => {
    const applies = model.rows.filter(
      ({ driver, own }) =>
        overrides.has(driver.id) && (scenario === changed || (changed === "base" && own[scenario] === null)),
    );
    return new Map([
      ...model.assumptions(scenario),
      ...applies.map(({ driver }) => [driver.id, overrides.get(driver.id)!] as const),
    ]);
  };
  return { ...model, assumptions };
}
