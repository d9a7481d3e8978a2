/** What a person adds in the grid: kept by an update, frozen, saved, opened again, relinked. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ICellData, IRange, IStyleData } from "@univerjs/core";
import type { Page } from "playwright-core";
import { parseRectangle } from "../../src/workbook/address";
import { readWholeWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { editZipParts } from "../../src/hosts/xlsx/zipParts";
import { OwnStyles } from "../../src/hosts/ownStyles";
import { reportFigure } from "../support/figure";
import { until } from "../support/until";
import {
  buildModel,
  idle,
  openFile,
  readGrid,
  runCommand,
  saveFile,
  showCell,
  snapshotOf,
  startWorkbench,
  typeInto,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";

let workbench: RunningWorkbench;
let open: OpenPage;
let folder: string;

beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open();
  folder = await mkdtemp(join(tmpdir(), "kc-own-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await workbench.stop();
});

const MINE = "own-mine";
const SHEET_CANVAS = 'canvas[id^="univer-sheet-main-canvas"]';

/** KC formulas of the test, with the areas that they fill. */
const FORMULAS = [
  { place: "'Summary'!N60", area: "'Summary'!N60:Q61", formula: '=KC.SERIES("revenue","1Q25","4Q25")' },
  { place: "'Summary'!N64", area: "'Summary'!N64", formula: '=KC.REVENUE("3Q25")/2' },
  { place: "'Mine'!C2", area: "'Mine'!C2", formula: '=KC.REVENUE("FY2027",,"Upside",KC_Inputs)' },
  {
    place: "'Mine'!F2",
    area: "'Mine'!F2:G4",
    formula: '=KC.SENSITIVITY("revenue","FY2027","capXiaomi2027",Mine!J2:J3)',
  },
] as const;

const range = (
  cell: string,
): { startRow: number; startColumn: number; endRow: number; endColumn: number } => {
  const { row, column } = parseRectangle(cell)!;
  return { startRow: row - 1, startColumn: column - 1, endRow: row - 1, endColumn: column - 1 };
};

/** What of a person's own the grid holds. */
async function ownThings(page: Page): Promise<Record<string, unknown>> {
  const snapshot = await snapshotOf(page);
  const resource = (name: string): Record<string, unknown> =>
    JSON.parse(snapshot.resources!.find((one) => one.name === name)!.data) as Record<string, unknown>;
  const mine = Object.values(snapshot.sheets).find(({ name }) => name === "Mine")!;
  const look = (cell: ICellData | undefined): IStyleData =>
    ((typeof cell?.s === "string" ? snapshot.styles[cell.s] : cell?.s) ?? {}) as IStyleData;
  const at = (sheetId: string, cell: string): IStyleData =>
    look(snapshot.sheets[sheetId]?.cellData?.[range(cell).startRow]?.[range(cell).startColumn]);
  const [free, percent] = [at("kc-summary", "N64"), at(mine.id!, "B3")];
  const notes = (sheetId: string): string[] =>
    Object.values(
      (resource("SHEET_NOTE_PLUGIN")[sheetId] ?? {}) as Record<string, Record<string, { note: string }>>,
    ).flatMap((row) => Object.values(row).map(({ note }) => note));
  const rules = (name: string): unknown[] =>
    (
      (resource(name)[mine.id!] ?? []) as {
        ranges: IRange[];
        rule?: { value?: string; style?: IStyleData };
        formula1?: string;
      }[]
    ).map(({ ranges, rule, formula1 }) => ({
      ranges: ranges.map(({ startRow, startColumn, endRow, endColumn }) => [
        startRow,
        startColumn,
        endRow,
        endColumn,
      ]),
      value: rule?.value,
      fill: rule?.style?.bg?.rgb,
      formula1,
    }));
  const [cells] = await readGrid(page, "'Mine'!A1:D6");
  return {
    notes: { summary: notes("kc-summary"), inputs: notes("kc-inputs"), mine: notes(mine.id!) },
    looks: {
      freeBold: free.bl,
      freeFill: free.bg?.rgb?.toUpperCase(),
      percent: percent.n?.pattern,
      emptyFill: at(mine.id!, "D6").bg?.rgb?.toUpperCase(),
    },
    widths: { mine: mine.columnData?.[1]?.w, summary: snapshot.sheets["kc-summary"]!.columnData?.[13]?.w },
    rules: {
      formats: rules("SHEET_CONDITIONAL_FORMATTING_PLUGIN"),
      validations: rules("SHEET_DATA_VALIDATION_PLUGIN"),
    },
    cells: cells!.formulas,
    names: Object.values(
      resource("SHEET_DEFINED_NAME_PLUGIN") as Record<string, { name: string; formulaOrRefString: string }>,
    )
      .filter(({ name }) => !name.startsWith("KC_"))
      .map(({ name, formulaOrRefString }) => `${name} ${formulaOrRefString.replaceAll("'", "")}`),
  };
}

