import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";
import {
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetNameMutation,
  type IRemoveSheetMutationParams,
  type ISetRangeValuesMutationParams,
  type ISetSelectionsOperationParams,
  type ISetWorksheetNameMutationParams,
} from "@univerjs/sheets";
import type { Address, WorkbookEvent } from "../port";
import { onSheet, type Rectangle, rectangleAddress, touches } from "../../workbook/address";
import { readCells } from "./cellEdits";
import type { GridBook } from "./gridBook";
import type { LiveModel } from "./liveModel";
import { touchedCells } from "./modelCells";

interface Watch {
  readonly places: readonly { readonly sheetId: string; readonly area: Rectangle }[];
  readonly handler: (event: WorkbookEvent) => void;
}

interface Edit {
  readonly sheetId: string;
  readonly area: Rectangle;
  readonly by: "self" | "person";
}

/** Hears everything that happens in the grid, lets the model follow, then tells the watchers. */
export class GridEvents {
  private readonly watches = new Set<Watch>();
  private edits: Edit[] = [];
  private selected: { readonly sheetId: string; readonly area: Rectangle } | null = null;
  private names = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private editor: Edit["by"] = "person";

  constructor(
    private readonly book: GridBook,
    private readonly live: LiveModel,
  ) {
    book.commands.onCommandExecuted((command, options) => this.heard(command, options));
  }

  /** Does an edit of the pane's, so that its event says so. */
  asSelf(work: () => void): void {
    this.editor = "self";
    try {
      work();
    } finally {
      this.editor = "person";
    }
    this.settle();
  }

  watch(addresses: readonly Address[], handler: Watch["handler"]): () => void {
    const places = addresses.map((address) => {
      const { sheet, area } = this.book.area(address);
      return { sheetId: sheet.getSheetId(), area };
    });
    const watch = { places, handler };
    this.names = this.sheetNames();
    this.watches.add(watch);
    return () => void this.watches.delete(watch);
  }

  /** Lets the model follow now, and tells the watchers. */
  settle(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.live.follow();
    const [edits, selected] = [this.edits, this.selected];
    [this.edits, this.selected] = [[], null];
    for (const edit of edits) this.tellEdit(edit);
    if (selected !== null)
      this.tell({
        kind: "selected",
        sheet: this.nameOf(selected.sheetId),
        range: rectangleAddress(selected.area),
      });
  }

  private heard(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    const mayFollow = this.live.heard(command, options);
    if (command.id === SetRangeValuesMutation.id && !options?.["fromFormula"]) {
      const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
      const area = around(touchedCells(cellValue));
      if (area !== null) this.edits.push({ sheetId: subUnitId, area, by: this.editor });
    } else if (command.id === SetRangeValuesMutation.id) {
      const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
      this.edits.push(...this.calculated(subUnitId, touchedCells(cellValue)));
    } else if (command.id === SetSelectionsOperation.id) {
      const { subUnitId, selections } = command.params as ISetSelectionsOperationParams;
      const range = selections[0]?.range;
      if (range)
        this.selected = {
          sheetId: subUnitId,
          area: {
            row: range.startRow + 1,
            column: range.startColumn + 1,
            rows: range.endRow - range.startRow + 1,
            columns: range.endColumn - range.startColumn + 1,
          },
        };
    } else if (command.id === SetWorksheetNameMutation.id) {
      const { subUnitId, name } = command.params as ISetWorksheetNameMutationParams;
      const from = this.names.get(subUnitId) ?? "";
      this.names.set(subUnitId, name);
      this.tell({ kind: "sheetRenamed", from, to: name });
    } else if (command.id === RemoveSheetMutation.id) {
      const { subUnitId } = command.params as IRemoveSheetMutationParams;
      this.tell({ kind: "sheetDeleted", sheet: this.names.get(subUnitId) ?? "" });
    } else if (!mayFollow) return;
    this.timer ??= setTimeout(() => this.settle(), 0);
  }

  /** Watched places that a calculation has given other values. */
  private calculated(sheetId: string, cells: readonly (readonly [number, number])[]): Edit[] {
    const places = [...this.watches].flatMap((watch) =>
      watch.places.filter((place) => place.sheetId === sheetId),
    );
    return places
      .filter(({ area }) =>
        cells.some(([row, column]) =>
          touches(area, { row: row + 1, column: column + 1, rows: 1, columns: 1 }),
        ),
      )
      .map(({ area }) => ({ sheetId, area, by: "self" }));
  }

  private tellEdit({ sheetId, area, by }: Edit): void {
    const sheet = this.nameOf(sheetId);
    for (const { places, handler } of [...this.watches]) {
      const touched = places.filter((place) => place.sheetId === sheetId && touches(place.area, area));
      if (touched.length === 0) continue;
      handler({
        kind: "edited",
        sheet,
        range: rectangleAddress(area),
        by,
        readings: readCells(
          this.book,
          touched.map((place) => onSheet(sheet, rectangleAddress(place.area))),
        ),
      });
    }
  }

  private tell(event: WorkbookEvent): void {
    for (const { handler } of [...this.watches]) handler(event);
  }

  private nameOf(sheetId: string): string {
    return this.book.workbook().getSheetBySheetId(sheetId)?.getName() ?? "";
  }

  private sheetNames(): Map<string, string> {
    return new Map(
      this.book
        .workbook()
        .getSheets()
        .map((sheet) => [sheet.getSheetId(), sheet.getName()]),
    );
  }
}

function around(cells: readonly (readonly [number, number])[]): Rectangle | null {
  if (cells.length === 0) return null;
  const [rows, columns] = [cells.map(([row]) => row), cells.map(([, column]) => column)];
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  return {
    row: top + 1,
    column: left + 1,
    rows: Math.max(...rows) - top + 1,
    columns: Math.max(...columns) - left + 1,
  };
}
