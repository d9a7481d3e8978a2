import {
  estimateState,
  hasNumbers,
  lineNamed,
  type EstimateCell,
  type EstimateRow,
  type EstimateState,
} from "../analysis";
import type { Model, ModelSpec } from "../model";
import { absolute, cellAddress, columnLetters, onSheet } from "./address";
import { AXIS, HEADER, type Axis } from "./axis";
import { formula, number, rowOf, text } from "./cells";
import { OWN_COLUMNS, SINCE, type ConsensusTable } from "./consensusInputs";
import { CONSENSUS_COLUMNS as at, consensusPlaces, type ConsensusPlaces } from "./consensusPlaces";
import { countedCells, countedEstimates, stateCell } from "./countedCells";
import { factLink } from "./historySheetPlan";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan } from "./plan";
import { scenarioSheet, SHEETS } from "./sheetNames";
import { ESTIMATE, numberStyle } from "./styles";

/** Words of the states of a row, and what each means. */
export const STATE_WORDS = {
  counts: ["counts", "In the mean, high and low above"],
  stale: ["older", "Not newer than the day at the top: grey, not counted"],
  leftOut: ["left out", "Marked with an x: not counted"],
  unknownLine: [
    "no such line",
    "Column C names no line: write it as in the last column of any sheet, e.g. revenue",
  ],
  unknownPeriod: ["no such period", "Column D is no period of the model: write FY2026 or 2026Q3"],
  noNumber: [
    "not a number",
    "Mean or date is no number, high is below or low above the mean, the number below one, or a share above 100%",
  ],
} as const;

/** Heads of the table. */
export const TABLE_TITLES: Readonly<Record<number, string>> = {
  [at.row]: "Fact, or row of your own",
  [at.name]: "Broker or consensus",
  [at.line]: "Line",
  [at.period]: "Period",
  [at.unit]: "Unit",
  [at.mean]: "Mean",
  [at.high]: "High",
  [at.low]: "Low",
  [at.number]: "Number",
  [at.date]: "Date",
  [at.leave]: "Leave out",
  [at.state]: "Read as",
  [at.tier]: "Tier",
  [at.source]: "Source",
  [at.lineKnown]: "Line is known",
  [at.periodKnown]: "Period is known",
  [at.numbersKnown]: "Numbers are",
  [at.weight]: "Number counted",
  [at.weighted]: "Number x mean",
  [at.top]: "High counted",
  [at.higher]: "Higher ones",
  [at.highest]: "Part of the highest",
  [at.bottom]: "Low counted",
  [at.lower]: "Lower ones",
  [at.lowest]: "Part of the lowest",
};

/** Cell that holds the sign of a share, with which units are compared. */
export function shareSign(places: ConsensusPlaces): string {
  return `$${columnLetters(at.unit)}$${places.legendHead}`;
}

/** The rows of the table: the facts' estimates, then rows of one's own. */
export function estimateRows(model: Model, layout: Layout, table: ConsensusTable): readonly RowPlan[] {
  const places = consensusPlaces(model);
  const counted = countedEstimates(model.spec, table);
  const titles = new Map(model.seeds.sources.map(({ id, title }) => [id, title]));
  return table.rows.map((each, index) => {
    const shipped = places.shipped[index];
    const row =
      shipped === undefined ? places.firstOwn + index - places.shipped.length : places.firstShipped + index;
    const cells: Record<number, CellPlan> =
      shipped === undefined
        ? {
            [at.row]: text(`Own estimate ${index - places.shipped.length + 1}`, "name"),
            ...Object.fromEntries(OWN_COLUMNS.map((column) => [column, ownCell(each, column)])),
          }
        : {
            [at.row]: text(shipped.fact.id, "name"),
            [at.name]: text(shipped.broker),
            [at.line]: text(shipped.line.id),
            [at.period]: text(shipped.period),
            [at.mean]: formula(
              factLink(layout, shipped.fact.id),
              shipped.value,
              numberStyle(shipped.line.unit, ESTIMATE),
            ),
            ...Object.fromEntries([at.high, at.low, at.number].map((column) => [column, EMPTY])),
            [at.date]: number(Number(each.date), "typedDate"),
            [at.leave]: { value: each.leave === "" ? null : each.leave, style: "markInput" },
            [at.tier]: text(shipped.fact.tier, "unit"),
            [at.source]: text(titles.get(shipped.fact.source) ?? shipped.fact.source, "name"),
          };
    return rowOf({
      ...cells,
      ...readCells(model.spec, layout, places, each, row, table.since),
      ...countedCells(places, counted, index, row),
    });
  });
}

const EMPTY: CellPlan = { value: null, style: "label" };

