/** Files as Excel leaves them: shared formulas, long names of KC functions, formulas of the model that a person overwrote. */

import { planFormats, planValidations } from "../../src/hosts/grid/planRules";
import { planStyle } from "../../src/hosts/grid/planStyle";
import { gridStyles } from "../../src/hosts/grid/gridStyles";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { editZipParts } from "../../src/hosts/xlsx/zipParts";
import { openWorkbook } from "../../src/workbench/openWorkbook";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { seededModel } from "../support/seededModel";
import { onlySheets } from "../workbook/recalculatedCells";
import { enginePlan } from "./comparePlan";

const model = seededModel();
/** Sheets that are changed here, and those that tell a file of the model. */
const plan = onlySheets(enginePlan(model, "base"), ["README", "Summary", "Inputs", "Base"]);

const mine = (rows: readonly (readonly (CellPlan | null)[])[]): SheetPlan => ({
  ...plan.sheets[1]!,
  name: "Mine",
  columns: [{ width: 12 }],
  rows: rows.map((cells) => ({ cells })),
  validations: [],
  conditionalFormats: [],
  notes: [],
  links: [],
  charts: [],
  freeze: { rows: 0, columns: 0 },
  print: {
    area: "A1:B9",
    titleRows: null,
    titleColumns: null,
    footerLeft: "&A",
    footerCenter: "Page &P of &N",
    footerRight: "",
    paper: "A4",
  },
});

const changedSheet = (
  name: string,
  change: (cell: CellPlan, row: number, column: number) => CellPlan,
): WorkbookPlan => ({
  ...plan,
  sheets: plan.sheets.map((sheet) =>
    sheet.name !== name
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((row, r) => ({
            ...row,
            cells: row.cells.map((cell, c) => cell && change(cell, r, c)),
          })),
        },
  ),
});

const scenario = plan.sheets.find(({ name }) => name === "Base")!;
const [row, column] = scenario.rows.flatMap(({ cells }, r) =>
  cells.flatMap((cell, c) => (cell?.formula === undefined ? [] : [[r, c] as const])),
)[100]!;

test("shared formulas become formulas of their own, KC functions get their short names, and an overwritten formula is the person's", async () => {
  const style = Object.keys(plan.styles)[0]!;
  const own = mine([
    [
      { value: 1, style },
      { value: 2, formula: "A1*2", style },
    ],
    [
      { value: 2, style },
      { value: 4, formula: "A2*2", style },
    ],
    [{ value: 5, formula: 'KC.REVENUE("3Q25")', style }, null],
  ]);
  const changed = changedSheet(scenario.name, (cell, r, c) =>
    r === row && c === column ? { value: 7, style: cell.style } : cell,
  );
  const bytes = await planToXlsx({ ...changed, sheets: [...changed.sheets, own] });
  const path = `xl/worksheets/sheet${plan.sheets.length + 1}.xml`;
  const excels = editZipParts(
    bytes,
    new Map([
      [
        path,
        (xml: string) =>
          xml
            .replace("<f>A1*2</f>", '<f t="shared" ref="B1:B2" si="0">A1*2</f>')
            .replace("<f>A2*2</f>", '<f t="shared" si="0"/>')
            .replace("KC.REVENUE(", "_xldudf_KC_REVENUE("),
      ],
    ]),
  );
  const { parts, left } = await openWorkbook(model, excels, plan);
  expect(left).toEqual([]);
  expect(parts.sheets.map(({ name }) => name)).toEqual(["Mine"]);
  expect(
    parts.sheets[0]!.rows.map(({ cells }) => cells.map((cell) => cell?.formula ?? cell?.value ?? null)),
  ).toEqual([
    [1, "A1*2"],
    [2, "A2*2"],
    ['KC.REVENUE("3Q25")', null],
  ]);
  expect(
    parts.onModel
      .filter(({ contents }) => contents.length > 0)
      .map(({ sheet, contents }) => [sheet, contents]),
  ).toEqual([[scenario.name, [expect.objectContaining({ row, column, content: 7 })]]]);
});

test("a sheet of which most formulas differ is said to, and none of it is taken for a person's", async () => {
  const { parts, left } = await openWorkbook(
    model,
    await planToXlsx(
      changedSheet(scenario.name, (cell) =>
        cell.formula === undefined ? cell : { value: 7, style: cell.style },
      ),
    ),
    plan,
  );
  expect(left).toEqual([
    expect.stringMatching(
      /^Base: cells of the model that differ from this version's: A1, B2, .* and \d+ more cells\.$/,
    ),
  ]);
  expect(parts.onModel.find(({ sheet }) => sheet === scenario.name)!.contents).toEqual([]);
});

