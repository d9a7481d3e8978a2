import { KEPT_LINES, type EstimateCell, type KeptEstimate } from "../../analysis";
import { HostProblem, type RangeEdit, type RangeReading } from "../../hosts/port";
import type { Model } from "../../model";
import { cellAddress, onSheet } from "../../workbook/address";
import { KEPT_COLUMNS, keptContents, keptPlaces, OWN_KEPT } from "../../workbook/keptPlaces";
import { SHEETS } from "../../workbook/sheetNames";
import { say } from "../../words";
import type { LinkedParts } from "../pane";

/** A free place for an estimate on the sheet of that name, and the names that are taken. */
interface FreePlace {
  readonly sheet: string;
  readonly own: number;
  readonly names: ReadonlySet<string>;
}

/** Finds a free place for an estimate. Throws a HostProblem where the workbook has no such sheet, or no place left. */
export async function freePlace({ model, link, port }: LinkedParts): Promise<FreePlace> {
  const sheet = link.sheetName(SHEETS.estimates);
  const places = keptPlaces(model);
  const heads = Array.from({ length: places.count }, (_, place) => places.block(place));
  const row = (head: number): string =>
    onSheet(sheet!, `${cellAddress(head, KEPT_COLUMNS.name)}:${cellAddress(head, places.numberColumn)}`);
  const found: readonly RangeReading[] = sheet === null ? [] : await port.read(heads.map(row));
  const cells = found.map(({ values }) => values[0] ?? []);
  const stands = cells.every((each, place) => each[places.numberColumn - 1] === place + 1);
  if (sheet === null || !stands)
    throw new HostProblem(
      "sheet",
      "This workbook has no sheet that keeps estimates as this release writes it.",
      "Update the model on the Build tab, then keep the estimate again.",
    );
  const names = cells.map((each) => String(each[KEPT_COLUMNS.name - 1] ?? ""));
  const own = names.slice(places.shipped.length).indexOf("");
  if (own < 0)
    throw new HostProblem(
      "full",
      say`All ${OWN_KEPT} places for estimates are taken.`,
      say`Empty the name and the figures of one on the sheet ${sheet}, then keep the estimate again.`,
    );
  return {
    sheet,
    own,
    names: new Set(names.filter((name) => name !== "").map((name) => name.toLowerCase())),
  };
}

/** The edits that write an estimate into a free place: its head, then its years and its quarters. */
export function keptEdits(
  model: Model,
  { sheet, own }: Pick<FreePlace, "sheet" | "own">,
  estimate: KeptEstimate,
): readonly RangeEdit[] {
  const cells = keptContents(model, own, estimate);
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const head = cells[0]!.row;
  const at = new Map(cells.map(({ row, column, value }) => [`${row} ${column}`, value]));
  const block = (rows: readonly number[], of: readonly number[]): RangeEdit => ({
    address: onSheet(sheet, `${cellAddress(rows[0]!, of[0]!)}:${cellAddress(rows.at(-1)!, of.at(-1)!)}`),
    contents: rows.map((row) => of.map((column): EstimateCell => at.get(`${row} ${column}`) ?? "")),
  });
  const lines = KEPT_LINES.map((_, line) => head + 1 + line);
  const heads = columns.filter((column) => at.has(`${head} ${column}`));
  return [
    block([head], heads),
    ...neighbours(columns.filter((column) => at.has(`${head + 1} ${column}`))).map((of) => block(lines, of)),
  ];
}

/** Columns in runs without gaps. */
function neighbours(columns: readonly number[]): readonly (readonly number[])[] {
  return columns.reduce<number[][]>((runs, column) => {
    const last = runs.at(-1);
    if (last?.at(-1) === column - 1) last.push(column);
    else runs.push([column]);
    return runs;
  }, []);
}