const holding = (page: Page): Promise<unknown> =>
  readGrid(page, ...FORMULAS.map(({ area }) => area)).then((all) =>
    all.map(({ values, formulas }) => ({ values, formulas })),
  );

/** Waits until the areas of all formulas show answers. */
async function answered(page: Page): Promise<void> {
  await until(async () => {
    const readings = await readGrid(page, ...FORMULAS.map(({ area }) => area));
    const values = readings.flatMap((reading) => reading.values.flat());
    return values.every((value) => value !== "" && !String(value).startsWith("#"));
  }, "every formula answers");
}

let before: Record<string, unknown>;
let live: unknown;

test("a person's notes, cells, looks, widths, rules and sheets survive an update", async () => {
  const { page } = open;
  await buildModel(page);
  // A note by the menu, as a person adds it.
  await showCell(page, "'Summary'!A15");
  await page.locator(SHEET_CANVAS).click({ button: "right", position: { x: 200, y: 300 } });
  await page.getByText("Add Note").click();
  await page.keyboard.type("Ask management about this line");
  await until(
    async () => JSON.stringify((await snapshotOf(page)).resources).includes("Ask management about this line"),
    "the note is in the workbook",
  );
  await page.locator(SHEET_CANVAS).click({ position: { x: 700, y: 600 } });
  await showCell(page, "'Summary'!N64");
  await runCommand(page, "sheet.command.update-note", {
    subUnitId: "kc-summary",
    row: 3,
    col: 1,
    note: { id: "kc-summary-B4", row: 3, col: 1, width: 200, height: 80, note: "Mine: always start in Base" },
  });
  await showCell(page, "'Inputs'!G7");
  await runCommand(page, "sheet.command.delete-note", {});

  await runCommand(page, "sheet.command.insert-sheet", { sheet: { id: MINE, name: "Mine" } });
  await page.evaluate(() =>
    (window as unknown as { kcWorkbook: { edit(edits: unknown): Promise<void> } }).kcWorkbook.edit([
      {
        address: "'Mine'!A1:D4",
        contents: [
          ["Item", "Value", "From KC", ""],
          ["Revenue", 12.5, "", "'=not a formula"],
          ["Share", 0.125, "", ""],
          ["Text number", "'0012", "", ""],
        ],
      },
      {
        address: "'Mine'!J2:K3",
        contents: [
          [3500, "=SUM($J$2:J2)/'Summary'!J12"],
          [4000, "=SUM($J$2:J3)/'Summary'!J13"],
        ],
      },
    ]),
  );
  for (const { place, formula } of FORMULAS) await typeInto(page, place, formula);
  await answered(page);
  await runCommand(page, "sheet.command.set-style", {
    subUnitId: "kc-summary",
    range: range("N64"),
    style: { type: "bl", value: 1 },
  });
  await runCommand(page, "sheet.command.set-style", {
    subUnitId: "kc-summary",
    range: range("N64"),
    style: { type: "bg", value: { rgb: "#FFE699" } },
  });
  await runCommand(page, "sheet.command.set-style", {
    subUnitId: MINE,
    range: range("B3"),
    style: { type: "n", value: { pattern: "0.0%" } },
  });
  await runCommand(page, "sheet.command.set-style", {
    subUnitId: MINE,
    range: range("D6"),
    style: { type: "bg", value: { rgb: "#C6E0B4" } },
  });
  await runCommand(page, "sheet.command.set-worksheet-col-width", {
    subUnitId: MINE,
    value: 180,
    ranges: [{ ...range("B1"), endRow: 900 }],
  });
  await runCommand(page, "sheet.command.set-worksheet-col-width", {
    subUnitId: "kc-summary",
    value: 131,
    ranges: [{ ...range("N1"), endRow: 90 }],
  });
  await runCommand(page, "sheet.command.update-note", {
    subUnitId: MINE,
    row: 1,
    col: 0,
    note: { id: "mine-a2", row: 1, col: 0, width: 200, height: 80, note: "Two lines\nof a note" },
  });
  await runCommand(page, "sheet.command.add-conditional-rule", {
    subUnitId: MINE,
    rule: {
      ranges: [{ ...range("A2"), endColumn: 1 }],
      stopIfTrue: false,
      rule: {
        type: "highlightCell",
        subType: "formula",
        value: "=$B2>10",
        style: { cl: { rgb: "#9C0006" }, bg: { rgb: "#FFC7CE" } },
      },
    },
  });
  await runCommand(page, "sheet.command.addDataValidation", {
    subUnitId: MINE,
    rule: { uid: "mine-1", type: "list", formula1: "Low,High", ranges: [range("D2")] },
  });
  await runCommand(page, "sheet.command.insert-defined-name", {
    id: "mine-name",
    name: "MyShare",
    formulaOrRefString: "Mine!$B$3",
    localSheetId: "AllDefaultWorkbook",
  });
  before = await ownThings(page);
  live = await holding(page);
  expect(before).toMatchObject({
    notes: {
      summary: ["Mine: always start in Base", expect.stringContaining("Ask management")],
      inputs: [],
      mine: ["Two lines\nof a note"],
    },
    names: ["MyShare Mine!$B$3"],
    looks: { freeBold: 1, freeFill: "#FFE699", percent: "0.0%", emptyFill: "#C6E0B4" },
    widths: { mine: 180, summary: 131 },
    cells: [
      ["Item", "Value", "From KC", ""],
      ["Revenue", 12.5, FORMULAS[2].formula, "'=not a formula"],
      ["Share", 0.125, "", ""],
      ["Text number", "0012", "", ""],
      ["", "", "", ""],
      ["", "", "", ""],
    ],
  });

  // An update that writes: a formula that was overwritten comes back because the person says so.
  await typeInto(page, "'Income statement'!Q9", "5");
  const pane = page.locator("#wb-pane");
  await pane.getByRole("tab", { name: "Build" }).click();
  await pane.getByRole("button", { name: "Update model" }).click();
  await pane.getByLabel("Overwrite Income statement Q9 with the model's").check();
  expect(await pane.locator(".changes").allInnerTexts()).toEqual(
    expect.arrayContaining([
      expect.stringContaining("your note is kept"),
      expect.stringContaining("you removed this note"),
    ]),
  );
  await pane.getByRole("button", { name: "Update 1 place" }).click();
  await pane.getByText("Model updated in place").first().waitFor();
  const [cell] = await readGrid(page, "'Income statement'!Q9");
  expect(cell!.formulas[0]![0]).toMatch(/^=/);
  await answered(page);
  expect(await ownThings(page)).toEqual(before);
  expect(await holding(page)).toEqual(live);
});

