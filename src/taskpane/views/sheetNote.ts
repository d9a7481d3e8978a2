import { nothing, type TemplateResult } from "lit-html";
import type { LineItem } from "../../model";
import type { ScenarioName } from "../../seeds";
import { say } from "../../words";
import { overwrittenFigures, overwrittenWords } from "../state/deviationWords";
import { formatValue } from "../state/formatValue";
import type { PaneState } from "../state/paneState";
import { sheetShows } from "../state/sheetShows";
import { html } from "./html";

/** Said beside a figure of the pane that is not what the sheet shows; nothing where they agree. */
export function sheetNote(
  state: PaneState,
  scenario: ScenarioName,
  line: LineItem,
  column: number,
  value: number,
): TemplateResult | typeof nothing {
  const shown = sheetShows(state, scenario, line.id, column, value);
  if (shown === null) return nothing;
  const figure =
    typeof shown === "number" ? formatValue(shown, line.unit) : shown === "" ? "nothing" : String(shown);
  const count = overwrittenFigures(state).length;
  const why = count === 0 ? "" : say`: ${overwrittenWords(count)}`;
  return html`<span class="sheet-note">The sheet shows <strong>${figure}</strong> here${why}.</span>`;
}
