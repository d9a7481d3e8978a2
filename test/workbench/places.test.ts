/** Where the grid goes: a place that is shown stands in front of frozen rows and columns, and a step that is taken back is seen. */

import type { Page } from "playwright-core";
import { parseRectangle } from "../../src/workbook/address";
import { until } from "../support/until";
import {
  buildModel,
  gridValue,
  runCommand,
  showCell,
  startWorkbench,
  typeInto,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

let workbench: RunningWorkbench;
let open: OpenPage;

beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open({ viewport: { width: 1280, height: 800 } });
  await buildModel(open.page);
});

afterAll(async () => {
  expect([...open.outside, ...open.faults]).toEqual([]);
  await workbench.stop();
});

/** Whether a whole cell stands in the part of the sheet that scrolls; false while another sheet is in front. */
const inView = (page: Page, sheet: string, cell: string): Promise<boolean> =>
  page.evaluate(
    ([name, place]) => {
      const { kcWorkbook } = window as unknown as {
        kcWorkbook: { placed(sheet: string, range: string): { scrolling: Box; boxes: Box[] } | null };
      };
      const placed = kcWorkbook.placed(name, place);
      if (placed === null) return false;
      const { scrolling, boxes } = placed;
      const [box] = boxes as [Box];
      return (
        box.left >= scrolling.left - 1 &&
        box.top >= scrolling.top - 1 &&
        box.left + box.width <= scrolling.left + scrolling.width + 1 &&
        box.top + box.height <= scrolling.top + scrolling.height + 1
      );
    },
    [sheet, cell] as const,
  );

test.each(["AC398", "T244", "AF410", "D7", "Z240"])("%s is shown in front of frozen panes", async (cell) => {
  const { page } = open;
  await showCell(page, "'Summary'!A12");
  await showCell(page, `'Base'!${cell}`);
  await until(() => inView(page, "Base", cell), `${cell} is in view`);
  // The check sees a cell that is not: one far from it.
  const far = parseRectangle(cell)!.row > 200 ? "D7" : "AC398";
  expect(await inView(page, "Base", far)).toBe(false);
});

test("the name box goes in front of frozen panes too", async () => {
  const { page } = open;
  await showCell(page, "'Base'!D7");
  const box = page.locator("[data-u-comp=defined-name] input");
  await box.fill("AC398");
  await box.press("Enter");
  await until(() => inView(page, "Base", "AC398"), "AC398 is in view");
});

test("a step taken back on another sheet turns to it, there and forward again", async () => {
  const { page } = open;
  await typeInto(page, "'Base'!Z300", "1");
  await showCell(page, "'Summary'!A12");
  await runCommand(page, "univer.command.undo", {});
  await until(() => inView(page, "Base", "Z300"), "the cell is in view");
  expect(String(await gridValue(page, "'Base'!Z300"))).not.toBe("1");
  await showCell(page, "'Summary'!A12");
  await runCommand(page, "univer.command.redo", {});
  await until(() => inView(page, "Base", "Z300"), "the cell is in view again");
  expect(await gridValue(page, "'Base'!Z300")).toBe(1);
  await runCommand(page, "univer.command.undo", {});
});
