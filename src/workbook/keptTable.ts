import { KEPT_LINES, sameWord, type EstimateCell, type KeptEstimate } from "../analysis";
import type { Model } from "../model";
import { columnLetters } from "./address";
import { AXIS, axisOf } from "./axis";
import { formula, rowOf, text } from "./cells";
import { CHOICE_ROW, KEPT_COLUMNS as at, keptPlaces, PLACE_ROW } from "./keptPlaces";
import type { CellPlan, RowPlan } from "./plan";
import { numberStyle } from "./styles";
import type { ScenarioValues } from "./workbookValues";

const NAME = columnLetters(at.name);
const PLACE = `$${columnLetters(AXIS.value)}$${PLACE_ROW}`;

/** Figures of the chosen line by estimate, the model now below them, and how far it is from the latest. */
export function keptTable(
  model: Model,
  estimates: readonly KeptEstimate[],
  shownLine: EstimateCell,
  values: ScenarioValues,
): readonly RowPlan[] {
  const axis = axisOf(model.spec.timeline);
  const places = keptPlaces(model);
  const chosen = placeOf(shownLine);
  const of = (estimate: KeptEstimate, index: number): EstimateCell =>
    chosen < 0 ? "" : estimate.figure(chosen, index);
  const used = estimates.map(({ name }, place) => (name === "" ? 0 : place + 1));
  const newest = Math.max(...used);
  const plain = numberStyle("RMB m", "calculation");
  const across = (cell: (index: number) => CellPlan): Record<number, CellPlan> =>
    Object.fromEntries(axis.fromLeft.map((index) => [axis.column(index), cell(index)]));
  const picked = (index: number, from: number): string =>
    `INDEX(${axis.letters(index)}$${from + 1}:${axis.letters(index)}$${from + KEPT_LINES.length},${PLACE},1)`;
  const number = (value: EstimateCell | undefined): number =>
    typeof value === "number" ? value : Number.NaN;
  const now = (index: number): number =>
    chosen < 0 ? Number.NaN : values.line(KEPT_LINES[chosen]!.id, index);
  const shown = (value: number): number | "" => (Number.isFinite(value) ? value : "");
  const latest = (index: number): number =>
    newest === 0 ? Number.NaN : number(of(estimates[newest - 1]!, index));
  const numbers = columnLetters(places.numberColumn);
  const rows = `$${numbers}$${places.tableHead + 1}:$${numbers}$${places.tableHead + places.count}`;
  const tableColumn = (letters: string): string =>
    `${letters}$${places.tableHead + 1}:${letters}$${places.tableHead + places.count}`;
  const ofLatest = (letters: string): string => `INDEX(${tableColumn(letters)},MAX(${rows}),1)`;
  return [
    ...estimates.map((estimate, place) => {
      const [row, block] = [places.tableHead + 1 + place, places.block(place)];
      const head = (column: number, value: EstimateCell, style: string): CellPlan => {
        const cell = `${columnLetters(column)}$${block}`;
        return formula(`IF(${cell}<>"",${cell},"")`, value as string | number, style);
      };
      return rowOf({
        [at.name]: head(at.name, estimate.name, "label"),
        [at.scenario]: head(at.scenario, estimate.scenario, "label"),
        [at.keptOn]: head(at.keptOn, estimate.keptOn, numberStyle("date", "calculation")),
        ...across((index) =>
          formula(
            `IF(ISNUMBER(${picked(index, block)}),${picked(index, block)},"")`,
            shown(number(of(estimate, index))),
            plain,
          ),
        ),
        [places.numberColumn]: formula(
          `IF($${NAME}${row}="",0,ROW()-ROW($${NAME}$${places.tableHead}))`,
          used[place]!,
          numberStyle("number", "calculation"),
        ),
      });
    }),
    rowOf({
      [at.name]: text("Model now", "labelSubtotal"),
      ...across((index) =>
        formula(
          `IF(ISNUMBER(${picked(index, places.nowBlock)}),${picked(index, places.nowBlock)},"")`,
          shown(now(index)),
          numberStyle("RMB m", "calculation", "subtotal"),
        ),
      ),
    }),
    rowOf({
      [at.name]: formula(ofLatest(`$${NAME}`), String(estimates[newest - 1]?.name ?? ""), "label"),
      [at.scenario]: text("latest kept", "unit"),
      ...across((index) => {
        const letters = axis.letters(index);
        return formula(
          `IF(ISNUMBER(${ofLatest(letters)}),${ofLatest(letters)},"")`,
          shown(latest(index)),
          plain,
        );
      }),
    }),
    rowOf({
      [at.name]: text("Now above (below) the latest kept"),
      ...across((index) => {
        const [a, b] = [places.now, places.latest].map((row) => `${axis.letters(index)}${row}`);
        return formula(
          `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),${a}-${b},"")`,
          shown(now(index) - latest(index)),
          plain,
        );
      }),
    }),
    rowOf({
      [at.name]: text("The same, %"),
      ...across((index) => {
        const [b, difference] = [places.latest, places.change].map((row) => `${axis.letters(index)}${row}`);
        const share = latest(index) > 0 ? (now(index) - latest(index)) / latest(index) : Number.NaN;
        return formula(
          `IF(ISNUMBER(${difference}),IF(${b}>0,${difference}/${b},""),"")`,
          shown(share),
          numberStyle("%", "calculation"),
        );
      }),
    }),
  ];
}

/** Rows of the choice: the line, and its place among the kept ones. */
export function choiceRows(model: Model, shownLine: EstimateCell): readonly RowPlan[] {
  const { nowBlock } = keptPlaces(model);
  const ids = keptIds(model);
  const value = columnLetters(AXIS.value);
  const chosen = `$${value}$${CHOICE_ROW}`;
  const placesOfLines = `$${value}$${nowBlock + 1}:$${value}$${nowBlock + KEPT_LINES.length}`;
  return [
    rowOf({
      [AXIS.label]: text("Line shown"),
      [AXIS.value]: { value: shownLine === "" ? null : shownLine, style: "choiceInput" },
    }),
    rowOf({
      [AXIS.label]: text("Its place among the lines kept"),
      [AXIS.value]: formula(
        `IF(SUMPRODUCT((${ids}=${chosen})+0)>0,SUMPRODUCT((${ids}=${chosen})*${placesOfLines}),"")`,
        placeOf(shownLine) < 0 ? "" : placeOf(shownLine) + 1,
        numberStyle("number", "calculation"),
      ),
    }),
  ];
}

function placeOf(line: EstimateCell): number {
  return KEPT_LINES.findIndex(({ id }) => sameWord(line, id));
}

/** Range of the ids of the kept lines. */
export function keptIds(model: Model): string {
  const axis = axisOf(model.spec.timeline);
  const [letters, { nowBlock }] = [columnLetters(axis.lineName), keptPlaces(model)];
  return `$${letters}$${nowBlock + 1}:$${letters}$${nowBlock + KEPT_LINES.length}`;
}
