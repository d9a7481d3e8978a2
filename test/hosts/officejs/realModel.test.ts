/** The real model, carried into Excel: cost of the build, and every formula calculated by another engine against the plan. */

import { excelHost } from "../../../src/hosts/officejs/excelHost";
import { inputAddresses } from "../../../src/hosts/officejs/inputKeys";
import { outlined } from "../../../src/workbook/outline";
import { SHEETS } from "../../../src/workbook/sheetNames";
import { parseCell } from "../../../src/workbook/address";
import { bootOffice, type Running } from "../../officeHost/bootOffice";
import { IronCalculation } from "../../officeHost/calculation";
import { Person } from "../../officeHost/person";
import { reportFigure } from "../../support/figure";
import { planOf, seededModel } from "../../support/seededModel";
import { typedEstimates } from "../../workbook/typedEstimates";
import { typedKept } from "../../workbook/typedKept";

const model = seededModel();
const plan = planOf(model);
const host = excelHost();
let running: Running;
beforeAll(async () => {
  running = await bootOffice({ calculation: new IronCalculation() });
});
afterAll(() => running.close());

test("builds in few round trips; calculated values equal the plan's", async () => {
  const report = await host.write(plan);
  expect(report).toMatchObject({ outcome: "built", problem: null, kept: [] });
  expect(running.host.missing).toEqual([]);
  expect(report.syncs).toBeLessThanOrEqual(10);
  running.host.calculate(true);
  const wrong: string[] = [];
  for (const sheet of plan.sheets)
    sheet.rows.forEach((row, rowIndex) => {
      row.cells.forEach((cell, columnIndex) => {
        if (cell?.formula === undefined) return;
        const now = running.book.sheet(sheet.name)?.at(rowIndex, columnIndex)?.value ?? "";
        const near =
          typeof now === "number" &&
          typeof cell.value === "number" &&
          Math.abs(now - cell.value) <= 1e-9 * Math.max(1, Math.abs(cell.value));
        if (!near && now !== (cell.value ?? ""))
          wrong.push(
            `${sheet.name} R${String(rowIndex + 1)}C${String(columnIndex + 1)} =${cell.formula}: ${String(now)}, planned ${String(cell.value)}`,
          );
      });
    });
  expect(wrong.slice(0, 10)).toEqual([]);
  const kilobytes = Math.round(
    running.bridge.batches.reduce((sum, { requestBytes }) => sum + requestBytes, 0) / 1024,
  );
  reportFigure(
    "A build through the unmodified office.js gives the planned workbook",
    `${report.sheets} sheets, ${report.cells} cells, ${report.syncs} round trips, ${kilobytes} KB sent; formulas recalculated by IronCalc`,
  );
  for (const { name, rows, columns } of plan.sheets) {
    const { ByRows, ByColumns } = running.book.sheet(name)!.outline;
    expect([name, [...ByRows], [...ByColumns]]).toEqual([
      name,
      outlined(rows).map((row) => [row, 1]),
      outlined(columns).map((column) => [column, 1]),
    ]);
  }
  expect(await host.write(plan)).toMatchObject({ outcome: "unchanged" });
});

test("flexing an input moves the model, and an update to another scenario keeps it", async () => {
  const inputs = plan.sheets.find(
    (sheet) => sheet.name === plan.names.find((one) => one.name === "KC_Inputs")?.sheet,
  )!;
  const numeric = [...inputAddresses(plan, inputs).values()].find((address) => {
    const { row, column } = parseCell(address);
    const value = inputs.rows[row - 1]?.cells[column - 1]?.value;
    return typeof value === "number" && value > 0;
  })!;
  const place = `'${inputs.name}'!${numeric}`;
  const [before] = await host.read([place]);
  const flexed = Number(before?.values[0]?.[0]) * 1.01;
  const shown = (): string =>
    JSON.stringify(running.book.sheets.map((sheet) => [...sheet.cells.values()].map((cell) => cell.value)));
  const unflexed = shown();
  new Person(running).type(inputs.name, numeric, flexed);
  running.host.calculate(true);
  expect(shown()).not.toBe(unflexed);
  running.bridge.reset();
  const report = await host.write(planOf(model, "upside"));
  expect(report).toMatchObject({
    outcome: "updated",
    problem: null,
    kept: [{ sheet: inputs.name, cell: numeric, kind: "input" }],
  });
  const [after] = await host.read([place]);
  expect(after?.values[0]?.[0]).toBeCloseTo(flexed, 10);
});

test("estimates typed on Consensus are calculated with, those that are kept stand, and an update in place keeps every cell", async () => {
  const estimates = typedEstimates(model);
  const keeps = typedKept(model);
  for (const [cell, value] of estimates) new Person(running).type(SHEETS.consensus, cell, value);
  for (const [place, value] of keeps) {
    const [name, cell] = place.split("!") as [string, string];
    new Person(running).type(name, cell, value);
  }
  running.host.calculate(true);
  const report = await host.write(planOf(model));
  expect(report).toMatchObject({ problem: null });
  const kept = report.kept.filter(({ sheet }) => sheet === SHEETS.consensus).map(({ cell }) => cell);
  expect(new Set(kept)).toEqual(new Set(estimates.keys()));
  const others = report.kept
    .filter(({ sheet }) => sheet === SHEETS.estimates || sheet === SHEETS.beat)
    .map(({ sheet, cell }) => `${sheet}!${cell}`);
  expect(new Set(others)).toEqual(new Set(keeps.keys()));
  const [mean] = await host.read([`'${SHEETS.consensus}'!G11`]);
  // 6 of 12,000.5, GF 12,200, Guotai Haitong 11,685 and CICC 10,670, which the earlier day lets in.
  expect(mean?.values[0]?.[0]).toBeCloseTo((6 * 12000.5 + 12200 + 11685 + 10670) / 9, 8);
});
