import type { LineItem, Model } from "../model";
import { columnLetters, onSheet } from "./address";
import { axisOf } from "./axis";
import { formula, NOT_DISCLOSED } from "./cells";
import type { CellPlan, SheetPlan } from "./plan";
import { statementRow } from "./statementSheetPlans";
import { numberStyle } from "./styles";
import type { ScenarioValues } from "./workbookValues";

/** Statement sheets by name. */
export interface StatementSheets {
  get(name: string): SheetPlan;
}

/** A cell that brings a line's figure of a period from its statement; null where the statement has none. */
export function statementCell(
  { spec }: Model,
  line: LineItem,
  sheet: string,
  index: number,
  values: ScenarioValues,
  statements: StatementSheets,
): CellPlan | null {
  const row = statementRow(sheet, line);
  const column = axisOf(spec.timeline).column(index);
  const cell = statements.get(sheet).rows[row - 1]!.cells[column - 1];
  if (cell == null) return null;
  const reference = onSheet(sheet, `${columnLetters(column)}${row}`);
  return cell.value === NOT_DISCLOSED
    ? formula(reference, NOT_DISCLOSED, "notDisclosed")
    : formula(reference, values.line(line.id, index), numberStyle(line.unit, "crossSheet"));
}
