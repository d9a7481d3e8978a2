import type { FileParts } from "../hosts/opening/fileParts";
import { checkSheetNames } from "../hosts/opening/fileLimits";
import { FormulaReader } from "../hosts/opening/formulaReader";
import { checkTabs, modelTabs } from "../hosts/opening/modelTabs";
import { ownFileParts } from "../hosts/opening/ownFileParts";
import { UnfitFile } from "../hosts/opening/unfitFile";
import type { Model } from "../model";
import { cellAddress } from "../workbook/address";
import { sheetKey, type WorkbookPlan } from "../workbook/plan";
import { planInWords } from "../workbook/planInWords";
import { SHEETS } from "../workbook/sheetNames";
import { catalogueOfNames, type Catalogue } from "../words";
import { openInputs, typedApart } from "./openInputs";
import { isOfRelease, tellsRelease } from "./fileRelease";
import type { WorkbookInputs } from "./followInputs";

/** What a file brings back: inputs, scenario, and a person's own parts, in the file's language. */
export interface OpenedFile {
  /** The words of the file. */
  readonly words: Catalogue;
  /** The shipped plan in them. */
  readonly plan: WorkbookPlan;
  readonly inputs: WorkbookInputs;
  readonly parts: FileParts;
  /** What the file holds and the workbench does not take over, one by one, in sentences. */
  readonly left: readonly string[];
  /** What was mended, calculated or moved, with nothing lost. */
  readonly told: readonly string[];
}

/** Reads an .xlsx file of the model, in whatever language; the plan is the shipped one in English. Throws UnfitFile for anything else. */
export async function openWorkbook(
  model: Model,
  bytes: Uint8Array,
  shipped: WorkbookPlan,
): Promise<OpenedFile> {
  const { readWholeWorkbook } = await import("../hosts/xlsx/readXlsx");
  const file = await readWholeWorkbook(bytes).catch((error: unknown) => {
    throw new UnfitFile(`${error instanceof Error ? error.message : String(error)}.`.replace(/\.\.$/, "."));
  });
  checkSheetNames(file);
  const words = await catalogueOfNames(file.sheets.map(({ name }) => name));
  const plan = planInWords(shipped, words);
  const tabs = modelTabs(file, plan);
  const reader = new FormulaReader(tabs);
  const readme = [...tabs.values()].find((tab) => sheetKey(tab.plan) === SHEETS.readme);
  const sameRelease = readme !== undefined && isOfRelease(readme);
  const opened = openInputs(model, file, plan, { tabs, sameRelease }, reader, words);
  checkTabs(file, plan, tabs);
  const typing = typedApart(model);
  const own = ownFileParts(file, plan, reader, {
    tabs,
    sameRelease,
    isReadApart: (sheet, row, column) =>
      opened.isInput(sheet, row, column) ||
      // The lines of a journal find rows of their own.
      ((!sameRelease || sheet === SHEETS.journal) && typing.has(`${sheet}!${cellAddress(row, column)}`)) ||
      (sheet === SHEETS.readme && readme !== undefined && tellsRelease(readme, row)),
  });
  const onModel = own.parts.onModel.map((part) =>
    part.sheet === words.of(SHEETS.inputs)
      ? { ...part, contents: [...part.contents, ...opened.formulas] }
      : part,
  );
  return {
    words,
    plan,
    inputs: opened.inputs,
    parts: { ...own.parts, onModel },
    left: [...opened.left, ...own.left],
    told: [...opened.told, ...own.told],
  };
}