test("frozen, saved, opened again and relinked: every formula and value is as before", async () => {
  const { page } = open;
  const share = page.locator("#wb-pane");
  await share.getByRole("tab", { name: "Share" }).click();
  await share.getByRole("button", { name: "Freeze KC formulas" }).click();
  await share.locator(".card", { hasText: `${FORMULAS.length} KC formulas frozen to values.` }).waitFor();
  const frozen = (await holding(page)) as { values: unknown; formulas: unknown }[];
  expect(frozen.map(({ values }) => values)).toEqual((live as typeof frozen).map(({ values }) => values));
  expect(JSON.stringify(frozen)).not.toContain("KC.");

  // Strike-through has no place in the file, and Save says so.
  await runCommand(page, "sheet.command.set-style", {
    subUnitId: MINE,
    range: range("A4"),
    style: { type: "st", value: { s: 1 } },
  });
  const path = join(folder, "frozen.xlsx");
  const saved = await saveFile(page, path);
  const file = await readWholeWorkbook(saved);
  await page.getByText("Not in the file: strike-through on Mine.").waitFor();
  await runCommand(page, "sheet.command.set-style", {
    subUnitId: MINE,
    range: range("A4"),
    style: { type: "st", value: { s: 0 } },
  });
  const list = file.sheet("KC formulas");
  expect(FORMULAS.map((_, index) => list.cell(`D${index + 4}`).value).sort()).toEqual(
    FORMULAS.map(({ formula }) => formula).sort(),
  );
  expect(list.cell("D4").formula).toBeUndefined();
  expect(file.sheet("Summary").plan(new OwnStyles()).plan.notes).toEqual([
    { cell: "B4", text: "Mine: always start in Base" },
    { cell: expect.any(String) as string, text: expect.stringContaining("Ask management") as string },
  ]);
  expect(file.sheet("Inputs").plan(new OwnStyles()).plan.notes).toEqual([]);

  // Excel stores a formula that was filled down once, and refers to it.
  const sheet = `xl/worksheets/sheet${file.sheets.findIndex(({ name }) => name === "Mine") + 1}.xml`;
  await writeFile(
    path,
    editZipParts(
      saved,
      new Map([
        [
          sheet,
          (xml: string) =>
            xml
              .replace(/<f>(SUM\(\$J\$2:J2\)[^<]*)<\/f>/, '<f t="shared" ref="K2:K3" si="0">$1</f>')
              .replace(/<f>SUM\(\$J\$2:J3\)[^<]*<\/f>/, '<f t="shared" si="0"/>'),
        ],
      ]),
    ),
  );
  const fresh = await workbench.open();
  await openFile(fresh.page, path);
  expect((await readGrid(fresh.page, "'Mine'!K2:K3"))[0]!.formulas).toEqual([
    ["=SUM($J$2:J2)/'Summary'!J12"],
    ["=SUM($J$2:J3)/'Summary'!J13"],
  ]);
  const opened = await ownThings(fresh.page);
  expect({ ...opened, cells: null }).toEqual({ ...before, cells: null });
  expect(await holding(fresh.page)).toEqual(frozen);
  const pane = fresh.page.locator("#wb-pane");
  await pane.getByRole("tab", { name: "Share" }).click();
  await pane.getByRole("button", { name: "Relink" }).click();
  await pane.locator(".card", { hasText: `${FORMULAS.length} KC formulas are back.` }).waitFor();
  await answered(fresh.page);
  expect(await holding(fresh.page)).toEqual(live);
  expect(await ownThings(fresh.page)).toEqual(before);
  expect((await snapshotOf(fresh.page)).sheetOrder.length).toBe(
    Object.keys((await snapshotOf(page)).sheets).length - 1,
  );
  expect([...fresh.outside, ...fresh.faults]).toEqual([]);
  await fresh.page.context().close();
  reportFigure(
    "Freeze and relink bring every formula back",
    `${FORMULAS.length} KC formulas, two of them spilling, frozen, saved to .xlsx, opened again and relinked: same formulas, same values; notes, looks, widths, rules and sheets of a person's kept by update, save and open`,
  );
});

test("relinking the page that was not reloaded, and undo of a freeze, bring the formulas back too", async () => {
  const { page } = open;
  const pane = page.locator("#wb-pane");
  // The grid sets heights of new rows when it has time, and misses a sheet that goes before.
  await idle(page);
  await pane.getByRole("button", { name: "Relink" }).click();
  await pane.locator(".card", { hasText: `${FORMULAS.length} KC formulas are back.` }).waitFor();
  await answered(page);
  expect(await holding(page)).toEqual(live);
  await pane.getByRole("button", { name: "Freeze KC formulas" }).click();
  await pane.locator(".card", { hasText: `${FORMULAS.length} KC formulas frozen to values.` }).waitFor();
  await idle(page);
  await page.locator(SHEET_CANVAS).click({ position: { x: 300, y: 200 } });
  await page.keyboard.press("Control+z");
  await answered(page);
  expect(await holding(page)).toEqual(live);
  expect([...open.outside, ...open.faults]).toEqual([]);
});
