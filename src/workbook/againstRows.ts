import { expected, type Expected } from "../analysis";
import type { LineItem, Model, ModelSpec } from "../model";
import { absolute, cellAddress, columnLetters, onSheet } from "./address";
import { AXIS, axisOf, type Axis } from "./axis";
import { formula, rowOf, text } from "./cells";
import { FURTHER_PERIOD, type ConsensusTable } from "./consensusInputs";
import {
  AGAINST_COLUMNS as at,
  AGAINST_LINES,
  CONSENSUS_COLUMNS,
  consensusPlaces,
  type ConsensusPlaces,
} from "./consensusPlaces";
import { tableRange } from "./countedCells";
import { periodLabels } from "./estimateRows";
import type { CellPlan, RowPlan } from "./plan";
import { statementRow } from "./statementSheetPlans";
import { statementOf } from "./statements";
import { numberStyle } from "./styles";
import type { ScenarioValues } from "./workbookValues";

/** Heads of the block. */
const TITLES: Readonly<Record<number, string>> = {
  [at.label]: "Model against estimates",
  2: "",
  [at.line]: "Line",
  [at.period]: "Period",
  [at.unit]: "Unit",
  [at.model]: "Model",
  [at.mean]: "Mean",
  [at.high]: "High",
  [at.low]: "Low",
  [at.number]: "Number",
  [at.difference]: "Difference",
  [at.share]: "Difference, %",
};

/** The model of the scenario shown against the estimates that count, by period and line. */
export function againstRows(model: Model, table: ConsensusTable, values: ScenarioValues): readonly RowPlan[] {
  const places = consensusPlaces(model);
  const periods = [...places.years, null];
  return [
    rowOf(
      Object.fromEntries(
        Object.entries(TITLES).map(([column, title]) => [
          column,
          text(title, Number(column) >= at.model ? "headingRight" : "heading"),
        ]),
      ),
      20,
    ),
    ...periods.flatMap((year, place) => [
      rowOf(
        Object.fromEntries(
          Object.keys(TITLES).map((column) => [
            column,
            text(Number(column) > 1 ? "" : (year ?? "The period chosen above"), "section"),
          ]),
        ),
      ),
      ...AGAINST_LINES.map((line, index) =>
        againstRow(model.spec, places, places.againstRow(place, index), line, year, table, values),
      ),
    ]),
  ];
}

function againstRow(
  spec: ModelSpec,
  places: ConsensusPlaces,
  row: number,
  line: LineItem,
  year: string | null,
  table: ConsensusTable,
  values: ScenarioValues,
): RowPlan {
  const period = year ?? String(table.period);
  const found = expected(spec, table, line, period);
  const own = modelValue(spec, line, period, values);
  const cell = (column: number): string => cellAddress(row, column);
  const axis = axisOf(spec.timeline);
  const inModel = `INDEX(${statementRange(axis, line)},1,MATCH(${cell(at.period)},${periodLabels(axis)},0))`;
  const [model, mean, number] = [cell(at.model), cell(at.mean), cell(at.number)];
  const of = (column: number): string => tableRange(places, column);
  const asked = `(${of(CONSENSUS_COLUMNS.line)}=${cell(at.line)})*(${of(CONSENSUS_COLUMNS.period)}=${cell(at.period)})`;
  const some = (answer: string): string => `IF(${number}=0,"",${answer})`;
  const plain = numberStyle(line.unit, "calculation");
  const both = own !== "" && found !== null;
  return rowOf({
    [at.label]: text(line.label),
    [at.line]: text(line.id, "name"),
    [at.period]: year === null ? formula(absolute(FURTHER_PERIOD), period, "label") : text(period),
    [at.unit]: text(line.unit, "unit"),
    [at.model]: formula(`IF(ISNUMBER(${inModel}),${inModel},"")`, own, numberStyle(line.unit, "crossSheet")),
    [at.mean]: formula(
      some(`SUMPRODUCT(${asked}*${of(CONSENSUS_COLUMNS.weighted)})/${number}`),
      found?.mean ?? "",
      plain,
    ),
    [at.high]: formula(
      some(`SUMPRODUCT(${asked}*${of(CONSENSUS_COLUMNS.highest)})`),
      found?.high ?? "",
      plain,
    ),
    [at.low]: formula(some(`SUMPRODUCT(${asked}*${of(CONSENSUS_COLUMNS.lowest)})`), found?.low ?? "", plain),
    [at.number]: formula(
      `SUMPRODUCT(${asked}*${of(CONSENSUS_COLUMNS.weight)})`,
      found?.number ?? 0,
      numberStyle("number", "calculation"),
    ),
    [at.difference]: formula(
      `IF(${number}=0,"",IF(ISNUMBER(${model}),${model}-${mean},""))`,
      both ? own - found.mean : "",
      plain,
    ),
    ...(line.unit === "%" ? {} : { [at.share]: shareCell(model, mean, own, found) }),
  });
}

function shareCell(model: string, mean: string, own: number | "", found: Expected | null): CellPlan {
  const share = own === "" || found === null || found.mean <= 0 ? "" : own / found.mean - 1;
  return formula(
    `IF(ISNUMBER(${mean}),IF(AND(${mean}>0,ISNUMBER(${model})),${model}/${mean}-1,""),"")`,
    share,
    numberStyle("%", "calculation"),
  );
}

/** The scenario shown; nothing where the period is none of the model's or the line has no figure. */
function modelValue(
  { timeline }: ModelSpec,
  line: LineItem,
  period: string,
  values: ScenarioValues,
): number | "" {
  const index = timeline.columnOf(period.toUpperCase());
  const value = index < 0 ? Number.NaN : values.line(line.id, index);
  return Number.isFinite(value) ? value + 0 : "";
}

function statementRange(axis: Axis, line: LineItem): string {
  const statement = statementOf(line);
  const row = statementRow(statement.name, line);
  const [first, last] = [AXIS.firstYear, axis.lineName - 1].map(columnLetters);
  return onSheet(statement.name, `$${first}$${row}:$${last}$${row}`);
}
