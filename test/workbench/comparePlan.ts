import type { Page } from "playwright-core";
import { columnLetters } from "../../src/workbook/address";
import { SCENARIOS } from "../../src/companies/kingsoftCloud";
import type { DriverRow, Model, ScenarioHeads, TypedQuarters } from "../../src/model";
import type { ScenarioName } from "../../src/seeds";
import { planWithInputs } from "../../src/workbench/followInputs";
import type { ConsensusInputs } from "../../src/workbook/consensusInputs";
import type { KeptInputs } from "../../src/workbook/keptPlaces";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { SHEETS } from "../../src/workbook/sheetNames";
import { readGrid } from "./runningWorkbench";

/** The engine's plan with other values of drivers, by scenario. */
export function enginePlan(
  model: Model,
  scenario: ScenarioName,
  values: Partial<Record<ScenarioName, Readonly<Record<string, number>>>> = {},
  consensus: ConsensusInputs = new Map(),
  kept: KeptInputs = new Map(),
  heads: ScenarioHeads = new Map(),
): WorkbookPlan {
  const rows = model.rows.map((row): DriverRow => {
    const typed = (name: ScenarioName): string | undefined => values[name]?.[row.driver.id]?.toString();
    const own = Object.fromEntries(
      SCENARIOS.map(({ id }) => [id, id === "base" ? null : (typed(id) ?? row.own[id])]),
    ) as Record<ScenarioName, string | null>;
    return { ...row, base: typed("base") ?? row.base, own };
  });
  const quarters: TypedQuarters = Object.fromEntries(
    Object.entries(values).map(([name, given]) => [
      name,
      new Map(
        Object.entries(given ?? {}).flatMap(([id, value]) => (id.includes("@") ? [[id, String(value)]] : [])),
      ),
    ]),
  );
  return planWithInputs(
    model,
    { scenario, heads, rows, typed: new Map(), quarters, consensus, kept, journal: [] },
    "2026-11-22T00:00:00Z",
    "test",
  );
}

/** Cells of the grid whose values differ from the plan's, and how many were compared. */
export async function differences(
  page: Page,
  plan: WorkbookPlan,
  ignore: readonly string[] = [],
): Promise<{ readonly compared: number; readonly differing: readonly string[] }> {
  const differing: string[] = [];
  let compared = 0;
  for (const sheet of plan.sheets) {
    // Its lines tell how the page came here; tests of the journal hold them.
    if (sheet.name === SHEETS.journal) continue;
    const width = Math.max(...sheet.rows.map(({ cells }) => cells.length));
    const [reading] = await readGrid(page, `'${sheet.name}'!A1:${columnLetters(width)}${sheet.rows.length}`);
    sheet.rows.forEach(({ cells }, row) =>
      cells.forEach((cell, column) => {
        const address = `${sheet.name}!${columnLetters(column + 1)}${row + 1}`;
        if (cell?.formula === undefined || ignore.includes(address)) return;
        compared += 1;
        const [now, planned] = [reading!.values[row]![column]!, cell.value ?? ""];
        if (!same(now, planned))
          differing.push(`${address}: ${String(now)} for ${String(planned)} (=${cell.formula})`);
      }),
    );
  }
  return { compared, differing };
}

/** Equal texts, or numbers that differ by no more than the order of additions explains. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "number" || typeof b !== "number")
    return a === b || (a === "" && b === 0) || (a === 0 && b === "");
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
