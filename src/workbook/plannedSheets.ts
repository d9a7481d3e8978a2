import { namesOf, type Model } from "../model";
import type { ScenarioName } from "../seeds";
import { beatSheetPlan } from "./beatSheetPlan";
import type { BuildOptions } from "./buildPlan";
import { checksSheetPlan } from "./checksSheetPlan";
import { comparisonSheetPlan } from "./comparisonSheetPlan";
import { consensusSheetPlan } from "./consensusSheetPlan";
import { estimatesSheetPlan } from "./estimatesSheetPlan";
import { factsSheetPlan } from "./factsSheetPlan";
import { historySheetPlan } from "./historySheetPlan";
import { inputsSheetPlan } from "./inputsSheetPlan";
import { journalSheetPlan } from "./journalSheetPlan";
import { keptForFacts, keptWhile } from "./keptForFacts";
import { keptForValues } from "./keptForValues";
import { layoutOf } from "./layout";
import type { CellPlan, RowPlan, SheetPlan } from "./plan";
import { plannedAssumptions, plannedInputs, plannedTable } from "./plannedAssumptions";
import { quarterlySheetPlan } from "./quarterlySheetPlan";
import { readmeSheetPlan } from "./readmeSheetPlan";
import { reconciliationSheetPlan } from "./reconciliationSheetPlan";
import { scenarioSheetPlan } from "./scenarioSheetPlan";
import { masterFlag } from "./sheetFrame";
import { scenarioSheet, SHEETS } from "./sheetNames";
import type { StatementSheets } from "./statementCell";
import { statementSheetPlan } from "./statementSheetPlans";
import { STATEMENTS } from "./statements";
import { summaryCells } from "./summaryCells";
import { summarySheetPlan } from "./summarySheetPlan";
import { targetSheetPlan } from "./targetSheetPlan";
import { tearSheetPlan } from "./tearSheetPlan";
import { timelineSheetPlan } from "./timelineSheetPlan";
import { workbookValues, type WorkbookValues } from "./workbookValues";

/** A sheet of the workbook, which is made when it is first asked for. */
export interface PlannedSheet {
  readonly name: string;
  readonly plan: () => SheetPlan;
}

