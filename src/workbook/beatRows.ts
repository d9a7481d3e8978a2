import { KEPT_LINES } from "../analysis";
import type { LineItem, Model } from "../model";
import { cellAddress, columnLetters, onSheet } from "./address";
import { axisOf } from "./axis";
import { less, type BeatFigures } from "./beatFigures";
import { BEAT_LINES, EXPLAINED, moreIsBetter, type Explained } from "./beatLines";
import { BEAT_COLUMNS as at, beatRow, partRow, WORDS, WORDS_HEAD } from "./beatPlaces";
import { topCell } from "./beatTop";
import { formula, rowOf, text } from "./cells";
import { CONSENSUS_COLUMNS, consensusPlaces } from "./consensusPlaces";
import { tableRange } from "./countedCells";
import { blocksRange } from "./keptRows";
import { keptIds } from "./keptTable";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { statementRow } from "./statementSheetPlans";
import { statementOf } from "./statements";
import { numberStyle } from "./styles";
import type { ScenarioValues } from "./workbookValues";

const TITLES: Readonly<Record<number, string>> = {
  [at.label]: "Line",
  [at.unit]: "Unit",
  [at.reported]: "Reported",
  [at.estimate]: "Estimate",
  [at.difference]: "Difference",
  [at.share]: "Difference, %",
  [at.word]: "Result",
  [at.consensus]: "Consensus, mean",
  [at.againstConsensus]: "Against it",
  [at.quarterBefore]: "Quarter before",
  [at.quarterChange]: "Change, %",
  [at.yearBefore]: "Year before",
  [at.yearChange]: "Change, %",
  [at.mostly]: "Mostly from",
  [at.line]: "Line name",
  [at.place]: "Place",
  [at.better]: "More is good",
  [at.number]: "Estimates counted",
};

const TEXTS: readonly number[] = [at.label, at.unit, at.mostly, at.line, at.better];

const wordCell = (word: (typeof WORDS)[number]): string => `$A$${WORDS_HEAD + 1 + WORDS.indexOf(word)}`;
const heads = (titles: Readonly<Record<number, string>>): RowPlan =>
  rowOf(
    Object.fromEntries(
      Object.entries(titles).map(([column, title]) => [
        column,
        text(title, TEXTS.includes(Number(column)) ? "heading" : "headingRight"),
      ]),
    ),
    30,
  );

/** Reported figures of the quarter against the estimate, consensus, the quarter and the year before. */
export function beatRows(
  model: Model,
  layout: Layout,
  figures: BeatFigures,
  values: ScenarioValues,
): readonly RowPlan[] {
  return [heads(TITLES), ...BEAT_LINES.map((line) => lineRow(model, layout, figures, values, line))];
}

