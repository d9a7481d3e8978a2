import {
  changesSince,
  DOORS,
  ownValuesOf,
  withChanges,
  type JournalInputs,
  type JournalLine,
} from "../analysis";
import type { Engine, PlacedReader } from "../hosts/grid/liveModel";
import { OWN_SCENARIOS, SCENARIOS } from "../companies/kingsoftCloud";
import {
  namesOf,
  openModel,
  scenarioAssumptions,
  trimmedName,
  type DriverRow,
  type LineItem,
  type Model,
  type ScenarioHeads,
  type TypedFigures,
  type TypedQuarters,
} from "../model";
import type { ScenarioName } from "../seeds";
import { cellAddress } from "../workbook/address";
import { buildPlan, type BuildOptions } from "../workbook/buildPlan";
import { readConsensus, type ConsensusInputs } from "../workbook/consensusInputs";
import { INPUT_COLUMNS, inputColumnsOf } from "../workbook/inputColumns";
import { axisOf } from "../workbook/axis";
import { readJournal } from "../workbook/journalPlaces";
import { readKept, type KeptInputs } from "../workbook/keptPlaces";
import { factLink } from "../workbook/historySheetPlan";
import { layoutOf, type Layout } from "../workbook/layout";
import type { WorkbookPlan } from "../workbook/plan";
import { planSheets } from "../workbook/plannedSheets";
import { quarterlyCell } from "../workbook/quarterlyCell";
import { readQuarters } from "../workbook/readQuarters";
import { readTyped, type ReadTyped } from "../workbook/readTyped";
import { SHEETS } from "../workbook/sheetNames";
import { summaryCells } from "../workbook/summaryCells";

/** The scenario shown and the assumption table of a workbook. */
export interface WorkbookInputs {
  readonly scenario: ScenarioName;
  /** What stands in the heads of the analyst's own scenarios. */
  readonly heads: ScenarioHeads;
  /** Own value of a driver in a scenario, or null where it follows Base. */
  readonly rows: readonly DriverRow[];
  /** Figures typed on the Actuals sheet beside the facts. */
  readonly typed: TypedFigures;
  /** What is typed for quarters in each scenario. */
  readonly quarters: TypedQuarters;
  /** What was typed on the Consensus sheet; none of it moves the model. */
  readonly consensus: ConsensusInputs;
  /** What was typed on the sheets Estimates and Beat or miss; none of it moves the model. */
  readonly kept: KeptInputs;
  /** Lines of the journal as they stand; none of them moves the model. */
  readonly journal: readonly JournalLine[];
}

/** An input that the model can't calculate with: where it stands and what it holds. */
export interface UnusableInput {
  readonly place: string;
  readonly holds: string;
}

const BASE_COLUMN = inputColumnsOf(SCENARIOS).base;

/** Reads scenario and assumption table from the planned places; says which cells can't be used. */
export function readWorkbookInputs(
  model: Model,
  read: PlacedReader,
): WorkbookInputs | readonly UnusableInput[] {
  const layout = layoutOf(model);
  const lines = layout.inputs.driver;
  const faults: UnusableInput[] = [];
  const rows = model.rows.map((row): DriverRow => {
    const line = lines.get(row.driver.id)!;
    const own = (scenario: number): string | null => {
      const column = INPUT_COLUMNS.firstScenario + scenario - 1;
      const { content, value } = read(SHEETS.inputs, line, column);
      const follows =
        typeof content === "string" &&
        content.replaceAll(/[$\s]/g, "").toUpperCase() === `=${cellAddress(line, BASE_COLUMN)}`;
      if (follows && column !== BASE_COLUMN) return null;
      if (typeof value === "number" && Number.isFinite(value))
        return sameNumber(row, SCENARIOS[scenario - 1]!.id, value);
      faults.push({ place: `${SHEETS.inputs}!${cellAddress(line, column)}`, holds: shown(value) });
      return null;
    };
    const values = Object.fromEntries(SCENARIOS.map(({ id, number }) => [id, own(number)])) as Record<
      ScenarioName,
      string | null
    >;
    return { ...row, base: values.base ?? row.base, own: { ...values, base: null } };
  });
  const selected = String(read(SHEETS.summary, summaryCells.selectorRow, summaryCells.selectorColumn).value);
  const heads: ScenarioHeads = new Map(
    OWN_SCENARIOS.map(({ id, number }) => [
      id,
      read(SHEETS.inputs, layout.inputs.headerRow, INPUT_COLUMNS.firstScenario + number - 1).value,
    ]),
  );
  const names = namesOf(SCENARIOS, heads);
  const isShown = (name: string): boolean =>
    trimmedName(name).toLowerCase() === trimmedName(selected).toLowerCase();
  const scenario =
    SCENARIOS.find(({ id }) => isShown(names.get(id)!)) ?? SCENARIOS.find(({ name }) => isShown(name));
  if (scenario === undefined)
    faults.push({
      place: `${SHEETS.summary}!${cellAddress(summaryCells.selectorRow, summaryCells.selectorColumn)}`,
      holds: shown(selected),
    });
  const actuals = typedOnActuals(model, layout, read);
  faults.push(
    ...actuals.faults.map(({ line, column, holds }) => ({ place: placeOf(layout, line, column), holds })),
  );
  const typed = readQuarters(model, (driver, at) => {
    const { row, column } = quarterlyCell(layout, driver, at);
    return read(SHEETS.quarterly, row, column);
  });
  faults.push(
    ...typed.faults.map(({ driver, scenario: at, holds }) => {
      const { row, column } = quarterlyCell(layout, driver, at);
      return { place: `${SHEETS.quarterly}!${cellAddress(row, column)}`, holds: shown(holds) };
    }),
  );
  const consensus = readConsensus(model, (row, column) => read(SHEETS.consensus, row, column).value);
  const kept = readKept(model, (...place) => read(...place).value);
  const journal = readJournal((...place) => read(...place).value);
  return scenario === undefined || faults.length > 0
    ? faults
    : {
        scenario: scenario.id,
        heads,
        rows,
        typed: actuals.typed,
        quarters: typed.quarters,
        consensus,
        kept,
        journal,
      };
}

