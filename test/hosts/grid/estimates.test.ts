/** Estimates typed on the Consensus sheet in the grid: the engine follows them, none counts as a cell of the model that was overwritten, and a save has them. */

import { followInputs } from "../../../src/workbench/followInputs";
import { onSheet } from "../../../src/workbook/address";
import { buildPlan } from "../../../src/workbook/buildPlan";
import { SHEETS } from "../../../src/workbook/sheetNames";
import { headlessGrid } from "../../hostile/headlessGrid";
import { planOf, seededModel } from "../../support/seededModel";
import { typedEstimates } from "../../workbook/typedEstimates";

const model = seededModel();
const plan = planOf(model);
const [created, version] = ["2026-11-22T00:00:00Z", "test"];
const { headlessHost, presentPlan, end } = headlessGrid();

test("the sheet shows what the estimates give, and a save has them", async () => {
  const { host, univer } = headlessHost(followInputs(model, created, version));
  host.open(plan, plan, { onModel: [], sheets: [], styles: {}, names: [] });
  const estimates = typedEstimates(model);
  await host.edit(
    [...estimates].map(([cell, contents]) => ({ address: onSheet(SHEETS.consensus, cell), contents })),
  );
  const wanted = buildPlan(model, {
    scenario: "base",
    overrides: new Map(),
    created,
    version,
    consensus: estimates,
  });
  const sheet = wanted.sheets.find(({ name }) => name === SHEETS.consensus)!;
  const formulas = sheet.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell?.formula === undefined ? [] : [{ row: row + 1, column: column + 1, value: cell.value }],
    ),
  );
  const read = host.live.reader();
  host.live.follow();
  host.live.finish();
  expect(formulas.map(({ row, column }) => read(SHEETS.consensus, row, column).value)).toEqual(
    formulas.map(({ value }) => value ?? ""),
  );
  expect(formulas.filter(({ value }) => value !== "").length).toBeGreaterThan(600);
  expect(await host.deviations!()).toEqual({ overwritten: [], errors: [] });
  const { plan: saved } = await presentPlan(model, host, created, version);
  const rows = saved.sheets.find(({ name }) => name === SHEETS.consensus)!.rows;
  const same = sheet.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell === null || cell.formula !== undefined
        ? []
        : [[cell.value ?? "", rows[row]!.cells[column]?.value ?? ""]],
    ),
  );
  expect(same.filter(([one, other]) => one !== other)).toEqual([]);
  end(univer);
});
