import { nothing, type TemplateResult } from "lit-html";
import { QUARTERS } from "../../companies/kingsoftCloud";
import type { LineItem } from "../../model";
import { listed, say } from "../../words";
import { knownBefore, quarterOf } from "../actions/quarterActions";
import type { Pane } from "../pane";
import { formatValue } from "../state/formatValue";
import { missedSums, type QuarterEntry } from "../state/quarterEntry";
import { QUARTER_BLOCKS, type QuarterBlock } from "../state/quarterLines";
import type { PaneState } from "../state/paneState";
import { focusSoon } from "./focusSoon";
import { html } from "./html";
import { typed, typing, unlessTyping } from "./unlessTyping";

/** What the rows are drawn from. */
interface Drawn {
  readonly pane: Pane;
  readonly column: number;
  readonly expected: ReturnType<typeof knownBefore>["expected"];
  readonly entries: PaneState["quarter"]["entries"];
  readonly missed: ReadonlyMap<string, readonly string[]>;
}

/** The lines of the quarter: forecast and year before beside a field, with the reason below what is doubtful. */
export function quarterTableView(state: PaneState, pane: Pane): TemplateResult {
  const column = quarterOf(state, pane.model);
  const { entries } = state.quarter;
  const drawn: Drawn = {
    pane,
    column,
    expected: knownBefore(state, pane.model).expected,
    entries,
    missed: missedSums(pane.model.data, column, entries),
  };
  return html`${QUARTER_BLOCKS.filter(({ lines }) => lines.length > 0).map((block) =>
    block.id === "headline"
      ? html`<h3>${block.title}, RMB m</h3>
          ${tableView(block, drawn)}`
      : foldedView(block, drawn),
  )}`;
}

function foldedView(block: QuarterBlock, drawn: Drawn): TemplateResult {
  const { entries, missed } = drawn;
  const own = block.lines.filter(({ id }) => entries.has(id));
  const doubtful = own.filter(({ id }) => isOpen(entries.get(id)!, missed.get(id) ?? [])).length;
  return html`<details class="group" ?open=${doubtful > 0}>
    <summary>
      <span class="group-title">${block.title}</span
      >${own.length === 0 ? nothing : html`<span class="badge ${doubtful > 0 ? "badge-warning" : ""}">${own.length} entered${doubtful > 0 ? say`, ${doubtful} doubtful` : ""}</span>`}
    </summary>
    ${tableView(block, drawn)}
  </details>`;
}

function tableView(block: QuarterBlock, drawn: Drawn): TemplateResult {
  const { label } = QUARTERS[drawn.column]!;
  return html` <table class="table table-quarter">
    <caption class="unseen">
      ${block.title}, ${label}, RMB m
    </caption>
    <thead>
      <tr>
        <th scope="col">RMB m</th>
        <th scope="col" class="number">Forecast</th>
        <th scope="col" class="number">${label}</th>
      </tr>
    </thead>
    <tbody>
      ${block.lines.map((line) => rowView(line, drawn))}
    </tbody>
  </table>`;
}

/** Whether an entry waits for a person's word. */
function isOpen({ doubts, agreed }: QuarterEntry, missed: readonly string[]): boolean {
  return !agreed && doubts.length + missed.length > 0;
}

function rowView(line: LineItem, { pane, column, expected, entries, missed }: Drawn): TemplateResult {
  const entry = entries.get(line.id);
  const sums = missed.get(line.id) ?? [];
  const open = entry !== undefined && isOpen(entry, sums);
  const known = pane.model.data.figure(line.id, column)?.value;
  const { label } = QUARTERS[column]!;
  const before = expected.value(line.id, column - 4);
  return html` <tr data-entry=${line.id}>
      <th scope="row">${line.label}</th>
      <td class="number">
        ${formatValue(expected.value(line.id, column), line.unit)}
        ${Number.isFinite(before) ? html`<span class="difference">${QUARTERS[column - 4]!.label} ${formatValue(before, line.unit)}</span>` : nothing}
      </td>
      <td class="number">
        <input
          id="entry-${line.id}"
          class="input number entry"
          type="text"
          inputmode="text"
          autocomplete="off"
          aria-label="${line.label}, ${label}, RMB m"
          aria-describedby=${open ? `doubt-${line.id}` : nothing}
          aria-invalid=${open ? "true" : "false"}
          placeholder=${known === undefined ? "" : formatValue(Number(known), line.unit)}
          title=${entry === undefined ? line.meaning : listed(entry.notes, " ")}
          .value=${unlessTyping(entry?.text ?? "")}
          @input=${typing}
          @change=${(event: Event) => pane.quarter.type(line.id, typed(event))}
        />
      </td>
    </tr>
    ${open ? doubtView(line, entry, sums, pane) : nothing}`;
}

/** All digits of a figure, in groups. */
function digits(value: string): string {
  return Number(value).toLocaleString("en-US", { maximumFractionDigits: 9 });
}

function doubtView(
  { id, label }: LineItem,
  entry: QuarterEntry,
  sums: readonly string[],
  { quarter }: Pane,
): TemplateResult {
  // The row of the button goes, so the focus goes to its field.
  const settled = (work: () => void) => () => {
    work();
    focusSoon(`entry-${id}`);
  };
  return html` <tr class="doubt" data-doubt=${id}>
    <td colspan="3">
      <p id="doubt-${id}">
        <span class="badge badge-warning">Doubtful</span> ${listed([...entry.doubts, ...sums], " ")}
        ${entry.notes.map((note) => html`<span class="difference">${note}</span>`)}
      </p>
      <div class="actions actions-tight">
        ${entry.value === null ? nothing : html`<button type="button" class="button button-small" aria-label="Use ${digits(entry.value)} for ${label}" @click=${settled(() => quarter.agree(id))}>Use ${digits(entry.value)}</button>`}
        ${entry.others.map((value) => html`<button type="button" class="button button-small" aria-label="Use ${digits(value)} for ${label}" @click=${settled(() => quarter.choose(id, value))}>Use ${digits(value)}</button>`)}
        <button
          type="button"
          class="button button-small"
          aria-label="Leave out ${label}"
          @click=${settled(() => quarter.type(id, ""))}
        >
          Leave out
        </button>
      </div>
    </td>
  </tr>`;
}
