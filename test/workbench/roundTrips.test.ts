/** Each kind of workbook that we write, through another program and the workbench's grid and back: what comes out is what went in. */

import { frozenSheet } from "../../src/hosts/frozen/frozenList";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { followInputs, planWithInputs } from "../../src/workbench/followInputs";
import { openWorkbook } from "../../src/workbench/openWorkbook";
import type { CellPlan, WorkbookPlan } from "../../src/workbook/plan";
import { headlessGrid } from "../hostile/headlessGrid";
import { reportFigure } from "../support/figure";
import { PROVES } from "../support/runs";
import { savedByGnumeric } from "../support/gnumeric";
import { allSavedByLibreOffice } from "../support/libreOffice";
import { seededModel } from "../support/seededModel";
import { cellAtAddress, sheetOf } from "../workbook/placedCells";
import { typed } from "../workbook/recalculatedCells";
import { enginePlan } from "./comparePlan";
import { planChanges } from "./planChanges";
import { ownSheet } from "./smallFile";
import { typedEstimates } from "../workbook/typedEstimates";
import { typedKept } from "../workbook/typedKept";

const model = seededModel();
const shipped = enginePlan(model, "base");
const [created, version] = ["2026-11-22T00:00:00Z", "test"];
const style = Object.entries(shipped.styles).find(
  ([, { fill, numberFormat }]) => fill !== undefined && numberFormat !== undefined,
)![0];
/** A look in which a text of several lines is shown so; LibreOffice gives it to every such text. */
const wrapped = Object.entries(shipped.styles).find(([, { wrap }]) => wrap === true)![0];
const cell = (value: CellPlan["value"], formula?: string): CellPlan => ({
  value,
  style,
  ...(formula !== undefined && { formula }),
});

const INPUTS = { renewalLapses: { taxRate: 0.2 }, base: { capXiaomi2027: 4100 } };

/** A workbook with cells, notes, rules, names and sheets of a person's own. */
function withOwnParts(on = enginePlan(model, "upside", { base: { capXiaomi2026: 3200 } })): WorkbookPlan {
  const of = typed(on, "Facts", "G12", 4321.5);
  const shown = Number(cellAtAddress(sheetOf(on, "Summary"), "B5")!.value);
  const mine = {
    ...ownSheet("Mine & more", [
      [cell("Item"), cell("金山云"), cell(24.4, "SUM(A2:A3)*2")],
      [cell(12.5), cell(25, "A2*2"), null],
      [cell(-0.3), cell("=text"), { ...cell("line\none"), style: wrapped }],
    ]),
    columns: [{ width: 22 }, { width: 10 }, { width: 31 }],
    notes: [{ cell: "B2", text: "A note\nof two lines" }],
    validations: [
      {
        range: "A5:A9",
        rule: { kind: "list" as const, values: ["Low", "High"] },
        promptTitle: "",
        prompt: "",
        errorTitle: "",
        error: "",
      },
      {
        range: "B5:B9",
        rule: { kind: "listRange" as const, formula: "Summary!$A$12:$A$14" },
        promptTitle: "",
        prompt: "",
        errorTitle: "",
        error: "",
      },
    ],
    conditionalFormats: [{ range: "A2:A4", formula: "$A2>10", colour: "9C0006", fill: "FFC7CE", bold: true }],
  };
  const notes = [
    { cell: "B4", text: "Mine: start in Base" },
    { cell: "A14", text: "Ask about this line" },
  ];
  const summary = (sheet: WorkbookPlan["sheets"][number]) => ({
    ...sheet,
    notes,
    rows: [...sheet.rows, { cells: [] }, { cells: [cell("own text"), cell(shown * 2, "B5*2")] }],
  });
  return {
    ...of,
    names: [...of.names, { name: "MyShare", sheet: mine.name, range: "A2", comment: "" }],
    sheets: [...of.sheets.map((sheet) => (sheet.name === "Summary" ? summary(sheet) : sheet)), mine],
  };
}

