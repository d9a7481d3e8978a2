/** A hand-written plan of four sheets with one of everything, small enough to read. */

import type { CellPlan, CellStyle, SheetPlan, WorkbookPlan } from "../../../src/workbook/plan";

const styles: Readonly<Record<string, CellStyle>> = {
  plain: {},
  title: { bold: true, size: 14, colour: "1F4E79" },
  header: {
    bold: true,
    fill: "D9E1F2",
    align: "center",
    vertical: "middle",
    wrap: true,
    borderBottom: "thin",
  },
  label: { indent: 1 },
  link: { underline: true, colour: "0563C1" },
  input: { numberFormat: "#,##0.0", colour: "0000FF", fill: "FFF2CC", unlocked: true },
  number: { numberFormat: "#,##0.0_);(#,##0.0)" },
  total: { numberFormat: "#,##0.0_);(#,##0.0)", bold: true, borderTop: "thin", borderBottom: "double" },
  percent: { numberFormat: "0.0%", italic: true },
};

const text = (value: string, style = "label"): CellPlan => ({ value, style });
const input = (value: number | string): CellPlan => ({ value, style: "input" });
const formula = (code: string, style = "number"): CellPlan => ({ value: 0, formula: code, style });

const bare = {
  tabColour: "1F4E79",
  columns: [{ width: 24 }, { width: 12 }, { width: 12 }, { width: 12 }],
  freeze: { rows: 2, columns: 1 },
  validations: [],
  conditionalFormats: [],
  notes: [],
  links: [],
  charts: [],
  gridlines: false,
  zoom: 90,
  print: {
    area: "A1:D8",
    titleRows: { from: 1, to: 2 },
    titleColumns: { from: "A", to: "A" },
    footerLeft: "&A",
    footerCenter: "Page &P of &N",
    footerRight: "KC Model",
    paper: "A4" as const,
  },
} satisfies Partial<SheetPlan>;

const years = (style = "header"): CellPlan[] =>
  ["FY2026", "FY2027", "FY2028"].map((year) => text(year, style));
const across = (make: (column: string) => CellPlan): CellPlan[] => ["B", "C", "D"].map(make);

/** Notes and links: the sheet a reader sees first. */
const readme: SheetPlan = {
  ...bare,
  name: "README",
  freeze: { rows: 0, columns: 0 },
  links: [{ cell: "A3", sheet: "Inputs", target: "B3", tooltip: "Go to the inputs" }],
  rows: [
    { height: 24, cells: [text("KC Model", "title")] },
    { cells: [text("Data vintage 3Q25", "plain")] },
    { cells: [text("Inputs", "link")] },
    { cells: [text("3-4", "plain"), text("=not a formula", "plain"), text("March 2025", "plain")] },
  ],
};

const inputs: SheetPlan = {
  ...bare,
  name: "Inputs",
  freeze: { rows: 2, columns: 1 },
  validations: [
    {
      range: "B3",
      rule: { kind: "list", values: ["Base", "Upside", "Downside"] },
      promptTitle: "Scenario",
      prompt: "Choose a scenario",
      errorTitle: "Unknown scenario",
      error: "Choose one of the list.",
    },
    {
      range: "B4:D4",
      rule: { kind: "decimal", min: 0, max: 10000 },
      promptTitle: "Cap",
      prompt: "RMB m",
      errorTitle: "Out of range",
      error: "0 to 10,000",
    },
  ],
  notes: [{ cell: "A4", text: "Annual cap with Xiaomi, HKEX announcement" }],
  rows: [
    { height: 24, cells: [text("Inputs", "title")] },
    { cells: [text("RMB m", "header"), ...years()] },
    { cells: [text("Scenario"), input("Base")] },
    { cells: [text("Cap"), input(3094), input(3500), input(4000)] },
    { cells: [text("Utilisation"), input(0.9), input(0.92), input(0.94)] },
  ],
};

const income: SheetPlan = {
  ...bare,
  name: "Income statement",
  conditionalFormats: [{ range: "B5:D5", formula: "B5<0", colour: "9C0006", fill: "FFC7CE", bold: true }],
  rows: [
    { height: 24, cells: [text("Income statement", "title")] },
    { cells: [text("RMB m", "header"), ...across((column) => formula(`'Inputs'!${column}2`, "header"))] },
    { cells: [text("Revenue"), ...across((column) => formula(`'Inputs'!${column}4*'Inputs'!${column}5`))] },
    { cells: [text("Cost of revenue"), ...across((column) => formula(`-${column}3*0.84`))] },
    {
      cells: [
        text("Gross profit", "total"),
        ...across((column) => formula(`SUM(${column}3:${column}4)`, "total")),
      ],
    },
    {
      cells: [
        text("Gross margin"),
        ...across((column) => formula(`IF(${column}3=0,0,${column}5/${column}3)`, "percent")),
      ],
    },
  ],
};

