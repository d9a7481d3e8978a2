/** The analyst's own scenarios, named in the heads of their columns: the whole workbook follows, recalculated by LibreOffice. */

import type { ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { createKcFunctions } from "../../src/functions";
import { OWN_SCENARIOS, SCENARIOS } from "../../src/companies/kingsoftCloud";
import type { ScenarioHeads } from "../../src/model";
import type { ScenarioName } from "../../src/seeds";
import { cellAddress } from "../../src/workbook/address";
import { buildPlan } from "../../src/workbook/buildPlan";
import { INPUT_COLUMNS, inputColumnsOf } from "../../src/workbook/inputColumns";
import { layoutOf } from "../../src/workbook/layout";
import type { CellPlan, WorkbookPlan } from "../../src/workbook/plan";
import { NAME_ROWS } from "../../src/workbook/scenarioNameCells";
import { SHEETS } from "../../src/workbook/sheetNames";
import { recalculateAll } from "../support/libreOffice";
import { formulasOf, sheetOf } from "./placedCells";
import { model, plan } from "./realPlan";
import { differences, errorCells, onlySheets, typed } from "./recalculatedCells";

const FLEX = new Map([
  ["upliftXiaomi2026", "0.2"],
  ["leasedShare", "0.5"],
  ["scenarioProbability", "0.25"],
]);

const inputs = layoutOf(model).inputs;
const columnOf = (scenario: ScenarioName): number =>
  INPUT_COLUMNS.firstScenario + SCENARIOS.findIndex(({ id }) => id === scenario);
const headOf = (scenario: ScenarioName): string => cellAddress(NAME_ROWS.head, columnOf(scenario));

/** The workbook after a person has typed names, values of the second own scenario and a choice on Summary. */
function typedOver(heads: ReadonlyMap<ScenarioName, string | number | null>, shown: string): WorkbookPlan {
  const cells: (readonly [sheet: string, cell: string, value: CellPlan["value"]])[] = [
    ...[...heads].map(([id, name]) => [SHEETS.inputs, headOf(id), name] as const),
    ...[...FLEX].map(
      ([driver, value]) =>
        [SHEETS.inputs, cellAddress(inputs.driver.get(driver)!, columnOf("custom2")), Number(value)] as const,
    ),
    [SHEETS.summary, "B4", shown],
  ];
  return cells.reduce((now, [sheet, cell, value]) => typed(now, sheet, cell, value), plan);
}

const wanted = (heads: ScenarioHeads, scenario: ScenarioName): WorkbookPlan => {
  const of = { created: "2026-11-22T00:00:00Z", version: "test", heads };
  const flexed = buildPlan(model, { ...of, scenario: "custom2", overrides: FLEX });
  return scenario === "custom2" ? flexed : buildPlan(model, { ...of, scenario, overrides: new Map() });
};

const NAMES = new Map<ScenarioName, string>([
  ["custom", "牛市 🐂"],
  ["custom2", 'My "bull" =1+1'],
  ["custom3", "=A1"],
]);
/** The same as a hasty hand types them. */
const SPACED = new Map([...NAMES].map(([id, name]) => [id, ` ${name.replace(" ", "  ")} `]));
const ODD = new Map<ScenarioName, string | number | null>([
  ["custom", " upside "],
  ["custom2", null],
  ["custom3", "x".repeat(40)],
]);

describe("recalculated by LibreOffice", () => {
  let named: ReadWorkbook;
  let odd: ReadWorkbook;
  let lost: ReadWorkbook;

  beforeAll(async () => {
    /** Names and choice are read here, in workbooks of these sheets; every sheet follows them in the first one. */
    const reading = [SHEETS.inputs, SHEETS.summary, SHEETS.checks, SHEETS.income, SHEETS.comparison];
    const plans = [
      typedOver(SPACED, NAMES.get("custom2")!),
      onlySheets(typedOver(ODD, " Custom  2 "), reading),
      onlySheets(typed(plan, SHEETS.summary, "B4", "Nobody"), reading),
    ];
    [named, odd, lost] = (await recalculateAll(await Promise.all(plans.map(planToXlsx)))) as [
      ReadWorkbook,
      ReadWorkbook,
      ReadWorkbook,
    ];
  }, 600_000);

  const master = (workbook: ReadWorkbook): unknown => workbook.sheet(SHEETS.checks).cell("C4").value;
  const shownOn = (workbook: ReadWorkbook, sheet: string): unknown => workbook.sheet(sheet).cell("B2").value;
  const inUse = (workbook: ReadWorkbook): readonly unknown[] =>
    OWN_SCENARIOS.map(
      ({ id }) => workbook.sheet(SHEETS.inputs).cell(cellAddress(NAME_ROWS.inUse, columnOf(id))).value,
    );

  it("every cell is the engine's with the names and the flexed scenario shown; no check is raised", () => {
    const { compared, different } = differences(wanted(SPACED, "custom2"), named);
    expect(different.slice(0, 10)).toEqual([]);
    expect(compared).toBeGreaterThan(50_000);
    expect([master(named), errorCells(named), inUse(named)]).toEqual([0, [], [...NAMES.values()]]);
    for (const sheet of [SHEETS.income, SHEETS.tear, SHEETS.comparison, "Custom 2"])
      expect([sheet, shownOn(named, sheet)]).toEqual([sheet, NAMES.get("custom2")]);
  });

  it("a name that can't be used leaves the sheet's, is flagged, and an empty one is not", () => {
    expect(inUse(odd)).toEqual(["Custom", "Custom 2", "Custom 3"]);
    expect([master(odd), shownOn(odd, SHEETS.income)]).toEqual([1, "Custom 2"]);
    const row = sheetOf(plan, SHEETS.checks).rows.findIndex(
      ({ cells }) => cells[0]?.value === "Every scenario has a name of its own",
    );
    const flags = SCENARIOS.map(
      ({ number }) => odd.sheet(SHEETS.checks).cell(cellAddress(row + 1, 2 + number)).value,
    );
    expect(flags).toEqual([0, 0, 0, 0, 0, 1, 0, 1]);
  });

  it("a choice that names no scenario shows Base, says so and is flagged", () => {
    expect([master(lost), shownOn(lost, SHEETS.income), errorCells(lost)]).toEqual([1, "Base", []]);
    expect(String(lost.sheet(SHEETS.summary).cell("D5").value)).toContain("No scenario has this name");
  });

  it("KC functions that are given KC_Inputs know the typed name, by any case, beside id and shipped name", () => {
    const range = plan.names.find(({ name }) => name === "KC_Inputs")!.range;
    const [from, to] = range.split(":").map((corner) => /^([A-Z]+)(\d+)$/.exec(corner)!);
    const cells = Array.from({ length: Number(to![2]) - Number(from![2]) + 1 }, (_, down) =>
      Array.from(
        { length: inputColumnsOf(SCENARIOS).lastScenario - INPUT_COLUMNS.driver + 1 },
        (__, right) =>
          named.sheet(SHEETS.inputs).cell(cellAddress(Number(from![2]) + down, INPUT_COLUMNS.driver + right))
            .value,
      ),
    );
    const { LINE } = createKcFunctions(model);
    const of = (scenario: string): unknown => LINE("netResult", "FY2027", scenario, cells);
    const sheet = named.sheet(SHEETS.income);
    const planned = wanted(NAMES, "custom2").sheets.find(({ name }) => name === SHEETS.income)!;
    const row = planned.rows.findIndex(({ cells: line }) => line.some((cell) => cell?.value === "netResult"));
    const year = planned.rows[3]!.cells.findIndex((cell) => cell?.value === "FY2027");
    const figure = sheet.cell(cellAddress(row + 1, year + 1)).value;
    for (const scenario of [NAMES.get("custom2")!, 'MY "BULL" =1+1', "custom2", "Custom 2", "7"])
      expect([scenario, Number(of(scenario))]).toEqual([scenario, expect.closeTo(Number(figure), 6)]);
    expect(Number(of("牛市 🐂"))).toBe(Number(of("Base")));
    expect(() => of("Bull")).toThrow(/Unknown scenario 'Bull'.*My "bull" =1\+1/);
  });
});

test("an own scenario nobody has touched is Base in every cell of its sheet but its number, its name and its likelihood", () => {
  const base = sheetOf(plan, "Base");
  for (const { name } of OWN_SCENARIOS) {
    const differing = sheetOf(plan, name).rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => {
        const other = base.rows[row]!.cells[column];
        return cell?.value === other?.value && cell?.formula === other?.formula
          ? []
          : [cellAddress(row + 1, column + 1)];
      }),
    );
    const probability = `C${layoutOf(model).scenario.driver.get("scenarioProbability")!}`;
    const weighted = layoutOf(model).scenario.line.get("targetPriceByProbability")!;
    expect(differing.filter((cell) => !cell.endsWith(String(weighted)))).toEqual([
      "A1",
      "B2",
      "C7",
      probability,
    ]);
  }
});

test("no cell but the heads and the names of sheets holds the name of an own scenario as a text", () => {
  const names = new Set(OWN_SCENARIOS.map(({ name }) => name));
  const frozen = plan.sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) =>
        cell?.formula === undefined && names.has(String(cell?.value))
          ? [`${name}!${cellAddress(row + 1, column + 1)}`]
          : [],
      ),
    ),
  );
  const contents = frozen.filter((cell) => cell.startsWith(`${SHEETS.readme}!`));
  expect(contents).toHaveLength(OWN_SCENARIOS.length);
  const rows = [NAME_ROWS.sheet, NAME_ROWS.head];
  expect(frozen.filter((cell) => !contents.includes(cell)).sort()).toEqual(
    rows
      .flatMap((row) => OWN_SCENARIOS.map(({ id }) => `${SHEETS.inputs}!${cellAddress(row, columnOf(id))}`))
      .sort(),
  );
  for (const sheet of plan.sheets)
    expect(sheet.charts.flatMap(({ series }) => series).filter(({ name }) => names.has(name))).toEqual([]);
  expect(formulasOf(plan).filter(({ cell }) => /"Custom/.test(cell.formula))).toEqual([]);
});