const FIELD_OF = new Map<number, keyof EstimateRow>([
  [at.name, "name"],
  [at.line, "line"],
  [at.period, "period"],
  [at.mean, "mean"],
  [at.high, "high"],
  [at.low, "low"],
  [at.number, "number"],
  [at.date, "date"],
  [at.leave, "leave"],
  [at.source, "source"],
]);

function ownCell(each: EstimateRow, column: number): CellPlan {
  const value = each[FIELD_OF.get(column)!];
  const style =
    column === at.date
      ? numberStyle("date", "input")
      : column === at.leave
        ? "markInput"
        : [at.mean, at.high, at.low, at.number].some((place) => place === column)
          ? "plainInput"
          : "textInput";
  return { value: value === "" ? null : value, style };
}

/** Names and units of all lines, as every scenario sheet has them. */
function linesOf(layout: Layout, column: number): string {
  const { scenarios } = layout;
  const rows = [...layout.scenario.line.values()];
  const letters = columnLetters(column);
  return onSheet(
    scenarioSheet(scenarios, 1),
    `$${letters}$${Math.min(...rows)}:$${letters}$${Math.max(...rows)}`,
  );
}

/** Range with the names of all lines. */
export function lineNames(layout: Layout): string {
  const { axis } = layout;
  return linesOf(layout, axis.lineName);
}

/** Range with the labels of all periods. */
export function periodLabels(axis: Axis): string {
  const [first, last] = [AXIS.firstYear, axis.lineName - 1].map(columnLetters);
  return onSheet(SHEETS.timeline, `$${first}$${HEADER.period}:$${last}$${HEADER.period}`);
}

/** How a row is read: its unit, its state, and what of it counts. */
function readCells(
  spec: ModelSpec,
  layout: Layout,
  places: ConsensusPlaces,
  each: EstimateRow,
  row: number,
  since: EstimateCell,
): Record<number, CellPlan> {
  const cell = (column: number): string => cellAddress(row, column);
  const span = (from: number, to: number): string => `${cell(from)}:${cell(to)}`;
  const flag = numberStyle("flag", "crossSheet");
  const line = lineNamed(spec, each.line);
  const [state, numbers] = [estimateState(spec, each, since), hasNumbers(spec, each)];
  const period = spec.timeline.periods.some(
    ({ label }) => label.toLowerCase() === String(each.period).toLowerCase(),
  );
  const word = (name: EstimateState): string => stateCell(places, name);
  const or = (column: number, otherwise: string): string =>
    `IF(${cell(column)}="",${otherwise},${cell(column)})`;
  const [m, date, unit, known] = [cell(at.mean), cell(at.date), cell(at.unit), cell(at.lineKnown)];
  return {
    [at.unit]: formula(
      `IF(${known}=0,"",INDEX(${linesOf(layout, AXIS.unit)},MATCH(${cell(at.line)},${lineNames(layout)},0),1))`,
      line?.unit ?? "",
      "unitCrossSheet",
    ),
    [at.state]: formula(
      `IF(SUMPRODUCT((${span(at.name, at.period)}<>"")+0)+SUMPRODUCT((${span(at.mean, at.date)}<>"")+0)+(${cell(at.source)}<>"")=0,"",IF(${known}=0,${word("unknownLine")},IF(${cell(at.periodKnown)}=0,${word("unknownPeriod")},IF(${cell(at.numbersKnown)}=0,${word("noNumber")},IF(${cell(at.leave)}<>"",${word("leftOut")},IF(${date}>${absolute(SINCE)},${word("counts")},${word("stale")}))))))`,
      state === null ? "" : STATE_WORDS[state][0],
      "label",
    ),
    [at.lineKnown]: formula(
      `IF(${cell(at.line)}="",0,SUMPRODUCT((${lineNames(layout)}=${cell(at.line)})+0))`,
      line === undefined ? 0 : 1,
      flag,
    ),
    [at.periodKnown]: formula(
      `IF(${cell(at.period)}="",0,SUMPRODUCT((${periodLabels(layout.axis)}=${cell(at.period)})+0))`,
      period ? 1 : 0,
      flag,
    ),
    [at.numbersKnown]: formula(
      `IFERROR(IF(AND(COUNT(${m},${date})=1+1,COUNT(${span(at.high, at.number)})=SUMPRODUCT((${span(at.high, at.number)}<>"")+0),${or(at.high, m)}>=${m},${or(at.low, m)}<=${m},${or(at.number, "1")}>=1,OR(${unit}<>${shareSign(places)},ABS(${m})<=1)),1,0),0)`,
      numbers ? 1 : 0,
      numberStyle("flag", "calculation"),
    ),
  };
}
