import { toA1, type Addressing, type Expression } from "../formula";
import {
  cellRule,
  clockValue,
  DRIVER_GROUPS,
  firstQuarterOf,
  isClock,
  PERIODS,
  QUARTERS,
  SCENARIOS,
  SECTIONS,
  type LineItem,
  type Model,
  type Scenario,
} from "../model";
import { cellAddress, absolute, columnLetters, onSheet } from "./address";
import { AXIS, periodColumn, periodLetters, PERIODS_LEFT_TO_RIGHT } from "./axis";
import { emptyRow, formula, notDisclosed, number, rowOf, text } from "./cells";
import { INPUT_COLUMNS } from "./inputsSheetPlan";
import { keptForFacts } from "./keptForFacts";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan, SheetPlan } from "./plan";
import { axisSheet } from "./sheetFrame";
import { scenarioSheet, SHEETS, TAB_COLOURS } from "./sheetNames";
import { linkedInputStyle, numberStyle } from "./styles";
import type { ScenarioValues } from "./workbookValues";

/** Where a scenario sheet's formulas find their quantities, for a formula in one period's column. */
export function scenarioAddressing(layout: Layout, lastActual: number, index: number): Addressing {
  const row = (id: string): number => layout.scenario.line.get(id)!;
  const driverRow = (id: string): number => layout.scenario.driver.get(id)!;
  const value = columnLetters(AXIS.value);
  const quarters = (id: string, from: number): string =>
    `$${periodLetters(from)}${row(id)}:$${periodLetters(QUARTERS.length - 1)}${row(id)}`;
  const ofYear = (): number => firstQuarterOf(PERIODS[index]!.year);
  return {
    series: ({ id }, shift) => `${periodLetters(index + shift)}${row(id)}`,
    scalar: ({ id }) => `$${value}$${driverRow(id)}`,
    scalars: (scalars) =>
      `$${value}$${driverRow(scalars[0]!.id)}:$${value}$${driverRow(scalars[scalars.length - 1]!.id)}`,
    allQuarters: ({ id }) => quarters(id, 0),
    forecastQuarters: ({ id }) => quarters(id, lastActual + 1),
    quartersOfYear: ({ id }) =>
      `${periodLetters(ofYear())}${row(id)}:${periodLetters(ofYear() + 3)}${row(id)}`,
    lastQuarterOfYear: ({ id }) => `${periodLetters(ofYear() + 3)}${row(id)}`,
  };
}

/** One cell of a line on a scenario sheet: calendar, history, formula, the mark of what is not disclosed, or nothing. */
function lineCell(
  model: Model,
  layout: Layout,
  line: LineItem,
  index: number,
  values: ScenarioValues,
): CellPlan | null {
  const column = columnLetters(periodColumn(index));
  const value = values.line(line.id, index);
  if (isClock(line.id)) {
    if (Number.isNaN(clockValue(line.id, index))) return null;
    return formula(
      onSheet(SHEETS.timeline, `${column}${timelineRow(line.id)}`),
      value,
      numberStyle(line.unit, "crossSheet"),
    );
  }
  const { prefer, expression } = cellRule(line, index, model.data.lastActual);
  if (Number.isNaN(value)) return couldBeKnown(line, index) ? notDisclosed : null;
  const emphasis = line.emphasis ?? "plain";
  const known = model.data.known(line.id, index) !== undefined;
  if (known && (prefer === "fact" || !addsUp(line, index, values))) {
    return formula(
      onSheet(SHEETS.history, `${column}${layout.history.line.get(line.id)!}`),
      value,
      numberStyle(line.unit, "crossSheet", emphasis),
    );
  }
  return formula(
    formulaText(model, layout, line, index, expression!),
    value,
    numberStyle(line.unit, "calculation", emphasis),
  );
}

/** A formula is the same on every scenario sheet and for any assumptions. */
function formulaText(
  { data }: Model,
  layout: Layout,
  line: LineItem,
  index: number,
  expression: Expression,
): string {
  const texts = keptForFacts(data, "formulas of the scenario sheets", () => new Map<LineItem, string[]>());
  const ofLine = texts.get(line) ?? [];
  texts.set(line, ofLine);
  return (ofLine[index] ??= toA1(expression, scenarioAddressing(layout, data.lastActual, index)));
}

/** Whether a line has history at all, so that an empty period means that nothing was disclosed. */
function couldBeKnown(line: LineItem, index: number): boolean {
  if (index >= QUARTERS.length && line.annual === "none") return false;
  return line.fact !== undefined || line.history !== undefined;
}

/** Whether a year's quarters are all there to be added up. */
function addsUp(line: LineItem, index: number, values: ScenarioValues): boolean {
  const first = firstQuarterOf(PERIODS[index]!.year);
  const needed = line.annual === "last" ? [3] : [0, 1, 2, 3];
  return (
    index < QUARTERS.length ||
    (first >= 0 && needed.every((offset) => !Number.isNaN(values.line(line.id, first + offset))))
  );
}

/** Row of a calendar line on the Timeline sheet. */
export function timelineRow(lineId: string): number {
  return 7 + SECTIONS[0]!.lines.findIndex((line) => line.id === lineId);
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
      `$${columnLetters(INPUT_COLUMNS.firstScenario)}${row}:$${columnLetters(INPUT_COLUMNS.firstScenario + SCENARIOS.length - 1)}${row}`,
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
  const name = formula(
    `INDEX(${inputs(layout.inputs.headerRow)},1,${numberCell})`,
    scenario.name,
    "scenarioName",
  );
  return axisSheet(
    model,
    scenarioSheet(scenario.number),
    TAB_COLOURS.scenario,
    {
      title: `Scenario ${scenario.number}: ${scenario.name}`,
      scenarioName: name,
      conventions:
        "The whole model for one scenario. All scenario sheets are alike but for the scenario number in C7.",
    },
    body,
    {
      valueWidth: 12,
      labelWidth: 64,
      footer: `Scenario: ${scenario.name}`,
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
