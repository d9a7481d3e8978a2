/** The workbook as data: every host carries out the same plan, and a plan is plain JSON that can be diffed. */

/** A whole workbook: sheets in tab order, the public names, and how it opens. */
export interface WorkbookPlan {
  readonly title: string;
  readonly creator: string;
  /** ISO date-time written into the file properties, so that equal inputs give equal bytes. */
  readonly created: string;
  readonly names: readonly DefinedNamePlan[];
  readonly styles: Readonly<Record<string, CellStyle>>;
  readonly sheets: readonly SheetPlan[];
  /** Name of the sheet shown on opening. */
  readonly activeSheet: string;
}

/** A public anchor, e.g. KC_Scenario = 'Summary'!$C$4. */
export interface DefinedNamePlan {
  readonly name: string;
  readonly sheet: string;
  /** A1 range without the sheet, e.g. "C4" or "A6:K90". */
  readonly range: string;
  readonly comment: string;
}

/** One worksheet. Rows and columns are 1-based in ranges, as in A1. */
export interface SheetPlan {
  /** Where this is in the words of another language: the sheet in English, by whose name and labels the program knows it and its inputs. */
  readonly english?: SheetPlan;
  readonly name: string;
  /** Hex colour of the tab, e.g. "1F4E79". */
  readonly tabColour: string;
  readonly columns: readonly ColumnPlan[];
  readonly rows: readonly RowPlan[];
  /** Number of frozen header rows and label columns. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly validations: readonly ValidationPlan[];
  readonly conditionalFormats: readonly ConditionalFormatPlan[];
  readonly notes: readonly NotePlan[];
  readonly links: readonly LinkPlan[];
  readonly charts: readonly ChartPlan[];
  readonly print: PrintPlan;
  /** Excel's own gridlines on screen. */
  readonly gridlines: boolean;
  readonly zoom: number;
}

/** What the program knows a planned sheet by, in whatever language its name is. */
export function sheetKey({ english, name }: Pick<SheetPlan, "english" | "name">): string {
  return english?.name ?? name;
}

/** Column width in characters. */
export interface ColumnPlan {
  readonly width: number;
  /** In an outline of one level, by which it can be folded away. */
  readonly foldable?: boolean;
}

/** One row: height in points (0 = default) and its cells, left to right from column A; null is an empty cell. */
export interface RowPlan {
  readonly height?: number;
  /** In an outline of one level, by which it can be folded away. */
  readonly foldable?: boolean;
  readonly cells: readonly (CellPlan | null)[];
}

/** One cell: a constant, or a formula with the value it has when the plan is made (the cached value). */
export interface CellPlan {
  readonly value: number | string | boolean | null;
  /** Formula text without the leading "=", in English A1 notation. */
  readonly formula?: string;
  /** Key into WorkbookPlan.styles. */
  readonly style: string;
  /** Rows and columns that the answer of a formula of arrays fills, its own cell included. */
  readonly fills?: { readonly rows: number; readonly columns: number };
}

/** Look of a cell. Colours are hex RGB without "#". */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  readonly align?: "left" | "center" | "right";
  readonly vertical?: "top" | "middle" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly borderTop?: "thin" | "medium" | "double";
  readonly borderBottom?: "thin" | "medium" | "double";
  /** Unlocked cells are the inputs; sheets are not protected. */
  readonly unlocked?: boolean;
}

/** Data validation of a range: a list of choices, a number between limits, or what a formula (relative to the first cell) holds true. */
export interface ValidationPlan {
  readonly range: string;
  readonly rule:
    | { readonly kind: "list"; readonly values: readonly string[] }
    | { readonly kind: "listRange"; readonly formula: string }
    | { readonly kind: "formula"; readonly formula: string }
    | { readonly kind: "decimal"; readonly min: number; readonly max: number }
    | { readonly kind: "whole"; readonly min: number; readonly max: number };
  readonly promptTitle: string;
  readonly prompt: string;
  readonly errorTitle: string;
  readonly error: string;
}

/** A conditional format: cells of the range for which the formula (relative to its first cell) is true take the look. */
export interface ConditionalFormatPlan {
  readonly range: string;
  readonly formula: string;
  readonly colour: string;
  readonly fill: string;
  readonly bold?: boolean;
}

/** A cell note (classic comment). */
export interface NotePlan {
  readonly cell: string;
  readonly text: string;
}

/** A hyperlink inside the workbook. */
export interface LinkPlan {
  readonly cell: string;
  readonly sheet: string;
  readonly target: string;
  readonly tooltip: string;
}

/** A native chart over ranges of the workbook. */
export interface ChartPlan {
  readonly title: string;
  readonly kind: "line" | "columnClustered" | "columnStacked" | "columnStackedLine";
  /** Category labels, e.g. 'Summary'!$D$20:$W$20. */
  readonly categories: string;
  readonly series: readonly ChartSeriesPlan[];
  readonly valueAxisTitle: string;
  readonly secondaryAxisTitle?: string;
  readonly valueFormat: string;
  /** Where the value axis begins, where not left to the program. */
  readonly axisFrom?: number;
  readonly secondaryFormat?: string;
  /** Top-left and bottom-right cells that the chart covers. */
  readonly from: string;
  readonly to: string;
  /** Text for people who cannot see the chart. */
  readonly altText: string;
}

/** One series: name cell, values range, colour; `line` series of a combined chart go on the secondary axis. */
export interface ChartSeriesPlan {
  readonly name: string;
  readonly nameRef?: string;
  readonly values: string;
  readonly colour: string;
  readonly line?: boolean;
  readonly dashed?: boolean;
  /** Columns without a fill or a name in the legend, on which others stand. */
  readonly unseen?: boolean;
}

/** Print set-up: everything is landscape and one page wide, as many pages tall as needed unless `onePage` is set. */
export interface PrintPlan {
  /** A1 range without the sheet. */
  readonly area: string;
  readonly titleRows: { readonly from: number; readonly to: number } | null;
  readonly titleColumns: { readonly from: string; readonly to: string } | null;
  readonly footerLeft: string;
  readonly footerCenter: string;
  readonly footerRight: string;
  readonly paper: "A4" | "A3";
  readonly onePage?: boolean;
}
