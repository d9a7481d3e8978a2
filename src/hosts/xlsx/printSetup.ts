import type { WriteOptions, WriteSheet } from "hucre/xlsx";
import type { PrintPlan, SheetPlan } from "../../workbook/plan";
import { absolute, quotedSheet } from "../../workbook/address";

/** A defined name of the file. */
export type FileName = NonNullable<WriteOptions["namedRanges"]>[number];

/** Page set-up and footer of a sheet: landscape, one page wide, as many tall as needed unless one page is asked for. */
export function filePrintSetup(
  print: PrintPlan,
  sheet: string,
): Required<Pick<WriteSheet, "pageSetup" | "headerFooter">> {
  for (const text of [print.footerLeft, print.footerCenter, print.footerRight]) checkFooter(text, sheet);
  const footer = `&L${print.footerLeft}&C${print.footerCenter}&R${print.footerRight}`;
  if (footer.length > 255) throw new Error(`Footer of sheet "${sheet}" has more than 255 characters`);
  return {
    pageSetup: {
      paperSize: print.paper === "A3" ? "a3" : "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: print.onePage ? 1 : 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: footer },
  };
}

/** The two hidden names that hold a sheet's print area and its repeated rows and columns. */
export function printNames(sheet: SheetPlan): FileName[] {
  const at = `${quotedSheet(sheet.name)}!`;
  const { area, titleColumns, titleRows } = sheet.print;
  const titles: string[] = [];
  if (titleColumns) titles.push(`${at}$${titleColumns.from}:$${titleColumns.to}`);
  if (titleRows) titles.push(`${at}$${String(titleRows.from)}:$${String(titleRows.to)}`);
  const names: FileName[] = [{ name: "_xlnm.Print_Area", range: at + absolute(area), scope: sheet.name }];
  if (titles.length > 0)
    names.push({ name: "_xlnm.Print_Titles", range: titles.join(","), scope: sheet.name });
  return names;
}

/** Footer texts carry Excel's codes (&A sheet, &P page, &N pages); a plain ampersand is written &&. */
function checkFooter(text: string, sheet: string): void {
  const codes = text.replaceAll(/&(?:[&APNDTFZBIUES]|"[^"]*"|[0-9]{1,3}|K[0-9A-F]{6})/g, "");
  if (codes.includes("&")) throw new Error(`Footer "${text}" of sheet "${sheet}" has a bare "&": write "&&"`);
}