const summary: SheetPlan = {
  ...bare,
  name: "Summary",
  rows: [
    { height: 24, cells: [text("Summary", "title")] },
    { cells: [text("RMB m", "header"), ...across((column) => formula(`'Inputs'!${column}2`, "header"))] },
    { cells: [text("Revenue"), ...across((column) => formula(`'Income statement'!${column}3`))] },
    {
      cells: [
        text("Gross margin"),
        ...across((column) => formula(`'Income statement'!${column}6`, "percent")),
      ],
    },
    { cells: [text("Scenario"), formula("'Inputs'!B3&\" case\"", "plain")] },
  ],
  charts: [
    {
      title: "Revenue and margin",
      kind: "columnStackedLine",
      categories: "'Summary'!$B$2:$D$2",
      series: [
        { name: "Revenue", values: "'Summary'!$B$3:$D$3", colour: "1F4E79" },
        { name: "Gross margin", values: "'Summary'!$B$4:$D$4", colour: "C55A11", line: true, dashed: true },
      ],
      valueAxisTitle: "RMB m",
      secondaryAxisTitle: "Margin",
      valueFormat: "#,##0",
      secondaryFormat: "0%",
      from: "A8",
      to: "H24",
      altText: "Revenue grows while the margin is flat.",
    },
  ],
};

/** The plan. */
export const smallPlan: WorkbookPlan = {
  title: "KC Model",
  creator: "KC Model",
  created: "2026-01-01T00:00:00Z",
  names: [
    { name: "KC_Scenario", sheet: "Inputs", range: "B3", comment: "Scenario shown" },
    { name: "KC_Inputs", sheet: "Inputs", range: "A3:D5", comment: "Assumptions" },
  ],
  styles,
  sheets: [readme, inputs, income, summary],
  activeSheet: "Summary",
};

/** The plan with one sheet replaced. */
export function withSheet(
  name: string,
  change: (sheet: SheetPlan) => SheetPlan,
  plan: WorkbookPlan = smallPlan,
): WorkbookPlan {
  return { ...plan, sheets: plan.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) };
}

/** A sheet with one row put in before a row number. */
export function withRow(sheet: SheetPlan, before: number, cells: readonly (CellPlan | null)[]): SheetPlan {
  return { ...sheet, rows: [...sheet.rows.slice(0, before - 1), { cells }, ...sheet.rows.slice(before - 1)] };
}

/** A sheet with one cell replaced; rows and columns count from 1. */
export function withCell(sheet: SheetPlan, row: number, column: number, cell: CellPlan): SheetPlan {
  return {
    ...sheet,
    rows: sheet.rows.map((one, index) =>
      index === row - 1
        ? { ...one, cells: one.cells.map((old, at) => (at === column - 1 ? cell : old)) }
        : one,
    ),
  };
}

/** Twenty sheets of 3,000 cells, as large as the model will be, for counting round trips and bytes. */
export function largePlan(sheets = 20, rows = 100, columns = 30): WorkbookPlan {
  const letter = (index: number): string =>
    index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`;
  const made = Array.from({ length: sheets }, (_, sheet): SheetPlan => {
    const name = sheet === 0 ? "Inputs" : `Schedule ${String(sheet)}`;
    return {
      ...bare,
      name,
      columns: Array.from({ length: columns }, (__, index) => ({ width: index === 0 ? 36 : 11 })),
      rows: Array.from({ length: rows }, (__, row) => ({
        cells: Array.from({ length: columns }, (___, column): CellPlan => {
          if (column === 0) return text(`Line item ${String(row + 1)}`, row % 10 === 0 ? "title" : "label");
          if (sheet === 0) return input(row + column / 10);
          return formula(
            `ROUND('Inputs'!${letter(column)}${String(row + 1)}*1.05+'Inputs'!${letter(column)}$1,4)`,
            row % 10 === 9 ? "total" : row % 7 === 0 ? "percent" : "number",
          );
        }),
      })),
    };
  });
  return {
    ...smallPlan,
    names: [
      { name: "KC_Scenario", sheet: "Inputs", range: "B1", comment: "" },
      { name: "KC_Inputs", sheet: "Inputs", range: `A1:AD${String(rows)}`, comment: "" },
    ],
    sheets: made,
    activeSheet: "Inputs",
  };
}
