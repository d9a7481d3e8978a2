import { nothing, type TemplateResult } from "lit-html";
import { CAP_PARTIES, capAnswer, type CapParty } from "../../analysis";
import { firstQuarterOf, isAfter, TIMELINE, periodIndex, YEARS } from "../../companies/kingsoftCloud";
import { say, wordIn } from "../../words";
import type { Pane } from "../pane";
import { capacityColumns, capColumns, pacingColumns, revenueColumns, type Lens } from "../state/chartSeries";
import type { Evaluated } from "../state/evaluator";
import type { ChartId, PaneState } from "../state/paneState";
import { columnChart } from "./columnChart";
import { html } from "./html";
import { segmented } from "./segmented";

const CHART_YEARS = YEARS.map(({ year }) => year).filter((year) => year >= TIMELINE.firstQuarterYear);

const CHARTS: readonly { readonly value: ChartId; readonly label: string }[] = [
  { value: "caps", label: "Caps" },
  { value: "pacing", label: "Pacing" },
  { value: "revenue", label: "Revenue" },
  { value: "capacity", label: "Capacity" },
];

/** What a chart of results is compared with. */
export interface Reference {
  readonly name: string;
  readonly evaluated: Evaluated;
}

/** The chart that was chosen, what chooses it, and under a chart of caps what the cap of the year does, in words. */
export function resultChart(
  state: PaneState,
  pane: Pane,
  shown: Evaluated,
  reference: Reference,
): TemplateResult {
  const update = (part: Partial<PaneState>): void => pane.store.update(part);
  const ofCaps = state.chart === "caps" || state.chart === "pacing";
  return html`<div class="results-head">
      ${segmented("Chart", CHARTS, state.chart, (value) => update({ chart: value as ChartId }))}
      ${
        ofCaps
          ? segmented(
              "Party",
              Object.entries(CAP_PARTIES).map(([value, { name }]) => ({ value, label: name })),
              state.party,
              (value) => update({ party: value as CapParty }),
            )
          : nothing
      }
      ${
        state.chart === "revenue"
          ? segmented(
              "Lens",
              [
                { value: "product", label: "Product" },
                { value: "customer", label: "Customer" },
              ],
              state.lens,
              (value) => update({ lens: value as Lens }),
            )
          : nothing
      }
    </div>
    ${chartView(state, pane.model.data.opening, shown, reference)}
    ${ofCaps ? capWords(state, pane, shown) : nothing}`;
}

function chartView(
  { chart, party, lens, year }: PaneState,
  opening: number,
  { values }: Evaluated,
  reference: Reference,
): TemplateResult {
  const { name } = CAP_PARTIES[party];
  switch (chart) {
    case "caps":
      return columnChart({
        title: say`${name} cap, RMB m (headroom on top)`,
        columns: capColumns(party, values, CHART_YEARS.slice(1)),
        markLabel: "Cap",
        captionLabel: "headroom",
      });
    case "pacing": {
      const first = firstQuarterOf(Math.min(year, TIMELINE.lastYear - 1));
      return columnChart({
        title: say`${name} demand by quarter, RMB m (kept out on top)`,
        columns: pacingColumns(
          party,
          values,
          Array.from({ length: 8 }, (_, index) => first + index),
        ),
        markLabel: "Part of the cap for the quarter",
        captionLabel: "kept out",
      });
    }
    case "revenue":
      return columnChart({
        title: say`Revenue by ${lens}, RMB m`,
        columns: revenueColumns(lens, values, reference.evaluated.values, CHART_YEARS),
        markLabel: reference.name,
        captionLabel: wordIn("revenue", "caption"),
      });
    case "capacity":
      return columnChart({
        title: "AI capacity at constant prices, RMB m (use on top)",
        columns: capacityColumns(
          values,
          CHART_YEARS.filter((each) => isAfter(periodIndex(`FY${each}`), opening)),
        ),
        markLabel: "What the fleet could bill",
        captionLabel: "use",
      });
  }
}

function capWords(
  { party, year }: PaneState,
  { model }: Pane,
  { values, assumptions }: Evaluated,
): TemplateResult {
  const { sentence } = capAnswer(party, year, { values, assumptions, data: model.data });
  return html`<p class="quiet binding">${CAP_PARTIES[party].name}: ${sentence}</p>`;
}
