/** What tests of the grid without a page need, bundled together so that there is one copy of the grid's library. */

import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import sheetsWords from "@univerjs/sheets/locale/en-US";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsHyperLinkPlugin } from "@univerjs/sheets-hyper-link";
import { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import type { Grid } from "../../src/hosts/grid/createGrid";
import { gridHost, type GridHost } from "../../src/hosts/grid/gridHost";
import type { Engine } from "../../src/hosts/grid/liveModel";
import { OWN_UNDO } from "../../src/hosts/grid/undoSteps";

/** The grid's host over the real library, without anything that draws. */
export function headlessHost(engine: Engine): { readonly host: GridHost; readonly univer: Univer } {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: sheetsWords },
    logLevel: LogLevel.SILENT,
    override: OWN_UNDO,
  });
  univer.registerPlugins([
    [UniverDocsPlugin],
    [UniverFormulaEnginePlugin],
    [UniverSheetsPlugin],
    [UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION }],
    [UniverDataValidationPlugin],
    [UniverSheetsDataValidationPlugin],
    [UniverSheetsConditionalFormattingPlugin],
    [UniverSheetsNotePlugin],
    [UniverSheetsHyperLinkPlugin],
  ]);
  return { host: gridHost({ univer } as Grid, engine), univer };
}

export { presentPlan } from "../../src/workbench/saveWorkbook";
export { offerFunctions } from "../../src/hosts/grid/gridFunctions";
export { kcGridFunctions } from "../../src/workbench/kcGridFunctions";
export { errorWords } from "../../src/workbench/errorWords";
