import { cellAddress, parseCell } from "../../workbook/address";
import { sheetKey, type NotePlan } from "../../workbook/plan";
import { isMarkNote } from "../grid/markNote";
import type { OwnStyles } from "../ownStyles";
import type { Feature } from "../xlsx/feature";
import type { FileFrame } from "../xlsx/fileSheetPlan";
import type { FileSheetParts } from "./fileParts";
import type { FormulaReader } from "./formulaReader";
import { modelContents } from "./modelContents";
import { modelFeatures } from "./modelFeatures";
import type { ModelLooks } from "./modelLooks";
import type { ModelTab } from "./modelTabs";

/** How the model's cells of a file are to be read. */
export interface ModelReading {
  /** The model's sheets by the names that they have in the file. */
  readonly tabs: ReadonlyMap<string, ModelTab>;
  /** Whether figures and words of the file are those of the plan's release. */
  readonly sameRelease: boolean;
  /** Cells of the plan that are read by others than this; rows and columns from 1. */
  isReadApart(sheet: string, row: number, column: number): boolean;
}

/** Differences in characters and points that a person has made; less comes from rounding. */
const WIDER = 0.8;
const HIGHER = 1.5;

/** What a sheet of the model has in a file of a person's own, and what of it has no place in a plan; `looks` tells whose looks are a person's. */
export function modelSheetParts(
  tab: ModelTab,
  reader: FormulaReader,
  reading: ModelReading,
  looks: ModelLooks,
  styles: OwnStyles,
): {
  readonly parts: FileSheetParts;
  readonly features: readonly Feature[];
  /** How many cells differ because the file is of another release. */
  readonly otherRelease: number;
} {
  const { sheet, plan } = tab;
  const frame = sheet.frame();
  const isReadApart = (row: number, column: number): boolean =>
    reading.isReadApart(sheetKey(plan), row, column);
  const contents = modelContents(tab, reader, isReadApart, reading.sameRelease);
  const dressed = looks.own(tab, styles);
  const features = modelFeatures(tab, (formula) => reader.look(sheet.name, formula));
  return {
    parts: {
      sheet: plan.name,
      contents: contents.contents.map((content) => ({
        ...content,
        style: plan.rows[content.row]?.cells[content.column]?.style ?? "",
      })),
      looks: dressed.looks,
      notes: frame.notes.filter(({ text }) => !isMarkNote(text)).flatMap((note) => placedNote(note, tab)),
      widths: ownWidths(frame, tab),
      heights: ownHeights(frame, tab),
    },
    features: [...features, ...contents.features, ...dressed.features],
    otherRelease: contents.otherRelease,
  };
}

function placedNote({ cell, text }: NotePlan, { at }: ModelTab): readonly NotePlan[] {
  const { row, column } = parseCell(cell);
  const [planRow, planColumn] = [at.rows.toPlan(row), at.columns.toPlan(column)];
  return planRow === null || planColumn === null ? [] : [{ cell: cellAddress(planRow, planColumn), text }];
}

function ownWidths(frame: FileFrame, { plan, at }: ModelTab): ReadonlyMap<number, number> {
  return new Map(
    plan.columns.flatMap((planned, index) => {
      const column = at.columns.toFile(index + 1);
      const width = column === null ? undefined : frame.width(column - 1);
      return width !== undefined && Math.abs(width - planned.width) > WIDER ? [[index, width] as const] : [];
    }),
  );
}

function ownHeights(frame: FileFrame, { plan, at }: ModelTab): ReadonlyMap<number, number> {
  return new Map(
    plan.rows.flatMap((planned, index) => {
      const row = at.rows.toFile(index + 1);
      const height = row === null ? undefined : frame.height(row - 1);
      return height !== undefined && planned.height && Math.abs(height - planned.height) > HIGHER
        ? [[index, height] as const]
        : [];
    }),
  );
}
