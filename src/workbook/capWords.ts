import { kingsoft, xiaomi, type PartyLines } from "../companies/kingsoftCloud";
import type { LineItem, Model } from "../model";
import { onSheet } from "./address";
import { AXIS, axisOf, type Axis } from "./axis";
import { formula, rowOf, text } from "./cells";
import type { RowPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { statementRow } from "./statementSheetPlans";
import type { ScenarioValues } from "./workbookValues";

const PARTIES: readonly (readonly [string, PartyLines])[] = [
  ["Xiaomi", xiaomi],
  ["Kingsoft", kingsoft],
];

/** Column of the second half of the answer, right of the first. */
const SECOND = AXIS.firstYear + 3;

/**
 * The headline question in words, by formula: for each party and forecast year whether its cap binds and in which
 * quarters, and what demand needs. Follows the flags of each quarter in the scenario shown.
 */
export function capWordRows(model: Model, values: ScenarioValues): readonly RowPlan[] {
  const { periods, quarters, firstQuarterOf } = model.spec.timeline;
  const years = [...periods.keys()].filter(
    (index) => index >= quarters.length && firstQuarterOf(periods[index]!.year) > model.data.opening,
  );
  return PARTIES.flatMap(([name, party]) =>
    years.map((index) =>
      rowOf({
        1: text(`${name} ${periods[index]!.label}`),
        [AXIS.firstYear]: bindsCell(model, party, index, values),
        [SECOND]: needsCell(model, party, index, values),
      }),
    ),
  );
}

function at(axis: Axis, line: LineItem, index: number): string {
  return onSheet(SHEETS.revenue, `${axis.letters(index)}${statementRow(SHEETS.revenue, line)}`);
}

function bindsCell({ spec }: Model, { binds }: PartyLines, index: number, values: ScenarioValues) {
  const { periods, firstQuarterOf } = spec.timeline;
  const axis = axisOf(spec.timeline);
  const first = firstQuarterOf(periods[index]!.year);
  const quarters = [0, 1, 2, 3].map((offset) => first + offset);
  const named = quarters
    .map((column, place) => `REPT(" Q${place + 1}",${at(axis, binds, column)})`)
    .join("&");
  const bound = quarters.flatMap((column, place) =>
    values.line(binds.id, column) === 1 ? [` Q${place + 1}`] : [],
  );
  return formula(
    `IF(${at(axis, binds, index)}=0,"Does not bind","Binds in"&${named})`,
    bound.length === 0 ? "Does not bind" : `Binds in${bound.join("")}`,
    "scenarioName",
  );
}

function needsCell(
  { spec }: Model,
  { binds, utilisation, stopsBinding, lost }: PartyLines,
  index: number,
  values: ScenarioValues,
) {
  const axis = axisOf(spec.timeline);
  const of = (line: LineItem): number => values.line(line.id, index);
  const free = `TEXT(1-${at(axis, utilisation, index)},"0.0%")&" of cap left"`;
  const needs = `"needs "&TEXT(${at(axis, stopsBinding, index)},"+0.0%")&" on the unrevised cap; RMB "&TEXT(${at(axis, lost, index)},"0")&"m stays out"`;
  return formula(
    `IF(${at(axis, binds, index)}=0,${free},${needs})`,
    of(binds) === 0
      ? `${percent(1 - of(utilisation))} of cap left`
      : `needs +${percent(of(stopsBinding))} on the unrevised cap; RMB ${Math.round(of(lost))}m stays out`,
    "scenarioName",
  );
}

function percent(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1)}%`;
}
