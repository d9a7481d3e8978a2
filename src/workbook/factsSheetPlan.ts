import type { Fact } from "../seeds";
import type { Model } from "../model";
import { cellAddress, columnLetters } from "./address";
import { formula, number, rowOf, text, wrappedHeight } from "./cells";
import type { Layout } from "./layout";
import type { CellPlan, SheetPlan } from "./plan";
import { selectedScenario } from "./scenarioNameCells";
import { flagFormat, masterFlag, printPlan } from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { COLOURS, numberStyle, typedStyle } from "./styles";

/** Columns of the fact table. */
export const FACT_COLUMNS = {
  id: 1,
  label: 2,
  period: 3,
  basis: 4,
  asPrinted: 5,
  value: 6,
  unit: 7,
  factor: 8,
  modelValue: 9,
  tier: 10,
  source: 11,
  locator: 12,
  quality: 13,
  chosen: 14,
  conflict: 15,
  note: 16,
} as const;

const LOCATOR_WIDTH = 60;

const TITLES: readonly string[] = [
  "Fact",
  "Figure",
  "Period",
  "Basis",
  "As printed",
  "Value",
  "Unit",
  "Factor",
  "In model unit",
  "Tier",
  "Source",
  "Locator",
  "Quality",
  "Chosen",
  "Conflict",
  "Note or formula",
];

/** How many model units one printed unit is: percentages become fractions, thousands millions. Null where the metric has no such unit. */
export function factFactor(fact: Fact, metricUnit: string): number | null {
  if (fact.modelValue === null || fact.unit === "date") return null;
  const scale: Readonly<Record<string, number>> = {
    "RMB k>RMB m": 0.001,
    "RMB bn>RMB m": 1000,
    "RMB>RMB m": 0.000001,
    "shares>m shares": 0.000001,
    "bn shares>m shares": 1000,
    "RMB m>RMB bn": 0.001,
  };
  if (fact.unit === metricUnit) return metricUnit === "%" ? 0.01 : 1;
  const factor = scale[`${fact.unit}>${metricUnit}`];
  return factor ?? (Number(fact.value) === 0 ? 1 : Number(fact.modelValue) / Number(fact.value));
}

/** Every fact with its source, as printed and in the model's unit. */
export function factsSheetPlan(model: Model, layout: Layout, scenarioName: string): SheetPlan {
  const { scenarios } = model.spec;
  const units = new Map(model.seeds.metrics.map(({ id, unit }) => [id, unit]));
  const labels = new Map(model.seeds.metrics.map(({ id, label }) => [id, label]));
  const titles = new Map(model.seeds.sources.map(({ id, title }) => [id, title]));
  const rows = model.seeds.facts.map((fact) => {
    const row = layout.facts.row.get(fact.id)!;
    const unit = units.get(fact.metric)!;
    const factor = factFactor(fact, unit);
    const numeric: Record<number, CellPlan> =
      factor === null
        ? {}
        : {
            [FACT_COLUMNS.factor]: number(factor, typedStyle(factor)),
            [FACT_COLUMNS.modelValue]: formula(
              `${cellAddress(row, FACT_COLUMNS.value)}*${cellAddress(row, FACT_COLUMNS.factor)}`,
              Number(fact.value) * factor,
              unit === "%" ? numberStyle("%", "calculation") : "factModel",
            ),
          };
    return rowOf(
      {
        1: text(fact.id, "name"),
        2: text(labels.get(fact.metric)!),
        3: text(fact.period),
        4: text(fact.basis, "unit"),
        5: text(fact.asPrinted || "–", "unit"),
        6:
          fact.unit === "date"
            ? text(fact.value, "factText")
            : number(Number(fact.value), typedStyle(Number(fact.value))),
        7: text(fact.unit, "unit"),
        ...numeric,
        10: text(fact.tier, "unit"),
        11: text(titles.get(fact.source) ?? fact.source, "name"),
        12: text(fact.locator, "nameWrapped"),
        13: text(fact.quality, "unit"),
        14: text(fact.chosen ? "yes" : "", "unit"),
        15: text(fact.resolution ?? "", "name"),
        16: text(fact.formula ? `${fact.formula}${fact.note ? ` (${fact.note})` : ""}` : fact.note, "name"),
      },
      wrappedHeight([[fact.locator, LOCATOR_WIDTH]]),
    );
  });
  const quality = columnLetters(FACT_COLUMNS.quality);
  const first = layout.facts.headerRow + 1;
  return {
    name: SHEETS.facts,
    tabColour: TAB_COLOURS.source,
    columns: [47, 58, 16, 11, 27, 17, 11, 11, 17, 13, 63, LOCATOR_WIDTH, 18, 8, 30, 60].map((width) => ({
      width,
    })),
    rows: [
      rowOf({ 1: text("Facts: every figure with its source", "title") }, 24),
      rowOf({
        1: text("Scenario shown", "subtitle"),
        2: selectedScenario(scenarios, scenarioName),
        4: text("Checks", "subtitle"),
        5: masterFlag(),
      }),
      rowOf({
        1: text(
          "As printed is what the document says, wrong figures included; chosen is the one the model uses. Tiers from strongest: filing, filing-mirror, seed, derived, aggregator, news.",
          "subtitle",
        ),
      }),
      rowOf({}),
      rowOf(
        Object.fromEntries(
          TITLES.map((title, index) => [
            index + 1,
            text(title, [5, 7, 8].includes(index) ? "headingRight" : "heading"),
          ]),
        ),
        20,
      ),
      ...rows,
    ],
    freeze: { rows: layout.facts.headerRow, columns: 1 },
    gridlines: false,
    zoom: 85,
    validations: [],
    conditionalFormats: [
      flagFormat("E2"),
      {
        range: `A${first}:P${layout.facts.lastRow}`,
        formula: `OR($${quality}${first}="transcription-error",$${quality}${first}="conflict")`,
        colour: COLOURS.bad,
        fill: "FDECEC",
      },
    ],
    notes: [],
    links: [],
    charts: [],
    print: printPlan(FACT_COLUMNS.note, layout.facts.lastRow, "Sources", layout.facts.headerRow, false),
  };
}
