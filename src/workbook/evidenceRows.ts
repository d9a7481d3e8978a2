import { forecastYears } from "../analysis";
import { bridge } from "../companies/kingsoftCloud";
import type { Model, Unit } from "../model";
import { brokerOf, type Fact } from "../seeds";
import { columnLetters, onSheet } from "./address";
import { axisOf } from "./axis";
import { formula, rowOf, text } from "./cells";
import { FACT_COLUMNS } from "./factsSheetPlan";
import type { Layout } from "./layout";
import type { RowPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { statementRow } from "./statementSheetPlans";
import { ESTIMATE, numberStyle } from "./styles";
import type { ScenarioValues } from "./workbookValues";

/** Figures that count ADS: in ADS, or in ordinary shares. */
const COUNTED: ReadonlySet<string> = new Set(["adsOutstanding", "weightedAds"]);

/** Brokers' targets and what each is. */
const TARGETS: Readonly<Record<string, string>> = {
  targetPrice: "Target price per ADS",
  targetPriceHk: "Target price per ordinary share",
  targetPriceLow: "Lowest target of the brokers",
  targetPriceHigh: "Highest target of the brokers",
};

/** Every count of ADS that a source gives for the opening or later, and the one that the valuation uses. */
export function adsEvidenceRows(model: Model, layout: Layout, values: ScenarioValues): readonly RowPlan[] {
  const axis = axisOf(model.spec.timeline);
  const opening = model.spec.timeline.quarters[model.data.opening]!;
  const facts = model.seeds.facts.filter(
    ({ metric, period, modelValue }) =>
      COUNTED.has(metric) &&
      modelValue !== null &&
      period >= String(opening.year) &&
      !period.startsWith("FY"),
  );
  const lastYear = forecastYears(model).at(-1)!;
  const used = onSheet(
    SHEETS.valuation,
    `$${axis.letters(lastYear)}$${statementRow(SHEETS.valuation, bridge.adsAtValuation)}`,
  );
  return [
    heading("ADS equivalents: what the sources say", "m ADS"),
    ...facts.map((fact) =>
      evidence(
        model,
        layout,
        fact,
        fact.metric === "weightedAds" ? "Weighted average of the period" : "Outstanding",
        "m ADS",
      ),
    ),
    rowOf({
      1: text("Used at the valuation, scenario shown", "labelTotal"),
      2: text("m ADS", "unit"),
      3: formula(
        used,
        values.line(bridge.adsAtValuation.id, lastYear),
        numberStyle("m ADS", "crossSheet", "total"),
      ),
      6: text("Filed shares of 2024, the issues of 2025, awards by the model", "name"),
    }),
  ];
}

/** Target prices of brokers, the newest first, to hold beside the model's. */
export function brokerTargetRows(model: Model, layout: Layout): readonly RowPlan[] {
  const facts = model.seeds.facts
    .filter(({ metric, modelValue }) => metric in TARGETS && modelValue !== null)
    .sort((a, b) => b.period.localeCompare(a.period) || a.id.localeCompare(b.id));
  return [
    heading("Brokers' targets", "Target"),
    ...facts.map((fact) => {
      const broker = brokerOf(fact);
      const named = broker === undefined || /Low|High/.test(fact.metric) ? "" : `${broker}: `;
      const label = TARGETS[fact.metric]!;
      return evidence(
        model,
        layout,
        fact,
        named === "" ? label : named + label.charAt(0).toLowerCase() + label.slice(1),
        fact.metric === "targetPriceHk" ? "HKD per share" : "USD per ADS",
      );
    }),
  ];
}

function heading(title: string, over: string): RowPlan {
  return rowOf({
    1: text(title, "heading"),
    2: text("Unit", "heading"),
    3: text(over, "headingRight"),
    4: text("Period", "headingRight"),
    5: text("Tier", "headingRight"),
    6: text("Source", "heading"),
    ...Object.fromEntries([7, 8, 9, 10].map((column) => [column, text("", "heading")])),
  });
}

/** One figure of the facts with its period, tier and source. */
function evidence(model: Model, layout: Layout, fact: Fact, label: string, unit: Unit): RowPlan {
  const { id, period, tier, source, modelValue } = fact;
  const title = model.seeds.sources.find((each) => each.id === source)?.title ?? source;
  return rowOf({
    1: text(label),
    2: text(unit, "unit"),
    3: formula(
      onSheet(SHEETS.facts, `$${columnLetters(FACT_COLUMNS.modelValue)}$${layout.facts.row.get(id)!}`),
      Number(modelValue),
      numberStyle(unit, ESTIMATES.has(fact.basis) ? ESTIMATE : "crossSheet"),
    ),
    4: text(period, "notDisclosed"),
    5: text(tier, "notDisclosed"),
    6: text(tier === "derived" ? `derived: ${id}` : title, "name"),
  });
}

const ESTIMATES: ReadonlySet<string> = new Set(["broker", "guidance"]);
