import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { absolute, onSheet } from "../../workbook/address";
import { fileStyles, FONT_NAME, FONT_SIZE } from "./cellStyles";
import { chartFrames } from "./chartFrames";
import { rangeReader } from "./chartRanges";
import { chartXml } from "./chartXml";
import { fileConditionalFormats } from "./conditionalFormats";
import { errorResults, hasErrors } from "./errorResults";
import { enlargeNoteBoxes } from "./noteBoxes";
import { type FileName, filePrintSetup, printNames } from "./printSetup";
import { sheetCells } from "./sheetCells";
import { sharedRuns } from "./sharedRuns";
import { fileValidations } from "./validations";
import { editZipParts, type PartEdit } from "./zipParts";

/** The .xlsx file of a plan; equal plans give equal bytes, and a plan that Excel could not open is refused by name. */
export async function planToXlsx(plan: WorkbookPlan): Promise<Uint8Array> {
  const created = new Date(plan.created);
  if (Number.isNaN(created.getTime())) throw new Error(`"${plan.created}" is not an ISO date-time`);
  const activeSheet = plan.sheets.findIndex((sheet) => sheet.name === plan.activeSheet);
  if (activeSheet < 0) throw new Error(`The active sheet "${plan.activeSheet}" is not in the plan`);
  checkTargets(plan);
  const styles = fileStyles(plan.styles);
  const runsOf = sharedRuns();
  const bytes = await writeXlsx({
    sheets: plan.sheets.map((sheet) => fileSheet(sheet, sheetCells(sheet, styles, plan.creator, runsOf))),
    namedRanges: [...publicNames(plan), ...plan.sheets.flatMap(printNames)],
    activeSheet,
    defaultFont: { name: FONT_NAME, size: FONT_SIZE },
    properties: {
      title: plan.title,
      creator: plan.creator,
      lastModifiedBy: plan.creator,
      created,
      modified: created,
    },
  });
  return editZipParts(bytes, partEdits(plan));
}

function fileSheet(sheet: SheetPlan, cells: NonNullable<WriteSheet["cells"]>): WriteSheet {
  const rowDefs = sheet.rows.flatMap((row, r) =>
    row.height || row.foldable
      ? [[r, { ...(row.height && { height: row.height }), ...level(row) }] as const]
      : [],
  );
  const frozen = sheet.freeze.rows > 0 || sheet.freeze.columns > 0;
  return {
    name: sheet.name,
    columns: sheet.columns.map((column) => ({ width: column.width, ...level(column) })),
    cells,
    rowDefs: new Map(rowDefs),
    ...(frozen && { freezePane: { ...sheet.freeze } }),
    view: { showGridLines: sheet.gridlines, zoomScale: sheet.zoom, tabColor: { rgb: sheet.tabColour } },
    dataValidations: fileValidations(sheet.validations, sheet.name),
    conditionalRules: fileConditionalFormats(sheet.conditionalFormats),
    charts: chartFrames(sheet.charts, sheet.name),
    ...filePrintSetup(sheet.print, sheet.name),
  };
}

/** The place of a line in the sheet's outline. */
function level({ foldable }: { readonly foldable?: boolean }): { outlineLevel?: number } {
  return foldable ? { outlineLevel: 1 } : {};
}

function publicNames(plan: WorkbookPlan): FileName[] {
  return plan.names.map(({ name, sheet, range, comment }) => ({
    name,
    range: onSheet(sheet, absolute(range)),
    comment,
  }));
}

/** What the file library leaves out or gets wrong: charts, note sizes, errors, calculation settings and the order in fonts. */
function partEdits(plan: WorkbookPlan): Map<string, PartEdit> {
  const read = rangeReader(plan);
  const charts = plan.sheets.flatMap((sheet) => sheet.charts);
  const edits = new Map<string, PartEdit>([
    ["xl/workbook.xml", calculationSettings],
    ["xl/styles.xml", fontOrder],
  ]);
  charts.forEach((chart, index) => {
    edits.set(`xl/charts/chart${String(index + 1)}.xml`, () => chartXml(chart, read));
  });
  plan.sheets.forEach((sheet, index) => {
    if (hasErrors(sheet)) edits.set(`xl/worksheets/sheet${String(index + 1)}.xml`, errorResults);
  });
  plan.sheets.forEach(({ notes }, index) => {
    if (notes.length === 0) return;
    edits.set(`xl/drawings/vmlDrawing${String(index + 1)}.vml`, (vml) => enlargeNoteBoxes(vml, notes));
  });
  return edits;
}

/** Full calculation on load, iterative calculation off. */
function calculationSettings(workbook: string): string {
  const settings = '<calcPr calcId="191029" calcMode="auto" iterate="0" fullCalcOnLoad="1"/>';
  if (!workbook.includes("<calcPr ")) throw new Error("The workbook part has no calculation settings");
  return workbook.replace(/<calcPr [^>]*\/>/, settings);
}

/** The schema wants a font's size before its colour. */
function fontOrder(styles: string): string {
  return styles.replaceAll(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, "$2$1");
}

function checkTargets(plan: WorkbookPlan): void {
  const sheets = new Set(plan.sheets.map((sheet) => sheet.name));
  const missing = (sheet: string): boolean => !sheets.has(sheet);
  const name = plan.names.find((anchor) => missing(anchor.sheet));
  if (name)
    throw new Error(`The name ${name.name} points at the sheet "${name.sheet}", which is not in the plan`);
  for (const sheet of plan.sheets) {
    const link = sheet.links.find((target) => missing(target.sheet));
    if (link) throw new Error(`The link in ${sheet.name}!${link.cell} points at no sheet: "${link.sheet}"`);
  }
}
