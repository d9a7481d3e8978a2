import { Univer, LocaleType, LogLevel, mergeLocales, type Plugin, type PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import dataValidationWords from "@univerjs/data-validation/locale/en-US";
import designWords from "@univerjs/design/locale/en-US";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDocsUIPlugin } from "@univerjs/docs-ui";
import docsWords from "@univerjs/docs-ui/locale/en-US";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverRenderEnginePlugin } from "@univerjs/engine-render";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsConditionalFormattingUIPlugin } from "@univerjs/sheets-conditional-formatting-ui";
import conditionalWords from "@univerjs/sheets-conditional-formatting-ui/locale/en-US";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsDataValidationUIPlugin } from "@univerjs/sheets-data-validation-ui";
import validationUiWords from "@univerjs/sheets-data-validation-ui/locale/en-US";
import validationWords from "@univerjs/sheets-data-validation/locale/en-US";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsFormulaUIPlugin } from "@univerjs/sheets-formula-ui";
import formulaUiWords from "@univerjs/sheets-formula-ui/locale/en-US";
import formulaWords from "@univerjs/sheets-formula/locale/en-US";
import { UniverSheetsHyperLinkPlugin } from "@univerjs/sheets-hyper-link";
import { UniverSheetsHyperLinkUIPlugin } from "@univerjs/sheets-hyper-link-ui";
import linkUiWords from "@univerjs/sheets-hyper-link-ui/locale/en-US";
import linkWords from "@univerjs/sheets-hyper-link/locale/en-US";
import { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import { UniverSheetsNoteUIPlugin } from "@univerjs/sheets-note-ui";
import noteWords from "@univerjs/sheets-note-ui/locale/en-US";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsNumfmtUIPlugin } from "@univerjs/sheets-numfmt-ui";
import numberFormatWords from "@univerjs/sheets-numfmt-ui/locale/en-US";
import { UniverSheetsUIPlugin } from "@univerjs/sheets-ui";
import sheetsUiWords from "@univerjs/sheets-ui/locale/en-US";
import sheetsWords from "@univerjs/sheets/locale/en-US";
import { UniverUIPlugin } from "@univerjs/ui";
import uiWords from "@univerjs/ui/locale/en-US";
import { SCROLL_BARS } from "./scrollBars";
import { OWN_UNDO } from "./undoSteps";
import "@univerjs/sheets/facade";
import "@univerjs/ui/facade";
import "@univerjs/sheets-ui/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";

/** The spreadsheet grid of the page. */
export interface Grid {
  readonly univer: Univer;
  readonly api: FUniver;
}

/** Words that the grid's packages leave out. */
const MISSING_WORDS = {
  "sheets-formula": {
    progress: {
      analyzing: "Looking at formulas",
      calculating: "Calculating",
      "array-analysis": "Looking at ranges",
      "array-calculation": "Calculating ranges",
      done: "Calculated",
    },
  },
};

/** Puts an empty spreadsheet grid into an element. */
export function createGrid(container: HTMLElement, dark: boolean): Grid {
  const words = mergeLocales(
    designWords,
    docsWords,
    uiWords,
    sheetsWords,
    sheetsUiWords,
    formulaWords,
    formulaUiWords,
    numberFormatWords,
    dataValidationWords,
    validationWords,
    validationUiWords,
    conditionalWords,
    noteWords,
    linkWords,
    linkUiWords,
    MISSING_WORDS,
  );
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: words },
    logLevel: LogLevel.WARN,
    darkMode: dark,
    override: OWN_UNDO,
  });
  const plugins: readonly (readonly [PluginCtor<Plugin>, unknown?])[] = [
    [UniverDocsPlugin],
    [UniverRenderEnginePlugin],
    [
      UniverUIPlugin,
      {
        container,
        header: true,
        toolbar: true,
        footer: true,
        contextMenu: true,
        ribbonType: "simple",
        disableAutoFocus: true,
      },
    ],
    [UniverDocsUIPlugin],
    [UniverFormulaEnginePlugin],
    [UniverSheetsPlugin],
    [
      UniverSheetsUIPlugin,
      {
        formulaBar: true,
        disableForceStringAlert: true,
        disableForceStringMark: true,
        scrollConfig: SCROLL_BARS,
      },
    ],
    [UniverSheetsNumfmtPlugin],
    [UniverSheetsNumfmtUIPlugin],
    [UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION }],
    [UniverSheetsFormulaUIPlugin],
    [UniverDataValidationPlugin],
    [UniverSheetsDataValidationPlugin],
    // A field to search its list would take the keyboard from the cell in which a choice is being typed.
    [UniverSheetsDataValidationUIPlugin, { showSearchOnDropdown: false }],
    [UniverSheetsConditionalFormattingPlugin],
    [UniverSheetsConditionalFormattingUIPlugin],
    [UniverSheetsNotePlugin],
    [UniverSheetsNoteUIPlugin],
    [UniverSheetsHyperLinkPlugin],
    [UniverSheetsHyperLinkUIPlugin],
  ];
  for (const [plugin, config] of plugins) univer.registerPlugin(plugin, config as never);
  return { univer, api: FUniver.newAPI(univer) };
}
