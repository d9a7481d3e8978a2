import { clock } from "../companies/kingsoftCloud";
import { clockValue, type Model } from "../model";
import { AXIS, axisOf } from "./axis";
import { number, rowOf, text } from "./cells";
import { KNOWLEDGE_WORDS } from "./knowledgeRows";
import type { Layout } from "./layout";
import type { RowPlan, SheetPlan } from "./plan";
import { sectionRow } from "./scenarioSheetPlan";
import { selectedScenario } from "./scenarioNameCells";
import { axisSheet } from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { numberStyle } from "./styles";

const STATE_MEANINGS = [
  "0: nothing is known",
  "1: some figures are known",
  "2: results are known",
  "3: results and balance sheet are known",
] as const;

/** The calendar: periods, their ends, actual or forecast, and the numbers that formulas compare. The only place where they are typed. */
export function timelineSheetPlan(model: Model, layout: Layout, scenarioName: string): SheetPlan {
  const { scenarios, timeline } = model.spec;
  const axis = axisOf(timeline);
  const body = Object.values(clock).map((line): RowPlan =>
    rowOf({
      1: text(line.label),
      2: text(line.unit, "unit"),
      ...Object.fromEntries(
        axis.fromLeft
          .filter((index) => index < timeline.quarters.length)
          .map((index) => [
            axis.column(index),
            number(clockValue(line, index, timeline, model.data), numberStyle(line.unit, "calculation")),
          ]),
      ),
      [axis.lineName]: text(line.id, "name"),
    }),
  );
  const words = KNOWLEDGE_WORDS.map((word, state): RowPlan =>
    rowOf({ 1: text(STATE_MEANINGS[state]!), 2: text("word", "unit"), [AXIS.firstYear]: text(word) }),
  );
  return axisSheet(
    model,
    layout,
    SHEETS.timeline,
    TAB_COLOURS.control,
    {
      title: "Timeline",
      scenarioName: selectedScenario(scenarios, scenarioName),
      ownsCalendar: true,
      conventions:
        "States start in the opening quarter (phase 1). What is known of a quarter stands on the Actuals sheet and moves the row of states above by formula.",
    },
    [...body, sectionRow(axis, "Words of the states on the Actuals sheet"), ...words],
    { footer: "Calendar of all sheets" },
  );
}
