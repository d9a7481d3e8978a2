/** Freeze and Relink taken back and done again at once, on the listed sheet and off it, while the grid still calculates. */

import { FROZEN_SHEET } from "../../src/hosts/frozen/frozenList";
import { until } from "../support/until";
import {
  buildModel,
  calculated,
  readGrid,
  runCommand,
  showCell,
  startWorkbench,
  typeInto,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";

const FORMULA = '=KC.REVENUE("3Q25")';
const SERIES = '=KC.SERIES("revenue","1Q25","3Q25")';

let workbench: RunningWorkbench;
let open: OpenPage;

beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open();
  await buildModel(open.page);
  await runCommand(open.page, "sheet.command.insert-sheet", {});
  await typeInto(open.page, "'Sheet1'!A1", FORMULA);
  await typeInto(open.page, "'Sheet1'!A3", SERIES);
  await typeInto(open.page, "'Sheet1'!A5", "=SUM(A1:C3)");
  await calculated(open.page);
});

afterAll(async () => {
  expect([...open.outside, ...open.faults]).toEqual([]);
  await workbench.stop();
});

const press = async (name: string): Promise<void> => {
  const pane = open.page.locator("#wb-pane");
  await pane.getByRole("tab", { name: "Share" }).click();
  await pane.getByRole("button", { name }).click();
};
/** Formulas, and the values that they fill. */
const contents = async (): Promise<unknown> =>
  (await readGrid(open.page, "'Sheet1'!A1", "'Sheet1'!A3", "'Sheet1'!A5", "'Sheet1'!A1:D5")).map(
    ({ address, formulas, values }) => (address.includes(":") ? values : formulas),
  );
const freeze = (): Promise<void> => press("Freeze KC formulas");
const relink = (): Promise<void> => press("Relink");
const undo = (): Promise<void> => runCommand(open.page, "univer.command.undo", {});
const redo = (): Promise<void> => runCommand(open.page, "univer.command.redo", {});
const isFrozen = async (): Promise<boolean> =>
  (await readGrid(open.page, "'Sheet1'!A1"))[0]!.formulas[0]![0] === 2478;
const isLinked = async (): Promise<boolean> =>
  (await readGrid(open.page, "'Sheet1'!A1"))[0]!.formulas[0]![0] === FORMULA;

test.each([
  ["with the sheet of the formulas in front", async () => showCell(open.page, "'Sheet1'!A1")],
  ["with the list in front", async () => showCell(open.page, `'${FROZEN_SHEET}'!A1`)],
])("undo and redo right after Freeze, then Relink: %s", async (_, turn) => {
  const before = await contents();
  await freeze();
  await until(isFrozen, "the formula is frozen");
  await turn();
  await undo();
  expect(await isLinked()).toBe(true);
  await redo();
  expect(await isFrozen()).toBe(true);
  await turn();
  await relink();
  await until(isLinked, "the formula is back");
  await undo();
  expect(await isFrozen()).toBe(true);
  await redo();
  expect(await isLinked()).toBe(true);
  await calculated(open.page);
  let now: unknown;
  await until(
    async () => JSON.stringify((now = await contents())) === JSON.stringify(before),
    () => `all is as it was, ${JSON.stringify(before)}, but ${JSON.stringify(now)}`,
  );
});
