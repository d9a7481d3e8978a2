import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetNameMutation,
  type ISetRangeValuesMutationParams,
  type ISetSelectionsOperationParams,
  type ISetWorksheetActiveOperationParams,
} from "@univerjs/sheets";
import type { Address, WorkbookEvent } from "../port";
import { type Rectangle, rectangleAddress, touches } from "../../workbook/address";
import type { GridBook } from "./gridBook";
import type { LiveModel } from "./liveModel";
import { touchedCells } from "./modelCells";
import type { OverwriteMarks } from "./overwriteMarks";

interface Watch {
  readonly places: readonly { readonly sheetId: string; readonly area: Rectangle }[];
  readonly handler: (event: WorkbookEvent) => void;
}

/** Cells of a sheet, rows and columns counted from 0. */
interface Touched {
  readonly sheetId: string;
  readonly cells: readonly (readonly [row: number, column: number])[];
}

/** Mutations after which there are other sheets, or sheets of other names; a step done again brings one back too. */
const SHEETS_CHANGE = new Set<string>([
  InsertSheetMutation.id,
  RemoveSheetMutation.id,
  SetWorksheetNameMutation.id,
]);

/** Hears everything that happens in the grid, lets the model follow, then tells the watchers. */
export class GridEvents {
  private readonly watches = new Set<Watch>();
  private touched: Touched[] = [];
  private selected: { readonly sheetId: string; readonly area: Rectangle } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly book: GridBook,
    private readonly live: LiveModel,
    private readonly marks: OverwriteMarks,
  ) {
    book.commands.onCommandExecuted((command, options) => this.heard(command, options));
  }

  watch(addresses: readonly Address[], handler: Watch["handler"]): () => void {
    const places = addresses.map((address) => {
      const { sheet, area } = this.book.area(address);
      return { sheetId: sheet.getSheetId(), area };
    });
    const watch = { places, handler };
    this.watches.add(watch);
    return () => void this.watches.delete(watch);
  }

  /** Lets the model follow now, and tells the watchers. */
  settle(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.live.follow();
    const [touched, selected] = [this.touched, this.selected];
    [this.touched, this.selected] = [[], null];
    const deviates = this.live.tookNews();
    if (deviates) this.marks.show(this.live.deviations().overwritten);
    for (const watch of [...this.watches]) {
      const rings = deviates ? new Set(touched.map(({ sheetId }) => sheetId)) : sheetsTouched(watch, touched);
      for (const sheetId of rings) watch.handler({ kind: "edited", sheet: this.nameOf(sheetId) });
    }
    if (selected !== null)
      this.tell({
        kind: "selected",
        sheet: this.nameOf(selected.sheetId),
        range: rectangleAddress(selected.area),
      });
  }

  private heard(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (command.id === SetWorksheetActiveOperation.id)
      this.live.look((command.params as ISetWorksheetActiveOperationParams).subUnitId);
    const mayFollow = this.live.heard(command, options);
    if (command.id === SetRangeValuesMutation.id) {
      const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
      this.touched.push({ sheetId: subUnitId, cells: touchedCells(cellValue) });
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
    } else if (SHEETS_CHANGE.has(command.id)) {
      this.tell({ kind: "sheets" });
    } else if (!mayFollow) return;
    this.timer ??= setTimeout(() => this.settle(), 0);
  }

  private tell(event: WorkbookEvent): void {
    for (const { handler } of [...this.watches]) handler(event);
  }

  private nameOf(sheetId: string): string {
    return this.book.workbook().getSheetBySheetId(sheetId)?.getName() ?? "";
  }
}

/** Sheets on which an edit or a calculation has touched a watched place. */
function sheetsTouched({ places }: Watch, touched: readonly Touched[]): ReadonlySet<string> {
  return new Set(
    touched.flatMap(({ sheetId, cells }) => {
      const areas = places.filter((place) => place.sheetId === sheetId).map(({ area }) => area);
      const rings = cells.some(([row, column]) =>
        areas.some((area) => touches(area, { row: row + 1, column: column + 1, rows: 1, columns: 1 })),
      );
      return rings ? [sheetId] : [];
    }),
  );
}
