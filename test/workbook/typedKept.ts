import { KEPT_LINES, type EstimateCell } from "../../src/analysis";
import { periodIndex } from "../../src/companies/kingsoftCloud";
import type { Model } from "../../src/model";
import { BEAT_ROWS, BEAT_VALUE } from "../../src/workbook/beatPlaces";
import { CHOICE_ROW, keptContents, typedPlace, type KeptInputs } from "../../src/workbook/keptPlaces";
import { AXIS } from "../../src/workbook/axis";
import { dateSerial } from "../../src/workbook/sheetFrame";
import { SHEETS } from "../../src/workbook/sheetNames";

const FIGURES: ReadonlyMap<string, number> = new Map([
  ["revenue", 2600],
  ["revenuePublic", 1900],
  ["revenueEnterprise", 700],
  ["grossProfit", 390],
  ["adjustedEbitda", 650],
  ["adjustedNetResult", -100],
]);

/** An estimate of one's own of the first quarter of 2026 with FY2027, kept before it was reported. */
export const MINE = {
  name: "My call before the print",
  scenario: "Base",
  keptOn: dateSerial("2026-05-20"),
  knownTo: "2025Q4",
  fingerprint: "abc",
  figure: (place: number, index: number): EstimateCell =>
    index === periodIndex("2026Q1")
      ? (FIGURES.get(KEPT_LINES[place]!.id) ?? "")
      : index === periodIndex("FY2027")
        ? 14000
        : "",
};

/** The cells of an estimate in a place of one's own as they are typed. */
export function cellsOfKept(model: Model, own: number, estimate: typeof MINE = MINE): KeptInputs {
  return new Map(
    keptContents(model, own, estimate)
      .filter(({ value }) => value !== "")
      .map(({ row, column, value }) => [typedPlace(SHEETS.estimates, row, column), value]),
  );
}

/** An estimate, and every choice on both sheets. */
export function typedKept(model: Model): KeptInputs {
  return new Map<string, EstimateCell>([
    ...cellsOfKept(model, 3),
    [typedPlace(SHEETS.estimates, CHOICE_ROW, AXIS.value), "adjustedEbitda"],
    [typedPlace(SHEETS.beat, BEAT_ROWS.quarter, BEAT_VALUE), "2026Q1"],
    [typedPlace(SHEETS.beat, BEAT_ROWS.estimate, BEAT_VALUE), "Before 2026Q1"],
  ]);
}