/** Every sheet of the workbook in tab order. Sheets, and rows of sheets, that nothing has changed are those of the call before. */
export function planSheets(model: Model, options: BuildOptions): readonly PlannedSheet[] {
  const layout = layoutOf(model);
  const { scenarios } = model.spec;
  const heads = options.heads ?? new Map<ScenarioName, unknown>();
  const names = namesOf(scenarios, heads);
  const shipped = scenarios.find(({ id }) => id === options.scenario)!;
  const shown = { ...shipped, name: names.get(shipped.id)! };
  const own = plannedInputs(model, options);
  const all = workbookValues(model, (scenario) => plannedAssumptions(model, options, scenario), names);
  const table = plannedTable(model, options);
  const typed = {
    consensus: [...(options.consensus ?? [])].flat(),
    kept: [...(options.kept ?? [])].flat(),
    heads: [...heads].flat(),
  };

  const planned = new Map<string, PlannedSheet>();
  const plan = (name: string, make: () => SheetPlan): PlannedSheet => {
    let made: SheetPlan | null = null;
    const sheet = { name, plan: () => (made ??= make()) };
    planned.set(name, sheet);
    return sheet;
  };
  /** A sheet made of values of scenarios and of what is named beside them. */
  const ofValues = (
    name: string,
    inputs: () => readonly unknown[],
    make: (values: WorkbookValues) => SheetPlan,
  ): PlannedSheet =>
    plan(name, () => keptForValues(model.data, name, [shown.id, shown.name, ...inputs()], all, make));
  const ofFacts = (name: string, make: () => SheetPlan): PlannedSheet =>
    plan(name, () => keptForFacts(model.data, `${name}, ${shown.name}`, make));
  const sheet = (name: string): SheetPlan => planned.get(name)!.plan();
  const statements: StatementSheets = { get: sheet };
  const reconciliation = () =>
    keptForFacts(model.data, `proofs, ${shown.name}`, () =>
      reconciliationSheetPlan(model, layout, shown.name),
    );

  const nothing = (): readonly unknown[] => [];
  const sheets = [
    plan(SHEETS.readme, () =>
      keptWhile(model.data, SHEETS.readme, [shown.name, options.version, options.created], () =>
        readmeSheetPlan(model, shown.name, options.version, options.created.slice(0, 10)),
      ),
    ),
    ofValues(SHEETS.summary, nothing, (values) =>
      summarySheetPlan(model, values(shown.number), statements, shown),
    ),
    ofValues(
      SHEETS.tear,
      () => [sheet(SHEETS.consensus)],
      (values) => tearSheetPlan(model, layout, values, statements, sheet(SHEETS.consensus), shown),
    ),
    ofValues(
      SHEETS.inputs,
      () => [...table, ...typed.heads],
      (values) => inputsSheetPlan(model, layout, own, values, shown.name, heads),
    ),
    ofValues(
      SHEETS.quarterly,
      () => table,
      (values) => quarterlySheetPlan(model, layout, own, values, shown.name),
    ),
    ...STATEMENTS.map((statement) =>
      ofValues(statement.name, nothing, (values) =>
        statementSheetPlan(model, layout, statement, values(shown.number), shown.name),
      ),
    ),
    ofValues(SHEETS.target, nothing, (values) => targetSheetPlan(model, layout, values, shown)),
    ofValues(SHEETS.comparison, nothing, (values) => comparisonSheetPlan(model, layout, values, shown.name)),
    ofValues(
      SHEETS.consensus,
      () => typed.consensus,
      (values) => consensusSheetPlan(model, layout, values, shown, options.consensus),
    ),
    ofValues(
      SHEETS.beat,
      () => [...typed.kept, null, ...typed.consensus],
      (values) => beatSheetPlan(model, layout, values(shown.number), shown.name, options),
    ),
    ofValues(
      SHEETS.estimates,
      () => typed.kept,
      (values) =>
        estimatesSheetPlan(model, layout, statements, values(shown.number), shown.name, options.kept),
    ),
    plan(SHEETS.journal, () => {
      const lines = options.journal ?? [];
      const inputs = [shown.name, ...lines.flatMap((line) => Object.values(line))];
      return keptWhile(model.data, SHEETS.journal, inputs, () =>
        journalSheetPlan(scenarios, lines, shown.name),
      );
    }),
    ofValues(
      SHEETS.checks,
      () => [...typed.consensus, null, ...typed.kept, null, ...typed.heads],
      (values) => checksSheetPlan(model, layout, values, reconciliation().flagRange, shown.name, options),
    ),
    ofFacts(SHEETS.history, () => historySheetPlan(model, layout, shown.name)),
    ofFacts(SHEETS.facts, () => factsSheetPlan(model, layout, shown.name)),
    plan(SHEETS.reconciliation, () => reconciliation().sheet),
    ofFacts(SHEETS.timeline, () => timelineSheetPlan(model, layout, shown.name)),
    ...scenarios.map((scenario) =>
      ofValues(scenarioSheet(scenarios, scenario.number), nothing, (values) =>
        scenarioSheetPlan(model, layout, scenario, values(scenario.number)),
      ),
    ),
  ];
  return sheets.map(({ name, plan: make }) => ({
    name,
    plan: () => withMasterFlag(make(), sheet(SHEETS.checks)),
  }));
}

/** A sheet with the master flag's present value beside every formula that shows it. */
function withMasterFlag(sheet: SheetPlan, checks: SheetPlan): SheetPlan {
  const { value } = checks.rows[summaryCells.checksRow - 1]!.cells[summaryCells.checksColumn - 1]!;
  const shown = masterFlag();
  if (value === shown.value) return sheet;
  const shows = (cell: CellPlan | null): boolean => cell?.formula === shown.formula;
  const row = (each: RowPlan): RowPlan =>
    each.cells.some(shows)
      ? { ...each, cells: each.cells.map((cell) => (shows(cell) ? { ...cell!, value } : cell)) }
      : each;
  return { ...sheet, rows: sheet.rows.map(row) };
}
