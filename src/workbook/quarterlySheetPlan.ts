import { driverMeaning } from "../companies/kingsoftCloud";
import {
  familyLabel,
  familyOf,
  quarterKey,
  type LineItem,
  type Model,
  type Scenario,
  type Timeline,
} from "../model";
import { columnLetters, onSheet } from "./address";
import { AXIS, axisOf, HEADER } from "./axis";
import { formula, number, rowOf, text } from "./cells";
import { INPUT_COLUMNS } from "./inputColumns";
import type { InputValues } from "./inputsSheetPlan";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan, SheetPlan, ValidationPlan } from "./plan";
import { sectionRow } from "./scenarioSheetPlan";
import { nameCell, selectedScenario } from "./scenarioNameCells";
import { axisSheet } from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { linkedInputStyle, numberStyle } from "./styles";
import type { WorkbookValues } from "./workbookValues";

/** Inputs for single quarters of the assumptions that move in time, a row for each scenario; empty unless typed, with the years' values beside them. */
export function quarterlySheetPlan(
  model: Model,
  layout: Layout,
  own: InputValues,
  values: WorkbookValues,
  scenarioName: string,
): SheetPlan {
  const { scenarios } = model.spec;
  const axis = axisOf(model.spec.timeline);
  return axisSheet(
    model,
    layout,
    SHEETS.quarterly,
    TAB_COLOURS.input,
    {
      title: "Quarterly inputs",
      scenarioName: selectedScenario(scenarios, scenarioName),
      conventions:
        "A value typed for a quarter stands before the year's in its scenario, delete it and the year's is back. Where a year's value is Base's, Base's quarters count too. Caps are a year's and have no quarters.",
    },
    model.spec.quarterlyLines.flatMap((line): RowPlan[] => [
      sectionRow(axis, titleOf(line)),
      ...model.spec.scenarios.map((scenario) => scenarioRow(model, layout, line, scenario, own, values)),
    ]),
    {
      valueWidth: 18,
      labelWidth: 80,
      footer: "Quarterly inputs",
      validations: model.spec.quarterlyLines.map((line) => validation(model, layout, line)),
    },
  );
}

function titleOf({ quarterly }: LineItem): string {
  return `${familyLabel(quarterly!.of[0]!.label)}: ${quarterly!.says}`;
}

function scenarioRow(
  model: Model,
  layout: Layout,
  line: LineItem,
  { number: scenario }: Scenario,
  own: InputValues,
  values: WorkbookValues,
): RowPlan {
  const axis = axisOf(model.spec.timeline);
  const first = line.quarterly!.of[0]!;
  const percent = first.unit === "%";
  const { timeline } = model.spec;
  const cells = timeline.quarters.flatMap((_, column): [number, CellPlan][] => {
    const key = quarterKey(line, column, timeline);
    if (column <= model.data.opening || !layout.inputs.quarters.row.has(key)) return [];
    const value = own.own(key, scenario);
    const style = percent ? "percentInput" : numberStyle(first.unit, "input");
    return [[axis.column(column), value === null ? { value: null, style } : number(value, style)]];
  });
  return rowOf({
    1: text(familyLabel(first.label)),
    2: text(first.unit, "unit"),
    [AXIS.value]: nameCell(scenario, values(scenario).name, "scenarioName"),
    ...yearCells(timeline, layout, line, scenario, values),
    ...Object.fromEntries(cells),
    [axis.lineName]: text(familyOf(line), "name"),
  });
}

/** The values of the years, as links to the Inputs sheet. */
function yearCells(
  timeline: Timeline,
  layout: Layout,
  line: LineItem,
  scenario: number,
  values: WorkbookValues,
): Record<number, CellPlan> {
  const { axis } = layout;
  const { of } = line.quarterly!;
  const rows = of.map(({ id }) => layout.inputs.driver.get(id)!);
  const letters = columnLetters(INPUT_COLUMNS.firstScenario + scenario - 1);
  const range = onSheet(SHEETS.inputs, `$${letters}$${Math.min(...rows)}:$${letters}$${Math.max(...rows)}`);
  const columnOf = (year: number): number => axis.column(timeline.columnOf(`FY${year}`));
  const from = columnLetters(columnOf(timeline.firstAssumedYear));
  return Object.fromEntries(
    timeline.assumedYears.map((year, place): [number, CellPlan] => {
      const driver = of[of.length === 1 ? 0 : place]!;
      const at =
        of.length === 1
          ? "1"
          : `COLUMNS($${from}$${HEADER.period}:${columnLetters(columnOf(year))}$${HEADER.period})`;
      return [
        columnOf(year),
        formula(`INDEX(${range},${at},1)`, values(scenario).driver(driver.id), linkedInputStyle(driver.unit)),
      ];
    }),
  );
}

function validation(model: Model, layout: Layout, line: LineItem): ValidationPlan {
  const axis = axisOf(model.spec.timeline);
  const row = layout.quarterly.row.get(familyOf(line))!;
  const driver = line.quarterly!.of[0]!;
  const { min, max } = model.rows.find((each) => each.driver.id === driver.id)!;
  const shown = driver.unit === "%" ? `${Number(min) * 100}% to ${Number(max) * 100}%` : `${min} to ${max}`;
  const [from, to] = [model.data.opening + 1, model.spec.timeline.quarters.length - 1].map(axis.letters);
  return {
    range: `${from}${row}:${to}${row + model.spec.scenarios.length - 1}`,
    rule: { kind: "decimal", min: Number(min), max: Number(max) },
    promptTitle: familyOf(line).slice(0, 32),
    prompt:
      `${titleOf(line)}. ${driverMeaning(driver)} Allowed: ${shown}. Leave it empty for the year's value.`.slice(
        0,
        255,
      ),
    errorTitle: "Not allowed",
    error: `${familyLabel(driver.label)}: allowed is ${shown}, or nothing.`.slice(0, 225),
  };
}
