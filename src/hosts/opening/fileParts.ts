import type { CellStyle, DefinedNamePlan, NotePlan, SheetPlan } from "../../workbook/plan";
import type { CellValue } from "../port";

/** A person's content on a sheet of the model, as it would be typed; rows and columns count from 0. */
export interface FileContent {
  readonly row: number;
  readonly column: number;
  readonly content: CellValue;
  readonly value: CellValue;
  readonly style: string;
}

/** A look that a person gave a cell of the model; rows and columns count from 0. */
export interface FileLook {
  readonly row: number;
  readonly column: number;
  readonly style: string;
}

/** What a file has on a sheet of the model beside the model itself. */
export interface FileSheetParts {
  /** Name of the sheet in the plan. */
  readonly sheet: string;
  readonly contents: readonly FileContent[];
  readonly looks: readonly FileLook[];
  /** All its notes: the model's as they stand, and a person's. */
  readonly notes: readonly NotePlan[];
  /** Widths in characters of columns that differ from the plan's, by column from 0. */
  readonly widths: ReadonlyMap<number, number>;
  /** Heights in points of rows that differ from the plan's, by row from 0. */
  readonly heights: ReadonlyMap<number, number>;
}

/** A person's parts that a file brings, with the styles that they name. */
export interface FileParts {
  readonly onModel: readonly FileSheetParts[];
  readonly sheets: readonly SheetPlan[];
  readonly styles: Readonly<Record<string, CellStyle>>;
  /** Names that a person gave to ranges. */
  readonly names: readonly DefinedNamePlan[];
}
