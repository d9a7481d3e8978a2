import { bridge, QUARTERS, type Model } from "../model";
import { columnLetters, onSheet } from "./address";
import { periodColumn } from "./axis";
import { formula, rowOf, text } from "./cells";
import { FACT_COLUMNS } from "./factsSheetPlan";
import { forecastYears } from "./headline";
import type { Layout } from "./layout";
import type { RowPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { statementRow } from "./statementSheetPlans";
import { numberStyle } from "./styles";
import type { ScenarioValues } from "./workbookValues";

/** Figures that count ADS: in ADS, or in ordinary shares. */
const COUNTED: ReadonlySet<string> = new Set(["adsOutstanding", "weightedAds"]);

/** Every count of ADS that a source gives for the opening or later, and the one that the valuation uses. */
export function adsEvidenceRows(model: Model, layout: Layout, values: ScenarioValues): readonly RowPlan[] {
  const opening = QUARTERS[model.data.opening]!;
  const facts = model.seeds.facts.filter(
    ({ metric, period, modelValue }) =>
      COUNTED.has(metric) &&
      modelValue !== null &&
      period >= String(opening.year) &&
      !period.startsWith("FY"),
  );
  const titles = new Map(model.seeds.sources.map(({ id, title }) => [id, title]));
  const lastYear = forecastYears(model).at(-1)!;
  const used = onSheet(
    SHEETS.valuation,
    `$${columnLetters(periodColumn(lastYear))}$${statementRow(SHEETS.valuation, bridge.adsAtValuation)}`,
  );
  return [
    rowOf({
      1: text("ADS equivalents: what the sources say", "heading"),
      2: text("Unit", "heading"),
      3: text("m ADS", "headingRight"),
      4: text("Period", "headingRight"),
      5: text("Tier", "headingRight"),
      6: text("Source", "heading"),
      ...Object.fromEntries([7, 8, 9, 10].map((column) => [column, text("", "heading")])),
    }),
    ...facts.map(({ id, metric, period, tier, source, modelValue }) =>
      rowOf({
        1: text(metric === "weightedAds" ? "Weighted average of the period" : "Outstanding"),
        2: text("m ADS", "unit"),
        3: formula(
          onSheet(SHEETS.facts, `$${columnLetters(FACT_COLUMNS.modelValue)}$${layout.facts.row.get(id)!}`),
          Number(modelValue),
          numberStyle("m ADS", "crossSheet"),
        ),
        4: text(period, "notDisclosed"),
        5: text(tier, "notDisclosed"),
        6: text(tier === "derived" ? `derived: ${id}` : (titles.get(source) ?? source), "name"),
      }),
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
