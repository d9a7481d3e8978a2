import type { CellPlan, SheetPlan, WorkbookPlan } from "../../../src/workbook/plan";

/** Revenue of the small plan by period, RMB m; chosen so that totals are easy by hand. */
const ECOSYSTEM = [100, 200, 300, 400];
const OTHERS = [300, 250, 200, 100.5];

function label(value: string, style = "label"): CellPlan {
  return { value, style };
}

function input(value: number): CellPlan {
  return { value, style: "input" };
}

function calculation(formula: string, value: CellPlan["value"], style = "number"): CellPlan {
  return { formula, value, style };
}

function across(make: (column: string, index: number) => CellPlan): CellPlan[] {
  return ["B", "C", "D", "E"].map(make);
}

const dashboard: SheetPlan = {
  name: "Summary",
  tabColour: "1F4E79",
  columns: [28, 12, 12, 12, 12].map((width) => ({ width })),
  rows: [
    { height: 24, cells: [label("Small workbook & its <tests>", "title")] },
    {
      cells: [
        label("Scenario"),
        { value: "Base", style: "choice" },
        calculation('IF(B2="Base","as planned","flexed")', "as planned", "label"),
      ],
    },
    { cells: [label("Check"), calculation("IF(ABS('Revenue & caps'!B5-400)<0.001,0,1)", 0)] },
    {
      cells: [
        label("RMB m", "header"),
        ...across((_, index) => label(`2026Q${String(index + 1)}`, "header")),
      ],
    },
    {
      cells: [
        label("Ecosystem"),
        ...across((column, index) => calculation(`'Revenue & caps'!${column}3`, ECOSYSTEM[index] as number)),
      ],
    },
    {
      cells: [
        label("Others"),
        ...across((column, index) => calculation(`'Revenue & caps'!${column}4`, OTHERS[index] as number)),
      ],
    },
    {
      cells: [
        label("Share of ecosystem"),
        ...across((column, i) => calculation(`${column}5/(${column}5+${column}6)`, share(i), "percent")),
      ],
    },
    {
      cells: [
        label("Contents: revenue", "link"),
        null,
        label("first line\nsecond line", "wrapped"),
        { value: true, style: "label" },
      ],
    },
  ],
  freeze: { rows: 4, columns: 1 },
  validations: [
    {
      range: "B2",
      rule: { kind: "list", values: ["Base", 'Ecosystem "fast"', "Downside"] },
      promptTitle: "Scenario",
      prompt: "Choose the scenario that the whole workbook shows.",
      errorTitle: "No such scenario",
      error: "Choose one of the list.",
    },
  ],
  conditionalFormats: [{ range: "B3", formula: "B3<>0", colour: "9C0006", fill: "FFC7CE", bold: true }],
  notes: [
    {
      cell: "B3",
      text: "0 when all is well.\nAny other number is the count of failed checks, each of which stands on its own sheet with its tolerance and the amount by which it fails.",
    },
    { cell: "F9", text: "A note on an empty cell." },
  ],
  links: [{ cell: "A8", sheet: "Revenue & caps", target: "A1", tooltip: "Go to the revenue sheet" }],
  charts: [
    {
      title: "Revenue & share",
      kind: "columnStackedLine",
      categories: "'Summary'!$B$4:$E$4",
      series: [
        { name: "Ecosystem", nameRef: "'Summary'!$A$5", values: "'Summary'!$B$5:$E$5", colour: "1F4E79" },
        { name: "Others", nameRef: "'Summary'!$A$6", values: "'Summary'!$B$6:$E$6", colour: "9DC3E6" },
        {
          name: "Share <of> ecosystem",
          values: "'Summary'!$B$7:$E$7",
          colour: "C55A11",
          line: true,
          dashed: true,
        },
      ],
      valueAxisTitle: "RMB m",
      secondaryAxisTitle: "Share of revenue",
      valueFormat: "#,##0",
      secondaryFormat: "0%",
      from: "A10",
      to: "E24",
      altText: "Stacked columns of revenue by lens with the ecosystem share as a line",
    },
    ...(["line", "columnClustered", "columnStacked"] as const).map((kind, index) => ({
      title: `Revenue as ${kind}`,
      kind,
      categories: "'Summary'!$B$4:$E$4",
      series: [
        { name: "Ecosystem", values: "'Summary'!$B$5:$E$5", colour: "1F4E79" },
        { name: "Others", values: "'Summary'!$B$6:$E$6", colour: "9DC3E6", dashed: true },
      ],
      valueAxisTitle: "RMB m",
      valueFormat: "#,##0",
      from: `A${String(26 + index * 16)}`,
      to: `E${String(40 + index * 16)}`,
      altText: `Revenue drawn as ${kind}`,
    })),
  ],
  print: {
    area: "A1:E72",
    titleRows: { from: 4, to: 4 },
    titleColumns: { from: "A", to: "A" },
    footerLeft: "Small workbook && its tests",
    footerCenter: "&A",
    footerRight: "Page &P of &N",
    paper: "A4",
  },
  gridlines: false,
  zoom: 85,
};

