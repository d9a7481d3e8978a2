/** A file with something that can't be kept is asked about before anything is replaced. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sheetPath, withParts } from "../hostile/changedFile";
import { planOf, seededModel } from "../support/seededModel";
import {
  buildModel,
  gridValue,
  startWorkbench,
  typeInto,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";
import { ownSheet, smallFile } from "./smallFile";

let workbench: RunningWorkbench;
let open: OpenPage;
let folder: string;
let path: string;

beforeAll(async () => {
  const plan = planOf(seededModel());
  const style = Object.keys(plan.styles)[0]!;
  const file = await smallFile(
    plan,
    ownSheet("Mine", [
      [
        { value: "from the file", style },
        { value: 1, style },
      ],
    ]),
  );
  const lossy = withParts(file, {
    [sheetPath(file, "Mine")]: (xml) =>
      xml.replace(
        "</sheetData>",
        '</sheetData><sheetProtection sheet="1"/><mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      ),
    "xl/vbaProject.bin": "MZ",
  });
  folder = await mkdtemp(join(tmpdir(), "kc-question-"));
  path = join(folder, "theirs.xlsx");
  await writeFile(path, lossy);
  workbench = await startWorkbench();
  open = await workbench.open();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await workbench.stop();
});

test("each loss is listed, the safe answer has the keyboard, and only the other one replaces the workbook", async () => {
  const { page } = open;
  const choose = async (): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open .xlsx" }).click();
    await (await chooser).setFiles(path);
    await question.waitFor();
  };
  const question = page.getByRole("alertdialog");
  const stay = question.getByRole("button", { name: "Do not open it" });
  await buildModel(page);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await typeInto(page, "'Summary'!N70", "mine, unsaved");

  await choose();
  expect(await question.getByRole("heading").innerText()).toBe(
    "4 things in theirs.xlsx can't be kept here. The file itself stays as it is.",
  );
  expect(await question.getByRole("listitem").allInnerTexts()).toEqual([
    expect.stringMatching(/changes that are not saved/),
    expect.stringMatching(/^It is of another release of the model: .*README/),
    "Its macros do not run here and are left out.",
    "Mine: the protection of the sheet.",
    "Mine: merged cells (their cells are kept apart): A1:B1.",
  ]);
  expect(await stay.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  expect(await gridValue(page, "'Summary'!N70")).toBe("mine, unsaved");

  await choose();
  await stay.click();
  await question.waitFor({ state: "detached" });
  expect(await gridValue(page, "'Summary'!N70")).toBe("mine, unsaved");

  await choose();
  await question.getByRole("button", { name: "Open without them" }).click();
  await page.getByText("theirs.xlsx is open.").waitFor();
  expect(await gridValue(page, "'Mine'!A1")).toBe("from the file");
  expect(await gridValue(page, "'Summary'!N70")).toBe("");
  expect([...open.outside, ...open.faults]).toEqual([]);
});
