/** Values of a flex in the grid: the sheet in front has them at once, any other as soon as it is read or shown, all of them in the end. */

import type { Worksheet } from "@univerjs/core";
import type { GridHost } from "../../../src/hosts/grid/gridHost";
import { sheetIdOf } from "../../../src/hosts/grid/planSheets";
import { SCENARIOS } from "../../../src/companies/kingsoftCloud";
import { cellAddress, onSheet } from "../../../src/workbook/address";
import { INPUT_COLUMNS } from "../../../src/workbook/inputColumns";
import { layoutOf } from "../../../src/workbook/layout";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { scenarioSheet, SHEETS } from "../../../src/workbook/sheetNames";
import { followInputs, planWithInputs, readWorkbookInputs } from "../../../src/workbench/followInputs";
import { headlessGrid } from "../../hostile/headlessGrid";
import { planOf, seededModel } from "../../support/seededModel";

const model = seededModel();
const plan = planOf(model);
const [created, version] = ["2026-11-22T00:00:00Z", "test"];
const { headlessHost, end } = headlessGrid();
const numberOf = (id: string): number => SCENARIOS.find((scenario) => scenario.id === id)!.number;
const input = (driver: string, scenario: string): string =>
  onSheet(
    SHEETS.inputs,
    cellAddress(
      layoutOf(model).inputs.driver.get(driver)!,
      INPUT_COLUMNS.firstScenario + numberOf(scenario) - 1,
    ),
  );
const CUSTOM = scenarioSheet(SCENARIOS, numberOf("custom"));

/** Cells of a sheet of the grid whose values are not those that the inputs in the grid give. */
function apart(host: GridHost, ...names: readonly string[]): string[] {
  const inputs = readWorkbookInputs(model, host.live.reader());
  if (!("rows" in inputs)) throw new Error(`Inputs that can't be used: ${JSON.stringify(inputs)}`);
  const wanted = planWithInputs(model, inputs, created, version);
  return names.flatMap((name) => differing(host, wanted, name));
}

function differing(host: GridHost, wanted: WorkbookPlan, name: string): string[] {
  const sheet = host.book.workbook().getSheetBySheetId(sheetIdOf(name)) as Worksheet;
  return wanted.sheets
    .find((each) => each.name === name)!
    .rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) =>
        cell?.formula === undefined || (sheet.getCellRaw(row, column)?.v ?? "") === (cell.value ?? "")
          ? []
          : [`${name}!${cellAddress(row + 1, column + 1)}`],
      ),
    );
}

test("the sheet in front follows at once, others when they are looked at, all of them when the model is settled", async () => {
  const { host, univer } = headlessHost(followInputs(model, created, version));
  host.open(plan, plan, { onModel: [], sheets: [], styles: {}, names: [] });
  await host.calculated();
  const all = plan.sheets.map(({ name }) => name);
  expect(apart(host, ...all)).toEqual([]);

  await host.edit([{ address: input("capXiaomi2027", "base"), contents: 0 }]);
  const behind = apart(host, ...all).map((cell) => cell.split("!")[0]!);
  expect(behind).not.toContain(SHEETS.summary);
  expect(new Set(behind)).toContain(SHEETS.comparison);
  expect(new Set(behind)).toContain(CUSTOM);
  await host.read([onSheet(SHEETS.comparison, "A1")]);
  expect(apart(host, SHEETS.comparison)).toEqual([]);
  await host.show(onSheet(CUSTOM, "A1"));
  expect(apart(host, CUSTOM)).toEqual([]);
  await host.calculated();
  expect(apart(host, ...all)).toEqual([]);

  // The next one comes before the last is everywhere, and one of another scenario leaves the rest alone.
  await host.edit([{ address: input("capXiaomi2027", "base"), contents: 900 }]);
  await host.edit([{ address: input("capexEnvelope2027", "custom"), contents: 9000 }]);
  await host.calculated();
  expect(apart(host, ...all)).toEqual([]);

  // A value of the model's that somebody wrote over with its own formula is the model's again.
  const cell = onSheet(SHEETS.summary, "J12");
  const formula = (await host.read([cell]))[0]!.formulas[0]![0]!;
  await host.edit([{ address: cell, contents: 1 }]);
  await host.calculated();
  await host.edit([{ address: cell, contents: formula }]);
  await host.calculated();
  expect(apart(host, ...all)).toEqual([]);
  end(univer);
});
