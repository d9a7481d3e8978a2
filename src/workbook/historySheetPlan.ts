import { isActual, PERIODS, SECTIONS, type LineItem, type Model } from "../model";
import { columnLetters, onSheet } from "./address";
import { AXIS, periodColumn, PERIODS_LEFT_TO_RIGHT } from "./axis";
import { formula, notDisclosed, rowOf, text } from "./cells";
import { FACT_COLUMNS } from "./factsSheetPlan";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan, SheetPlan } from "./plan";
import { labelStyle, sectionRow } from "./scenarioSheetPlan";
import { axisSheet, selectedScenario } from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { numberStyle } from "./styles";

/** History: each actual figure as a link to its row on the Facts sheet; what was not disclosed says so. */
export function historySheetPlan(model: Model, layout: Layout, scenarioName: string): SheetPlan {
  const body = SECTIONS.flatMap((section): RowPlan[] => {
    const lines = section.lines.filter(({ id }) => layout.history.line.has(id));
    return lines.length === 0
      ? []
      : [sectionRow(section.title), ...lines.map((line) => historyRow(model, layout, line))];
  });
  return axisSheet(
    model,
    SHEETS.history,
    TAB_COLOURS.source,
    {
      title: "Actuals",
      scenarioName: selectedScenario(scenarioName),
      conventions:
        "Every figure is a link to the Facts sheet, where its source, locator and quality stand. n/d means not disclosed.",
    },
    body,
    { footer: "Actual figures" },
  );
}

function historyRow(model: Model, layout: Layout, line: LineItem): RowPlan {
  const cells: Record<number, CellPlan> = {
    1: text(line.label, labelStyle(line)),
    2: text(line.unit, "unit"),
    [AXIS.lineName]: text(line.id, "name"),
  };
  for (const index of PERIODS_LEFT_TO_RIGHT) {
    if (
      !isActual(index, model.data.lastActual) ||
      (PERIODS[index]!.kind === "year" && line.annual === "none")
    )
      continue;
    const known = model.data.known(line.id, index);
    cells[periodColumn(index)] =
      known === undefined
        ? notDisclosed
        : formula(
            onSheet(
              SHEETS.facts,
              `$${columnLetters(FACT_COLUMNS.modelValue)}$${layout.facts.row.get(known.factId)!}`,
            ),
            Number(known.value),
            numberStyle(line.unit, "crossSheet", line.emphasis ?? "plain"),
          );
  }
  return rowOf(cells);
}
