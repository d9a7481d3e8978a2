import type { EstimateCell, KeptEstimate } from "../analysis";
import type { Model } from "../model";
import { columnLetters, onSheet } from "./address";
import { axisOf, HEADER } from "./axis";
import type { BeatFigures } from "./beatFigures";
import { BEAT_ROWS as row, BEAT_VALUE, estimatesHead, QUARTERS_HEAD } from "./beatPlaces";
import { formula, rowOf, text } from "./cells";
import { KEPT_COLUMNS, keptPlaces } from "./keptPlaces";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { numberStyle } from "./styles";

const VALUE = columnLetters(BEAT_VALUE);
const count = numberStyle("number", "calculation");

/** Cell of a row at the top. */
export const topCell = (name: keyof typeof row): string => `$${VALUE}$${row[name]}`;

/** Range of a list's column. */
const listRange = (letters: string, head: number, length: number): string =>
  `$${letters}$${head + 1}:$${letters}$${head + length}`;

/** The choices of a person, and what follows from them. */
export function topRows(
  model: Model,
  figures: BeatFigures,
  estimates: readonly KeptEstimate[],
  chosen: { readonly quarter: EstimateCell; readonly estimate: EstimateCell },
): readonly RowPlan[] {
  const { timeline } = model.spec;
  const places = keptPlaces(model);
  const { quarters } = model.spec.timeline;
  const labels = listRange("A", QUARTERS_HEAD, quarters.length);
  const known = listRange("C", QUARTERS_HEAD, quarters.length);
  const names = listRange("A", estimatesHead(timeline), places.count);
  const numbers = listRange("D", estimatesHead(timeline), places.count);
  const [asked, shown, wanted] = [topCell("quarter"), topCell("shownQuarter"), topCell("estimate")];
  const quarterPlaces = listRange("D", QUARTERS_HEAD, quarters.length);
  const estimatePlaces = listRange("E", estimatesHead(timeline), places.count);
  const outside = quarters.length * 2;
  const found = figures.quarter === 0 ? outside : figures.quarter;
  const year = 4;
  const block = columnLetters(places.numberColumn);
  const inBlocks = onSheet(SHEETS.estimates, `$${block}$${places.block(0)}:$${block}$${places.lastRow}`);
  const line = (label: string, cell: CellPlan): RowPlan => rowOf({ 1: text(label), [BEAT_VALUE]: cell });
  const input = (value: EstimateCell): CellPlan => ({
    value: value === "" ? null : value,
    style: "choiceInput",
  });
  return [
    line("Quarter (empty: the latest with results)", input(chosen.quarter)),
    line(
      "Quarter compared",
      formula(`IF(${asked}="",INDEX(${labels},MAX(${known}),1),${asked})`, figures.label as string, "word"),
    ),
    line("Estimate (empty: the latest kept before the quarter)", input(chosen.estimate)),
    line(
      "Estimate compared",
      formula(
        `IF(${topCell("number")}>0,INDEX(${names},${topCell("number")},1),"")`,
        String(estimates[figures.number - 1]?.name ?? ""),
        "word",
      ),
    ),
    line(
      "Place of the quarter",
      formula(
        `IF(SUMPRODUCT((${labels}=${shown})+0)>0,SUMPRODUCT((${labels}=${shown})*${quarterPlaces}),ROWS(${labels})+ROWS(${labels}))`,
        found,
        count,
      ),
    ),
    line("Place of the quarter before", formula(`${topCell("place")}-1`, found - 1, count)),
    line("Place of the year before", formula(`${topCell("place")}-COLUMNS($A$1:$D$1)`, found - year, count)),
    line(
      "Number of the estimate",
      formula(
        `IF(${wanted}="",MAX(${numbers}),IF(SUMPRODUCT((${names}=${wanted})+0)=1,SUMPRODUCT((${names}=${wanted})*${estimatePlaces}),MAX(${numbers})))`,
        figures.number,
        count,
      ),
    ),
    line(
      "Its row among the estimates",
      formula(
        `IF(${topCell("number")}>0,MATCH(${topCell("number")},${inBlocks},0),ROWS(${inBlocks})+1)`,
        figures.number > 0
          ? places.block(figures.number - 1) - places.block(0) + 1
          : places.lastRow - places.block(0) + 2,
        numberStyle("number", "crossSheet"),
      ),
    ),
  ];
}

/** The quarters with whether their results are known, and the estimates with the last quarter that each knew. */
export function listRows(
  model: Model,
  layout: Layout,
  figures: BeatFigures,
  estimates: readonly KeptEstimate[],
): readonly RowPlan[] {
  const { timeline } = model.spec;
  const axis = axisOf(model.spec.timeline);
  const places = keptPlaces(model);
  const { quarters } = model.spec.timeline;
  const labels = listRange("A", QUARTERS_HEAD, quarters.length);
  const quarterPlaces = listRange("D", QUARTERS_HEAD, quarters.length);
  const head = (titles: readonly string[]): RowPlan =>
    rowOf(
      Object.fromEntries(
        titles.map((title, place) => [place + 1, text(title, place < 2 ? "heading" : "headingRight")]),
      ),
      30,
    );
  const place = topCell("place");
  return [
    head(["Quarters", "", "Results are known", "Place"]),
    ...quarters.map(({ label }, column) =>
      rowOf({
        1: formula(
          onSheet(SHEETS.timeline, `${axis.letters(column)}$${HEADER.period}`),
          label,
          "keyCrossSheet",
        ),
        3: formula(
          `${onSheet(SHEETS.history, `${axis.letters(column)}$${layout.history.known.results}`)}*D${QUARTERS_HEAD + 1 + column}`,
          figures.known[column]!,
          numberStyle("number", "crossSheet"),
        ),
        4: formula(`ROW()-ROW($A$${QUARTERS_HEAD})`, column + 1, count),
      }),
    ),
    head(["Estimates kept", "Known to", "Its place", "Counts, by number", "Number"]),
    ...estimates.map((estimate, number) => {
      const at = estimatesHead(timeline) + 1 + number;
      const cell = (column: number): string =>
        onSheet(SHEETS.estimates, `$${columnLetters(column)}$${places.block(number)}`);
      const shown = (column: number, value: EstimateCell, style: string): CellPlan =>
        formula(`IF(${cell(column)}<>"",${cell(column)},"")`, value as string, style);
      const { knownTo, number: counted } = figures.candidates[number]!;
      return rowOf({
        1: shown(KEPT_COLUMNS.name, estimate.name, "keyCrossSheet"),
        2: shown(KEPT_COLUMNS.knownTo, estimate.knownTo, "keyCrossSheet"),
        3: formula(
          `IF(SUMPRODUCT((${labels}=B${at})+0)>0,SUMPRODUCT((${labels}=B${at})*${quarterPlaces}),"")`,
          knownTo,
          count,
        ),
        4: formula(
          `IF(AND(A${at}<>"",ISNUMBER(C${at}),${place}<=ROWS(${labels})),IF(C${at}<${place},E${at},0),0)`,
          counted,
          count,
        ),
        5: formula(`ROW()-ROW($A$${estimatesHead(timeline)})`, number + 1, count),
      });
    }),
  ];
}
