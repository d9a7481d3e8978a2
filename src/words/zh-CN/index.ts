import { catalogueOf, type Catalogue } from "../catalogue";
import actuals from "./actuals.json";
import analysis from "./analysis.json";
import checks from "./checks.json";
import conflicts from "./conflicts.json";
import consensus from "./consensus.json";
import factsTerms from "./facts-terms.json";
import errors from "./errors.json";
import facts from "./facts.json";
import functions from "./functions.json";
import inputs from "./inputs.json";
import lines from "./lines.json";
import meanings from "./meanings.json";
import messages from "./messages.json";
import names from "./names.json";
import paneCompare from "./pane-compare.json";
import paneQuarter from "./pane-quarter.json";
import paneScenarios from "./pane-scenarios.json";
import paneSources from "./pane-sources.json";
import opening from "./opening.json";
import pane from "./pane.json";
import pieces from "./pieces.json";
import prompts from "./prompts.json";
import readBack from "./readBack.json";
import reasons from "./reasons.json";
import results from "./results.json";
import shapes from "./shapes.json";
import sheets from "./sheets.json";
import sources from "./sources.json";
import summary from "./summary.json";
import workbench from "./workbench.json";
import workbook from "./workbook.json";

/** English texts and what each is in simplified Chinese, in the terms of the company's own Chinese releases and circulars. */
export const ENTRIES: Readonly<Record<string, string>> = {
  ...sheets,
  ...readBack,
  ...actuals,
  ...checks,
  ...conflicts,
  ...consensus,
  ...facts,
  ...factsTerms,
  ...functions,
  ...inputs,
  ...lines,
  ...pieces,
  ...prompts,
  ...reasons,
  ...sources,
  ...summary,
  ...results,
  ...workbook,
  // Sheets, lines and inputs first: a word of several meanings leads back to theirs.
  ...pane,
  ...paneCompare,
  ...paneQuarter,
  ...paneScenarios,
  ...paneSources,
  ...analysis,
  ...meanings,
  ...messages,
  ...errors,
  ...opening,
  ...workbench,
  ...shapes,
};

/** Simplified Chinese. */
export const CHINESE: Catalogue = catalogueOf("zh-CN", ENTRIES, names);
