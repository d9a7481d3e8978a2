/** Merges cells that share a key into few rectangles, and rectangles into few address texts. */

import { type Rectangle, rectangleAddress } from "../../workbook/address";

/** Longest list of areas in one operation; Excel takes 8,192 characters, long lists are slow. */
const longestList = 2000;

/** Key of each cell, row by row; null for cells without one. */
export type KeyTable = readonly (readonly (string | null)[])[];

/** Rectangles of equal keys, row runs joined downwards where they have the same width; with `tall` false they stay one row high. */
export function rectanglesByKey(
  table: KeyTable,
  tall: (key: string) => boolean = () => true,
): Map<string, Rectangle[]> {
  const done = new Map<string, Rectangle[]>();
  let open = new Map<string, Rectangle>();
  const close = (key: string, area: Rectangle): void => {
    done.set(key, [...(done.get(key) ?? []), area]);
  };
  table.forEach((cells, index) => {
    const next = new Map<string, Rectangle>();
    for (let start = 0; start < cells.length;) {
      const key = cells[start] ?? null;
      let end = start + 1;
      while (end < cells.length && cells[end] === key) end += 1;
      if (key !== null) {
        const place = `${key}\u0000${String(start)}:${String(end)}`;
        const above = tall(key) ? open.get(place) : undefined;
        next.set(
          place,
          above
            ? { ...above, rows: above.rows + 1 }
            : { row: index + 1, column: start + 1, rows: 1, columns: end - start },
        );
      }
      start = end;
    }
    for (const [place, area] of open) {
      const grown = next.get(place);
      if (!grown || grown.row !== area.row) close(place.split("\u0000")[0] ?? "", area);
    }
    open = next;
  });
  for (const [place, area] of open) close(place.split("\u0000")[0] ?? "", area);
  return done;
}

/** Address lists that cover the rectangles; where several areas can't be taken at once, one address each. */
export function addressLists(areas: readonly Rectangle[], together: boolean): string[] {
  const lists: string[] = [];
  for (const area of areas) {
    const address = rectangleAddress(area);
    const last = lists.at(-1);
    if (together && last !== undefined && last.length + address.length < longestList)
      lists[lists.length - 1] = `${last},${address}`;
    else lists.push(address);
  }
  return lists;
}
