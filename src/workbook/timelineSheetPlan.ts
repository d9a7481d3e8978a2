import { clockValue, clock, QUARTERS, type Model } from "../model";
import { AXIS, periodColumn, PERIODS_LEFT_TO_RIGHT } from "./axis";
import { number, rowOf, text } from "./cells";
import type { RowPlan, SheetPlan } from "./plan";
import { axisSheet, selectedScenario } from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { numberStyle } from "./styles";

/** The calendar: periods, their ends, actual or forecast, and the numbers that formulas compare. The only place where they are typed. */
export function timelineSheetPlan(model: Model, scenarioName: string): SheetPlan {
  const body = Object.values(clock).map((line): RowPlan =>
    rowOf({
      1: text(line.label),
      2: text(line.unit, "unit"),
      ...Object.fromEntries(
        PERIODS_LEFT_TO_RIGHT.filter((index) => index < QUARTERS.length).map((index) => [
          periodColumn(index),
          number(clockValue(line.id, index), numberStyle(line.unit, "calculation")),
        ]),
      ),
      [AXIS.lineName]: text(line.id, "name"),
    }),
  );
  return axisSheet(
    model,
    SHEETS.timeline,
    TAB_COLOURS.control,
    {
      title: "Timeline",
      scenarioName: selectedScenario(scenarioName),
      ownsCalendar: true,
      conventions:
        "The border between actual and forecast follows from the facts: add a quarter's facts and rebuild to move it.",
    },
    body,
    { footer: "Calendar of all sheets" },
  );
}
