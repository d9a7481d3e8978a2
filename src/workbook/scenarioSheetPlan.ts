import {
  clockValue,
  DRIVER_GROUPS,
  isClock,
  SCENARIOS,
  SECTIONS,
  type LineItem,
  type Model,
  type Scenario,
} from "../model";
import { cellAddress, absolute, columnLetters, onSheet } from "./address";
import { AXIS, HEADER, periodColumn, PERIODS_LEFT_TO_RIGHT } from "./axis";
import { emptyRow, formula, NOT_DISCLOSED, notDisclosed, number, rowOf, text } from "./cells";
import { INPUT_COLUMNS } from "./inputColumns";
import { isEstimated } from "./estimatedCells";
import { gapsOf, isRead } from "./gaps";
import { keptForFacts } from "./keptForFacts";
import type { Layout } from "./layout";
import { lineFormula } from "./lineFormula";
import type { CellPlan, RowPlan, SheetPlan } from "./plan";
import { axisSheet } from "./sheetFrame";
import { NAME_ROWS } from "./scenarioNameCells";
import { scenarioSheet, SHEETS, TAB_COLOURS } from "./sheetNames";
import { ESTIMATE, linkedInputStyle, numberStyle } from "./styles";
import { timelineRow } from "./timelineRow";
import type { ScenarioValues } from "./workbookValues";

/** One cell of a line on a scenario sheet: the calendar, or the line's one formula; nothing where nothing can be known. */
function lineCell(
  model: Model,
  layout: Layout,
  line: LineItem,
  index: number,
  values: ScenarioValues,
): CellPlan | null {
  const value = values.line(line.id, index);
  if (isClock(line.id)) {
    if (Number.isNaN(clockValue(line.id, index, model.data))) return null;
    const cell = `${columnLetters(periodColumn(index))}${timelineRow(line.id)}`;
    return formula(onSheet(SHEETS.timeline, cell), value, numberStyle(line.unit, "crossSheet"));
  }
  const text = formulaText(model, layout, line, index);
  if (text === null) return isRead(model, line, index) ? notDisclosed : null;
  if (Number.isNaN(value)) return formula(text, NOT_DISCLOSED, "notDisclosed");
  const calculated = text.includes("!") ? "crossSheet" : "calculation";
  const origin = isEstimated(model, line, index) ? ESTIMATE : calculated;
  return formula(text, value, numberStyle(line.unit, origin, line.emphasis ?? "plain"));
}

/** A formula is the same on every scenario sheet and for any assumptions. */
function formulaText(model: Model, layout: Layout, line: LineItem, index: number): string | null {
  const texts = keptForFacts(
    model.data,
    "formulas of the scenario sheets",
    () => new Map<LineItem, (string | null)[]>(),
  );
  const ofLine = texts.get(line) ?? [];
  texts.set(line, ofLine);
  if (ofLine[index] === undefined)
    ofLine[index] = lineFormula(layout, gapsOf(model), line, index, model.data.opening);
  return ofLine[index]!;
}

/** The worksheet of one scenario: its assumptions, then every line of the model, in the same addresses on each scenario sheet. */
export function scenarioSheetPlan(
  model: Model,
  layout: Layout,
  scenario: Scenario,
  values: ScenarioValues,
): SheetPlan {
  const numberCell = absolute(cellAddress(layout.scenario.numberRow, AXIS.value));
  const inputs = (row: number): string =>
    onSheet(
      SHEETS.inputs,
      `$${columnLetters(INPUT_COLUMNS.firstScenario)}${row}:$${columnLetters(INPUT_COLUMNS.lastScenario)}${row}`,
    );
  const body: RowPlan[] = [
    rowOf({
      1: text("Scenario number", "label"),
      3: number(scenario.number, numberStyle("choice", "input")),
    }),
    emptyRow,
    ...DRIVER_GROUPS.flatMap((group): RowPlan[] => [
      rowOf({ 1: text(group.title, "section"), 2: text("", "section"), 3: text("", "section") }),
      ...group.drivers.map((driver) =>
        rowOf({
          1: text(driver.label),
          2: text(driver.unit, "unit"),
          3: formula(
            `INDEX(${inputs(layout.inputs.driver.get(driver.id)!)},1,${numberCell})`,
            values.driver(driver.id),
            linkedInputStyle(driver.unit),
          ),
          [AXIS.lineName]: text(driver.id, "name"),
        }),
      ),
    ]),
    emptyRow,
    ...SECTIONS.flatMap((section): RowPlan[] => [
      sectionRow(section.title),
      ...section.lines.map((line) => lineRow(model, layout, line, values)),
    ]),
  ];
  const name = formula(`INDEX(${inputs(NAME_ROWS.inUse)},1,${numberCell})`, values.name, "scenarioName");
  return axisSheet(
    model,
    layout,
    scenarioSheet(scenario.number),
    TAB_COLOURS.scenario,
    {
      title: formula(cellAddress(HEADER.scenario, AXIS.unit), values.name, "titleName"),
      scenarioName: name,
      conventions:
        "The whole model for one scenario. All scenario sheets are alike but for the scenario number in C7.",
    },
    body,
    {
      valueWidth: 12,
      labelWidth: 72,
      footer: "Scenario as named in the header",
      validations: [
        {
          range: numberCell.replaceAll("$", ""),
          rule: { kind: "whole", min: 1, max: SCENARIOS.length },
          promptTitle: "Scenario number",
          prompt: "Column of the Inputs sheet that this sheet calculates. Leave it as it is.",
          errorTitle: "No such scenario",
          error: `A whole number from 1 to ${SCENARIOS.length}.`,
        },
      ],
    },
  );
}

function lineRow(model: Model, layout: Layout, line: LineItem, values: ScenarioValues): RowPlan {
  const cells: Record<number, CellPlan> = {
    1: text(line.label, labelStyle(line)),
    2: text(line.unit, "unit"),
    [AXIS.lineName]: text(line.id, "name"),
  };
  for (const index of PERIODS_LEFT_TO_RIGHT) {
    const cell = lineCell(model, layout, line, index, values);
    if (cell !== null) cells[periodColumn(index)] = cell;
  }
  return rowOf(cells);
}

/** Title row of a block over the whole width. */
export function sectionRow(title: string): RowPlan {
  const cells: Record<number, CellPlan> = { 1: text(title, "section") };
  for (let column = 2; column < AXIS.lineName; column++) cells[column] = text("", "section");
  return rowOf(cells);
}

/** Style of a line's label. */
export function labelStyle(line: LineItem): string {
  if (line.emphasis === "total") return "labelTotal";
  return line.emphasis === "subtotal" ? "labelSubtotal" : "label";
}
