/** A workbook of another release of the model: its inputs and what stands beside the model come over, its figures do not. */

import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { openWorkbook } from "../../src/workbench/openWorkbook";
import { buildPlan } from "../../src/workbook/buildPlan";
import { layoutOf } from "../../src/workbook/layout";
import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import type { CellPlan, WorkbookPlan } from "../../src/workbook/plan";
import { FLEXED_020, release020, SHIPPED_020 } from "../support/release020";
import { planOf, seededModel } from "../support/seededModel";
import { withSixScenarios } from "../workbook/withSixScenarios";
import { onlySheets } from "../workbook/recalculatedCells";
import { typedEstimates } from "../workbook/typedEstimates";
import { typedKept } from "../workbook/typedKept";

const model = seededModel();
/** Sheets that are read and changed here, and those that tell a file of the model. */
const SOME = ["README", "Summary", "Inputs", "Income statement", "Custom", "Custom 2", "Custom 3"];
const whole = planOf(model);
const plan = onlySheets(whole, SOME);
const income = plan.sheets.find(({ name }) => name === "Income statement")!;
const width = Math.max(...income.rows.map(({ cells }) => cells.length));
/** A place among the model's cells at which this release has none. */
const gap = income.rows.flatMap(({ cells }, row) =>
  cells.length === width ? cells.flatMap((cell, column) => (cell === null ? [{ row, column }] : [])) : [],
)[0]!;
const input = { row: layoutOf(model).inputs.driver.get("taxRate")! - 1, column: INPUT_COLUMNS.firstScenario };

/** The plan with other cells, as another release would have written it where `version` says so. */
function changed(version: string): WorkbookPlan {
  const cells: readonly (readonly [string, { row: number; column: number }, CellPlan])[] = [
    ["Income statement", gap, { formula: "'Base'!D20", value: 5, style: "text" }],
    ["Income statement", { row: gap.row, column: width + 2 }, { value: "mine", style: "text" }],
    ["Inputs", input, { value: 0.2, style: "percentInput" }],
  ];
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row, r) => {
        const kept = row.cells.map((cell) =>
          sheet.name === "README" && cell?.value === "test" ? { ...cell, value: version } : cell,
        );
        for (const [name, place, cell] of cells)
          if (name === sheet.name && place.row === r) {
            while (kept.length < place.column) kept.push(null);
            kept[place.column] = cell;
          }
        return { ...row, cells: kept };
      }),
    })),
  };
}

test.each([
  ["of this release", "test", ["'Base'!D20", "mine"]],
  ["of another release", "0.2.0", ["mine"]],
])("of a file %s the own cells come over, and the input", async (_, version, wanted) => {
  const opened = await openWorkbook(model, await planToXlsx(changed(version)), plan);
  const contents = opened.parts.onModel
    .filter(({ sheet }) => sheet === "Income statement")
    .flatMap((sheet) => sheet.contents.map(({ content }) => String(content).replace(/^=/, "")));
  expect(contents).toEqual(wanted);
  expect(Number(opened.inputs.rows.find(({ driver }) => driver.id === "taxRate")!.base)).toBe(0.2);
});

// Of a file of this release roundTrips.test.ts says so.
test("of a file of another release the estimates of one's own come over", async () => {
  const estimates = typedEstimates(model);
  const of = buildPlan(model, {
    scenario: "base",
    overrides: new Map(),
    created: "2026-11-22T00:00:00Z",
    version: "0.2.0",
    consensus: estimates,
    kept: typedKept(model),
  });
  const { inputs, left } = await openWorkbook(model, await planToXlsx(of), whole);
  expect(new Map(inputs.consensus)).toEqual(estimates);
  expect(new Map(inputs.kept)).toEqual(typedKept(model));
  expect(left).toEqual([]);
});

test.each(["0.3.0", "0.2.0"])(
  "of a file of %s with six scenarios the column Custom comes over; the two further own ones follow Base",
  async (version) => {
    const flexed = new Map([
      ["upliftXiaomi2026", "0.2"],
      ["leasedShare", "0.5"],
    ]);
    const now = onlySheets(planOf(model, "custom", flexed), SOME);
    const older = withSixScenarios(model, now, version);
    const { inputs, left } = await openWorkbook(model, await planToXlsx(older), plan);
    expect(inputs.scenario).toBe("custom");
    for (const [driver, value] of flexed) {
      const row = inputs.rows.find((each) => each.driver.id === driver)!;
      expect([driver, row.own.custom, row.own.custom2, row.own.custom3]).toEqual([driver, value, null, null]);
    }
    const likely = inputs.rows.find(({ driver }) => driver.id === "scenarioProbability")!;
    expect([likely.own.custom, likely.own.custom2, likely.own.custom3].map(Number)).toEqual([0, 0, 0]);
    expect(left.filter((each) => /scenario/i.test(each))).toEqual([]);
  },
);

test("of a file as 0.2.0 built it every input comes over, changed or as it shipped then, and new ones are listed", async () => {
  const { inputs, left } = await openWorkbook(model, release020(), whole);
  expect(inputs.scenario).toBe("base");
  for (const [driver, value] of Object.entries({ ...FLEXED_020, ...SHIPPED_020 })) {
    const row = inputs.rows.find((each) => each.driver.id === driver)!;
    expect([driver, Number(row.base)]).toEqual([driver, value]);
    expect(Number(model.assumptions("base").get(driver))).not.toBe(value);
  }
  const growth = inputs.rows.find(({ driver }) => driver.id === "externalAiGrowth2027")!;
  expect([growth.own.downside, growth.own.upside].map(Number)).toEqual([0.05, 0.12]);
  expect(left[0]).toMatch(/^Inputs has no row for these drivers.*: capFiledCombined, capPacing,/);
});
