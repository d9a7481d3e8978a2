/** The chart of a bridge on a sheet of its own is told by the sheet's cells, so it outlives saving, opening and moving. */

import { bridge, waterfall } from "../../src/analysis";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { LINE_BY_ID, periodIndex } from "../../src/companies/kingsoftCloud";
import type { ScenarioName } from "../../src/seeds";
import { followInputs, planWithInputs } from "../../src/workbench/followInputs";
import { openWorkbook } from "../../src/workbench/openWorkbook";
import { bridgeResult } from "../../src/workbook/bridgeResult";
import { chartsOfResult } from "../../src/workbook/chartsOfResult";
import type { CellPlan, SheetPlan } from "../../src/workbook/plan";
import { resultSheetPlan } from "../../src/workbook/resultSheetPlan";
import { headlessGrid } from "../hostile/headlessGrid";
import { seededModel } from "../support/seededModel";
import { cellAtAddress } from "../workbook/placedCells";
import { enginePlan } from "./comparePlan";

const model = seededModel();
const shipped = enginePlan(model, "base");
const [created, version] = ["2026-11-22T00:00:00Z", "test"];

function bridgeSheet(line: string, period: string, to: ScenarioName): SheetPlan {
  const item = LINE_BY_ID.get(line)!;
  const state = (id: ScenarioName) => ({ model, assumptions: model.assumptions(id) });
  const found = bridge(state("base"), state(to), [{ line: item, column: periodIndex(period) }]);
  const words = { title: `${item.label}, ${period}`, from: "Base", to, unit: item.unit };
  return resultSheetPlan(model, bridgeResult(waterfall(found, 0), words), {
    sheet: "Result 1",
    date: "2026-11-27",
    version,
    scenarios: [{ id: "base", assumptions: model.assumptions("base") }],
  });
}

const valuesOf =
  (sheet: SheetPlan) =>
  (address: string): CellPlan["value"] | undefined =>
    cellAtAddress(sheet, address)?.value;

test.each([
  ["revenue", "FY2028", "upside"],
  ["adjustedOperatingResult", "FY2028", "downside"],
] as const)("the cells of a bridge of %s tell its chart", (line, period, to) => {
  const sheet = bridgeSheet(line, period, to);
  expect(chartsOfResult("Result 1", valuesOf(sheet))).toEqual(sheet.charts);
});

test("three rows further down, under another name, the chart reads the rows where they are now; any other sheet has none", () => {
  const sheet = bridgeSheet("revenue", "FY2027", "upside");
  const [title, ...rest] = sheet.rows;
  const moved = { ...sheet, rows: [title!, ...Array.from({ length: 3 }, () => ({ cells: [] })), ...rest] };
  const [chart] = chartsOfResult("Way up", valuesOf(moved));
  const last = Number(/\d+$/.exec(sheet.charts[0]!.categories)![0]);
  expect(chart!.categories).toBe(`'Way up'!$A$10:$A$${last + 3}`);
  expect(chartsOfResult("Result 1", valuesOf({ ...sheet, rows: rest }))).toEqual([]);
});

test("a saved workbook with a bridge is opened and saved again with its chart, and no chart is said to be lost", async () => {
  const sheet = bridgeSheet("revenue", "FY2027", "upside");
  const file = await planToXlsx({ ...shipped, sheets: [...shipped.sheets, sheet] });
  const { inputs, parts, left, told } = await openWorkbook(model, file, shipped);
  expect([...left, ...told].filter((words) => /chart/i.test(words))).toEqual([]);
  const { headlessHost, presentPlan, end } = headlessGrid();
  const { host, univer } = headlessHost(followInputs(model, created, version));
  host.open(shipped, planWithInputs(model, inputs, created, version), parts);
  const back = await presentPlan(model, host, created, version);
  end(univer);
  expect(back.lost).toEqual([]);
  const [chart] = back.plan.sheets.find(({ name }) => name === "Result 1")!.charts;
  expect(chart).toEqual(sheet.charts[0]);
});
