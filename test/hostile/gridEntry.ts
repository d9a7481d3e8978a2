/** What tests of the grid without a page need, bundled together so that there is one copy of the grid's library. */

import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import sheetsWords from "@univerjs/sheets/locale/en-US";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import {
  DataValidationListCacheService,
  SheetDataValidationModel,
  SheetsDataValidationValidatorService,
  UniverSheetsDataValidationPlugin,
} from "@univerjs/sheets-data-validation";
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

/** The library's word on what a cell with a list holds, and what the list offers; rows and columns from 0. */
export async function choicesOf(
  univer: Univer,
  { unitId, sheetId }: { readonly unitId: string; readonly sheetId: string },
  row: number,
  column: number,
): Promise<{ readonly offered: readonly string[]; readonly verdict: string }> {
  const injector = univer.__getInjector();
  const rule = injector.get(SheetDataValidationModel).getRuleByLocation(unitId, sheetId, row, column)!;
  const validator = injector.get(SheetsDataValidationValidatorService);
  const verdict = await validator.validatorCell(unitId, sheetId, row, column);
  return {
    verdict,
    offered: injector.get(DataValidationListCacheService).getOrCompute(unitId, sheetId, rule).list,
  };
}

export { presentPlan } from "../../src/workbench/saveWorkbook";
export { offerFunctions } from "../../src/hosts/grid/gridFunctions";
export { kcGridFunctions } from "../../src/workbench/kcGridFunctions";
export { errorWords } from "../../src/workbench/errorWords";
