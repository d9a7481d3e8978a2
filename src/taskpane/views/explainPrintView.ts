import { nothing, type TemplateResult } from "lit-html";
import {
  canExplain,
  explainPrint,
  rowOfDriver,
  unexplained,
  type ExplainedPrint,
  type PrintMove,
} from "../../analysis";
import { QUARTERS } from "../../companies/kingsoftCloud";
import { listed, say } from "../../words";
import type { Pane } from "../pane";
import { formatInput, formatValue } from "../state/formatValue";
import { assumptionsOf, entryOf } from "../state/inputTable";
import type { PaneState } from "../state/paneState";
import { answerOnce } from "./answerOnce";
import { html } from "./html";

const explained = answerOnce<ExplainedPrint>();

const askedFor = (state: PaneState, { model }: Pane, column: number): readonly unknown[] => [
  model.data,
  state.scenario,
  column,
];

/** The smallest moves of assumptions that reproduce a reported quarter, each to be accepted by itself. */
export function explainPrintView(
  state: PaneState,
  pane: Pane,
  column: number,
): TemplateResult | typeof nothing {
  if (!canExplain(pane.model, column)) return nothing;
  const of = askedFor(state, pane, column);
  const print = explained.answered(of);
  const { label } = QUARTERS[column]!;
  return html` <h3>Explain the print</h3>
    <p class="quiet">
      What the model as it stood before ${label} would have needed: line by line the smallest move of one
      assumption that gives what was reported and leaves the lines above it alone.
    </p>
    ${
      print === null
        ? html`<button
            type="button"
            class="button"
            @click=${() =>
              explained.ask(pane, of, () =>
                explainPrint(pane.model, assumptionsOf(state.table, state.scenario), column),
              )}
          >
            Explain ${label}
          </button>`
        : answerView(print, state, pane)
    }`;
}

function answerView(print: ExplainedPrint, state: PaneState, pane: Pane): TemplateResult {
  const { moves } = print;
  const open = unexplained(print);
  return html` ${
    moves.length === 0
      ? html`<p>No assumption has to move.</p>`
      : html`<div class="scroller" role="region" aria-label="Moves that reproduce the quarter" tabindex="0">
          <table class="table table-wide">
            <thead>
              <tr>
                <th scope="col">Assumption</th>
                <th scope="col" class="number">Before</th>
                <th scope="col" class="number">Needed</th>
                <th scope="col">Change</th>
              </tr>
            </thead>
            <tbody>
              ${moves.map((move) => moveView(move, state, pane))}
            </tbody>
          </table>
        </div>`
  }
  ${
    open.length === 0
      ? nothing
      : html`<p class="quiet" data-unexplained>
          No single assumption closes:
          ${listed(
            open.map(
              ({ line, reported, after }) =>
                say`${line.label} (${formatValue(reported - after, line.unit)} left)`,
            ),
            "; ",
          )}.
        </p>`
  }`;
}

function moveView(
  { driver, present, value, closes, difference }: PrintMove,
  state: PaneState,
  pane: Pane,
): TemplateResult {
  const needed = Number(value.toPrecision(6));
  const entry = entryOf(state.table, state.scenario, driver.id);
  const accepted = entry.kind === "own" && Number(entry.value) === needed;
  const shown = (of: number): string => formatInput(Number(of.toPrecision(4)), driver.unit);
  return html`<tr data-explains=${driver.id}>
    <th scope="row">
      ${driver.label}
      <span class="difference"
        >closes ${closes.label}, ${difference > 0 ? "+" : ""}${formatValue(difference, closes.unit)}</span
      >
    </th>
    <td class="number">${shown(present)}</td>
    <td class="number">${shown(value)}</td>
    <td>
      ${
        accepted
          ? "accepted"
          : html`<button
              type="button"
              class="button button-small"
              aria-label="Accept ${driver.label}"
              @click=${() => pane.levers.settle(rowOfDriver(pane.model, driver.id), String(needed))}
            >
              Accept
            </button>`
      }
    </td>
  </tr>`;
}
