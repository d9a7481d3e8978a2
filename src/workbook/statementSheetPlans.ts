import { alarms, ecosystem, kingsoft, revolver, xiaomi } from "../companies/kingsoftCloud";
import type { LineItem, Model, Scenarios } from "../model";
import { columnLetters, onSheet } from "./address";
import { AXIS, axisOf, HEADER } from "./axis";
import { formula, NOT_DISCLOSED, rowOf, text } from "./cells";
import { isEstimated } from "./estimatedCells";
import { keptForFacts, keptWhile } from "./keptForFacts";
import type { Layout } from "./layout";
import type { CellPlan, ConditionalFormatPlan, RowPlan, SheetPlan } from "./plan";
import type { Statement } from "./statement";
import { STATEMENTS } from "./statements";
import { labelStyle, lineCells, sectionRow, withValue } from "./scenarioSheetPlan";
import { selectedScenario } from "./scenarioNameCells";
import { axisSheet } from "./sheetFrame";
import { scenarioSheet, SHEETS, TAB_COLOURS } from "./sheetNames";
import { COLOURS, ESTIMATE, numberStyle } from "./styles";
import { summaryCells } from "./summaryCells";
import type { ScenarioValues } from "./workbookValues";

/** Row of a line's first appearance on a statement sheet. Throws when the sheet does not present it. */
export function statementRow(name: string, line: LineItem): number {
  const statement = STATEMENTS.find((each) => each.name === name)!;
  let row = HEADER.rows;
  for (const block of statement.blocks) {
    row += 1;
    for (const each of block.lines) {
      row += 1;
      if (each === line) return row;
    }
  }
  throw new Error(`The sheet "${name}" does not present the line "${line.id}".`);
}

/** Text of the formula that takes a cell of the selected scenario's sheet. */
export function chosenCell(scenarios: Scenarios, cell: string): string {
  const number = onSheet(SHEETS.summary, summaryCells.number);
  return `CHOOSE(${number},${scenarios.map((scenario) => onSheet(scenarioSheet(scenarios, scenario.number), cell)).join(",")})`;
}

/** One statement sheet: every cell takes the selected scenario's value. */
export function statementSheetPlan(
  model: Model,
  layout: Layout,
  statement: Statement,
  values: ScenarioValues,
  scenarioName: string,
): SheetPlan {
  const { scenarios } = model.spec;
  const axis = axisOf(model.spec.timeline);
  const body = statement.blocks.flatMap((block): RowPlan[] => [
    sectionRow(axis, block.title),
    ...block.lines.map((line) => statementLine(model, layout, line, values)),
  ]);
  return axisSheet(
    model,
    layout,
    statement.name,
    TAB_COLOURS.statement,
    {
      title: statement.title,
      scenarioName: selectedScenario(scenarios, scenarioName),
      conventions: statement.conventions,
    },
    body,
    {
      footer: "Scenario as named in the header",
      conditionalFormats: alerts(model, statement),
      printsYears: true,
    },
  );
}

function statementLine(model: Model, layout: Layout, line: LineItem, values: ScenarioValues): RowPlan {
  const axis = axisOf(model.spec.timeline);
  const now = values.row(line.id);
  return keptWhile(model.data, `${line.id} of the shown scenario`, now, () => {
    const cells: Record<number, CellPlan> = {
      1: text(line.label, labelStyle(line)),
      2: text(line.unit, "unit"),
      [axis.lineName]: text(line.id, "name"),
    };
    statementCells(model, layout, line).forEach((cell, place) => {
      const index = axis.fromLeft[place]!;
      if (cell !== null) cells[axis.column(index)] = withValue(cell, now[index]!);
    });
    // What makes a total can be folded away; totals and heads stay.
    return line.emphasis === undefined ? { ...rowOf(cells), foldable: true } : rowOf(cells);
  });
}

/** What stays of a line's cells whatever its values are. */
function statementCells(model: Model, layout: Layout, line: LineItem): readonly (CellPlan | null)[] {
  const { scenarios } = model.spec;
  const axis = axisOf(model.spec.timeline);
  return keptForFacts(model.data, `cells of ${line.id} on its statement`, () => {
    const row = layout.scenario.line.get(line.id)!;
    return lineCells(model, layout, line).map((cell, place) => {
      if (cell === null) return null;
      const index = axis.fromLeft[place]!;
      const origin = isEstimated(model, line, index) ? ESTIMATE : "crossSheet";
      const reference = chosenCell(scenarios, `${axis.letters(index)}${row}`);
      return cell.value === NOT_DISCLOSED
        ? formula(reference, NOT_DISCLOSED, "notDisclosed")
        : formula(reference, 0, numberStyle(line.unit, origin, line.emphasis ?? "plain"));
    });
  });
}

/** Orange where a cap binds or demand is lost, red where the plan is not funded. */
function alerts(model: Model, statement: Statement): readonly ConditionalFormatPlan[] {
  const axis = axisOf(model.spec.timeline);
  const first = columnLetters(AXIS.firstYear);
  const last = columnLetters(axis.lineName - 1);
  return [
    xiaomi.lost,
    xiaomi.binds,
    kingsoft.lost,
    kingsoft.binds,
    ecosystem.lost,
    revolver.gap,
    ...Object.values(alarms),
  ].flatMap((line) => {
    if (!statement.blocks.some((block) => block.lines.includes(line))) return [];
    const row = statementRow(statement.name, line);
    const funding = line === revolver.gap || line === alarms.funding;
    return [
      {
        range: `${first}${row}:${last}${row}`,
        formula: `AND(ISNUMBER(${first}${row}),${first}${row}>0)`,
        colour: COLOURS.bad,
        fill: funding ? COLOURS.badFill : COLOURS.changedFill,
      },
    ];
  });
}
