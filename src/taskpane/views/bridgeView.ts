import { nothing, type TemplateResult } from "lit-html";
import { waterfall, type Waterfall } from "../../analysis";
import { LINE_BY_ID, SCENARIOS } from "../../companies/kingsoftCloud";
import type { ScenarioNames, Unit } from "../../model";
import { bridgeResult } from "../../workbook/bridgeResult";
import { listed, say, wordIn } from "../../words";
import type { Pane } from "../pane";
import {
  BRIDGE_GROUP,
  changedScenarios,
  endName,
  readEnd,
  type BridgeEnd,
  type BridgeProgress,
} from "../state/bridgeState";
import { formatFixed, formatPart } from "../state/formatFixed";
import type { PaneState } from "../state/paneState";
import { html } from "./html";
import { insertButton } from "./insertButton";
import { waterfallChart } from "./waterfallChart";

/** From one scenario, or the model as shipped, to another: what each lever adds to the figure; calculated while it is open. */
export function bridgeView(state: PaneState, pane: Pane): TemplateResult {
  const open = state.openGroups.has(BRIDGE_GROUP);
  return html`<details
    class="group"
    data-bridge
    .open=${open}
    @toggle=${(event: Event) => pane.bridge.open((event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary><span class="group-title">From one scenario to another, lever by lever</span></summary>
    ${open ? openView(state, pane) : nothing}
  </details>`;
}

function openView(state: PaneState, pane: Pane): TemplateResult {
  const { compare, table } = state;
  const changed = changedScenarios(table, pane.seeded, pane.model);
  return html`<div class="fields">
      ${endSelect(wordIn("From", "scenario"), compare.bridgeFrom, changed, state.names, pane.bridge.from)}
      ${endSelect(wordIn("To", "scenario"), compare.bridgeTo, changed, state.names, pane.bridge.to)}
    </div>
    ${progressView(state, pane, compare.bridge)}`;
}

/** Scenarios as they stand, and as shipped where they no longer are. */
function endSelect(
  label: string,
  present: BridgeEnd,
  changed: readonly string[],
  names: ScenarioNames,
  choose: (end: BridgeEnd) => void,
): TemplateResult {
  const ends: readonly BridgeEnd[] = [
    ...SCENARIOS.map(({ id }): BridgeEnd => id),
    ...SCENARIOS.map(({ id }): BridgeEnd => `shipped:${id}`).filter(
      (end) => end === present || changed.includes(readEnd(end).scenario),
    ),
  ];
  return html`<label class="field"
    ><span class="field-label">${label}</span>
    <select
      class="select"
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as BridgeEnd)}
    >
      ${ends.map((end) => html`<option value=${end} .selected=${end === present}>${endName(end, names)}</option>`)}
    </select></label
  >`;
}

function progressView(state: PaneState, pane: Pane, progress: BridgeProgress): TemplateResult {
  switch (progress.at) {
    case "rest":
      return html``;
    case "running":
      return html`<progress
        class="progress"
        aria-label="Calculating the bridge"
        max="1"
        .value=${progress.done}
      ></progress>`;
    case "done":
      return doneView(state, pane, progress);
  }
}

function doneView(
  state: PaneState,
  pane: Pane,
  { bridge, of }: Extract<BridgeProgress, { at: "done" }>,
): TemplateResult {
  const line = LINE_BY_ID.get(of.line)!;
  const [from, to] = [endName(of.from, state.names), endName(of.to, state.names)];
  if (bridge.steps.length === 0) return html`<p>${from} and ${to} have the same inputs.</p>`;
  if (![bridge.before[0], bridge.after[0]].every(Number.isFinite))
    return html`<p>${line.label} has no figure in ${of.period}.</p>`;
  const drawn = waterfall(bridge, 0);
  if (drawn.bars.length === 0)
    return html`<p>None of what differs between ${from} and ${to} moves ${line.label} in ${of.period}.</p>`;
  const title = `${line.label}, ${of.period}${line.unit === "RMB m" ? ", RMB m" : ""}: from ${from} to ${to}`;
  const words = { title, from, to, unit: line.unit };
  const shown = {
    ...words,
    title:
      line.unit === "RMB m"
        ? say`${line.label}, ${of.period}, RMB m: from ${from} to ${to}`
        : say`${line.label}, ${of.period}: from ${from} to ${to}`,
  };
  const ends = [of.from, of.to].map(readEnd);
  const present = ends.filter(({ shipped }) => !shipped);
  const scenarios = [...new Set((present.length > 0 ? present : ends).map(({ scenario }) => scenario))];
  return html`${waterfallChart(drawn, shown)}
    <p class="quiet">${remarks(drawn, line.unit)}</p>
    ${insertButton(state, pane, "the bridge", () => bridgeResult(drawn, words), scenarios)}`;
}

function remarks({ together, orders, bars, axisFrom }: Waterfall, unit: Unit): string {
  const largest = Math.max(...bars.map(({ error }) => error));
  const sentences = [
    orders === null
      ? "Every order of the levers counts, so a part hangs on none."
      : say`Parts are means over ${orders.toLocaleString("en-US")} orders of the levers; standard error ${formatFixed(largest, unit)} at most.`,
    say`Inside the parts, levers together beyond each alone: ${formatPart(together, unit)}.`,
    ...(axisFrom === 0 ? [] : [say`The bars begin at ${formatFixed(axisFrom, unit)}.`]),
  ];
  return listed(sentences, " ");
}
