import { sharedRuns } from "../../../src/hosts/xlsx/sharedRuns";
import type { RowPlan } from "../../../src/workbook/plan";

const row = (...formulas: readonly (string | null | undefined)[]): RowPlan => ({
  cells: formulas.map((formula) =>
    formula === null ? null : { value: 1, style: "plain", ...(formula !== undefined && { formula }) },
  ),
});

test("a run is one formula copied to the right, three cells at least, between others", () => {
  const runsOf = sharedRuns();
  expect(runsOf(row("1", "B1+$A$9", "C1+$A$9", "D1+$A$9", "E1-$A$9", "F1-$A$9"))).toEqual([
    { from: 1, to: 3 },
  ]);
  expect(runsOf(row("A1", "B1", null, "D1", "E1", "F1", undefined))).toEqual([{ from: 3, to: 5 }]);
  expect(runsOf(row("A1", "B1", "C1", "A2", "B2", "C2"))).toEqual([
    { from: 0, to: 2 },
    { from: 3, to: 5 },
  ]);
  expect(runsOf(row())).toEqual([]);
});

test.each([
  "'Actuals'!M4",
  "Actuals!M4",
  "SUM(Sheet1:Sheet3!A1)",
  "KC_Scenario*A1",
  "rate+A1",
  "SUM(Table1[Amount])",
  "{1,2}*A1",
  "_xlfn.XLOOKUP(A1,$B$1:$B$9,$C$1:$C$9)",
  "A1#",
  "#REF!+A1",
  "@A1",
])("Excel does not share %s", (formula) => {
  const runsOf = sharedRuns();
  const copies = ["A1", "B1", "C1", "D1"].map((cell) => formula.replace(/\bA1\b/, cell));
  expect(runsOf(row(...copies))).toEqual([]);
});

test.each(['IF(A1>0,ROUND(A1*1.5,0),"n/d")', "SUM($A$1:A1)/LOG10(100)", "-A1%", "TRUE", 'A1&"Sheet!"'])(
  "%s is shared",
  (formula) => {
    const copies = ["A1", "B1", "C1"].map((cell) => formula.replaceAll(/(?<!\$)\bA1\b/g, cell));
    expect(sharedRuns()(row(...copies))).toEqual([{ from: 0, to: 2 }]);
  },
);