function typedOnActuals(model: Model, layout: Layout, read: PlacedReader): ReadTyped {
  const axis = axisOf(model.spec.timeline);
  const rows = layout.history.line;
  return readTyped(model, (line, column) => {
    const cell = read(SHEETS.history, rows.get(line.id)!, axis.column(column));
    const factId = model.data.shipped(line.id, column)?.factId;
    // A link stays the fact's, whatever was typed over the fact itself; other programs drop the quotes of its sheet.
    const isLink = factId != null && unquoted(cell.content) === unquoted(`=${factLink(layout, factId)}`);
    return isLink ? null : cell;
  });
}

function unquoted(content: string | number | boolean): string {
  return String(content).replaceAll("'", "");
}

function placeOf({ axis, history }: Layout, line: LineItem, column: number): string {
  return `${SHEETS.history}!${cellAddress(history.line.get(line.id)!, axis.column(column))}`;
}

function shown(value: string | number | boolean): string {
  const text = String(value);
  return text === "" ? "nothing" : text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The plan of a workbook with these inputs; changes that the journal does not tell of are found on the day given. */
export function planWithInputs(
  model: Model,
  inputs: WorkbookInputs,
  created: string,
  version: string,
  day: string = created.slice(0, 10),
): WorkbookPlan {
  return buildPlan(withInputs(model, inputs), optionsOf(model, inputs, created, version, day));
}

/** The model with the inputs of a workbook. */
function withInputs(model: Model, { rows, typed, quarters }: WorkbookInputs): Model {
  return {
    ...withTyped(model, typed),
    rows,
    quarters,
    assumptions: (name) => scenarioAssumptions(rows, name),
  };
}

function optionsOf(
  model: Model,
  inputs: WorkbookInputs,
  created: string,
  version: string,
  day: string,
): BuildOptions {
  const { scenario, heads, consensus, kept } = inputs;
  return {
    ...{ scenario, heads, overrides: new Map(), created, version, consensus, kept },
    journal: journalFollowing(model, inputs, day),
  };
}

/** The journal with a line for each input that is not as it says: what was typed on a sheet is found so. */
function journalFollowing(model: Model, inputs: WorkbookInputs, day: string): readonly JournalLine[] {
  const now: JournalInputs = {
    own: ownValuesOf(inputs.rows),
    quarters: inputs.quarters,
    typed: inputs.typed,
    names: namesOf(SCENARIOS, inputs.heads),
  };
  return withChanges(inputs.journal, changesSince(model, inputs.journal, now), {
    ...{ when: day, door: () => DOORS.sheet, why: "" },
  });
}

const OPENED = new WeakMap<Model, { readonly key: string; readonly model: Model }>();

/** The model with typed figures beside its facts; the last one is kept, since most changes are of assumptions. */
export function withTyped(model: Model, typed: TypedFigures): Model {
  if (typed.size === 0) return model;
  const key = [...typed].map((each) => each.join("=")).join("|");
  const kept = OPENED.get(model);
  if (kept?.key === key) return kept.model;
  const opened = openModel(model.spec, model.seeds, typed);
  OPENED.set(model, { key, model: opened });
  return opened;
}

/** The engine behind the grid: reads the inputs and gives the plan with their values. */
export function followInputs(
  model: Model,
  created: string,
  version: string,
  day: () => string = () => created.slice(0, 10),
): Engine {
  const places = new Set<string>();
  readWorkbookInputs(model, (...place) => {
    places.add(place.join("|"));
    return { content: "", value: "" };
  });
  return {
    follow: (read) => {
      const inputs = readWorkbookInputs(model, read);
      if (!("rows" in inputs)) return null;
      return planSheets(withInputs(model, inputs), optionsOf(model, inputs, created, version, day()));
    },
    writes: SHEETS.journal,
    reads: (...place) => places.has(place.join("|")),
  };
}

/** Keeps the digits of the seed where the cell still holds that number. */
function sameNumber(row: DriverRow, scenario: ScenarioName, value: number): string {
  const seeded = row.own[scenario] ?? row.base;
  return Number(seeded) === value ? seeded : String(value);
}
