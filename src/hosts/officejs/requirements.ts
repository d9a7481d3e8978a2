/** What this version of Excel can do, and what the model goes without where it can't. */

import { HostProblem } from "../port";

/** Lowest set that the model can be written with. */
export const lowestSet = "1.7";

/** True when Excel has a requirement set of the workbook API. */
export function excelHas(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

/** True when sheets have classic notes; the loaded library must know them as well as Excel. */
export function hasNotes(): boolean {
  return excelHas("1.18") && "notes" in Excel.Worksheet.prototype;
}

/** Throws in words when Excel is too old for the model. */
export function checkExcel(): void {
  if (!excelHas(lowestSet))
    throw new HostProblem(
      "ApiNotFound",
      "This version of Excel is too old to hold the model.",
      "Excel 2019, Microsoft 365 or Excel on the web is needed. The model also comes as an .xlsx file.",
    );
}

/** Parts of a plan that this Excel does without, in words. */
export function shortfalls(): string[] {
  const out = ["Alternative texts of charts and the zoom on screen: add-ins can't set them."];
  if (!excelHas("1.8")) out.push("Drop-down lists, input limits and hidden gridlines (needs ExcelApi 1.8).");
  if (!excelHas("1.9")) out.push("Print set-up and indents (needs ExcelApi 1.9).");
  if (!hasNotes()) out.push("Notes on cells (needs ExcelApi 1.18 and a library that knows it).");
  return out;
}
