import { checks, SCENARIOS } from "../../src/companies/kingsoftCloud";
import { selectedScenario } from "../../src/workbook/scenarioNameCells";
import { SHEETS } from "../../src/workbook/sheetNames";
import { referencesOf } from "./formulaWords";
import { cellAt, cellAtAddress, cellsOf, cellsOfSheet, covers, sheetOf } from "./placedCells";
import { plan, SCENARIO_SHEETS } from "./realPlan";

const sheet = sheetOf(plan, SHEETS.checks);
const rangeOf = (anchor: string): string => plan.names.find(({ name }) => name === anchor)!.range;
const master = cellAtAddress(sheet, rangeOf("KC_Checks"))!;
const flags = cellsOfSheet(sheet).filter(({ cell }) => cell.style.startsWith("checkFlag"));

test("every flag is a number, 0 or 1, and all are 0", () => {
  expect(flags.length).toBeGreaterThan(100);
  expect([...flags.map(({ cell }) => cell), master].filter(({ value }) => value !== 0)).toEqual([]);
  expect(
    flags
      .filter(({ cell }) => !/^IF(ERROR)?\(.*,0,1\)(,1\))?$/.test(cell.formula ?? ""))
      .map(({ at, cell }) => `${at} =${cell.formula}`),
  ).toEqual([]);
});

test("the master flag adds up every flag of the sheet", () => {
  const counted = referencesOf(master.formula!);
  expect(
    flags
      .filter(
        ({ row, column }) =>
          !counted.some(({ sheet: other, area }) => other === null && covers(area, row, column)),
      )
      .map(({ at }) => at),
  ).toEqual([]);
});

test("every proof of the Reconciliation sheet is counted", () => {
  const proofs = cellsOfSheet(sheetOf(plan, SHEETS.reconciliation)).filter(({ cell }) =>
    cell.style.startsWith("checkFlag"),
  );
  expect(proofs.length).toBeGreaterThan(100);
  const counted = flags
    .flatMap(({ cell }) => referencesOf(cell.formula!))
    .filter((reference) => reference.sheet === SHEETS.reconciliation);
  expect(
    proofs
      .filter(({ row, column }) => !counted.some(({ area }) => covers(area, row, column)))
      .map(({ at }) => at),
  ).toEqual([]);
});

test("every law is flagged for every scenario, over all its quarters", () => {
  for (const { id, label } of Object.values(checks)) {
    const row = flags.filter((flag) => cellAt(sheet, flag.row, 1)?.value === label);
    expect([id, row.map(({ cell }) => referencesOf(cell.formula!)[0]?.sheet)]).toEqual([id, SCENARIO_SHEETS]);
    row.forEach(({ cell }, index) => {
      const { area } = referencesOf(cell.formula!)[0]!;
      expect([area.top, area.left, area.right]).toEqual([area.bottom, 13, 32]);
      expect(cellAt(sheetOf(plan, SCENARIO_SHEETS[index]!), area.top, 33)?.value).toBe(id);
    });
  }
});

test("the master flag is shown at the top of every sheet, within the frozen rows, and turns red", () => {
  for (const each of plan.sheets) {
    const shown = cellsOfSheet(each).filter(
      ({ cell }) => cell === master || cell.formula === `'Checks'!$C$4`,
    );
    expect([each.name, shown.length]).toEqual([each.name, 1]);
    const { row, column } = shown[0]!;
    expect(row).toBeLessThanOrEqual(each.freeze.rows);
    const alarm = each.conditionalFormats.filter(({ range }) => range === shown[0]!.at.split("!")[1]);
    expect([each.name, alarm.map(({ formula }) => formula.replaceAll("$", ""))]).toEqual([
      each.name,
      [`${shown[0]!.at.split("!")[1]!}<>0`],
    ]);
    expect(column).toBeLessThanOrEqual(5);
  }
});

test("the scenario's name is at the top of every sheet", () => {
  const selector = cellAtAddress(sheetOf(plan, SHEETS.summary), rangeOf("KC_Scenario"));
  expect(selector?.value).toBe("Base");
  for (const each of plan.sheets) {
    const named = cellsOfSheet(each).filter(
      ({ row, cell }) => row <= each.freeze.rows && (cell === selector || cell.style === "scenarioName"),
    );
    const own = SCENARIO_SHEETS.includes(each.name);
    expect([each.name, named.map(({ cell }) => cell.value)]).toEqual([each.name, [own ? each.name : "Base"]]);
    if (!own && each.name !== SHEETS.summary)
      expect(named[0]!.cell.formula).toBe(selectedScenario(SCENARIOS, "Base", each.name).formula);
  }
});

test("only check cells wear the look of checks", () => {
  const elsewhere = cellsOf(plan).filter(
    ({ sheet: at, cell }) =>
      cell.style.startsWith("check") && at.name !== SHEETS.checks && at.name !== SHEETS.reconciliation,
  );
  expect(elsewhere.map(({ at }) => at)).toEqual([]);
});
