import { contradictions } from "../analysis";
import { FIGURE_TIES, FIGURE_TOLERANCE } from "../companies/kingsoftCloud";
import type { Model } from "../model";
import { cellAddress, columnLetters, onSheet } from "./address";
import { AXIS, axisOf } from "./axis";
import { formula, number, rowOf, text } from "./cells";
import { CROSS_FLAG_STYLE, FIRST, flagOf } from "./checkCells";
import { checkDigitsCell } from "./checkDigitsCell";
import type { Layout } from "./layout";
import type { RowPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { numberStyle, typedStyle } from "./styles";
import type { TieFormulas } from "./tieFormulas";

/** Decimals shown of what rounding allows. */
const TOLERANCE_DECIMALS = 4;

/** One flag a tie among known figures: a contradiction names itself, and its difference stands on the Actuals sheet. */
export function contradictionRows(model: Model, layout: Layout): readonly RowPlan[] {
  const axis = axisOf(model.spec.timeline);
  const [from, to] = [model.data.opening + 1, model.spec.timeline.quarters.length - 1].map(axis.letters);
  const found = contradictions(model.data, FIGURE_TIES, FIGURE_TOLERANCE);
  return [
    rowOf(
      {
        1: text("Known figures agree, quarters after the opening", "heading"),
        2: text("Differences stand on the Actuals sheet", "heading"),
        [FIRST]: text("Fails", "headingRight"),
      },
      20,
    ),
    ...FIGURE_TIES.map((tie, place): RowPlan => {
      const row = layout.history.ties[place]!;
      const range = onSheet(SHEETS.history, `$${from}$${row}:$${to}$${row}`);
      const allowed = onSheet(SHEETS.history, `$${columnLetters(AXIS.value)}$${row}`);
      return rowOf({
        1: text(tie.label),
        2: text("Largest difference against what rounding may leave", "unit"),
        [FIRST]: formula(
          flagOf(`MAX(MAX(${range}),-MIN(${range}))<=${allowed}`),
          found.some((each) => each.tie === tie) ? 1 : 0,
          CROSS_FLAG_STYLE,
        ),
      });
    }),
  ];
}

/** Head of the ties of history. */
export function tieHeading(): RowPlan {
  const titles = [
    "History ties within its rounding",
    "Period",
    "Parts",
    "Reported",
    "Difference",
    "Rounding allows",
    "Fails",
  ];
  return rowOf(
    Object.fromEntries(
      titles.map((title, index) => [index + 1, text(title, index > 1 ? "headingRight" : "heading")]),
    ),
    20,
  );
}

/** One tie of history: parts, whole, difference, what rounding allows, flag. */
export function tieRow(layout: Layout, tie: TieFormulas, row: number): RowPlan {
  const money = numberStyle("RMB m", "crossSheet");
  const difference = cellAddress(row, FIRST + 2);
  return rowOf({
    1: text(tie.label),
    2: text(tie.period, "unit"),
    [FIRST]: formula(tie.partsFormula, tie.parts, money),
    [FIRST + 1]: formula(tie.wholeFormula, tie.whole, money),
    [FIRST + 2]: formula(
      `${cellAddress(row, FIRST)}-${cellAddress(row, FIRST + 1)}`,
      tie.parts - tie.whole,
      "tieDifference",
    ),
    [FIRST + 3]: number(tie.tolerance, typedStyle(tie.tolerance, TOLERANCE_DECIMALS)),
    [FIRST + 4]: formula(
      flagOf(`ROUND(ABS(${difference})-${cellAddress(row, FIRST + 3)},${checkDigitsCell(layout)})<=0`),
      Math.abs(tie.parts - tie.whole) <= tie.tolerance ? 0 : 1,
      CROSS_FLAG_STYLE,
    ),
  });
}
