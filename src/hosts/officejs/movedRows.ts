/** Rows that change places when the model grows, and the analyst's own formulas that point at them. */

import type { SheetPlan } from "../../workbook/plan";
import type { PlannedChange } from "../port";
import { cellAddress, quotedSheet } from "../../workbook/address";
import { say } from "../../words";
import { cellInput } from "./cellContents";
import type { SheetLedger } from "./ledger";
import type { SheetContents } from "./sheetContents";
import { lastWritten, ledgerSize, writtenHash } from "./sheetLedger";

/** New row (null when it leaves the model) and label of each old row that does not stay where it is. */
export type MovedRows = ReadonlyMap<number, { readonly to: number | null; readonly label: string }>;

/** Compares the labels of the first column; only labels that occur once on either side are followed. */
export function movedRows(sheet: SheetPlan, ledger: SheetLedger): MovedRows {
  const places = new Map<string, number | null>();
  sheet.rows.forEach((_, index) => {
    const hash = writtenHash(sheet, index + 1, 1);
    places.set(hash, places.has(hash) ? null : index + 1);
  });
  const old = new Map<string, number | null>();
  for (let row = 1; row <= ledgerSize(ledger).rows; row += 1) {
    const hash = lastWritten(ledger, row, 1);
    if (hash !== null) old.set(hash, old.has(hash) ? null : row);
  }
  const rows = [...old].flatMap(([hash, row]) =>
    row === null || places.get(hash) === null ? [] : [{ row, to: places.get(hash) }],
  );
  const shiftOf = (one: { row: number; to: number | null | undefined } | undefined): number | null =>
    typeof one?.to === "number" ? one.to - one.row : null;
  const moved = new Map<number, { to: number | null; label: string }>();
  rows.forEach(({ row, to }, index) => {
    const above =
      shiftOf(
        rows
          .slice(0, index)
          .filter((one) => typeof one.to === "number")
          .at(-1),
      ) ?? 0;
    const below = shiftOf(rows.slice(index + 1).find((one) => typeof one.to === "number")) ?? above;
    // Between rows that keep together, a label that is gone was reworded; elsewhere its row left the model.
    const place = to ?? (above === below ? row + above : null);
    if (place === row) return;
    moved.set(row, {
      to: place,
      label: place === null ? "" : String(cellInput(sheet.rows[place - 1]?.cells[0])).replace(/^'/, ""),
    });
  });
  return moved;
}

/** Formulas on a sheet of the analyst's own that refer to rows which move. */
export function referencesToMoved(
  own: string,
  contents: SheetContents,
  model: string,
  moved: MovedRows,
): PlannedChange[] {
  const quoted = quotedSheet(model);
  const name = /^[A-Za-z_][\w.]*$/.test(model)
    ? `(?:${quoted}|\\b${model})`
    : quoted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`${name}!\\$?([A-Z]{1,3})\\$?(\\d+)`, "g");
  return contents.table.flatMap((cells, row) =>
    cells.flatMap((content, column) => {
      if (typeof content !== "string" || !content.startsWith("=")) return [];
      const hit = [...content.matchAll(pattern)]
        .map((match) => ({
          place: `${match[1] ?? ""}${match[2] ?? ""}`,
          column: match[1] ?? "",
          row: moved.get(Number(match[2])),
        }))
        .find((one) => one.row !== undefined);
      if (!hit?.row) return [];
      const cell = cellAddress(contents.top + row + 1, contents.left + column + 1);
      const there =
        hit.row.to === null
          ? "leaves the model"
          : say`moves to ${hit.column || "A"}${String(hit.row.to)}${hit.row.label === "" ? "" : ` (${hit.row.label})`}`;
      return [
        {
          sheet: own,
          cell,
          kind: "cell" as const,
          now: content,
          wouldBe: content,
          reason: say`${model}!${hit.place} ${there}; this formula of yours will show another line until you point it there`,
          applies: false,
        },
      ];
    }),
  );
}