test("every look of the model reads back from the grid as it was, and what a plan can't say is named", () => {
  for (const [key, { unlocked: _, ...style }] of Object.entries(plan.styles)) {
    const { style: back, lost } = planStyle(gridStyles({ [key]: style })[key]!);
    // The grid's own defaults are not said again.
    const { size, vertical, ...rest } = style;
    expect([key, back, lost]).toEqual([
      key,
      {
        ...rest,
        ...(size !== undefined && size !== 10 && { size }),
        ...(vertical !== undefined && vertical !== "bottom" && { vertical }),
      },
      [],
    ]);
  }
  const { lost } = planStyle({
    st: { s: 1 },
    ff: "Comic Sans MS",
    bd: { l: { s: 1, cl: { rgb: "#000" } }, t: { s: 3, cl: { rgb: "#000" } } },
    tr: { a: 45 },
    ht: 4,
  });
  expect(lost).toEqual([
    "strike-through",
    "rotated text",
    "other fonts than the model's",
    "borders to the left and right",
    "justified text",
    "dotted, dashed and thick borders (drawn as plain lines)",
  ]);
});

test("rules of a person's sheet become rules of a plan, or are refused", () => {
  const ranges = [{ startRow: 1, startColumn: 1, endRow: 3, endColumn: 1 }];
  const formula = (rule: object): string | undefined =>
    planFormats({ ranges, rule: { type: "highlightCell", style: { bg: { rgb: "#FFC7CE" } }, ...rule } })?.[0]
      ?.formula;
  expect(formula({ subType: "formula", value: "=$B2>1" })).toBe("$B2>1");
  expect(formula({ subType: "number", operator: "between", value: [1, 2] })).toBe(
    "AND(ISNUMBER(B2),B2>=1,B2<=2)",
  );
  expect(formula({ subType: "number", operator: "lessThan", value: 3 })).toBe("AND(ISNUMBER(B2),B2<3)");
  expect(formula({ subType: "text", operator: "containsText", value: 'a"b' })).toBe(
    'ISNUMBER(SEARCH("a""b",B2))',
  );
  expect(planFormats({ ranges, rule: { type: "dataBar" } })).toBeNull();
  expect(formula({ subType: "duplicateValues" })).toBeUndefined();
  const words = { promptTitle: "", prompt: "", errorTitle: "", error: "" };
  expect(planValidations({ type: "list", ranges, formula1: "a,b" })).toEqual([
    { range: "B2:B4", rule: { kind: "list", values: ["a", "b"] }, ...words },
  ]);
  expect(
    planValidations({ type: "decimal", ranges, operator: "between", formula1: "1", formula2: "2" }),
  ).toEqual([{ range: "B2:B4", rule: { kind: "decimal", min: 1, max: 2 }, ...words }]);
  expect(planValidations({ type: "custom", ranges, formula1: "=A1>1" })).toEqual([
    {
      range: "B2:B4",
      rule: { kind: "formula", formula: "A1>1" },
      promptTitle: "",
      prompt: "",
      errorTitle: "",
      error: "",
    },
  ]);
  expect(planValidations({ type: "decimal", ranges, operator: "greaterThan", formula1: "1" })).toBeNull();
});

test("a rule over whole rows or columns stays one, however the grid says so", () => {
  const [none, shown] = [null as unknown as number, { rows: 2000, columns: 20 }];
  const lines = [
    { startRow: none, endRow: none, startColumn: 1, endColumn: 1 },
    { startRow: Number.NaN, endRow: Number.NaN, startColumn: 2, endColumn: 3 },
    { startRow: 0, endRow: 1999, startColumn: 0, endColumn: 0 },
    { startRow: 4, endRow: 4, startColumn: none, endColumn: none },
    { startRow: 1, endRow: 1998, startColumn: 1, endColumn: 1 },
  ];
  const ranges = ["B1:B1048576", "C1:D1048576", "A1:A1048576", "A5:XFD5", "B2:B1999"];
  const rule = { type: "highlightCell", subType: "number", operator: "lessThan", value: 3 };
  expect(planFormats({ ranges: lines, rule }, shown)?.map(({ range }) => range)).toEqual(ranges);
  expect(planFormats({ ranges: lines, rule }, shown)?.[0]?.formula).toBe("AND(ISNUMBER(B1),B1<3)");
  expect(
    planValidations({ type: "list", ranges: lines, formula1: "a,b" }, shown)?.map(({ range }) => range),
  ).toEqual(ranges);
});
