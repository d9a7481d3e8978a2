import type { Model, ScenarioHeads } from "../model";
import type { ScenarioName } from "../seeds";
import type { JournalLine } from "../analysis";
import { columnLetters } from "./address";
import type { ConsensusInputs } from "./consensusInputs";
import { consensusTableRange } from "./consensusPlaces";
import { INPUT_COLUMNS, inputColumnsOf } from "./inputColumns";
import { planSheets } from "./plannedSheets";
import type { KeptInputs } from "./keptPlaces";
import { layoutOf } from "./layout";
import type { WorkbookPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { allStyles } from "./styles";
import { summaryCells } from "./summaryCells";

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
  const { scenarios } = model.spec;
  const layout = layoutOf(model);
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
        range: `${columnLetters(INPUT_COLUMNS.driver)}${layout.inputs.headerRow}:${columnLetters(inputColumnsOf(scenarios).lastScenario)}${layout.inputs.known.lastRow}`,
        comment: "Assumptions: driver name, unit, range, one column a scenario",
      },
      {
        name: "KC_Consensus",
        sheet: SHEETS.consensus,
        range: consensusTableRange(model),
        comment: "Estimates: broker, line, period, mean, high, low, number, date, how each is read",
      },
    ],
    sheets: planSheets(model, options).map(({ plan }) => plan()),
  };
}
