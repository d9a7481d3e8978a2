import type { LineItem, Model } from "../model";
import { columnLetters, onSheet } from "./address";
import { axisOf } from "./axis";
import { formula, notDisclosed, number, rowOf, text } from "./cells";
import { figureTieRows } from "./figureTieRows";
import { FACT_COLUMNS } from "./factsSheetPlan";
import { knowledgeRows } from "./knowledgeRows";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan, SheetPlan, ValidationPlan } from "./plan";
import { labelStyle, sectionRow } from "./scenarioSheetPlan";
import { selectedScenario } from "./scenarioNameCells";
import { axisSheet } from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { ESTIMATE, numberStyle } from "./styles";

/** Largest figure, in the unit of its line, that may be typed. */
const LARGEST = 1_000_000;

/** What is known: each figure of the facts as a link to its source, and an input for every figure of a quarter to come. */
export function historySheetPlan(model: Model, layout: Layout, scenarioName: string): SheetPlan {
  const { scenarios } = model.spec;
  const axis = axisOf(model.spec.timeline);
  const blocks = model.spec.sections
    .map((section) => ({
      title: section.title,
      lines: section.lines.filter(({ id }) => layout.history.line.has(id)),
    }))
    .filter(({ lines }) => lines.length > 0);
  const lines = blocks.flatMap((block) => block.lines);
  return axisSheet(
    model,
    layout,
    SHEETS.history,
    TAB_COLOURS.source,
    {
      title: "Actuals",
      scenarioName: selectedScenario(scenarios, scenarioName),
      conventions:
        "A figure here stands before every formula, in all scenarios. Links lead to the Facts sheet; type a reported figure into a yellow cell and the model rolls, delete it and it rolls back. n/d means not disclosed.",
    },
    [
      sectionRow(axis, "How much of each quarter is known"),
      ...knowledgeRows(model, layout),
      sectionRow(axis, "Differences between known figures that must agree"),
      ...figureTieRows(model, layout),
      ...blocks.flatMap(({ title, lines: members }): RowPlan[] => [
        sectionRow(axis, title),
        ...members.map((line) => historyRow(model, layout, line)),
      ]),
    ],
    {
      valueWidth: 6,
      footer: "Known figures",
      validations: lines
        .filter(({ typed }) => typed !== undefined)
        .map((line) => validation(model, layout, line)),
    },
  );
}

function historyRow(model: Model, layout: Layout, line: LineItem): RowPlan {
  const axis = axisOf(model.spec.timeline);
  const cells: Record<number, CellPlan> = {
    1: text(line.label, labelStyle(line)),
    2: text(line.unit, "unit"),
    [axis.lineName]: text(line.id, "name"),
  };
  for (const index of axis.fromLeft) {
    const cell = knownCell(model, layout, line, index);
    if (cell !== null) cells[axis.column(index)] = cell;
  }
  return rowOf(cells);
}

function knownCell(model: Model, layout: Layout, line: LineItem, index: number): CellPlan | null {
  const { periods, quarters, isAfter } = model.spec.timeline;
  const figure = model.data.figure(line.id, index);
  const emphasis = line.emphasis ?? "plain";
  const mayBeTyped = line.typed !== undefined && index < quarters.length;
  if (figure === undefined) {
    if (isAfter(index, model.data.opening))
      return mayBeTyped ? { value: null, style: numberStyle(line.unit, "input", emphasis) } : null;
    return periods[index]!.kind === "year" && line.annual === "none" ? null : notDisclosed;
  }
  if (figure.factId === null) return number(Number(figure.value), numberStyle(line.unit, "input", emphasis));
  const reported = model.seeds.fact(figure.factId)?.basis;
  const style = reported === "guidance" || reported === "broker" ? ESTIMATE : "crossSheet";
  return formula(
    factLink(layout, figure.factId),
    Number(figure.value),
    numberStyle(line.unit, style, emphasis),
  );
}

/** The formula, without its equals sign, by which a cell shows a fact. */
export function factLink({ facts }: Layout, factId: string): string {
  return onSheet(SHEETS.facts, `$${columnLetters(FACT_COLUMNS.modelValue)}$${facts.row.get(factId)!}`);
}

/** A typed figure is a number in the line's unit. */
function validation(model: Model, layout: Layout, line: LineItem): ValidationPlan {
  const axis = axisOf(model.spec.timeline);
  const row = layout.history.line.get(line.id)!;
  const [from, to] = [model.data.opening + 1, model.spec.timeline.quarters.length - 1].map(axis.letters);
  return {
    range: `${from}${row}:${to}${row}`,
    rule: { kind: "decimal", min: -LARGEST, max: LARGEST },
    promptTitle: line.label.slice(0, 32),
    prompt: `Reported figure in ${line.unit}. ${line.meaning} Leave it empty until it is known.`.slice(
      0,
      255,
    ),
    errorTitle: "Not a figure",
    error: `${line.label}: a number in ${line.unit}, or nothing.`.slice(0, 225),
  };
}
