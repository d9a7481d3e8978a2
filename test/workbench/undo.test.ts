/** Undo and redo bring back what was there and touch nothing else, whatever was done. */

import { parseRectangle } from "../../src/workbook/address";
import { layoutOf } from "../../src/workbook/layout";
import { ownBrowser } from "../support/shared/browser";
import { seededModel } from "../support/seededModel";
import { until } from "../support/until";
import { digestDifferences, takeDigest } from "./bookDigest";
import {
  buildModel,
  calculated,
  pressIn,
  readGrid,
  runCommand,
  showCell,
  snapshotOf,
  startWorkbench,
  typeInto,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";

let workbench: RunningWorkbench;
let open: OpenPage;

beforeAll(async () => {
  workbench = await startWorkbench(ownBrowser);
  open = await workbench.open({ permissions: ["clipboard-read", "clipboard-write"] });
  await buildModel(open.page);
});

afterAll(async () => {
  await workbench.stop();
});

const cellOf = (driver: string): string => `'Inputs'!G${layoutOf(seededModel()).inputs.driver.get(driver)!}`;
const inputCell = cellOf("capexEnvelope2027");
const SUMMARY = "kc-summary";
const range = (area: string): Record<string, number> => {
  const { row, column, rows, columns } = parseRectangle(area)!;
  return {
    startRow: row - 1,
    endRow: row + rows - 2,
    startColumn: column - 1,
    endColumn: column + columns - 2,
  };
};
const style = (area: string, type: string, value: unknown): Promise<void> =>
  runCommand(open.page, "sheet.command.set-style", {
    ...{ subUnitId: SUMMARY, range: range(area), style: { type, value } },
  });
const ownSheet = async (): Promise<string> =>
  Object.keys((await snapshotOf(open.page)).sheets).find((id) => !id.startsWith("kc-"))!;

/** What a person does, each one step of undo. */
const STEPS: readonly (readonly [what: string, work: () => Promise<unknown>])[] = [
  [
    "a lever",
    async () => {
      const { page } = open;
      await page.locator("#wb-pane").getByRole("tab", { name: "Scenarios" }).click();
      await page.locator("#field-capXiaomi2027").fill("3500");
      await page.locator("#field-capXiaomi2027").press("Enter");
      await until(
        async () => (await readGrid(page, cellOf("capXiaomi2027")))[0]!.values[0]![0] === 3500,
        "the lever reaches Inputs",
      );
    },
  ],
  ["an input typed over", () => typeInto(open.page, inputCell, "5000")],
  ["a formula in bold", () => pressIn(open.page, "'Summary'!J12", "Control+b")],
  ["formulas filled", () => style("F12:J21", "bg", { rgb: "#FFCC00" })],
  [
    "borders",
    () =>
      runCommand(open.page, "sheet.command.set-border-basic", {
        ...{
          subUnitId: SUMMARY,
          ranges: [range("F12:J14")],
          value: { type: "all", color: "#ff0000", style: 1 },
        },
      }),
  ],
  [
    "a number format on a formula",
    () =>
      runCommand(open.page, "sheet.command.numfmt.set.numfmt", {
        ...{ subUnitId: SUMMARY, values: [{ row: 12, col: 9, pattern: "0.000", type: "number" }] },
      }),
  ],
  [
    "a formula that spills",
    () => typeInto(open.page, "'Summary'!N60", '=KC.SERIES("revenue","1Q25","4Q25")'),
  ],
  ["a formula over the model", () => typeInto(open.page, "'Summary'!N65", "=J12*2")],
  [
    "a paste",
    async () => {
      await pressIn(open.page, "'Summary'!J12:J14", "Control+c");
      await until(
        async () => (await open.page.evaluate(() => navigator.clipboard.readText())).split("\n").length === 3,
        "three cells are on the clipboard",
      );
      await pressIn(open.page, "'Summary'!N70", "Control+v");
      await open.page.waitForFunction(
        async () =>
          (
            await (
              window as unknown as {
                kcWorkbook: { read(all: string[]): Promise<{ formulas: unknown[][] }[]> };
              }
            ).kcWorkbook.read(["'Summary'!N72"])
          )[0]!.formulas[0]![0] !== "",
      );
    },
  ],
  ["a new sheet", () => runCommand(open.page, "sheet.command.insert-sheet", {})],
  ["a number on it", () => typeInto(open.page, "'Sheet1'!A1", "5")],
  ["a formula on it", () => typeInto(open.page, "'Sheet1'!A2", "=A1*2+Summary!J12")],
  [
    "a row inserted",
    async () =>
      runCommand(open.page, "sheet.command.insert-row", {
        ...{ subUnitId: await ownSheet(), direction: 0 },
        range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: 19 },
      }),
  ],
  ["a formula over it", () => typeInto(open.page, "'Summary'!N75", "=Sheet1!A3")],
  [
    "a new name for it",
    async () =>
      runCommand(open.page, "sheet.command.set-worksheet-name", {
        subUnitId: await ownSheet(),
        name: "Mine",
      }),
  ],
  [
    "a wider column",
    () =>
      runCommand(open.page, "sheet.command.set-worksheet-col-width", {
        ...{ subUnitId: SUMMARY, ranges: [range("J1:J50")], value: 130 },
      }),
  ],
  [
    "a freeze",
    async () => {
      const pane = open.page.locator("#wb-pane");
      await pane.getByRole("tab", { name: "Share" }).click();
      await pane.getByRole("button", { name: "Freeze KC formulas" }).click();
      await pane.getByText("1 KC formula frozen to values.", { exact: true }).waitFor();
    },
  ],
  // From here on the grid calculates the whole model itself, which takes it long: these come last.
  ["a formula of the model overwritten", () => typeInto(open.page, "'Summary'!J20", "7")],
  ["the overwritten cell in italics", () => style("J20", "it", 1)],
  [
    "cells emptied",
    () =>
      runCommand(open.page, "sheet.command.clear-selection-content", {
        ...{ subUnitId: SUMMARY, ranges: [range("J23:J24")] },
      }),
  ],
];

