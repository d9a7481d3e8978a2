import type { WorkbookPlan } from "../../workbook/plan";
import type { CellValue, PlannedChange } from "../port";
import { cellAddress } from "../../workbook/address";
import { say } from "../../words";
import type { GridBook } from "./gridBook";
import { ModelCells } from "./modelCells";
import { mergedNotes } from "./ownNotes";
import { sheetIdOf } from "./planSheets";

/** Content that a person gave a cell; rows and columns count from 0. */
export interface PlacedContent {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly content: CellValue;
}

/** What a write would do to the model's sheets. */
export interface Comparison {
  readonly changes: readonly PlannedChange[];
  /** A person's contents on the model's sheets that stay. */
  readonly kept: readonly PlacedContent[];
}

/** Compares a plan with the workbook: what a person changed since the last write stays, unless it is among the cells to overwrite. */
export function compareWithPlan(
  book: GridBook,
  plan: WorkbookPlan,
  overwrite: ReadonlySet<string> = new Set(),
): Comparison {
  const [before, after] = [book.written && new ModelCells(book.written), new ModelCells(plan)];
  const changes: PlannedChange[] = [];
  const kept: PlacedContent[] = [];
  for (const planned of plan.sheets) {
    const { name, rows } = planned;
    const [sheetId, sheet] = [sheetIdOf(name), book.sheetOfPlan(name)];
    if (before === null || sheet === null) {
      changes.push({
        sheet: name,
        cell: "",
        kind: "sheet",
        now: "(not there)",
        wouldBe: say`${rows.length} rows`,
        reason: "new sheet",
        applies: true,
      });
      continue;
    }
    const places = new Set<string>(
      rows.flatMap(({ cells }, row) => cells.map((_, column) => `${row},${column}`)),
    );
    sheet.getCellMatrix().forValue((row, column) => void places.add(`${row},${column}`));
    for (const place of places) {
      const [row, column] = place.split(",").map(Number) as [number, number];
      const now = book.content(sheet, row, column);
      const isTheirs = !before.holds(sheetId, row, column, now);
      if (after.holds(sheetId, row, column, now)) continue;
      const isInput = after.isInput(sheetId, row, column);
      const change = {
        sheet: name,
        cell: cellAddress(row + 1, column + 1),
        kind: isInput ? "input" : "cell",
        now: shown(now),
        wouldBe: shown(after.content(sheetId, row, column)),
      } as const;
      if (isTheirs && !overwrite.has(`${name}!${change.cell}`)) {
        kept.push({ sheetId, row, column, content: now });
        if (after.at(sheetId, row, column) !== null)
          changes.push({
            ...change,
            reason: isInput ? "your input is kept" : "you changed this cell; it stays as it is",
            applies: false,
          });
      } else
        changes.push({
          ...change,
          reason: isTheirs ? "you chose to overwrite it" : "the model has changed",
          applies: true,
        });
    }
    changes.push(...mergedNotes(book, planned).changes);
  }
  return { changes, kept };
}

function shown(content: CellValue): string {
  return content === "" ? "(empty)" : String(content);
}
