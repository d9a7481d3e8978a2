import { forecastYears, KEPT_LINES, keptPeriods } from "../analysis";
import type { Model } from "../model";
import { cellAddress, columnLetters, onSheet } from "./address";
import { AXIS, axisOf, HEADER, type Axis } from "./axis";
import { emptyRow, text } from "./cells";
import {
  keptEstimates,
  keptPlaces,
  KEPT_COLUMNS as at,
  OWN_KEPT,
  SHOWN_LINE,
  USUAL_LINE,
  type KeptInputs,
} from "./keptPlaces";
import { band, estimateBlock, nowRows } from "./keptRows";
import { choiceRows, keptIds, keptTable } from "./keptTable";
import type { CellPlan, ChartPlan, RowPlan, SheetPlan, ValidationPlan } from "./plan";
import { selectedScenario } from "./scenarioNameCells";
import { axisSheet, dateSerial } from "./sheetFrame";
import type { Layout } from "./layout";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { CHART_COLOURS, NUMBER_FORMATS } from "./styles";
import type { StatementSheets } from "./statementCell";
import type { ScenarioValues } from "./workbookValues";

/** What the model said at earlier times, line by line and period by period, and how far it has moved since. */
export function estimatesSheetPlan(
  model: Model,
  layout: Layout,
  statements: StatementSheets,
  values: ScenarioValues,
  scenarioName: string,
  typed: KeptInputs = new Map(),
): SheetPlan {
  const { scenarios } = model.spec;
  const axis = axisOf(model.spec.timeline);
  const places = keptPlaces(model);
  const estimates = keptEstimates(model, typed);
  const line = typed.get(`${SHEETS.estimates}!${SHOWN_LINE}`) ?? USUAL_LINE;
  const body: readonly RowPlan[] = [
    band(axis, { [AXIS.label]: text("Old estimates against the model now", "section") }),
    ...choiceRows(model, line),
    headRow(axis, {
      [at.name]: "Estimate",
      [at.scenario]: "Scenario",
      [at.keptOn]: "Kept on",
      [places.numberColumn]: "Number",
    }),
    ...keptTable(model, estimates, line, values),
    ...Array.from({ length: places.blocksHead - places.share - 1 }, () => emptyRow),
    headRow(axis, {
      [at.name]: "Estimates kept, one below the other",
      [at.scenario]: "Scenario, unit",
      [at.keptOn]: "Kept on",
      [at.knownTo]: "Known to",
      [at.fingerprint]: "Inputs",
      [places.numberColumn]: "Number, line",
    }),
    ...nowRows(model, statements, values),
    ...estimates.flatMap((estimate, place) =>
      estimateBlock(model, estimate, place + 1, place < places.shipped.length),
    ),
  ];
  return axisSheet(
    model,
    layout,
    SHEETS.estimates,
    TAB_COLOURS.input,
    {
      title: "Estimates: what the model said before",
      conventions:
        "Keep writes the estimate of the scenario shown into the next free place below; a new quarter keeps the one before it. Without the add-in: copy the figures of Model now as values into a free place, and type its name and the quarter known to.",
      scenarioName: selectedScenario(scenarios, scenarioName),
    },
    body,
    {
      valueWidth: 24,
      footer: "Scenario as named in the header",
      validations: validations(model),
      charts: [chart(model)],
      notes: [
        {
          cell: SHOWN_LINE,
          text: "The line that the table and the chart show: a name from the last column below.",
        },
      ],
    },
  );
}

/** A row of heads; the gap of the axis stays empty. */
function headRow(axis: Axis, titles: Readonly<Record<number, string>>): RowPlan {
  const cells = Array.from({ length: axis.lineName }, (_, place): CellPlan | null =>
    place + 1 === axis.gap
      ? null
      : text(titles[place + 1] ?? "", place + 1 >= AXIS.value ? "headingRight" : "heading"),
  );
  return { height: 20, cells };
}

/** What may be typed into the places of one's own. */
function validations(model: Model): readonly ValidationPlan[] {
  const axis = axisOf(model.spec.timeline);
  const places = keptPlaces(model);
  const periods = keptPeriods(model);
  const [years, quarters] = [
    periods.filter((index) => index >= model.spec.timeline.quarters.length),
    periods.filter((index) => index < model.spec.timeline.quarters.length),
  ];
  const own = Array.from({ length: OWN_KEPT }, (_, place) => places.block(places.shipped.length + place));
  return [
    {
      range: SHOWN_LINE,
      rule: { kind: "listRange", formula: keptIds(model) },
      promptTitle: "Line",
      prompt: "Name of the line that the table and the chart show.",
      errorTitle: "No such line",
      error: "A name from the last column below, such as revenue.",
    },
    ...own.flatMap((row): readonly ValidationPlan[] => [
      {
        range: cellAddress(row, at.keptOn),
        rule: { kind: "decimal", min: dateSerial("2015-01-01"), max: dateSerial("2040-12-31") },
        promptTitle: "Kept on",
        prompt: "The day on which the estimate was kept.",
        errorTitle: "Not a day",
        error: "A date from 2015 to 2040.",
      },
      {
        range: cellAddress(row, at.knownTo),
        rule: { kind: "list", values: model.spec.timeline.quarters.map(({ label }) => label) },
        promptTitle: "Known to",
        prompt: "The last quarter of which results were known then, such as 2026Q1.",
        errorTitle: "No such quarter",
        error: "A quarter of the model, such as 2026Q1.",
      },
      ...[years, quarters].map((of): ValidationPlan => ({
        range: `${cellAddress(row + 1, axis.column(of[0]!))}:${cellAddress(row + KEPT_LINES.length, axis.column(of.at(-1)!))}`,
        rule: { kind: "decimal", min: -1_000_000, max: 1_000_000 },
        promptTitle: "Estimate",
        prompt: "In the unit of the line.",
        errorTitle: "Not a figure",
        error: "A number in the unit of the line, or nothing.",
      })),
    ]),
  ];
}

/** First and latest estimate and the model now, by forecast year. */
function chart(model: Model): ChartPlan {
  const axis = axisOf(model.spec.timeline);
  const places = keptPlaces(model);
  const years = forecastYears(model);
  const range = (sheet: string, row: number): string =>
    onSheet(sheet, `$${axis.letters(years[0]!)}$${row}:$${axis.letters(years.at(-1)!)}$${row}`);
  const name = (row: number): string => onSheet(SHEETS.estimates, `$${columnLetters(at.name)}$${row}`);
  const series = (row: number, title: string, colour: string): ChartPlan["series"][number] => ({
    name: title,
    nameRef: name(row),
    values: range(SHEETS.estimates, row),
    colour,
  });
  return {
    title: "Old estimates and new",
    kind: "columnClustered",
    categories: range(SHEETS.timeline, HEADER.period),
    valueAxisTitle: "RMB million, or US$ per ADS",
    valueFormat: NUMBER_FORMATS["RMB m"],
    series: [
      series(places.tableHead + 1, String(places.shipped[0]!.name), CHART_COLOURS[2]),
      series(places.latest, "As shipped", CHART_COLOURS[1]),
      series(places.now, "Model now", CHART_COLOURS[0]),
    ],
    from: cellAddress(places.chart[0], AXIS.label),
    to: cellAddress(places.chart[1], AXIS.firstYear + 4),
    altText:
      "Columns of the chosen line by forecast year: the first estimate, the latest kept and the model now. The table above has the same figures.",
  };
}
