import { Quantity, type IRange } from "@univerjs/core";
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from "@univerjs/engine-render";
import {
  ScrollToCellOperation,
  SetSelectionsOperation,
  type ISetSelectionsOperationParams,
} from "@univerjs/sheets";
import {
  ScrollCommand,
  ScrollToCellCommand,
  ScrollToRangeOperation,
  SheetSkeletonManagerService,
} from "@univerjs/sheets-ui";
import { parseRectangle } from "../../workbook/address";
import type { GridBook } from "./gridBook";
import { BARS } from "./scrollBars";

/** Lines before a place that stay in view where it is far away, as a part of what is in view. */
const BEFORE = 0.25;

/** One direction: where lines begin and end, and the part in view that scrolls, all in pixels of the sheet; `first` and `last` are the lines wanted. */
interface Lines {
  readonly endOf: (line: number) => number;
  readonly first: number;
  readonly last: number;
  readonly frozen: number;
  readonly from: number;
  readonly room: number;
}

/** Brings a place in front of frozen rows and columns into view wherever the grid is told to go to one, also at another zoom, where it reckons without them. */
export function revealPlaces(book: GridBook): void {
  book.commands.onCommandExecuted(({ id, params }) => {
    const range = placeOf(id, params);
    // The grid scrolls by itself first, and lays out a sheet that it turns to.
    if (range !== undefined) requestAnimationFrame(() => requestAnimationFrame(() => reveal(book, range)));
  });
}

/** Scrolls the sheet in front to a range, and leaves the selection where it is. */
export function scrollTo(book: GridBook, range: string): void {
  const { row, column, rows, columns } = parseRectangle(range)!;
  reveal(book, {
    ...{ startRow: row - 1, startColumn: column - 1 },
    ...{ endRow: row + rows - 2, endColumn: column + columns - 2 },
  });
}

/** Commands that go to a range. */
const GOING = new Set<string>([ScrollToCellOperation.id, ScrollToCellCommand.id, ScrollToRangeOperation.id]);

/** The place that a command goes to; undefined for other commands. */
function placeOf(id: string, params: unknown): IRange | undefined {
  if (GOING.has(id)) return (params as { readonly range?: IRange }).range;
  if (id !== SetSelectionsOperation.id) return undefined;
  const { reveal: isShown, selections } = params as ISetSelectionsOperationParams;
  return isShown === true ? selections[0]?.range : undefined;
}

function reveal(book: GridBook, range: IRange): void {
  const render = book.grid.univer
    .__getInjector()
    .get(IRenderManagerService, Quantity.OPTIONAL)
    ?.getRenderById(book.workbook().getUnitId());
  const sheet = book.workbook().getActiveSheet(true);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!render || !sheet || !skeleton || !main) return;
  const { scaleX, scaleY } = render.scene.getAncestorScale();
  const { xSplit, ySplit } = sheet.getFreeze();
  const { width, height } = render.engine;
  const across = scrolledBy({
    endOf: (line) => (line < 0 ? 0 : skeleton.columnWidthAccumulation[line]!),
    first: range.startColumn,
    last: Math.min(range.endColumn, skeleton.columnWidthAccumulation.length - 1),
    frozen: xSplit,
    from: main.viewportScrollX,
    room: (width - main.left - BARS) / scaleX,
  });
  const down = scrolledBy({
    endOf: (line) => (line < 0 ? 0 : skeleton.rowHeightAccumulation[line]!),
    first: range.startRow,
    last: Math.min(range.endRow, skeleton.rowHeightAccumulation.length - 1),
    frozen: ySplit,
    from: main.viewportScrollY,
    room: (height - main.top - BARS) / scaleY,
  });
  if (down === null && across === null) return;
  // From the first cell on: a line to start with would be reckoned as if frozen lines were as wide as others.
  book.commands.syncExecuteCommand(ScrollCommand.id, {
    sheetViewStartRow: 0,
    sheetViewStartColumn: 0,
    offsetX: across ?? main.viewportScrollX,
    offsetY: down ?? main.viewportScrollY,
  });
}

/** How far to scroll, to the beginning of a line, so that the wanted lines are seen; null where they are. */
function scrolledBy({ endOf, first, last, frozen, from, room }: Lines): number | null {
  if (last < frozen) return null;
  // Scrolled by nothing, the first line behind the frozen ones stands at the edge.
  const edge = endOf(frozen - 1);
  const [begins, ends] = [endOf(Math.max(first, frozen) - 1) - edge, endOf(last) - edge];
  // Of more than there is room for, the beginning is to be seen.
  const isSeen = ends - begins > room ? begins <= from + room * BEFORE : ends <= from + room;
  if (begins >= from && isSeen) return null;
  const near = Math.abs(begins - from) < room * 1.5;
  const wanted =
    begins < from ? begins - (near ? 0 : room * BEFORE) : near ? ends - room : begins - room * BEFORE;
  let line = frozen;
  while (line < Math.max(first, frozen) && endOf(line - 1) - edge < wanted) line += 1;
  return endOf(line - 1) - edge;
}
