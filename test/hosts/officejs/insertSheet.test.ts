/** A sheet of the analyst's own, added through the real office.js. */

import { bridge, waterfall } from "../../../src/analysis";
import { excelHost } from "../../../src/hosts/officejs/excelHost";
import { LINE_BY_ID, periodIndex } from "../../../src/companies/kingsoftCloud";
import { bridgeResult } from "../../../src/workbook/bridgeResult";
import { resultSheetPlan } from "../../../src/workbook/resultSheetPlan";
import { allStyles } from "../../../src/workbook/styles";
import { bootOffice } from "../../officeHost/bootOffice";
import { IronCalculation } from "../../officeHost/calculation";
import { Person } from "../../officeHost/person";
import { planOf, seededModel } from "../../support/seededModel";

const model = seededModel();
const table = {
  title: "A result",
  remark: "Made up.",
  headings: ["Figure", "Value"],
  rows: [["Revenue", { value: 15_000, unit: "RMB m" as const }]],
};
const result = resultSheetPlan(model, table, {
  sheet: "Result 1",
  date: "2026-11-24",
  version: "test",
  scenarios: [{ id: "base", assumptions: model.assumptions("base") }],
});

test("an inserted result follows the inputs, survives an update, and its name is taken only once", async () => {
  const running = await bootOffice({ calculation: new IronCalculation() });
  const host = excelHost();
  const plan = planOf(model);
  await host.write(plan);
  await host.insertSheet(result, allStyles());
  const state = async (): Promise<unknown> => {
    running.host.calculate(true);
    return (await host.read(["'Result 1'!B3"]))[0]!.values[0]![0];
  };
  expect(await state()).toBe("Current: the inputs are as they were.");
  expect(running.host.missing).toEqual([]);
  await expect(host.insertSheet(result, allStyles())).rejects.toMatchObject({
    title: "There is a sheet called Result 1 already.",
  });
  new Person(running).type("Inputs", "G10", 3100);
  expect(await state()).toMatch(/^STALE: [1-9]/);
  expect(await host.write(plan)).toMatchObject({ problem: null });
  expect(await state()).toMatch(/^STALE: [1-9]/);
  expect((await host.inspect()).sheets.at(-1)).toEqual({ name: "Result 1", planName: null });
  running.close();
});

test.each(["refuse", "half"] as const)(
  "a failure (%s) at any round trip leaves no sheet behind",
  async (kind) => {
    for (let trip = 1; trip <= 2; trip++) {
      const running = await bootOffice();
      running.bridge.reset();
      running.bridge.connection.fault = (batch) =>
        batch === trip ? { kind, code: "GeneralException" } : null;
      await expect(excelHost().insertSheet(result, allStyles())).rejects.toMatchObject({
        wayOut: expect.any(String) as string,
      });
      expect((await excelHost().inspect()).sheets.map(({ name }) => name)).not.toContain("Result 1");
      running.close();
    }
  },
);

test("a bridge is inserted with its chart: an unseen series without a fill or a legend entry, and where the axis begins", async () => {
  const running = await bootOffice({ calculation: new IronCalculation() });
  const figure = { line: LINE_BY_ID.get("revenue")!, column: periodIndex("FY2027") };
  const state = (id: "base" | "upside") => ({ model, assumptions: model.assumptions(id) });
  const drawn = waterfall(bridge(state("base"), state("upside"), [figure]), 0);
  const words = { title: "Total revenue, FY2027", from: "Base", to: "Upside", unit: "RMB m" as const };
  const host = excelHost();
  await host.write(planOf(model));
  const sheet = resultSheetPlan(model, bridgeResult(drawn, words), {
    sheet: "Result 1",
    date: "2026-11-27",
    version: "test",
    scenarios: [{ id: "base", assumptions: model.assumptions("base") }],
  });
  await host.insertSheet(sheet, allStyles());
  expect(running.host.missing).toEqual([]);
  const [chart] = running.book.sheets.at(-1)!.charts;
  expect(chart!.axes.get("Value/Primary")).toMatchObject({ ".minimum": drawn.axisFrom });
  expect(chart!.look).toMatchObject({ "legend.entries.0.visible": false });
  expect(chart!.series.map(({ name, values, look }) => [name, values, look["fill.color"]])).toEqual(
    sheet.charts[0]!.series.map(({ name, values, colour, unseen }) => [
      name,
      values,
      unseen === true ? "none" : `#${colour}`,
    ]),
  );
  running.host.calculate(true);
  const check = `C${7 + drawn.bars.length + 2}`;
  expect((await host.read([`'Result 1'!${check}`]))[0]!.values[0]![0]).toBe("The parts add up.");
  running.close();
});