test("a comparison of whole workbooks sees one digit and one colour", async () => {
  const { page } = open;
  await takeDigest(page, 0);
  await style("J30", "bg", { rgb: "#FFCC01" });
  expect(await digestDifferences(page, 0)).toHaveLength(1);
  await typeInto(page, "'Summary'!N66", "1");
  await calculated(page);
  expect(await digestDifferences(page, 0)).toHaveLength(2);
});

test("formats pasted over a formula leave it a formula", async () => {
  const { page } = open;
  const [before] = await readGrid(page, "'Summary'!K12");
  await showCell(page, "'Summary'!J30");
  await runCommand(page, "univer.command.copy", {});
  await showCell(page, "'Summary'!K12");
  await runCommand(page, "sheet.command.paste-format", {});
  await calculated(page);
  expect((await readGrid(page, "'Summary'!K12"))[0]).toEqual(before);
});

test("twenty steps back and twenty forward: after each the workbook is what it was", async () => {
  const { page } = open;
  await takeDigest(page, 0);
  for (const [index, [what, work]] of STEPS.entries()) {
    await work();
    // A step that does nothing would make every later comparison one of other steps.
    await until(async () => (await takeDigest(page, index + 1)) > 0, `${what} changes something`);
  }
  for (const [index, [what]] of [...STEPS.entries()].reverse()) {
    await runCommand(page, "univer.command.undo", {});
    expect([`${what}, undone`, (await digestDifferences(page, index)).slice(0, 5)]).toEqual([
      `${what}, undone`,
      [],
    ]);
  }
  for (const [index, [what]] of STEPS.entries()) {
    await runCommand(page, "univer.command.redo", {});
    expect([`${what}, again`, (await digestDifferences(page, index + 1)).slice(0, 5)]).toEqual([
      `${what}, again`,
      [],
    ]);
  }
  expect([...open.outside, ...open.faults]).toEqual([]);
}, 600_000);
