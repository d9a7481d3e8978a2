import { alarms, checks, FIGURE_TIES } from "../companies/kingsoftCloud";
import type { Model, ScenarioHeads } from "../model";
import { absolute, cellAddress } from "./address";
import { emptyRow, formula, rowOf, text } from "./cells";
import { CROSS_FLAG_STYLE, FIRST, flagOf, heading, lastColumn, MEANING_WIDTH } from "./checkCells";
import { inputPlaceRows } from "./inputPlaceRows";
import { alarmRow, errorRows, inputRows, lawRow, nameRows, yearsRows } from "./lawRows";
import { consensusChecks } from "./consensusChecks";
import type { ConsensusInputs } from "./consensusInputs";
import { hindcastRows } from "./hindcastRows";
import { keptChecks } from "./keptChecks";
import type { KeptInputs } from "./keptPlaces";
import type { Layout } from "./layout";
import type { RowPlan, SheetPlan } from "./plan";
import { selectedScenario } from "./scenarioNameCells";
import { printPlan } from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { COLOURS } from "./styles";
import { summaryCells } from "./summaryCells";
import { tieFormulas } from "./tieFormulas";
import { contradictionRows, tieHeading, tieRow } from "./tieRows";
import type { WorkbookValues } from "./workbookValues";

/** All checks as numbers, 0 where all is well; below them the alarms, which are warnings, and the hindcast. */
export function checksSheetPlan(
  model: Model,
  layout: Layout,
  values: WorkbookValues,
  proofFlags: string,
  scenarioName: string,
  typed: {
    readonly consensus?: ConsensusInputs | undefined;
    readonly kept?: KeptInputs | undefined;
    readonly heads?: ScenarioHeads | undefined;
  },
): SheetPlan {
  const { scenarios } = model.spec;
  const rows: RowPlan[] = [];
  const flagRanges: string[] = [];
  const push = (...more: readonly RowPlan[]): void => void rows.push(...more);
  const next = (): number => rows.length + 1;

  push(
    rowOf({ 1: text("Checks", "title") }, 24),
    rowOf({ 1: text("Scenario shown", "subtitle"), 2: selectedScenario(scenarios, scenarioName) }),
    rowOf({
      1: text(
        "0 means that all is well. Every law holds in every scenario, whichever one is shown.",
        "subtitle",
      ),
    }),
  );
  const masterRow = next();
  push(rowOf({}), emptyRow, heading(scenarios, "Laws of the model, by scenario", "What is compared", values));
  const lawsFrom = next();
  for (const check of Object.values(checks)) push(lawRow(model, layout, check, values));
  push(...yearsRows(model, layout, values));
  push(
    ...inputRows(model, layout),
    ...inputPlaceRows(model, layout),
    ...nameRows(model, typed.heads ?? new Map()),
  );
  flagRanges.push(`${cellAddress(lawsFrom, FIRST)}:${cellAddress(next() - 1, lastColumn(scenarios))}`);

  push(emptyRow, tieHeading());
  const tiesFrom = next();
  for (const tie of tieFormulas(model, layout)) push(tieRow(layout, tie, next()));
  flagRanges.push(`${cellAddress(tiesFrom, FIRST + 4)}:${cellAddress(next() - 1, FIRST + 4)}`);

  push(
    emptyRow,
    rowOf({
      1: text("Proofs of settled and open conflicts that fail", "label"),
      2: text("Any flag of the Reconciliation sheet", "unit"),
      [FIRST]: formula(flagOf(`SUM(${proofFlags})=0`), 0, CROSS_FLAG_STYLE),
    }),
  );
  flagRanges.push(cellAddress(next() - 1, FIRST));

  const consensusFrom = next();
  push(...consensusChecks(model, typed.consensus), ...keptChecks(model, typed.kept));
  flagRanges.push(`${cellAddress(consensusFrom, FIRST)}:${cellAddress(next() - 1, FIRST)}`);

  push(emptyRow, ...contradictionRows(model, layout));
  flagRanges.push(`${cellAddress(next() - FIGURE_TIES.length, FIRST)}:${cellAddress(next() - 1, FIRST)}`);

  push(
    emptyRow,
    heading(
      scenarios,
      "Every shown cell has a value",
      "Errors and missing values of the forecast, by scenario",
      values,
    ),
  );
  const errorsFrom = next();
  push(...errorRows(model, layout));
  flagRanges.push(`${cellAddress(errorsFrom, FIRST)}:${cellAddress(next() - 1, lastColumn(scenarios))}`);

  push(
    emptyRow,
    heading(
      scenarios,
      "Alarms: quarters in which an analyst would ask",
      "Warnings; the master flag does not hear them",
      values,
    ),
  );
  const alarmsFrom = next();
  for (const alarm of Object.values(alarms)) push(alarmRow(model, layout, alarm, values));
  const alarmRange = `${cellAddress(alarmsFrom, FIRST)}:${cellAddress(next() - 1, lastColumn(scenarios))}`;

  push(emptyRow, ...hindcastRows(model));

  const raised = rows.some(({ cells }) =>
    cells.some((cell) => cell?.value === 1 && cell.style === CROSS_FLAG_STYLE),
  );
  rows[masterRow - 1] = rowOf({
    1: text("Master flag", "labelTotal"),
    2: text("Sum of every flag below, as 0 or 1", "labelTotal"),
    [summaryCells.checksColumn]: formula(
      `IF(${flagRanges.map((range) => `SUM(${range})`).join("+")}=0,0,1)`,
      raised ? 1 : 0,
      "checkMaster",
    ),
  });
  return {
    name: SHEETS.checks,
    tabColour: TAB_COLOURS.control,
    columns: [64, MEANING_WIDTH, 15, 15, 15, 16, 16, 12, 12, 12].map((width) => ({ width })),
    rows,
    freeze: { rows: masterRow, columns: 1 },
    gridlines: false,
    zoom: 85,
    validations: [],
    conditionalFormats: [
      {
        range: cellAddress(masterRow, summaryCells.checksColumn),
        formula: `${absolute(cellAddress(masterRow, summaryCells.checksColumn))}<>0`,
        colour: COLOURS.bad,
        fill: COLOURS.badFill,
        bold: true,
      },
      {
        range: alarmRange,
        formula: `${alarmRange.split(":")[0]}>0`,
        colour: COLOURS.input,
        fill: COLOURS.changedFill,
        bold: true,
      },
      ...flagRanges.map((range) => ({
        range,
        formula: `${range.split(":")[0]}<>0`,
        colour: COLOURS.bad,
        fill: COLOURS.badFill,
        bold: true,
      })),
    ],
    notes: [
      {
        cell: cellAddress(masterRow, summaryCells.checksColumn),
        text: "KC_Checks: 0 when every check on this sheet is 0.",
      },
    ],
    links: [],
    charts: [],
    print: printPlan(lastColumn(scenarios), rows.length, "All scenarios", masterRow, false),
  };
}
