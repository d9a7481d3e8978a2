/** Something that a file holds beside the contents of its cells: its kind, and where it is or what it is called. */
export interface Feature {
  readonly kind: FeatureKind;
  /** A range, a name, or other words; "" where there is only one place for it. */
  readonly where: string;
}

/** Kinds of what a plan may have no word for. */
export type FeatureKind = keyof typeof FEATURE_WORDS;

/** What each kind is called where it is said to be lost. */
export const FEATURE_WORDS = {
  merged: "merged cells (their cells are kept apart)",
  chart: "charts",
  picture: "pictures",
  shape: "shapes and text boxes",
  otherDrawing: "slicers, diagrams and other drawings",
  table: "tables (their cells are kept)",
  pivotTable: "pivot tables (their last values are kept)",
  filter: "filters (all rows are shown)",
  protection: "the protection of the sheet",
  protectedRange: "ranges with a password",
  hiddenRows: "hidden rows (shown here)",
  hiddenColumns: "hidden columns (shown here)",
  outlineRows: "outlines of rows",
  outlineColumns: "outlines of columns",
  lineFormat: "formats of whole rows and columns beyond their cells",
  link: "links (their words are kept)",
  validation: "rules for what may be typed",
  otherValidation: "rules for what may be typed, other than lists and numbers between two limits",
  conditionalFormat: "conditional formats",
  otherConditionalFormat: "conditional formats by colour scales, bars, icons, ranks or dates",
  sparkline: "sparklines",
  pageBreak: "page breaks",
  printSetup: "the print set-up",
  printArea: "the print area (all that a sheet holds is printed)",
  printTitles: "rows and columns repeated on every printed page",
  headerFooter: "headers and footers",
  background: "the background picture",
  control: "buttons and other controls",
  object: "embedded objects",
  whatIf: "scenarios of the what-if manager",
  dataTable: "what-if data tables (their last values are kept)",
  richText: "formats of parts of a cell's text",
  richData: "pictures and linked data in cells",
  thread: "threads of comments (kept as notes)",
  sheetView: "settings of the view",
  customViews: "views of your own",
  hiddenSheet: "hidden sheets (shown here)",
  otherTab: "tabs that are no worksheets, such as chart sheets",
  calculation: "manual calculation (calculated at once here)",
  iteration: "iterative calculation (a circle is an error here)",
  precisionAsShown: "precision as displayed (calculated in full here)",
  workbookProtection: "the protection of the workbook",
  writeReservation: "the password for writing",
  ownLines: "rows and columns that you put in among the model's, with what stands in them",
  otherLines: "rows and columns that this release of the model has not, with what stands in them",
  otherVersion: "cells of the model that differ from this version's",
  look: "looks that have no place here",
  sheetName: "the name that you gave the sheet",
  unknown: "parts that are not known here",
} as const;
