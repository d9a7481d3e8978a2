import type { IDisposable } from "@univerjs/core";
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from "@univerjs/engine-render";
import { SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import { parseRectangle } from "../../workbook/address";
import type { GridBook } from "./gridBook";
import { BARS } from "./scrollBars";

/** A box on the page in pixels, from the top left corner of the grid's canvas. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where ranges of the sheet in front stand: the part that scrolls, up to its scroll bars, and a box for each range. */
export interface Placing {
  readonly scrolling: Box;
  /** How far it is scrolled to the right, in pixels of the page. */
  readonly scrolled: number;
  readonly boxes: readonly Box[];
}

/** Where ranges of a planned sheet, or of one of a person's own, stand now; null while another sheet is in front. */
export function placesOf(book: GridBook, name: string, ranges: readonly string[]): Placing | null {
  const workbook = book.workbook();
  const render = book.grid.univer
    .__getInjector()
    .get(IRenderManagerService)
    .getRenderById(workbook.getUnitId());
  const sheet = book.sheetOfPlan(name) ?? book.sheetNamed(name);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (
    !render ||
    sheet === null ||
    !skeleton ||
    !main ||
    workbook.getActiveSheet(true)?.getSheetId() !== sheet.getSheetId()
  )
    return null;
  const { scaleX, scaleY } = render.scene.getAncestorScale();
  const boxes = ranges.map((range): Box => {
    const { row, column, rows, columns } = parseRectangle(range)!;
    const first = skeleton.getNoMergeCellWithCoordByIndex(row - 1, column - 1);
    const last = skeleton.getNoMergeCellWithCoordByIndex(row + rows - 2, column + columns - 2);
    return {
      left: (first.startX - main.viewportScrollX) * scaleX,
      top: (first.startY - main.viewportScrollY) * scaleY,
      width: (last.endX - first.startX) * scaleX,
      height: (last.endY - first.startY) * scaleY,
    };
  });
  const { left, top } = main;
  const { width, height } = render.engine;
  return {
    scrolling: {
      left,
      top,
      width: Math.max(0, width - left - BARS),
      height: Math.max(0, height - top - BARS),
    },
    scrolled: main.viewportScrollX * scaleX,
    boxes,
  };
}

/** Calls back, at most once a frame, after whatever may have moved places or changed values. */
export function followPlaces(book: GridBook, moved: () => void): IDisposable {
  let frame = 0;
  return book.commands.onCommandExecuted(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      moved();
    });
  });
}