const revenue: SheetPlan = {
  name: "Revenue & caps",
  tabColour: "548235",
  columns: [{ width: 30 }, { width: 11.5 }, { width: 11.5 }, { width: 11.5 }, { width: 11.5 }],
  rows: [
    { cells: [label("Revenue & caps", "title"), null, null, calculation("'Summary'!B2", "Base", "label")] },
    {
      cells: [
        label("Period end", "header"),
        ...across((_, index) => ({ value: 46112 + index * 91, style: "date" })),
      ],
    },
    { cells: [label("Ecosystem revenue"), ...across((_, index) => input(ECOSYSTEM[index] as number))] },
    { cells: [label("Other revenue"), ...across((_, index) => input(OTHERS[index] as number))] },
    {
      cells: [
        label("Revenue", "total"),
        ...across((c, i) =>
          calculation(`${c}3+${c}4`, (ECOSYSTEM[i] as number) + (OTHERS[i] as number), "total"),
        ),
      ],
    },
    { cells: [label("Growth on the quarter"), null, ...across((c, i) => growth(c, i)).slice(1)] },
    {
      cells: [
        label("Third"),
        calculation("1/3", 1 / 3),
        calculation("IF(B5>C5,TRUE,FALSE)", false, "label"),
        null,
        calculation("SUM(B5:E5)", 1850.5),
      ],
    },
  ],
  freeze: { rows: 2, columns: 0 },
  validations: [
    {
      range: "B3:E3",
      rule: { kind: "decimal", min: 0, max: 10000.5 },
      promptTitle: "RMB m",
      prompt: "0 to 10,000.5",
      errorTitle: "Out of range",
      error: "Enter RMB m from 0 to 10,000.5.",
    },
    {
      range: "B4:E4",
      rule: { kind: "whole", min: -5, max: 5000 },
      promptTitle: "RMB m",
      prompt: "-5 to 5,000",
      errorTitle: "Out of range",
      error: "Enter a whole number.",
    },
    {
      range: "D1",
      rule: { kind: "listRange", formula: "'Summary'!$B$4:$E$4" },
      promptTitle: "Quarter",
      prompt: "Choose a quarter.",
      errorTitle: "No such quarter",
      error: "Choose one of the list.",
    },
  ],
  conditionalFormats: [],
  notes: [],
  links: [],
  charts: [],
  print: {
    area: "A1:E7",
    titleRows: null,
    titleColumns: null,
    footerLeft: "",
    footerCenter: "&A",
    footerRight: "&P",
    paper: "A3",
  },
  gridlines: true,
  zoom: 100,
};

/** A two-sheet plan that uses every feature of the plan, with values worked out by hand. */
export const smallPlan: WorkbookPlan = {
  title: "Small workbook",
  creator: "KC Model",
  created: "2026-03-31T00:00:00Z",
  names: [
    { name: "KC_Scenario", sheet: "Summary", range: "B2", comment: "Scenario selector" },
    { name: "KC_Inputs", sheet: "Revenue & caps", range: "A3:E4", comment: "Inputs" },
  ],
  styles: {
    title: { bold: true, size: 14, colour: "1F4E79", vertical: "middle" },
    label: {},
    header: { bold: true, colour: "FFFFFF", fill: "1F4E79", align: "center", borderBottom: "medium" },
    choice: { colour: "0000FF", fill: "FFF2CC", unlocked: true, borderTop: "thin", borderBottom: "thin" },
    input: { colour: "0000FF", numberFormat: '#,##0.0;(#,##0.0);"-"', unlocked: true },
    number: { numberFormat: '#,##0.0;(#,##0.0);"-"', align: "right" },
    percent: { numberFormat: "0.0%", italic: true, indent: 1 },
    total: { numberFormat: '#,##0.0;(#,##0.0);"-"', bold: true, borderTop: "thin", borderBottom: "double" },
    date: { numberFormat: "d mmm yyyy", bold: true, align: "right" },
    link: { underline: true, colour: "0563C1" },
    wrapped: { wrap: true, vertical: "top" },
  },
  sheets: [dashboard, revenue],
  activeSheet: "Summary",
};

function share(index: number): number {
  return [0.25, 200 / 450, 0.6, 400 / 500.5][index] as number;
}

function growth(column: string, index: number): CellPlan {
  if (index === 0) return label("");
  const before = "ABCD"[index] as string;
  return calculation(
    `${column}5/${before}5-1`,
    [0, 0.125, 500 / 450 - 1, 500.5 / 500 - 1][index] as number,
    "percent",
  );
}
