import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import type { ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { DRIVER_GROUPS, SCENARIOS } from "../../src/companies/kingsoftCloud";
import type { ScenarioName } from "../../src/seeds";
import { cellAddress, columnLetters } from "../../src/workbook/address";
import { INPUT_COLUMNS, inputColumnsOf } from "../../src/workbook/inputColumns";
import { layoutOf } from "../../src/workbook/layout";
import type { CellPlan, WorkbookPlan } from "../../src/workbook/plan";
import { SHEETS } from "../../src/workbook/sheetNames";
import { reportFigure } from "../support/figure";
import { recalculate, recalculateAll } from "../support/libreOffice";
import { editedInLibreOffice, endEdits } from "../support/libreOfficeEdits";
import { planOf } from "../support/seededModel";
import { cellsOfSheet, sheetOf } from "./placedCells";
import { model, plan } from "./realPlan";
import { differences, errorCells, typed } from "./recalculatedCells";

afterAll(endEdits);

/** Something typed over assumptions of one scenario. */
type Entry = readonly [scenario: ScenarioName, driver: string, value: CellPlan["value"]];

function inputCell(scenario: ScenarioName, driver: string): string {
  const row = cellsOfSheet(sheetOf(plan, SHEETS.inputs)).find(
    ({ column, cell }) => column === INPUT_COLUMNS.driver && cell.value === driver,
  )!.row;
  return cellAddress(row, INPUT_COLUMNS.firstScenario + SCENARIOS.findIndex(({ id }) => id === scenario));
}

/** The plan after an analyst has typed on Inputs; what stands beside the formulas is out of date. */
function flexed(of: WorkbookPlan, entries: readonly Entry[]): WorkbookPlan {
  return entries.reduce(
    (now, [scenario, driver, value]) => typed(now, SHEETS.inputs, inputCell(scenario, driver), value),
    of,
  );
}

const BASE: readonly Entry[] = [
  ["base", "renewalInForce", 0],
  ["base", "capexEnvelope2026", 12_000],
];
const UPSIDE: readonly Entry[] = [
  ["upside", "upliftXiaomi2026", 0.2],
  ["upside", "leasedShare", 0.5],
];
const WRONG: readonly Entry[] = [
  ["downside", "relatedPartyDays", 100_000],
  ["custom", "leaseTerm", "twelve"],
  ["renewalDelayed", "capBasis", 2],
  ["custom2", "renewalInForce", 0.5],
  ["custom2", "renewalDelay", 1.25],
  ["custom2", "upliftQuarter", 20265],
  ["custom3", "procurementMode", 1.5],
  ["custom3", "upliftQuarter", 20262.5],
];

const overridesOf = (entries: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(entries.map(([, driver, value]) => [driver, String(value)]));

describe("a workbook whose inputs are typed over, recalculated by LibreOffice", () => {
  let base: ReadWorkbook;
  let upside: ReadWorkbook;
  let wrong: ReadWorkbook;

  beforeAll(async () => {
    const files = [flexed(plan, BASE), flexed(planOf(model, "upside"), UPSIDE), flexed(plan, WRONG)];
    [base, upside, wrong] = (await recalculateAll(await Promise.all(files.map(planToXlsx)))) as [
      ReadWorkbook,
      ReadWorkbook,
      ReadWorkbook,
    ];
  }, 600_000);

  const checked = (workbook: ReadWorkbook): unknown => workbook.sheet(SHEETS.checks).cell("C4").value;

  /** Flags of a row of the Checks sheet, scenario by scenario. */
  function flagsOf(label: string, workbook = wrong): readonly unknown[] {
    const { row } = cellsOfSheet(sheetOf(plan, SHEETS.checks)).find(({ cell }) => cell.value === label)!;
    return SCENARIOS.map((_, index) => workbook.sheet(SHEETS.checks).cell(cellAddress(row, 3 + index)).value);
  }

  it("answers in every formula cell like the engine when Base changes, in the scenarios that follow it too", () => {
    const wanted = planOf(model, "base", overridesOf(BASE));
    const { compared, different } = differences(wanted, base);
    expect(different.slice(0, 10)).toEqual([]);
    const moved = differences(plan, base).different.length;
    expect(moved).toBeGreaterThan(1000);
    reportFigure(
      "A workbook flexed without the add-in recalculates as the engine does",
      `${compared} formula cells, ${moved} of them moved`,
    );
    expect([checked(base), errorCells(base)]).toEqual([0, []]);
  });

  it("answers in every formula cell like the engine when Upside changes, and no other scenario moves", () => {
    const wanted = planOf(model, "upside", overridesOf(UPSIDE));
    expect(differences(wanted, upside).different.slice(0, 10)).toEqual([]);
    const others = SCENARIOS.filter(({ id }) => id !== "upside").map(({ name }) => sheetOf(plan, name));
    expect(differences({ sheets: others }, upside).different).toEqual([]);
    expect(differences({ sheets: [sheetOf(plan, "Upside")] }, upside).different.length).toBeGreaterThan(500);
    expect([checked(upside), errorCells(upside)]).toEqual([0, []]);
  });

  it("raises the master flag for a value out of its range and for a text, and says in which scenario", () => {
    expect(checked(wrong)).toBe(1);
    expect(flagsOf("Every input lies within its allowed range")).toEqual([1, 0, 0, 0, 0, 1, 0, 0]);
    expect(flagsOf("Every input is a number")).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
    for (const sheet of plan.sheets.filter(({ name }) => name !== SHEETS.checks)) {
      const flag = cellsOfSheet(sheet).find(({ cell }) => cell.style === "masterFlag")!;
      expect([sheet.name, wrong.sheet(sheet.name).cell(cellAddress(flag.row, flag.column)).value]).toEqual([
        sheet.name,
        1,
      ]);
    }
  });

  it("raises it for parts of what can't be parted and a quarter that no year has, which lie within their ranges", () => {
    expect(flagsOf("Every switch is a whole number").slice(-2)).toEqual([1, 0]);
    expect(flagsOf("Every number of quarters is whole").slice(-2)).toEqual([1, 0]);
    expect(flagsOf("Every choice is a whole number").slice(-2)).toEqual([0, 1]);
    expect(flagsOf("Every number of digits is whole").slice(-2)).toEqual([0, 0]);
    expect(flagsOf("Every quarter is on the calendar")).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
  });

  it("raises it for a section of Inputs that was sorted", async () => {
    const rows = DRIVER_GROUPS[0]!.drivers.map(({ id }) => layoutOf(model).inputs.driver.get(id)!);
    const area = `A${Math.min(...rows)}:${columnLetters(inputColumnsOf(SCENARIOS).reason)}${Math.max(...rows)}`;
    const edited = await editedInLibreOffice(
      await planToXlsx(plan),
      `  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = 1
  fields(0).IsAscending = False
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields"
  how(0).Value = fields()
  sheets.getByName("Inputs").getCellRangeByName("${area}").sort(how())
  book.calculateAll()`,
    );
    const sorted = await recalculate(edited);
    expect(flagsOf("Every assumption stands in its row", sorted)).toEqual(SCENARIOS.map(() => 1));
    expect(checked(sorted)).toBe(1);
    expect(flagsOf("Every assumption stands in its row", base)).toEqual(SCENARIOS.map(() => 0));
  });

  it("keeps the other scenarios right beside a wrong one, the cap basis of one of them included", () => {
    const untouched = [
      "Base",
      "Upside",
      "Renewal lapses",
      SHEETS.income,
      SHEETS.balance,
      SHEETS.cash,
      SHEETS.summary,
    ];
    const wanted = untouched
      .map((name) => sheetOf(plan, name))
      .map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => (cell?.style === "masterFlag" ? null : cell)),
        })),
      }));
    expect(differences({ sheets: wanted }, wrong).different).toEqual([]);
    const delayed = sheetOf(planOf(model, "renewalDelayed", new Map([["capBasis", "2"]])), "Renewal delayed");
    const body = { ...delayed, rows: delayed.rows.map((row, r) => (r < 6 ? { cells: [] } : row)) };
    expect(differences({ sheets: [body] }, wrong).different).toEqual([]);
    expect(errorCells(wrong, [...untouched, "Downside", "Renewal delayed", SHEETS.checks])).toEqual([]);
  });
});