function lineRow(
  model: Model,
  layout: Layout,
  figures: BeatFigures,
  values: ScenarioValues,
  line: LineItem,
): RowPlan {
  const row = beatRow(line);
  const cell = (column: number): string => cellAddress(row, column);
  const [calculated, linked, share] = [
    numberStyle(line.unit, "calculation"),
    numberStyle(line.unit, "crossSheet"),
    numberStyle("%", "calculation"),
  ];
  const reported = figures.reported(line);
  const estimate = figures.estimate(line);
  const difference = less(reported, estimate);
  const consensus = figures.consensus(line);
  const axis = axisOf(model.spec.timeline);
  const [first, last] = [axis.firstQuarter, axis.lineName - 1].map(columnLetters) as [string, string];
  const ofQuarters = (sheet: string, sheetRow: number): string =>
    onSheet(sheet, `$${first}$${sheetRow}:$${last}$${sheetRow}`);
  const found = (text_: string): string => `IF(ISNUMBER(${text_}),${text_},"")`;
  const statement = statementOf(line);
  const inStatement = ofQuarters(statement.name, statementRow(statement.name, line));
  const before = (place: "before" | "yearBefore", back: number): CellPlan => {
    const index = figures.quarter - 1 - back;
    const value = figures.quarter === 0 || index < 0 ? Number.NaN : values.line(line.id, index);
    return formula(
      `IF(${topCell(place)}>0,${found(`INDEX(${inStatement},1,${topCell(place)})`)},"")`,
      Number.isFinite(value) ? value : "",
      linked,
    );
  };
  const change = (column: number, was: CellPlan): CellPlan => {
    const value = was.value;
    const grown = typeof value === "number" && value > 0 && reported !== "" ? reported / value - 1 : "";
    const [now, then] = [cell(at.reported), cell(column)];
    return formula(
      `IF(AND(ISNUMBER(${now}),ISNUMBER(${then})),IF(${then}>0,${now}/${then}-1,""),"")`,
      grown,
      share,
    );
  };
  const [quarterBefore, yearBefore] = [before("before", 1), before("yearBefore", 4)];
  const places = consensusPlaces(model);
  const of = (column: number): string => onSheet(SHEETS.consensus, tableRange(places, column));
  const asked = `(${of(CONSENSUS_COLUMNS.line)}=${cell(at.line)})*(${of(CONSENSUS_COLUMNS.period)}=${topCell("shownQuarter")})`;
  const [e, better] = [cell(at.difference), cell(at.better)];
  const explained = EXPLAINED.find((each) => each.line === line);
  return rowOf({
    [at.label]: text(line.label),
    [at.unit]: text(line.unit, "unit"),
    [at.reported]: formula(
      found(`INDEX(${ofQuarters(SHEETS.history, layout.history.line.get(line.id)!)},1,${topCell("place")})`),
      reported,
      linked,
    ),
    [at.estimate]: formula(
      found(
        `INDEX(${onSheet(SHEETS.estimates, blocksRange(model, first, last))},${topCell("block")}+$${columnLetters(at.place)}${row},${topCell("place")})`,
      ),
      estimate,
      linked,
    ),
    [at.difference]: formula(
      `IF(AND(ISNUMBER(${cell(at.reported)}),ISNUMBER(${cell(at.estimate)})),${cell(at.reported)}-${cell(at.estimate)},"")`,
      difference,
      calculated,
    ),
    [at.share]: formula(
      `IF(ISNUMBER(${e}),IF(${cell(at.estimate)}>0,${e}/${cell(at.estimate)},""),"")`,
      difference === "" || (estimate as number) <= 0 ? "" : difference / (estimate as number),
      share,
    ),
    [at.word]: formula(
      `IF(ISNUMBER(${e}),IF(${better}<>"",IF(ROUND(${e},1)>0,${wordCell("beat")},IF(ROUND(${e},1)<0,${wordCell("miss")},${wordCell("in line")})),""),"")`,
      wordOf(line, difference),
      "word",
    ),
    [at.consensus]: formula(
      `IF(${cell(at.number)}>0,SUMPRODUCT(${asked}*${of(CONSENSUS_COLUMNS.weighted)})/${cell(at.number)},"")`,
      consensus.mean,
      linked,
    ),
    [at.againstConsensus]: formula(
      `IF(AND(ISNUMBER(${cell(at.reported)}),ISNUMBER(${cell(at.consensus)})),${cell(at.reported)}-${cell(at.consensus)},"")`,
      less(reported, consensus.mean),
      calculated,
    ),
    [at.quarterBefore]: quarterBefore,
    [at.quarterChange]: change(at.quarterBefore, quarterBefore),
    [at.yearBefore]: yearBefore,
    [at.yearChange]: change(at.yearBefore, yearBefore),
    [at.mostly]: explained === undefined ? text("") : mostly(explained, figures),
    [at.line]: text(line.id, "name"),
    [at.place]: formula(
      `MATCH(${cell(at.line)},${onSheet(SHEETS.estimates, keptIds(model))},0)`,
      KEPT_LINES.indexOf(line) + 1,
      numberStyle("number", "crossSheet"),
    ),
    [at.better]: text(moreIsBetter(line) ? "yes" : "", "unit"),
    [at.number]: formula(
      `SUMPRODUCT(${asked}*${of(CONSENSUS_COLUMNS.weight)})`,
      consensus.number,
      numberStyle("number", "crossSheet"),
    ),
  });
}

