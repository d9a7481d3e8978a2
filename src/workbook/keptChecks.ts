import { keptEstimates, keptPlaces, typedPlace, type KeptInputs } from "./keptPlaces";
import type { EstimateCell } from "../analysis";
import type { Model } from "../model";
import { onSheet } from "./address";
import { quarterPlace } from "./beatFigures";
import { BEAT_ROWS, BEAT_VALUE, estimatesHead, QUARTERS_HEAD } from "./beatPlaces";
import { topCell } from "./beatTop";
import { formula, rowOf, text } from "./cells";
import { CROSS_FLAG_STYLE, FIRST, flagOf } from "./checkCells";
import type { RowPlan } from "./plan";
import { SHEETS } from "./sheetNames";

/** Flags on the sheets Beat or miss and Estimates: what is chosen and kept there is known. */
export function keptChecks(model: Model, typed: KeptInputs = new Map()): readonly RowPlan[] {
  const { timeline } = model.spec;
  const isQuarter = (value: EstimateCell): boolean => quarterPlace(model.spec, value) > 0;
  const chosen = typed.get(typedPlace(SHEETS.beat, BEAT_ROWS.quarter, BEAT_VALUE)) ?? "";
  const unknown = keptEstimates(model, typed).some(({ name, knownTo }) => name !== "" && !isQuarter(knownTo));
  const of = (letters: string, head: number, count: number): string =>
    onSheet(SHEETS.beat, `$${letters}$${head + 1}:$${letters}$${head + count}`);
  const { count } = keptPlaces(model);
  return [
    rowOf({
      1: text("Beat or miss: the quarter chosen is one of the model's"),
      2: text("A quarter such as 2026Q1, or nothing", "unit"),
      [FIRST]: formula(
        flagOf(
          `${onSheet(SHEETS.beat, topCell("place"))}<=ROWS(${of("A", QUARTERS_HEAD, model.spec.timeline.quarters.length)})`,
        ),
        chosen === "" || isQuarter(chosen) ? 0 : 1,
        CROSS_FLAG_STYLE,
      ),
    }),
    rowOf({
      1: text("Estimates: each says to which quarter results were known"),
      2: text("A quarter such as 2026Q1 beside each name", "unit"),
      [FIRST]: formula(
        flagOf(
          `SUMPRODUCT((${of("A", estimatesHead(timeline), count)}<>"")*(${of("C", estimatesHead(timeline), count)}=""))=0`,
        ),
        unknown ? 1 : 0,
        CROSS_FLAG_STYLE,
      ),
    }),
  ];
}
