import type { CellValue } from "../../hosts/port";
import type { ScenarioName } from "../../seeds";
import type { PaneState } from "./paneState";

/** Part of a figure up to which sheet and pane agree: the order of additions may differ. */
const CLOSE = 1e-7;

/** What the sheet of a scenario shows for a figure where that is not the pane's value; null where they agree or the sheet is not known. */
export function sheetShows(
  { sheetFigures, table }: Pick<PaneState, "sheetFigures" | "table">,
  scenario: ScenarioName,
  line: string,
  column: number,
  value: number,
): CellValue | null {
  // What was read before the last change says nothing of it.
  if (sheetFigures === null || sheetFigures.table !== table) return null;
  const shown = sheetFigures.value(scenario, line, column);
  if (shown === null) return null;
  // An empty text stands for no figure.
  if (typeof shown !== "number") return shown === "" && value === 0 ? null : shown;
  return Math.abs(shown - value) <= CLOSE * Math.max(1, Math.abs(value)) ? null : shown;
}
