import type { TemplateResult } from "lit-html";
import { wordIn } from "../../words";
import type { Pane } from "../pane";
import type { PaneState } from "../state/paneState";
import { againstConsensusView } from "./againstConsensusView";
import { breakEvenView } from "./breakEvenView";
import { bridgeView } from "./bridgeView";
import { deviationBanner } from "./deviationsView";
import { html } from "./html";
import { lineSelect, periodSelect } from "./lineSelect";
import { responseView } from "./responseView";
import { sensitivityView } from "./sensitivityView";
import { sideBySideView } from "./sideBySideView";
import { simulationView } from "./simulationView";
import { tornadoView } from "./tornadoView";

/** The Compare tab: scenarios side by side, then one figure under stress. */
export function compareView(state: PaneState, pane: Pane): TemplateResult {
  const { compare, scenario } = state;
  const shown = state.names.get(scenario)!;
  return html` ${deviationBanner(state, pane)}
    <h2>Scenarios side by side</h2>
    ${sideBySideView(state, pane)}
    <h2>Stress one figure</h2>
    <p class="quiet">
      Starts from ${shown} as it stands in the pane. Nothing here changes the model; a result can be inserted
      as a sheet of its own.
    </p>
    <div class="fields">
      ${lineSelect(wordIn("Figure", "measured"), compare.line, (line) => pane.compare.ask({ line }))}
      ${periodSelect(pane.model, "Period", compare.period, (period) => pane.compare.ask({ period }))}
    </div>
    ${tornadoView(state, pane)} ${sensitivityView(state, pane)} ${breakEvenView(state, pane)}
    ${simulationView(state, pane)} ${bridgeView(state, pane)} ${againstConsensusView(state, pane)}
    ${responseView(state, pane)}`;
}