/** A workbook with a list of frozen KC formulas and the values that they left. */
function withFrozenFormulas(on = shipped): WorkbookPlan {
  const list = frozenSheet([
    {
      sheet: "Mine",
      cell: "A1",
      area: "A1:B2",
      formula: '=KC.SERIES("revenue","1Q25")',
      fingerprint: "a1",
      remark: "",
    },
  ]);
  const plain = Object.keys(shipped.styles)[0]!;
  const sheet = ownSheet(
    list.name,
    list.rows.map((row) => row.map((value) => (value === "" ? null : { value, style: plain }))),
  );
  return {
    ...on,
    sheets: [
      ...on.sheets,
      { ...sheet, columns: list.widths.map((width) => ({ width })) },
      ownSheet("Mine", [[cell(1), cell(2)]]),
    ],
  };
}

/** A workbook with one kind of thing each: npm run proof tries them alone as well. */
const kinds: readonly (readonly [string, () => WorkbookPlan])[] = [
  ["another scenario with inputs of its own", () => enginePlan(model, "renewalLapses", INPUTS)],
  ["cells, notes, rules, names and sheets of a person's own", withOwnParts],
  ["frozen KC formulas", withFrozenFormulas],
  ["estimates of one's own", () => enginePlan(model, "base", {}, typedEstimates(model), typedKept(model))],
];

const workbooks: readonly (readonly [string, () => WorkbookPlan])[] = [
  ["Base as shipped", () => shipped],
  [
    kinds.map(([kind]) => kind).join(", "),
    () =>
      withFrozenFormulas(
        withOwnParts(enginePlan(model, "renewalLapses", INPUTS, typedEstimates(model), typedKept(model))),
      ),
  ],
  ...(PROVES ? kinds : []),
];

/** The workbooks and their files. */
const plans = workbooks.map(([, make]) => make());
let files: readonly Uint8Array[];
/** The files as LibreOffice saves them, all in one run. */
let byLibreOffice: readonly Uint8Array[];
beforeAll(async () => {
  files = await Promise.all(plans.map((plan) => planToXlsx(plan)));
  byLibreOffice = await allSavedByLibreOffice(files);
});

describe.each(workbooks.map(([name], index) => [name, index] as const))("a workbook with %s", (_, index) => {
  test.each([
    ["LibreOffice", () => byLibreOffice[index]!],
    ["Gnumeric", () => savedByGnumeric(files[index]!)],
  ] as const)("through %s, the grid and back is the same", async (__, saved) => {
    const plan = plans[index]!;
    const { inputs, parts, left, told } = await openWorkbook(model, await saved(), shipped);
    expect([left, told]).toEqual([[], []]);
    const { headlessHost, presentPlan, end } = headlessGrid();
    const { host, univer } = headlessHost(followInputs(model, created, version));
    host.open(shipped, planWithInputs(model, inputs, created, version), parts);
    const back = await presentPlan(model, host, created, version);
    end(univer);
    expect(back.lost).toEqual([]);
    expect(planChanges(plan, back.plan).slice(0, 20)).toEqual([]);
    reportFigure(
      "Our workbooks come back from other programs as they were",
      `${workbooks.length} workbooks through LibreOffice and Gnumeric, the grid and back: contents, values, looks, widths, notes, rules and names`,
    );
  });
});

test("a difference is found: a number, a formula, a look, a note", () => {
  const plan = withOwnParts();
  const change = (sheet: WorkbookPlan["sheets"][number]) => ({
    ...sheet,
    notes: [],
    rows: sheet.rows.map(({ cells }, row) => ({
      cells: cells.map((each, column) =>
        each === null || row > 1
          ? each
          : {
              ...each,
              ...(column === 0 && { value: 7, style: "" }),
              ...(each.formula && { formula: "1+1" }),
            },
      ),
    })),
  });
  const changed = {
    ...plan,
    sheets: plan.sheets.map((sheet) => (sheet.name === "Mine & more" ? change(sheet) : sheet)),
  };
  const found = planChanges(plan, changed).join("\n");
  expect(found).toMatch(/A1: Item became 7/);
  expect(found).toMatch(/B2: =A2\*2 became =1\+1/);
  expect(found).toMatch(/A2 look/);
  expect(found).toMatch(/rules and notes/);
});