function wordOf(line: LineItem, difference: number | ""): string {
  if (difference === "" || !moreIsBetter(line)) return "";
  const rounded = Math.round(Math.abs(difference) * 10) * Math.sign(difference);
  return rounded > 0 ? WORDS[0] : rounded < 0 ? WORDS[1] : WORDS[2];
}

/** The larger part of a difference, by its name. */
function mostly(of: Explained, figures: BeatFigures): CellPlan {
  const [first, second] = figures.parts(of);
  const [a, b] = [partRow(of, 0), partRow(of, 1)];
  const value = first === "" || second === "" ? "" : of.parts[Math.abs(first) >= Math.abs(second) ? 0 : 1];
  return formula(
    `IF(AND(ISNUMBER($C$${a}),ISNUMBER($C$${b})),IF(ABS($C$${a})>=ABS($C$${b}),$A$${a},$A$${b}),"")`,
    value,
    "label",
  );
}

/** Differences taken apart, each in two parts that add up to it. */
export function partRows(figures: BeatFigures): readonly RowPlan[] {
  const amount = numberStyle("RMB m", "calculation");
  return [
    heads({ 1: "What the differences consist of", 2: "Unit", 3: "Amount", 4: "Of it, %" }),
    ...EXPLAINED.flatMap((of) => {
      const whole = less(figures.reported(of.line), figures.estimate(of.line));
      const parts = figures.parts(of);
      const difference = cellAddress(beatRow(of.line), at.difference);
      return [
        rowOf({
          1: text(of.line.label, "labelSubtotal"),
          2: text("RMB m", "unit"),
          3: formula(
            `IF(ISNUMBER(${difference}),${difference},"")`,
            whole,
            numberStyle("RMB m", "calculation", "subtotal"),
          ),
        }),
        ...parts.map((part, place) => {
          const row = partRow(of, place);
          const total = `$C$${partRow(of, -1)}`;
          return rowOf({
            1: text(of.parts[place]!, "labelIndented"),
            2: text("RMB m", "unit"),
            3: formula(partFormula(of, place), part, amount),
            4: formula(
              `IF(AND(ISNUMBER($C$${row}),ISNUMBER(${total})),IF(ROUND(${total},1)<>0,$C$${row}/${total},""),"")`,
              part === "" || whole === "" || Math.round(Math.abs(whole) * 10) === 0 ? "" : part / whole,
              numberStyle("%", "calculation"),
            ),
          });
        }),
      ];
    }),
  ];
}

function partFormula(of: Explained, place: number): string {
  const difference = (line: LineItem): string => cellAddress(beatRow(line), at.difference);
  const estimate = (line: LineItem): string => cellAddress(beatRow(line), at.estimate);
  const [first] = of.lines as readonly [LineItem];
  const [whole, own] = [difference(of.line), difference(first)];
  if (of.by === "lines") {
    const part = difference(of.lines[place]!);
    return `IF(ISNUMBER(${part}),${part},"")`;
  }
  if (place === 1) {
    const other = `$C$${partRow(of, 0)}`;
    return `IF(ISNUMBER(${other}),${whole}-${other},"")`;
  }
  const part =
    of.by === "rest" ? own : `IF(${estimate(first)}>0,${own}*${estimate(of.line)}/${estimate(first)},"")`;
  return `IF(AND(ISNUMBER(${own}),ISNUMBER(${whole})),${part},"")`;
}

/** The words of a result, and what each means. */
export const wordRows: readonly RowPlan[] = [
  heads({ 1: "Words", 2: "", 3: "" }),
  ...WORDS.map((word, place) =>
    rowOf({
      1: text(word),
      2: text(
        ["Reported is above the estimate", "Reported is below it", "The same to a tenth of RMB 1 m"][place]!,
        "unit",
      ),
    }),
  ),
];
