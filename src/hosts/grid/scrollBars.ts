import { SHEET_VIEWPORT_KEY, type IScrollBarProps } from "@univerjs/engine-render";
import { SheetRenderController } from "@univerjs/sheets-ui";
import { followDrawings } from "./followDrawings";
import type { GridBook } from "./gridBook";

/** Track and border of a scroll bar, in pixels. */
const [TRACK, BORDER] = [10, 1];

/** Room at the far edges of the grid that scroll bars take, in pixels of the page. */
export const BARS = TRACK + BORDER;

/** Scroll bars through which no cell shines: one half in sight behind a bar could be neither read nor clicked. */
export const SCROLL_BARS: IScrollBarProps = {
  barSize: TRACK,
  barBorder: BORDER,
  trackBackgroundColor: "#f7f7f7",
  trackBorderColor: "#f7f7f7",
};

/** Parts of the grid beside the one that scrolls both ways, by the edge at which they end. */
const ENDING = [
  ["bottom", [SHEET_VIEWPORT_KEY.VIEW_ROW_BOTTOM, SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT]],
  ["right", [SHEET_VIEWPORT_KEY.VIEW_COLUMN_RIGHT, SHEET_VIEWPORT_KEY.VIEW_MAIN_TOP]],
] as const;

/** Lets heads and frozen cells end where the scroll bars begin, as the cells beside them do. */
export function endAtScrollBars(book: GridBook): void {
  followDrawings(book, (drawing) => {
    // Which has put the parts there.
    drawing.with(SheetRenderController);
    for (const [edge, parts] of ENDING)
      for (const part of parts) {
        const viewport = drawing.scene.getViewport(part)!;
        const end = (): void => {
          if (viewport[edge] === BARS) return;
          viewport[edge] = BARS;
          viewport.resetCanvasSizeAndUpdateScroll();
        };
        // The grid sets the edge anew wherever it freezes.
        viewport.onResized$.subscribe(end);
        end();
      }
  });
}
