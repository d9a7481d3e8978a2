import { SCENARIOS } from "../../src/model";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { address } from "../../src/workbook/axis";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { recalculateAll } from "../support/libreOffice";
import type { ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { planOf, seededModel } from "../support/seededModel";

const TOLERANCE = 1e-9;

/** Formula cells whose recalculated value differs from the one that the engine wrote beside the formula. */
function differences(plan: WorkbookPlan, recalculated: ReadWorkbook): { readonly compared: number; readonly different: readonly string[] } {
  const different: string[] = [];
  let compared = 0;
  for (const sheet of plan.sheets) {
    const answer = recalculated.sheets.find(({ name }) => name === sheet.name)!;
    sheet.rows.forEach((row, rowIndex) => row.cells.forEach((cell, columnIndex) => {
      if (cell?.formula === undefined) return;
      const at = address(columnIndex + 1, rowIndex + 1);
      const value = answer.cell(at)?.value ?? null;
      compared += 1;
      if (!same(cell.value, value)) different.push(`${sheet.name}!${at} =${cell.formula}: engine ${String(cell.value)}, LibreOffice ${String(value)}`);
    }));
  }
  return { compared, different };
}

function same(engine: unknown, office: unknown): boolean {
  if (typeof engine === "number" && typeof office === "number") return Math.abs(engine - office) <= TOLERANCE * Math.max(1, Math.abs(engine));
  return engine === office || (engine === "" && office === null);
}

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
    const planted = structuredClone(plan) as { sheets: { rows: { cells: ({ formula?: string } | null)[] }[] }[] };
    const cell = planted.sheets[sheetIndex]!.rows.flatMap(({ cells }) => cells).find((each) => each?.formula?.match(/^[A-Z]+\d+\+[A-Z]+\d+$/));
    cell!.formula = cell!.formula!.replace("+", "-");
    const [answer] = await recalculateAll([await planToXlsx(planted as unknown as WorkbookPlan)]);
    expect(differences(plan, answer!).different.length).toBeGreaterThan(0);
  }, 300_000);
});
