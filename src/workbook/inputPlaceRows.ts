import { DRIVER_GROUPS } from "../companies/kingsoftCloud";
import { absolute, cellAddress, columnLetters, onSheet } from "./address";
import { AXIS } from "./axis";
import { formula, rowOf, text } from "./cells";
import { CROSS_FLAG_STYLE, flagOf, perScenario } from "./checkCells";
import { INPUT_COLUMNS } from "./inputColumns";
import type { Layout } from "./layout";
import type { RowPlan } from "./plan";
import { scenarioSheet, SHEETS } from "./sheetNames";

/** Flags on rows of the assumption table that are not where the scenario sheets look for them, as after a sort. */
export function inputPlaceRows(layout: Layout): readonly RowPlan[] {
  const drivers = DRIVER_GROUPS.flatMap((group) => group.drivers);
  const placed = [...layout.scenario.driver.values()];
  const [first, last] = [placed[0]!, placed[placed.length - 1]!];
  const ofScenario = (n: number): string =>
    onSheet(
      scenarioSheet(n),
      absolute(`${cellAddress(first, AXIS.lineName)}:${cellAddress(last, AXIS.lineName)}`),
    );
  // The two tables have the same rows, so the names stand side by side.
  const shift = layout.inputs.driver.get(drivers[0]!.id)! - first;
  const letters = columnLetters(INPUT_COLUMNS.driver);
  const names = onSheet(SHEETS.inputs, `$${letters}$${first + shift}:$${letters}$${last + shift}`);
  return [
    rowOf({
      1: text("Every assumption stands in its row"),
      2: text("Names of the assumptions against those of the scenario's sheet: sorting moves them", "unit"),
      ...perScenario((n) =>
        formula(flagOf(`SUMPRODUCT(1*(${names}<>${ofScenario(n)}))=0`), 0, CROSS_FLAG_STYLE),
      ),
    }),
  ];
}
