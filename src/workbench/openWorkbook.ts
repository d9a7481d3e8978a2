import type { FileParts } from "../hosts/opening/fileParts";
import { checkSheetNames } from "../hosts/opening/fileLimits";
import { FormulaReader } from "../hosts/opening/formulaReader";
import { modelTabs } from "../hosts/opening/modelTabs";
import { ownFileParts } from "../hosts/opening/ownFileParts";
import { UnfitFile } from "../hosts/opening/unfitFile";
import type { Model } from "../model";
import { cellAddress } from "../workbook/address";
import type { WorkbookPlan } from "../workbook/plan";
import { SHEETS } from "../workbook/sheetNames";
import { openInputs, typedApart } from "./openInputs";
import { isOfRelease, tellsRelease } from "./fileRelease";
import type { WorkbookInputs } from "./followInputs";

/** What a file brings back: inputs, scenario, and a person's own parts. */
export interface OpenedFile {
  readonly inputs: WorkbookInputs;
  readonly parts: FileParts;
  /** What the file holds and the workbench does not take over, one by one, in sentences. */
  readonly left: readonly string[];
  /** What was mended, calculated or moved, with nothing lost. */
  readonly told: readonly string[];
}

/** Reads an .xlsx file of the model. Throws UnfitFile for anything else. */
export async function openWorkbook(model: Model, bytes: Uint8Array, plan: WorkbookPlan): Promise<OpenedFile> {
  const { readWholeWorkbook } = await import("../hosts/xlsx/readXlsx");
  const file = await readWholeWorkbook(bytes).catch((error: unknown) => {
    throw new UnfitFile(`${error instanceof Error ? error.message : String(error)}.`.replace(/\.\.$/, "."));
  });
  checkSheetNames(file);
  const tabs = modelTabs(file, plan);
  const reader = new FormulaReader(tabs);
  const readme = [...tabs.values()].find((tab) => tab.plan.name === SHEETS.readme);
  const sameRelease = readme !== undefined && isOfRelease(readme);
  const opened = openInputs(model, file, plan, { tabs, sameRelease }, reader);
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
    part.sheet === SHEETS.inputs ? { ...part, contents: [...part.contents, ...opened.formulas] } : part,
  );
  return {
    inputs: opened.inputs,
    parts: { ...own.parts, onModel },
    left: [...opened.left, ...own.left],
    told: [...opened.told, ...own.told],
  };
}
