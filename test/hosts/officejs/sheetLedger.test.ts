/** The fingerprint of a sheet's look sees a change of any part of it. */

import { lookHash } from "../../../src/hosts/officejs/sheetLedger";
import type { SheetPlan } from "../../../src/workbook/plan";
import { smallPlan, withSheet } from "./smallPlan";

const hashOf = (change: Partial<SheetPlan>): string => {
  const plan = withSheet("Summary", (sheet) => ({ ...sheet, ...change }));
  return lookHash(
    plan,
    plan.sheets.find(({ name }) => name === "Summary")!,
  );
};
const summary = smallPlan.sheets.find(({ name }) => name === "Summary")!;
const [rule] = smallPlan.sheets.flatMap(({ validations }) => validations);

test.each<[string, Partial<SheetPlan>]>([
  ["the tab's colour", { tabColour: "C55A11" }],
  ["a column's width", { columns: [{ width: 31 }, ...summary.columns.slice(1)] }],
  ["frozen rows", { freeze: { rows: 3, columns: 1 } }],
  ["a validation", { validations: [{ ...rule!, range: "D4" }] }],
  [
    "a conditional format",
    { conditionalFormats: [{ range: "D4", formula: "D4<0", colour: "9C0006", fill: "FFC7CE" }] },
  ],
  ["a link", { links: [{ cell: "D4", sheet: "Inputs", target: "A1", tooltip: "Go to the inputs" }] }],
  ["the print area", { print: { ...summary.print, area: "A1:D9" } }],
  ["gridlines", { gridlines: !summary.gridlines }],
  ["a row's height", { rows: summary.rows.map((row) => ({ ...row, height: 31 })) }],
])("%s", (_, change) => {
  expect(hashOf(change)).not.toBe(hashOf({}));
});

test("notes and charts, which have fingerprints of their own, leave it as it was", () => {
  expect(hashOf({ notes: [{ cell: "D4", text: "A note" }], charts: [] })).toBe(hashOf({}));
});
