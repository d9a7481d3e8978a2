import {
  namesOf,
  QUARTER_DRIVERS,
  SCENARIOS,
  scenarioAssumptions,
  withQuarters,
  type Assumptions,
  type Model,
  type ScenarioHeads,
} from "../model";
import type { ScenarioName } from "../seeds";
import type { JournalLine } from "../analysis";
import { beatSheetPlan } from "./beatSheetPlan";
import { checksSheetPlan } from "./checksSheetPlan";
import { comparisonSheetPlan } from "./comparisonSheetPlan";
import { columnLetters } from "./address";
import type { ConsensusInputs } from "./consensusInputs";
import { consensusTableRange } from "./consensusPlaces";
import { consensusSheetPlan } from "./consensusSheetPlan";
import { estimatesSheetPlan } from "./estimatesSheetPlan";
import { factsSheetPlan } from "./factsSheetPlan";
import { historySheetPlan } from "./historySheetPlan";
import { INPUT_COLUMNS } from "./inputColumns";
import { inputsSheetPlan, type InputValues } from "./inputsSheetPlan";
import { journalSheetPlan } from "./journalSheetPlan";
import { keptForFacts } from "./keptForFacts";
import type { KeptInputs } from "./keptPlaces";
import { layoutOf } from "./layout";
import type { CellPlan, SheetPlan, WorkbookPlan } from "./plan";
import { quarterlySheetPlan } from "./quarterlySheetPlan";
import { readmeSheetPlan } from "./readmeSheetPlan";
import { reconciliationSheetPlan } from "./reconciliationSheetPlan";
import { scenarioSheetPlan } from "./scenarioSheetPlan";
import { masterFlag } from "./sheetFrame";
import { SHEETS } from "./sheetNames";
import { statementSheetPlan } from "./statementSheetPlans";
import { STATEMENTS } from "./statements";
import { allStyles } from "./styles";
import { summaryCells } from "./summaryCells";
import { summarySheetPlan } from "./summarySheetPlan";
import { targetSheetPlan } from "./targetSheetPlan";
import { tearSheetPlan } from "./tearSheetPlan";
import { timelineSheetPlan } from "./timelineSheetPlan";
import { workbookValues } from "./workbookValues";

/** What a build may choose. */
export interface BuildOptions {
  /** Scenario that the selector shows, and whose column takes the overrides. */
  readonly scenario: ScenarioName;
  /** Driver values, in model units, that replace the seeded ones in that scenario's column. */
  readonly overrides: ReadonlyMap<string, string>;
  /** ISO date-time written into the file; equal inputs then give equal bytes. */
  readonly created: string;
  /** Version of the program, for the README sheet. */
  readonly version: string;
  /** What was typed on the Consensus sheet. */
  readonly consensus?: ConsensusInputs;
  /** What was typed on the sheets Estimates and Beat or miss. */
  readonly kept?: KeptInputs;
  /** Lines of the journal. */
  readonly journal?: readonly JournalLine[];
  /** What was typed into the heads of the analyst's own scenarios. */
  readonly heads?: ScenarioHeads;
}

/** The whole workbook as a plan. */
export function buildPlan(model: Model, options: BuildOptions): WorkbookPlan {
  const layout = layoutOf(model);
  const heads = options.heads ?? new Map<ScenarioName, unknown>();
  const names = namesOf(heads);
  const shipped = SCENARIOS.find(({ id }) => id === options.scenario)!;
  const shown = { ...shipped, name: names.get(shipped.id)! };
  const own = ownValues(model, options);
  const values = workbookValues(
    model,
    (scenarioNumber) => assumptionsOf(model, options, scenarioNumber),
    names,
  );
  const scenarios = SCENARIOS.map((scenario) =>
    scenarioSheetPlan(model, layout, scenario, values(scenario.number)),
  );
  const statements = new Map(
    STATEMENTS.map((statement) => [
      statement.name,
      statementSheetPlan(model, layout, statement, scenarios[1]!, values(shown.number), shown.name),
    ]),
  );
  const ofFacts = <T>(sheet: string, make: () => T): T =>
    keptForFacts(model.data, `${sheet}, ${shown.name}`, make);
  const reconciliation = ofFacts(SHEETS.reconciliation, () =>
    reconciliationSheetPlan(model, layout, shown.name),
  );
  const consensus = consensusSheetPlan(model, layout, values, shown, options.consensus);
  return {
    title: "Kingsoft Cloud scenario model",
    creator: "KC Model",
    created: options.created,
    activeSheet: SHEETS.summary,
    styles: allStyles(),
    names: [
      {
        name: "KC_Scenario",
        sheet: SHEETS.summary,
        range: summaryCells.selector.replaceAll("$", ""),
        comment: "Scenario that the statements and charts show",
      },
      {
        name: "KC_Checks",
        sheet: SHEETS.checks,
        range: `${columnLetters(summaryCells.checksColumn)}${summaryCells.checksRow}`,
        comment: "0 when every check is well",
      },
      {
        name: "KC_Inputs",
        sheet: SHEETS.inputs,
        range: `${columnLetters(INPUT_COLUMNS.driver)}${layout.inputs.headerRow}:${columnLetters(INPUT_COLUMNS.lastScenario)}${layout.inputs.known.lastRow}`,
        comment: "Assumptions: driver name, unit, range, one column a scenario",
      },
      {
        name: "KC_Consensus",
        sheet: SHEETS.consensus,
        range: consensusTableRange(model),
        comment: "Estimates: broker, line, period, mean, high, low, number, date, how each is read",
      },
    ],
    sheets: withMasterFlag([
      readmeSheetPlan(model, shown.name, options.version, options.created.slice(0, 10)),
      summarySheetPlan(model, values(shown.number), statements, shown),
      tearSheetPlan(model, layout, values, statements, consensus, shown),
      inputsSheetPlan(model, layout, own, values, shown.name, heads),
      quarterlySheetPlan(model, layout, own, values, shown.name),
      ...statements.values(),
      targetSheetPlan(model, layout, values, shown),
      comparisonSheetPlan(model, layout, values, shown.name),
      consensus,
      beatSheetPlan(model, layout, values(shown.number), shown.name, options),
      estimatesSheetPlan(model, layout, statements, values(shown.number), shown.name, options.kept),
      journalSheetPlan(options.journal ?? [], shown.name),
      checksSheetPlan(model, layout, values, reconciliation.flagRange, shown.name, options),
      ofFacts(SHEETS.history, () => historySheetPlan(model, layout, shown.name)),
      ofFacts(SHEETS.facts, () => factsSheetPlan(model, layout, shown.name)),
      reconciliation.sheet,
      timelineSheetPlan(model, layout, shown.name),
      ...scenarios,
    ]),
  };
}

