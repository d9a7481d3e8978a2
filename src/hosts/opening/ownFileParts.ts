import { say } from "../../words";
import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { OwnStyles } from "../ownStyles";
import { filedLooks } from "../xlsx/filedLooks";
import type { ReadWorkbook } from "../xlsx/readXlsx";
import { featureWords, listed, sentence } from "./featureWords";
import { checkSheet } from "./fileLimits";
import type { FileParts, FileSheetParts } from "./fileParts";
import type { FormulaReader } from "./formulaReader";
import { modelLooks } from "./modelLooks";
import { modelSheetParts, type ModelReading } from "./modelSheetParts";
import { ownFileNames } from "./ownFileNames";
import { ownFileSheet } from "./ownFileSheet";
import { partLosses } from "./partLosses";
import { modelPrintFeatures, ownPrintFeatures } from "./printFeatures";

/** What a file brings of a person's own, what of it can't be kept, and what was done to it; each a sentence. */
export interface OwnFileParts {
  readonly parts: FileParts;
  /** What the file holds and the workbench does not take over, one by one. */
  readonly left: readonly string[];
  /** What was mended or moved, with nothing lost. */
  readonly told: readonly string[];
}

/**
 * A person's parts: whatever stands in a file beside the model, cells of the model that were typed over or dressed otherwise, notes, widths,
 * names of ranges, and sheets that are not the plan's. Throws UnfitFile for what the grid could not hold or save.
 */
export function ownFileParts(
  file: ReadWorkbook,
  plan: WorkbookPlan,
  reader: FormulaReader,
  reading: ModelReading,
): OwnFileParts {
  const styles = new OwnStyles();
  const looks = modelLooks(reading.tabs.values(), filedLooks(plan.styles), reading);
  const onModel: FileSheetParts[] = [];
  const sheets: SheetPlan[] = [];
  const [lost, days, otherwise]: [string[], string[], string[]] = [[], [], []];
  for (const sheet of file.sheets) {
    const tab = reading.tabs.get(sheet.name);
    checkSheet(sheet, tab?.plan);
    if (tab !== undefined) {
      const { parts, features, otherRelease } = modelSheetParts(tab, reader, reading, looks, styles);
      if (otherRelease > 0) otherwise.push(`${tab.plan.name} (${otherRelease})`);
      onModel.push(parts);
      const isAsPlanned = reading.sameRelease && tab.at.same;
      const print = isAsPlanned ? modelPrintFeatures(file.survey.names, sheet.name, tab.plan) : [];
      lost.push(...featureWords(tab.plan.name, [...features, ...print]));
      continue;
    }
    const own = ownFileSheet(sheet, reader, styles);
    sheets.push(own.plan);
    const print = ownPrintFeatures(file.survey.names, own.plan);
    lost.push(...featureWords(sheet.name, [...own.features, ...print]));
    if (own.movedDays > 0) days.push(`${sheet.name} (${own.movedDays})`);
  }
  const names = ownFileNames(file, plan, reading.tabs);
  return {
    parts: { onModel, sheets, styles: styles.all, names: names.names },
    left: [
      ...(otherwise.length > 0
        ? [
            say`It is of another release of the model: cells that differ take this release's words, figures and formulas, and what was typed over them or among them is not told apart, on ${listed(otherwise)}.`,
          ]
        : []),
      ...(file.macros ? [say`Its macros do not run here and are left out.`] : []),
      ...formulaWords(file, reader),
      ...featureWords(null, file.survey.features),
      ...(names.left.length > 0
        ? [say`Names of your own that stand for no range of the whole workbook: ${listed(names.left)}.`]
        : []),
      ...(names.taken.length > 0
        ? [say`Names of your own that the model has for ranges of its own: ${listed(names.taken)}.`]
        : []),
      ...partLosses(file.paths).map(sentence),
      ...lost,
    ],
    told: [
      ...(reader.repaired.length > 0 ? [say`KC calls were mended: ${listed(reader.repaired)}.`] : []),
      ...(days.length > 0
        ? [
            say`The file counts its days from 1904: cells that show a day were moved to the same day counted from 1900, on ${listed(days)}; the number of a day in a plain cell or inside a formula is as it was.`,
          ]
        : []),
    ],
  };
}

function formulaWords(file: ReadWorkbook, { outside, astray }: FormulaReader): readonly string[] {
  return [
    ...(outside.length > 0
      ? [say`Formulas that ask outside the workbook come as their last values: ${listed(outside)}.`]
      : []),
    ...(file.links > 0 && outside.length === 0 ? [say`Its links to other workbooks are left out.`] : []),
    ...(astray.length > 0
      ? [
          say`Formulas that lead to cells which the model has not come as their last values: ${listed(astray)}.`,
        ]
      : []),
  ];
}
