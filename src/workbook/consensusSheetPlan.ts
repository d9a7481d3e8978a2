import { estimateState } from "../analysis";
import type { Model, ModelSpec } from "../model";
import { againstRows } from "./againstRows";
import { columnLetters } from "./address";
import { emptyRow, formula, rowOf, text } from "./cells";
import {
  consensusTable,
  FURTHER_PERIOD,
  SINCE,
  type ConsensusInputs,
  type ConsensusTable,
} from "./consensusInputs";
import {
  CHOICE_COLUMN,
  CONSENSUS_COLUMNS as at,
  consensusPlaces,
  ESTIMATE_STATES,
  type ConsensusPlaces,
} from "./consensusPlaces";
import { consensusValidations } from "./consensusValidations";
import { stateRow, tableRange } from "./countedCells";
import { estimateRows, STATE_WORDS, TABLE_TITLES } from "./estimateRows";
import { guidancePlaces } from "./guidancePlaces";
import { guidanceRows } from "./guidanceRows";
import type { Layout } from "./layout";
import type { RowPlan, SheetPlan } from "./plan";
import { selectedScenario } from "./scenarioNameCells";
import { flagFormat, masterFlag, printPlan } from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { COLOURS, numberStyle } from "./styles";
import type { WorkbookValues } from "./workbookValues";

/** Columns whose heads stand over numbers. */
const RIGHT: readonly number[] = [at.mean, at.high, at.low, at.number, at.date];

/** Estimates of brokers and of one's own, and the model of the scenario shown against them. */
export function consensusSheetPlan(
  model: Model,
  layout: Layout,
  values: WorkbookValues,
  shown: { readonly number: number; readonly name: string },
  typed: ConsensusInputs = new Map(),
): SheetPlan {
  const { scenarios } = model.spec;
  const places = consensusPlaces(model);
  const table = consensusTable(model, typed);
  const estimates = estimateRows(model, layout, table);
  const rows: readonly RowPlan[] = [
    rowOf({ 1: text("Consensus: the model against brokers' estimates", "title") }, 24),
    rowOf({
      1: text("Scenario shown", "subtitle"),
      2: selectedScenario(scenarios, shown.name),
      4: text("Checks", "subtitle"),
      5: masterFlag(),
    }),
    rowOf({
      1: text(
        "Type or paste estimates into the yellow rows below, one a row, in the unit of the line: RMB million, a share as 15% or 0.15. A mean of several counts as often as its number says.",
        "subtitle",
      ),
    }),
    emptyRow,
    emptyRow,
    rowOf({
      1: text("Estimates count when newer than"),
      [CHOICE_COLUMN]: {
        value: table.since === "" ? null : table.since,
        style: numberStyle("date", "input"),
      },
    }),
    rowOf({
      1: text("Further period to compare"),
      [CHOICE_COLUMN]: { value: table.period === "" ? null : table.period, style: "choiceInput" },
    }),
    emptyRow,
    ...againstRows(model, table, values(shown.number)),
    emptyRow,
    ...legend(model.spec, places, table),
    emptyRow,
    heads(TABLE_TITLES),
    titleRow("Estimates of the facts"),
    ...estimates.slice(0, places.shipped.length),
    titleRow("Estimates of your own"),
    ...estimates.slice(places.shipped.length),
    emptyRow,
    ...guidanceRows(model, layout, values, shown.number, typed),
  ];
  const first = places.firstShipped;
  const state = columnLetters(at.state);
  const stateIs = (...places_: readonly number[]): string =>
    places_.map((place) => `$${state}${first}=$A$${stateRow(places, place)}`).join(",");
  const whole = `A${first}:${columnLetters(at.source)}${places.lastRow}`;
  return {
    name: SHEETS.consensus,
    tabColour: TAB_COLOURS.input,
    columns: [
      44, 22, 24, 11, 11, 12, 12, 12, 11, 13, 12, 16, 13, 60, 8, 8, 9, 9, 12, 12, 9, 12, 12, 9, 12, 12, 12,
    ].map((width) => ({ width })),
    rows,
    freeze: { rows: 2, columns: 1 },
    gridlines: false,
    zoom: 85,
    validations: consensusValidations(model, layout),
    conditionalFormats: [
      flagFormat("E2"),
      { range: whole, formula: `OR(${stateIs(1, 2)})`, colour: COLOURS.grey, fill: COLOURS.paleGrey },
      { range: whole, formula: `OR(${stateIs(3, 4, 5)})`, colour: COLOURS.bad, fill: COLOURS.badFill },
    ],
    notes: [
      {
        cell: SINCE,
        text: "An estimate counts when its date is later than this day. Empty: all count.",
      },
      {
        cell: FURTHER_PERIOD,
        text: "A quarter or year of the model, such as 2026Q3, that is compared below the years.",
      },
    ],
    links: [],
    charts: [],
    print: printPlan(at.source, guidancePlaces(model).last, "Scenario as named in the header", 2, false),
  };
}

/** What the words of the states mean, and how many rows are read so. */
function legend(spec: ModelSpec, places: ConsensusPlaces, table: ConsensusTable): readonly RowPlan[] {
  const states = table.rows.map((row) => estimateState(spec, row, table.since));
  return [
    rowOf(
      {
        1: text("How rows are read", "heading"),
        2: text("Rows", "headingRight"),
        3: text("What it means", "heading"),
        4: text("Shares in", "headingRight"),
        [at.unit]: text("%", "heading"),
        ...Object.fromEntries(
          Array.from({ length: 7 }, (_, index) => [at.unit + 1 + index, text("", "heading")]),
        ),
      },
      20,
    ),
    ...ESTIMATE_STATES.map((state, place) =>
      rowOf({
        1: text(STATE_WORDS[state][0]),
        2: formula(
          `SUMPRODUCT((${tableRange(places, at.state)}=A${stateRow(places, place)})+0)`,
          states.filter((each) => each === state).length,
          numberStyle("number", "calculation"),
        ),
        3: text(STATE_WORDS[state][1], "unit"),
      }),
    ),
  ];
}

function heads(titles: Readonly<Record<number, string>>): RowPlan {
  return rowOf(
    Object.fromEntries(
      Object.entries(titles).map(([column, title]) => [
        column,
        text(
          title,
          RIGHT.includes(Number(column)) || Number(column) >= at.lineKnown ? "headingRight" : "heading",
        ),
      ]),
    ),
    30,
  );
}

function titleRow(title: string): RowPlan {
  // What is reckoned with stays empty here: an empty text is no number to multiply with.
  const { cells } = rowOf({ [at.source]: text("", "section") });
  return { cells: cells.map((_, index) => text(index === 0 ? title : "", "section")) };
}
