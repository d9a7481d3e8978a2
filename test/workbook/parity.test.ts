import { SCENARIOS } from "../../src/model";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { recalculateAll } from "../support/libreOffice";
import { planOf, seededModel } from "../support/seededModel";
import { differences } from "./recalculatedCells";

describe("every formula of the built workbook, recalculated by LibreOffice", () => {
  const model = seededModel();

  it("equals the engine within 1e-9 with each scenario selected", async () => {
    const plans = SCENARIOS.map(({ id }) => planOf(model, id));
    const answers = await recalculateAll(await Promise.all(plans.map(planToXlsx)));
    plans.forEach((plan, index) => {
      const { compared, different } = differences(plan, answers[index]!);
      expect(different.slice(0, 20)).toEqual([]);
      expect(compared).toBeGreaterThan(30_000);
    });
  }, 600_000);

  it("differs where one operator of one formula is changed", async () => {
    const plan = planOf(model);
    const sheetIndex = plan.sheets.findIndex(({ name }) => name === "Base");
    const planted = structuredClone(plan) as unknown as { sheets: { rows: { cells: ({ formula?: string } | null)[] }[] }[] };
    const cell = planted.sheets[sheetIndex]!.rows.flatMap(({ cells }) => cells).find((each) => each?.formula?.match(/^[A-Z]+\d+\+[A-Z]+\d+$/));
    cell!.formula = cell!.formula!.replace("+", "-");
    const [answer] = await recalculateAll([await planToXlsx(planted as unknown as WorkbookPlan)]);
    expect(differences(plan, answer!).different.length).toBeGreaterThan(0);
  }, 300_000);
});
