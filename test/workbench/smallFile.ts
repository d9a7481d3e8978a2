import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";

/** Sheets of the model that a small file has: enough to be opened. */
const SHEETS = ["README", "Summary", "Inputs"];

/** A sheet of a person's own with these cells. */
export function ownSheet(name: string, rows: readonly (readonly (CellPlan | null)[])[]): SheetPlan {
  return {
    name,
    tabColour: "7F7F7F",
    columns: [{ width: 20 }],
    rows: rows.map((cells) => ({ cells })),
    freeze: { rows: 0, columns: 0 },
    gridlines: true,
    zoom: 100,
    validations: [],
    conditionalFormats: [],
    notes: [],
    links: [],
    charts: [],
    print: {
      area: "A1:Z200",
      titleRows: null,
      titleColumns: null,
      footerLeft: "&A",
      footerCenter: "Page &P of &N",
      footerRight: "",
      paper: "A4",
    },
  };
}

/** A file with a few sheets of the model and some of a person's own, which is made and read in no time. */
export function smallFile(plan: WorkbookPlan, ...own: readonly SheetPlan[]): Promise<Uint8Array> {
  const sheets = plan.sheets
    .filter(({ name }) => SHEETS.includes(name))
    .map((sheet) => ({ ...sheet, charts: [], links: [] }));
  const names = plan.names.filter(({ sheet }) => SHEETS.includes(sheet));
  return planToXlsx({ ...plan, sheets: [...sheets, ...own], names });
}
