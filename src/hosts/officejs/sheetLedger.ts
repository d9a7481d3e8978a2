/** Makes the ledger entry of a sheet after it was written, and looks things up in it. */

import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { cellAddress } from "../../workbook/address";
import { canonical, cellInput } from "./cellContents";
import { chartNames } from "./chartSteps";
import { inputAddresses } from "./inputKeys";
import type { SheetLedger } from "./ledger";
import type { SheetContents } from "./sheetContents";
import { dataHash, hashLength, textHash } from "../textHash";

/** Stands for a cell that the plan leaves empty. */
const nothing = "-".repeat(hashLength);

/** Fingerprint of the look of a sheet: everything but contents, notes and charts. */
export function lookHash(plan: WorkbookPlan, sheet: SheetPlan): string {
  const { tabColour, columns, freeze, validations, conditionalFormats, links, print, gridlines } = sheet;
  const used = [
    ...new Set(sheet.rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [cell.style] : [])))),
  ];
  const cells = sheet.rows.map((row) => [row.height ?? 0, row.cells.map((cell) => cell?.style ?? "")]);
  return dataHash([
    tabColour,
    columns,
    freeze,
    validations,
    conditionalFormats,
    links,
    print,
    gridlines,
    used.map((key) => [key, plan.styles[key]]),
    cells,
  ]);
}

/** Fingerprint of what the plan writes into one cell. */
export function writtenHash(sheet: SheetPlan, row: number, column: number): string {
  const input = cellInput(sheet.rows[row - 1]?.cells[column - 1]);
  return input === "" ? nothing : textHash(canonical(input));
}

/** Fingerprint of what was last written into a cell, or null when nothing was. */
export function lastWritten(ledger: SheetLedger, row: number, column: number): string | null {
  const hash = ledger.written[row - 1]?.slice((column - 1) * hashLength, column * hashLength) ?? "";
  return hash === "" || hash === nothing ? null : hash;
}

/** Fingerprint of what Excel last showed for what was written, or null when nothing was. */
export function lastSeen(ledger: SheetLedger, row: number, column: number): string | null {
  return ledger.seen[cellAddress(row, column)] ?? lastWritten(ledger, row, column);
}

/** Last row and column that the ledger tells of. */
export function ledgerSize(ledger: SheetLedger | undefined): {
  readonly rows: number;
  readonly columns: number;
} {
  return {
    rows: ledger?.written.length ?? 0,
    columns: Math.max(0, ...(ledger?.written ?? []).map((row) => row.length / hashLength)),
  };
}

/** Entry of a sheet as it stands now; cells that were left to the analyst stay marked as not ours. */
export function sheetLedger(
  plan: WorkbookPlan,
  sheet: SheetPlan,
  contents: SheetContents,
  kept: ReadonlySet<string>,
): SheetLedger {
  const seen: Record<string, string> = {};
  const written = sheet.rows.map((row, rowIndex) =>
    row.cells
      .map((_, columnIndex) => {
        const hash = writtenHash(sheet, rowIndex + 1, columnIndex + 1);
        const address = cellAddress(rowIndex + 1, columnIndex + 1);
        const shown =
          hash === nothing ? nothing : textHash(canonical(contents.at(rowIndex + 1, columnIndex + 1)));
        if (shown !== hash && !kept.has(address)) seen[address] = shown;
        return hash;
      })
      .join(""),
  );
  return {
    id: contents.id,
    ...(sheet.english !== undefined && { name: sheet.name }),
    written,
    seen,
    inputs: Object.fromEntries(inputAddresses(plan, sheet)),
    notes: Object.fromEntries(sheet.notes.map((note) => [note.cell, textHash(note.text)])),
    look: lookHash(plan, sheet),
    charts: { names: chartNames(sheet), hash: dataHash(sheet.charts) },
  };
}