/** The sheets with the master flag's present value beside every formula that shows it. */
function withMasterFlag(sheets: readonly SheetPlan[]): readonly SheetPlan[] {
  const checks = sheets.find(({ name }) => name === SHEETS.checks)!;
  const { value } = checks.rows[summaryCells.checksRow - 1]!.cells[summaryCells.checksColumn - 1]!;
  const shown = masterFlag();
  if (value === shown.value) return sheets;
  const cell = (each: CellPlan | null): CellPlan | null =>
    each !== null && each.formula === shown.formula ? { ...each, value } : each;
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
  }));
}

/** Assumptions of a scenario after overrides, with the quarters that count in it. */
function assumptionsOf(model: Model, options: BuildOptions, scenarioNumber: number): Assumptions {
  const base = SCENARIOS.findIndex(({ id }) => id === "base") + 1;
  return withQuarters(
    yearsOf(model, options, scenarioNumber),
    typedQuarters(model, options, scenarioNumber),
    {
      assumptions: yearsOf(model, options, base),
      own: typedQuarters(model, options, base),
    },
  );
}

/** What is typed for quarters in a scenario, overrides among it. */
function typedQuarters(
  model: Model,
  { scenario, overrides }: BuildOptions,
  scenarioNumber: number,
): ReadonlyMap<string, string> {
  const { id } = SCENARIOS[scenarioNumber - 1]!;
  const given = id === scenario ? [...overrides].filter(([key]) => QUARTER_IDS.has(key)) : [];
  return new Map([...(model.quarters[id] ?? []), ...given]);
}

const QUARTER_IDS: ReadonlySet<string> = new Set(QUARTER_DRIVERS.map(({ id }) => id));

/** The same without quarters: an override of Base reaches every scenario that follows it. */
function yearsOf(model: Model, options: BuildOptions, scenarioNumber: number): Assumptions {
  const scenario = SCENARIOS[scenarioNumber - 1]!.id;
  const seeded = scenarioAssumptions(model.rows, scenario);
  if (options.overrides.size === 0) return seeded;
  return new Map(
    model.rows.map(({ driver, own }) => {
      const override = options.overrides.get(driver.id);
      const applies =
        override !== undefined &&
        (scenario === options.scenario || (options.scenario === "base" && own[scenario] === null));
      return [driver.id, applies ? override : seeded.get(driver.id)!];
    }),
  );
}

function ownValues(model: Model, options: BuildOptions): InputValues {
  const rows = new Map(model.rows.map((row) => [row.driver.id, row]));
  const quarters = SCENARIOS.map(({ number }) => typedQuarters(model, options, number));
  return {
    own: (driverId, scenarioNumber) => {
      if (QUARTER_IDS.has(driverId)) {
        const typed = quarters[scenarioNumber - 1]!.get(driverId);
        return typed === undefined ? null : Number(typed);
      }
      const scenario = SCENARIOS[scenarioNumber - 1]!.id;
      const row = rows.get(driverId)!;
      const override = scenario === options.scenario ? options.overrides.get(driverId) : undefined;
      const value = override ?? (scenario === "base" ? row.base : row.own[scenario]);
      return value === null ? null : Number(value);
    },
  };
}
