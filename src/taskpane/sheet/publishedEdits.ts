import type { CellValue, RangeEdit } from "../../hosts/port";
import { QUARTERS } from "../../companies/kingsoftCloud";
import type { Model } from "../../model";
import { cellAddress, onSheet } from "../../workbook/address";
import { INPUT_COLUMNS, inputColumnsOf } from "../../workbook/inputColumns";
import { KNOWN_FIGURES, publishedHead } from "../../workbook/knownFigureRows";
import { layoutOf, typedKey } from "../../workbook/layout";
import { SHEETS } from "../../workbook/sheetNames";
import type { LinkedParts } from "../pane";

/** An edit that says on which day a typed figure was published, and what stood there before. */
export interface PublishedEdit {
  readonly edit: RangeEdit;
  readonly before: CellValue;
}

/** Rows read beyond the planned ones, for those that an analyst has inserted. */
const SPARE = 40;

/**
 * The edits that put the day of publication beside the figures of a quarter on the Inputs sheet, where KC functions see
 * both; none where the workbook has no such rows.
 */
export async function publishedEdits(
  { model, link, port }: Pick<LinkedParts, "model" | "link" | "port">,
  column: number,
  lines: readonly string[],
  day: string,
): Promise<readonly PublishedEdit[]> {
  const sheet = link.sheetName(SHEETS.inputs);
  const period = QUARTERS[column]!;
  if (sheet === null || period.kind !== "quarter") return [];
  const [reading] = await port.read([knownRange(model, sheet)]);
  const { values, formulas } = reading!;
  const names = values.map((row) => String(row[INPUT_COLUMNS.driver - 1] ?? ""));
  const head = values[names.indexOf(KNOWN_FIGURES.header)]?.indexOf(publishedHead(period.quarter)) ?? -1;
  if (head < 0) return [];
  return lines.flatMap((line): readonly PublishedEdit[] => {
    const row = names.indexOf(typedKey(line, period.year));
    if (row < 0) return [];
    const address = onSheet(sheet, cellAddress(row + 1, head + 1));
    // Excel would make a date of the day alone, and leave its format behind when it is taken back.
    return [{ edit: { address, contents: `from ${day}` }, before: formulas[row]?.[head] ?? "" }];
  });
}

function knownRange(model: Model, sheet: string): string {
  const { scenarios } = model.spec;
  const { lastRow } = layoutOf(model).inputs.known;
  return onSheet(sheet, `A1:${cellAddress(lastRow + SPARE, inputColumnsOf(scenarios).lastScenario)}`);
}
