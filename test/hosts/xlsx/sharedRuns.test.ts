import { sharedRuns, type SharedRun } from "../../../src/hosts/xlsx/sharedRuns";
import { cellAddress } from "../../../src/workbook/address";
import type { RowPlan } from "../../../src/workbook/plan";

const row = (...formulas: readonly (string | null | undefined)[]): RowPlan => ({
  cells: formulas.map((formula) =>
    formula === null ? null : { value: 1, style: "plain", ...(formula !== undefined && { formula }) },
  ),
});

const addresses = (runs: readonly SharedRun[]): readonly string[] =>
  runs.map((run) => run.map(({ row: r, column }) => cellAddress(r + 1, column + 1)).join(" "));
const runsOf = (...rows: readonly RowPlan[]): readonly string[] => addresses(sharedRuns()({ rows }));

test("a run is one formula copied to the right, three cells at least, between others", () => {
  expect(runsOf(row("1", "B1+$A$9", "C1+$A$9", "D1+$A$9", "E1-$A$9", "F1-$A$9"))).toEqual(["B1 C1 D1"]);
  expect(runsOf(row("A1", "B1", null, "D1", "E1", "F1", undefined))).toEqual(["D1 E1 F1"]);
  expect(runsOf(row("A1", "B1", "C1", "A2", "B2", "C2"))).toEqual(["A1 B1 C1", "D1 E1 F1"]);
  expect(runsOf(row(), row(null))).toEqual([]);
});

test("what no row shares is shared down a column, with other cells between", () => {
  const total = (line: number): string => `IF(COUNT(M${line}:P${line})=4,SUM(M${line}:P${line}),"n/d")`;
  expect(
    runsOf(
      row(null, total(1)),
      row(undefined, "A$1"),
      row(null, total(3)),
      row(null, null),
      row("X9", total(5)),
    ),
  ).toEqual(["B1 B3 B5"]);
  expect(runsOf(row("A$9+B1", "X1"), row("A$9+B2", "X2"), row("A$9+B3", "X3"))).toEqual([
    "A1 A2 A3",
    "B1 B2 B3",
  ]);
  expect(runsOf(row("A1", null), row(null, "B2"), row("A3", null))).toEqual([]);
  expect(runsOf(row("A9"), row("A9"), row("A9"))).toEqual([]);
  expect(runsOf(row("B1", "C1", "D1"), row("B2"), row("B3"), row("B4"))).toEqual(["A1 B1 C1", "A2 A3 A4"]);
});

test("formulas at the end of the sheet are no copies of each other", () => {
  const last = 1_048_576;
  expect(runsOf(row(`A${last}`), row(`A${last - 1}`), row(`A${last - 2}`))).toEqual([]);
});

test("the same finder serves several sheets", () => {
  const finder = sharedRuns();
  const rows = [row("A1", "B1", "C1")];
  expect(addresses(finder({ rows: [row(null), ...rows] }))).toEqual(["A2 B2 C2"]);
  expect(addresses(finder({ rows }))).toEqual(["A1 B1 C1"]);
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
  const copies = (cells: readonly string[]): string[] => cells.map((cell) => formula.replace(/\bA1\b/, cell));
  expect(runsOf(row(...copies(["A1", "B1", "C1", "D1"])))).toEqual([]);
  expect(runsOf(...copies(["A1", "A2", "A3", "A4"]).map((copy) => row(copy)))).toEqual([]);
});

test.each(['IF(A1>0,ROUND(A1*1.5,0),"n/d")', "SUM($A$1:A1)/LOG10(100)", "-A1%", "TRUE", 'A1&"Sheet!"'])(
  "%s is shared",
  (formula) => {
    const copies = (cells: readonly string[]): string[] =>
      cells.map((cell) => formula.replaceAll(/(?<!\$)\bA1\b/g, cell));
    expect(runsOf(row(...copies(["A1", "B1", "C1"])))).toEqual(["A1 B1 C1"]);
    expect(runsOf(...copies(["A1", "A2", "A3"]).map((copy) => row(copy)))).toEqual(["A1 A2 A3"]);
  },
);
