import { changesSince, DOORS, ownValuesOf, typedFiguresOf, withChanges, type JournalLine } from "../analysis";
import { SHIPPED_NAMES } from "../companies/kingsoftCloud";
import type { Model } from "../model";
import { dataVintage } from "../seeds";
import type { ChosenScenario } from "./openProject";

/** The journal of a workbook that is built here: a line for each assumption that was set and each quarter whose figures were given. */
export function journalOf(
  model: Model,
  { scenario, overrides }: Pick<ChosenScenario, "scenario" | "overrides">,
): readonly JournalLine[] {
  const own = ownValuesOf(model.rows);
  const changes = changesSince(model, [], {
    own: (driver, of) => (of === scenario.id ? overrides.get(driver) : undefined) ?? own(driver, of),
    quarters: { [scenario.id]: new Map([...overrides].filter(([driver]) => driver.includes("@"))) },
    typed: typedFiguresOf(model.data),
    names: SHIPPED_NAMES,
  });
  // The day of the youngest source, so that equal inputs give equal files.
  const when = dataVintage(model.seeds);
  return withChanges([], changes, { when, door: () => DOORS.shell, why: "" });
}
