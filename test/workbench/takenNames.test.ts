/** A file in which sheets or names that the model has are a person's own by now. */

import { openWorkbook, type OpenedFile } from "../../src/workbench/openWorkbook";
import type { CellPlan, WorkbookPlan } from "../../src/workbook/plan";
import { withParts } from "../hostile/changedFile";
import { planOf, seededModel } from "../support/seededModel";
import { ownSheet, smallFile } from "./smallFile";

const model = seededModel();
const plan = planOf(model);
const style = Object.keys(plan.styles)[0]!;
const cell = (value: CellPlan["value"]): CellPlan => ({ value, style });
/** Rows of a person, some of which the model's cash flow has as well. */
const rows = [
  [cell("Our view"), cell(1)],
  [cell("Net result"), cell(5)],
  [cell("Depreciation and amortisation"), cell(-2)],
];

const renamed = (from: string, to: string): WorkbookPlan => ({
  ...plan,
  activeSheet: to,
  names: plan.names.map((name) => (name.sheet === from ? { ...name, sheet: to } : name)),
  sheets: plan.sheets.map((sheet) => (sheet.name === from ? { ...sheet, name: to } : sheet)),
});
const open = (file: Uint8Array): Promise<OpenedFile> => openWorkbook(model, file, plan);

test.each(["Cash flow", "CASH FLOW"])(
  "an own sheet %s in place of the model's is not taken for it",
  async (name) => {
    await expect(open(await smallFile(plan, ownSheet(name, rows)))).rejects.toThrow(
      `The sheet ${name} has the name of a sheet of the model but not its rows. Rename it,`,
    );
    const { parts } = await open(await smallFile(plan, ownSheet("Our cash flow", rows)));
    expect(parts.sheets.map((sheet) => sheet.name)).toEqual(["Our cash flow"]);
    expect(parts.sheets[0]!.rows[1]!.cells.slice(0, 2)).toMatchObject([
      { value: "Net result" },
      { value: 5 },
    ]);
  },
);

test("an own sheet Summary beside the model's renamed one is not taken for it", async () => {
  const sheets = renamed("Summary", "Overview");
  const overview = { ...sheets.sheets.find(({ name }) => name === "Overview")!, charts: [], links: [] };
  const small = await smallFile(sheets, overview);
  expect((await open(small)).inputs.scenario).toBe("base");
  const both = await smallFile(sheets, overview, ownSheet("Summary", rows));
  await expect(open(both)).rejects.toThrow(
    "The model's sheet Summary was renamed, and another sheet now has its name. Rename the other sheet called Summary,",
  );
});

test("an emptied sheet of the model is still the model's", async () => {
  const { parts } = await open(await smallFile(plan, ownSheet("Cash flow", [])));
  expect(parts.sheets).toEqual([]);
});

test("a name of another program that the model has as well is named, and the model keeps its own", async () => {
  const file = await smallFile(plan, ownSheet("Mine", rows));
  const taken = withParts(file, {
    "xl/workbook.xml": (xml) =>
      xml.replace(/(?<=<definedName name="KC_Inputs"[^>]*>)[^<]*/, () => "'Mine'!$A$1:$B$2"),
  });
  expect((await open(file)).left).toEqual([]);
  const { left, parts } = await open(taken);
  expect(left).toEqual([
    "Names of your own that the model has for ranges of its own: KC_Inputs ('Mine'!$A$1:$B$2).",
  ]);
  expect(parts.names).toEqual([]);
});
