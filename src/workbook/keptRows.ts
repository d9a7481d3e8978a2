import { KEPT_LINES, keptPeriods, type EstimateCell, type KeptEstimate } from "../analysis";
import type { Model } from "../model";
import { onSheet } from "./address";
import { AXIS, axisOf, type Axis } from "./axis";
import { formula, rowOf, text } from "./cells";
import { isEstimated } from "./estimatedCells";
import { KEPT_COLUMNS as at, keptPlaces } from "./keptPlaces";
import type { CellPlan, RowPlan } from "./plan";
import { statementRow } from "./statementSheetPlans";
import { statementOf } from "./statements";
import { ESTIMATE, numberStyle } from "./styles";
import type { StatementSheets } from "./statementCell";
import type { ScenarioValues } from "./workbookValues";

/** A cell of a figure or of words, empty where there is none. */
const cellOf = (value: EstimateCell, style: string): CellPlan => ({
  value: value === "" ? null : value,
  style,
});

/** A section across the axis. */
export function band(axis: Axis, cells: Readonly<Record<number, CellPlan>>): RowPlan {
  const blank = Object.fromEntries(
    Array.from({ length: axis.lineName }, (_, column) => [column + 1, text("", "section")]),
  );
  return rowOf({ ...blank, ...cells });
}

/** The model of the scenario shown by line: what is compared with the estimates below it. */
export function nowRows(
  model: Model,
  statements: StatementSheets,
  values: ScenarioValues,
): readonly RowPlan[] {
  const axis = axisOf(model.spec.timeline);
  const { nowBlock } = keptPlaces(model);
  return [
    band(axis, { [at.name]: text("Model now, scenario shown", "section") }),
    ...KEPT_LINES.map((line, place) => {
      const statement = statementOf(line);
      const row = statementRow(statement.name, line);
      const { cells } = statements.get(statement.name).rows[row - 1]!;
      return rowOf({
        [AXIS.label]: text(line.label, "labelIndented"),
        [AXIS.unit]: text(line.unit, "unit"),
        [AXIS.value]: formula(`ROW()-ROW($A$${nowBlock})`, place + 1, "blockNumber"),
        ...Object.fromEntries(
          axis.fromLeft
            .filter((index) => cells[axis.column(index) - 1] != null)
            .map((index) => {
              const value = values.line(line.id, index);
              const cell = onSheet(statement.name, `${axis.letters(index)}$${row}`);
              return [
                axis.column(index),
                formula(
                  `IF(ISNUMBER(${cell}),${cell},"")`,
                  Number.isFinite(value) ? value : "",
                  numberStyle(line.unit, isEstimated(model, line, index) ? ESTIMATE : "crossSheet"),
                ),
              ];
            }),
        ),
        [axis.lineName]: text(line.id, "name"),
      });
    }),
  ];
}

/** An estimate: its head, then a row for each line. What ships is not typed over. */
export function estimateBlock(
  model: Model,
  estimate: KeptEstimate,
  number: number,
  ships: boolean,
): readonly RowPlan[] {
  const axis = axisOf(model.spec.timeline);
  const periods = keptPeriods(model);
  const head = (value: EstimateCell, style: string): CellPlan =>
    ships ? text(String(value), "section") : cellOf(value, style);
  const heads = {
    [at.name]: head(estimate.name, "textInput"),
    [at.scenario]: head(estimate.scenario, "textInput"),
    [at.keptOn]: head(estimate.keptOn, numberStyle("date", "input")),
    [at.knownTo]: head(estimate.knownTo, "choiceInput"),
    [at.fingerprint]: head(estimate.fingerprint, "choiceInput"),
    [keptPlaces(model).numberColumn]: { value: number, style: "blockNumber" },
  };
  return [
    ships ? band(axis, heads) : rowOf(heads),
    ...KEPT_LINES.map((line, place) =>
      rowOf({
        [AXIS.label]: text(line.label, "labelIndented"),
        [AXIS.unit]: text(line.unit, "unit"),
        ...Object.fromEntries(
          periods
            .map((index) => [index, estimate.figure(place, index)] as const)
            .filter(([, value]) => !ships || value !== "")
            .map(([index, value]) => [
              axis.column(index),
              cellOf(value, numberStyle(line.unit, ships ? ESTIMATE : "input")),
            ]),
        ),
        [axis.lineName]: text(line.id, "name"),
      }),
    ),
  ];
}

/** Ranges of the blocks of the estimates: a column of figures, and the column to find an estimate by its number. */
export function blocksRange(model: Pick<Model, "spec" | "seeds">, first: string, last = first): string {
  const places = keptPlaces(model);
  return `$${first}$${places.block(0)}:$${last}$${places.lastRow}`;
}
