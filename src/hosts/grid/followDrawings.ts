import { UniverInstanceType } from "@univerjs/core";
import { IRenderManagerService, type IRender } from "@univerjs/engine-render";
import type { GridBook } from "./gridBook";

/** Hands over what draws the present workbook, and what draws each one that takes its place. */
export function followDrawings(book: GridBook, follow: (drawing: IRender) => void): void {
  const renders = book.grid.univer.__getInjector().get(IRenderManagerService);
  const present = renders.getRenderById(book.workbook().getUnitId());
  if (present) follow(present);
  renders.created$.subscribe((render) => {
    if (render.type === UniverInstanceType.UNIVER_SHEET) follow(render);
  });
}
