import { QUARTER_DRIVERS, QUARTERS, SCENARIOS, TYPED_LINES } from "../../src/companies/kingsoftCloud";
import { SHEETS } from "../../src/workbook/sheetNames";
import { areaOf, cellAt, cellAtAddress, columnNumber, sheetOf } from "./placedCells";
import { model, plan } from "./realPlan";

/** Last column and row of a worksheet. */
const LIMITS = { column: columnNumber("XFD"), row: 1_048_576 };

/** Whether Excel would read a name as a cell, in A1 or in R1C1 notation. */
function readsAsCell(name: string): boolean {
  const a1 = /^([A-Z]{1,3})(\d+)$/i.exec(name);
  if (a1 && columnNumber(a1[1]!.toUpperCase()) <= LIMITS.column && Number(a1[2]) <= LIMITS.row) return true;
  return /^(R\d*C\d*|R\d*|C\d*)$/i.test(name);
}

test("there are exactly four names, and none can be read as a cell", () => {
  expect(plan.names.map(({ name }) => name)).toEqual([
    "KC_Scenario",
    "KC_Checks",
    "KC_Inputs",
    "KC_Consensus",
  ]);
  expect(plan.names.filter(({ name }) => readsAsCell(name))).toEqual([]);
  expect(["FY2026", "KC2027", "R1C1", "rc", "XFD1048576"].map(readsAsCell)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(["XFE1", "FY2026x", "A1048577"].map(readsAsCell)).toEqual([false, false, false]);
});

test("KC_Scenario is the selector, KC_Checks the master flag, KC_Inputs the assumption table with its heads", () => {
  const anchor = (name: string): { sheet: string; range: string } =>
    plan.names.find((each) => each.name === name)!;
  const [scenario, checks, inputs] = ["KC_Scenario", "KC_Checks", "KC_Inputs"].map(anchor) as [
    ReturnType<typeof anchor>,
    ReturnType<typeof anchor>,
    ReturnType<typeof anchor>,
  ];
  expect([scenario.sheet, cellAtAddress(sheetOf(plan, scenario.sheet), scenario.range)]).toEqual([
    SHEETS.summary,
    expect.objectContaining({ value: "Base" }),
  ]);
  expect([checks.sheet, cellAtAddress(sheetOf(plan, checks.sheet), checks.range)]).toEqual([
    SHEETS.checks,
    expect.objectContaining({ value: 0, style: "checkMaster" }),
  ]);
  const table = sheetOf(plan, inputs.sheet);
  const { top, left, bottom, right } = areaOf(inputs.range);
  const heads = Array.from(
    { length: right - left + 1 },
    (_, index) => cellAt(table, top, left + index)?.value,
  );
  expect(heads).toEqual(["Driver", "Unit", "Lowest", "Highest", ...SCENARIOS.map(({ name }) => name)]);
  const drivers = Array.from({ length: bottom - top }, (_, index) =>
    cellAt(table, top + 1 + index, left),
  ).filter((cell) => cell?.style === "name");
  // Below the drivers stand links to the known figures: one row a line and year, under a title and a head.
  const links = drivers.filter((cell) => String(cell!.value).includes(":"));
  const years = 1 + new Set(QUARTERS.slice(model.data.opening + 1).map(({ year }) => year)).size;
  expect(links.length).toBe(1 + TYPED_LINES.length * (years - 1));
  // Between them stand the quarters that count, under a head of their own.
  const quarters = drivers.filter((cell) => String(cell!.value).includes("@"));
  expect(quarters.map((cell) => cell!.value)).toEqual([
    "driver@quarter",
    ...QUARTER_DRIVERS.map(({ id }) => id),
  ]);
  expect(drivers.length - links.length - quarters.length).toBe(model.rows.length);
  expect(table.rows.length).toBe(bottom);
});

test("every name says what it is", () => {
  for (const { comment } of plan.names) expect(comment).toMatch(/^\w.{8,}/);
});
