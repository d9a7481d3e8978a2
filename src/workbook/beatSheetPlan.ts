import type { Model } from "../model";
import { absolute, cellAddress, onSheet } from "./address";
import { beatFigures } from "./beatFigures";
import { BEAT_LINES } from "./beatLines";
import {
  BEAT_COLUMNS as at,
  BEAT_ROWS,
  BEAT_VALUE,
  beatRow,
  estimatesHead,
  PARTS_HEAD,
  WORDS,
  WORDS_LAST,
} from "./beatPlaces";
import { beatRows, partRows, wordRows } from "./beatRows";
import { listRows, topRows } from "./beatTop";
import { emptyRow, rowOf, text } from "./cells";
import { consensusTable, type ConsensusInputs } from "./consensusInputs";
import { keptEstimates, keptPlaces, typedPlace, type KeptInputs } from "./keptPlaces";
import type { Layout } from "./layout";
import type { ChartPlan, RowPlan, SheetPlan } from "./plan";
import { selectedScenario } from "./scenarioNameCells";
import { flagFormat, masterFlag, printPlan } from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { CHART_COLOURS, COLOURS, NUMBER_FORMATS } from "./styles";
import type { ScenarioValues } from "./workbookValues";

/** A reported quarter against the estimate as it stood before, against consensus, the quarter and the year before. */
export function beatSheetPlan(
  model: Model,
  layout: Layout,
  values: ScenarioValues,
  scenarioName: string,
  typed: { readonly kept?: KeptInputs | undefined; readonly consensus?: ConsensusInputs | undefined },
): SheetPlan {
  const { scenarios, timeline } = model.spec;
  const kept = typed.kept ?? new Map();
  const places = keptPlaces(model);
  const choice = (row: number) => kept.get(typedPlace(SHEETS.beat, row, BEAT_VALUE)) ?? "";
  const chosen = { quarter: choice(BEAT_ROWS.quarter), estimate: choice(BEAT_ROWS.estimate) };
  const estimates = keptEstimates(model, kept);
  const figures = beatFigures(model, estimates, consensusTable(model, typed.consensus), chosen);
  const rows: readonly RowPlan[] = [
    rowOf({ 1: text("Beat or miss: a reported quarter against what was expected", "title") }, 24),
    rowOf({
      1: text("Scenario shown", "subtitle"),
      2: selectedScenario(scenarios, scenarioName),
      3: text("Checks", "subtitle"),
      4: masterFlag(),
    }),
    rowOf({
      1: text(
        "Type a quarter's figures on Actuals and choose the quarter here. Estimates stand on the Estimates sheet, consensus on the Consensus sheet.",
        "subtitle",
      ),
    }),
    emptyRow,
    ...topRows(model, figures, estimates, chosen),
    emptyRow,
    ...beatRows(model, layout, figures, values),
    emptyRow,
    ...partRows(figures),
    emptyRow,
    ...wordRows,
    emptyRow,
    ...listRows(model, layout, figures, estimates),
  ];
  const top = (row: number): string => cellAddress(row, BEAT_VALUE);
  const word = cellAddress(BEAT_ROWS.head + 1, at.word);
  const words = `${word}:${cellAddress(BEAT_ROWS.head + BEAT_LINES.length, at.word)}`;
  return {
    name: SHEETS.beat,
    tabColour: TAB_COLOURS.input,
    columns: [52, 16, 16, 14, 13, 13, 11, 14, 12, 14, 11, 13, 11, 44, 24, 8, 14, 11].map((width) => ({
      width,
    })),
    rows,
    freeze: { rows: 2, columns: 1 },
    gridlines: false,
    zoom: 85,
    validations: [
      {
        range: top(BEAT_ROWS.quarter),
        rule: { kind: "list", values: model.spec.timeline.quarters.map(({ label }) => label) },
        promptTitle: "Quarter",
        prompt: "A quarter of the model, such as 2026Q1; empty is the latest with results.",
        errorTitle: "No such quarter",
        error: "A quarter of the model, such as 2026Q1, or nothing.",
      },
      {
        range: top(BEAT_ROWS.estimate),
        rule: {
          kind: "listRange",
          formula: `$A$${estimatesHead(timeline) + 1}:$A$${estimatesHead(timeline) + places.count}`,
        },
        promptTitle: "Estimate",
        prompt: "Name of an estimate on the Estimates sheet; empty is the latest kept before the quarter.",
        errorTitle: "No such estimate",
        error: "A name from the list of estimates below, or nothing.",
      },
    ],
    conditionalFormats: [
      flagFormat("D2"),
      { range: words, formula: `${word}="${WORDS[0]}"`, colour: COLOURS.good, fill: COLOURS.goodFill },
      { range: words, formula: `${word}="${WORDS[1]}"`, colour: COLOURS.bad, fill: COLOURS.badFill },
    ],
    notes: [],
    links: [],
    charts: [chart()],
    print: printPlan(at.mostly, WORDS_LAST, "Scenario as named in the header", 2, false),
  };
}

/** Reported, estimated and expected by line. */
function chart(): ChartPlan {
  const [first, last] = [beatRow(BEAT_LINES[0]!), beatRow(BEAT_LINES.at(-1)!)];
  const range = (column: number): string =>
    onSheet(SHEETS.beat, absolute(`${cellAddress(first, column)}:${cellAddress(last, column)}`));
  return {
    title: "Reported, estimated and consensus",
    kind: "columnClustered",
    categories: range(at.label),
    valueAxisTitle: "RMB million",
    valueFormat: NUMBER_FORMATS["RMB m"],
    series: [
      { name: "Reported", values: range(at.reported), colour: CHART_COLOURS[0] },
      { name: "Estimate", values: range(at.estimate), colour: CHART_COLOURS[2] },
      { name: "Consensus", values: range(at.consensus), colour: CHART_COLOURS[5] },
    ],
    from: cellAddress(PARTS_HEAD, at.share),
    to: cellAddress(WORDS_LAST, at.mostly),
    altText:
      "Columns of reported figures, the estimate and consensus by line. The table above has the same figures.",
  };
}
