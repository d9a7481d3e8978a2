import { clockValue, type Driver, type LineItem, type Model, type Scenario, type Scenarios } from "../model";
import { cellAddress, absolute, columnLetters, onSheet } from "./address";
import { AXIS, axisOf, HEADER, type Axis } from "./axis";
import { emptyRow, formula, NOT_DISCLOSED, notDisclosed, number, rowOf, text } from "./cells";
import { INPUT_COLUMNS, inputColumnsOf } from "./inputColumns";
import { isEstimated } from "./estimatedCells";
import { gapsOf, isRead } from "./gaps";
import { keptForFacts, keptWhile } from "./keptForFacts";
import type { Layout } from "./layout";
import { lineFormula } from "./lineFormula";
import type { CellPlan, RowPlan, SheetPlan } from "./plan";
import { axisSheet } from "./sheetFrame";
import { NAME_ROWS } from "./scenarioNameCells";
import { scenarioSheet, SHEETS, TAB_COLOURS } from "./sheetNames";
import { ESTIMATE, linkedInputStyle, numberStyle } from "./styles";
import { timelineRow } from "./timelineRow";
import type { ScenarioValues } from "./workbookValues";

/** What stays of a line's cells on every scenario sheet and for any assumptions: the calendar or the line's one formula, with its look; nothing where nothing can be known. */
export function lineCells(model: Model, layout: Layout, line: LineItem): readonly (CellPlan | null)[] {
  const axis = axisOf(model.spec.timeline);
  return keptForFacts(model.data, `cells of ${line.id}`, () =>
    axis.fromLeft.map((index) => lineCell(model, layout, line, index)),
  );
}

function lineCell(model: Model, layout: Layout, line: LineItem, index: number): CellPlan | null {
  const { spec } = model;
  const axis = axisOf(model.spec.timeline);
  if (line.clock !== undefined) {
    const value = clockValue(line, index, model.spec.timeline, model.data);
    if (Number.isNaN(value)) return null;
    const cell = `${axis.letters(index)}${timelineRow(spec, line.id)}`;
    return formula(onSheet(SHEETS.timeline, cell), value, numberStyle(line.unit, "crossSheet"));
  }
  const text = lineFormula(model, layout, gapsOf(model), line, index);
  if (text === null) return isRead(model, line, index) ? notDisclosed : null;
  const calculated = text.includes("!") ? "crossSheet" : "calculation";
  const origin = isEstimated(model, line, index) ? ESTIMATE : calculated;
  return formula(text, 0, numberStyle(line.unit, origin, line.emphasis ?? "plain"));
}

/** A formula's cell with the value that it has now, or with the words where it has none. */
export function withValue(cell: CellPlan, value: number): CellPlan {
  if (cell.formula === undefined) return cell;
  return Number.isNaN(value)
    ? { value: NOT_DISCLOSED, formula: cell.formula, style: "notDisclosed" }
    : { value, formula: cell.formula, style: cell.style };
}

const BLANK_TITLE: CellPlan = { value: null, style: "section" };

/** The worksheet of one scenario: its assumptions, then every line of the model, in the same addresses on each scenario sheet. */
export function scenarioSheetPlan(
  model: Model,
  layout: Layout,
  scenario: Scenario,
  values: ScenarioValues,
): SheetPlan {
  const axis = axisOf(model.spec.timeline);
  const { driverGroups, scenarios, sections } = model.spec;
  const numberCell = numberCellOf(layout);
  const body: RowPlan[] = [
    rowOf({
      1: text("Scenario number", "label"),
      3: number(scenario.number, numberStyle("choice", "input")),
    }),
    emptyRow,
    ...driverGroups.flatMap((group): RowPlan[] => [
      // Blank, not an empty text: checks calculate over the column.
      rowOf({ 1: text(group.title, "section"), 2: BLANK_TITLE, 3: BLANK_TITLE }),
      ...group.drivers.map((driver) => driverRow(model, layout, driver, scenario, values)),
    ]),
    emptyRow,
    ...sections.flatMap((section): RowPlan[] => [
      sectionRow(axis, section.title),
      ...section.lines.map((line) => lineRow(model, layout, line, scenario, values)),
    ]),
  ];
  const name = formula(
    `INDEX(${inputsOf(scenarios, NAME_ROWS.inUse)},1,${numberCell})`,
    values.name,
    "scenarioName",
  );
  return axisSheet(
    model,
    layout,
    scenarioSheet(scenarios, scenario.number),
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
          rule: { kind: "whole", min: 1, max: scenarios.length },
          promptTitle: "Scenario number",
          prompt: "Column of the Inputs sheet that this sheet calculates. Leave it as it is.",
          errorTitle: "No such scenario",
          error: `A whole number from 1 to ${scenarios.length}.`,
        },
      ],
    },
  );
}

function numberCellOf(layout: Layout): string {
  return absolute(cellAddress(layout.scenario.numberRow, AXIS.value));
}

/** A row of the Inputs sheet over all scenarios. */
function inputsOf(scenarios: Scenarios, row: number): string {
  return onSheet(
    SHEETS.inputs,
    `$${columnLetters(INPUT_COLUMNS.firstScenario)}${row}:$${columnLetters(inputColumnsOf(scenarios).lastScenario)}${row}`,
  );
}

function lineRow(
  model: Model,
  layout: Layout,
  line: LineItem,
  scenario: Scenario,
  values: ScenarioValues,
): RowPlan {
  const axis = axisOf(model.spec.timeline);
  const now = values.row(line.id);
  return keptWhile(model.data, `${line.id} of ${scenario.id}`, now, () => {
    const cells = Array<CellPlan | null>(axis.lineName).fill(null);
    cells[0] = text(line.label, labelStyle(line));
    cells[1] = text(line.unit, "unit");
    cells[axis.lineName - 1] = text(line.id, "name");
    lineCells(model, layout, line).forEach((cell, place) => {
      const index = axis.fromLeft[place]!;
      if (cell !== null) cells[axis.column(index) - 1] = withValue(cell, now[index]!);
    });
    return { cells };
  });
}

function driverRow(
  model: Model,
  layout: Layout,
  driver: Driver,
  scenario: Scenario,
  values: ScenarioValues,
): RowPlan {
  const axis = axisOf(model.spec.timeline);
  const value = values.driver(driver.id);
  return keptWhile(model.data, `${driver.id} of ${scenario.id}`, [value], () =>
    rowOf({
      1: text(driver.label),
      2: text(driver.unit, "unit"),
      3: formula(
        `INDEX(${inputsOf(layout.scenarios, layout.inputs.driver.get(driver.id)!)},1,${numberCellOf(layout)})`,
        value,
        linkedInputStyle(driver.unit),
      ),
      [axis.lineName]: text(driver.id, "name"),
    }),
  );
}

const SECTION_ROWS = new WeakMap<Axis, Map<string, RowPlan>>();

/** Title row of a block over the whole width. */
export function sectionRow(axis: Axis, title: string): RowPlan {
  const made = SECTION_ROWS.get(axis) ?? new Map<string, RowPlan>();
  SECTION_ROWS.set(axis, made);
  const before = made.get(title);
  if (before !== undefined) return before;
  const cells: Record<number, CellPlan> = { 1: text(title, "section") };
  for (let column = 2; column < axis.lineName; column++) cells[column] = text("", "section");
  const row = rowOf(cells);
  made.set(title, row);
  return row;
}

/** Style of a line's label. */
export function labelStyle(line: LineItem): string {
  if (line.emphasis === "total") return "labelTotal";
  return line.emphasis === "subtotal" ? "labelSubtotal" : "label";
}
