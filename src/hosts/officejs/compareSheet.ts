/** Three-way comparison of one sheet: what was last written, what stands there now, what the plan says. */

import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import type { CellValue, PlannedChange } from "../port";
import { cellAddress, parseRectangle } from "../../workbook/address";
import { say } from "../../words";
import { canonical, cellInput, inWords, shows } from "./cellContents";
import type { CellWrite } from "./contentSteps";
import { inputVerdicts } from "./inputVerdicts";
import type { SheetLedger } from "./ledger";
import type { SheetContents } from "./sheetContents";
import { lastSeen, lastWritten, ledgerSize, writtenHash } from "./sheetLedger";
import { textHash } from "../textHash";

/** What is to be compared. */
export interface Comparison {
  readonly plan: WorkbookPlan;
  readonly sheet: SheetPlan;
  readonly ledger: SheetLedger | undefined;
  readonly contents: SheetContents;
  /** Planned name of a sheet by the name it has now. */
  readonly rename: (name: string) => string;
  /** Name of a sheet when it was last written, in whatever language, by the name it has now. */
  readonly asWritten: (name: string) => string;
  readonly overwrite: ReadonlySet<string>;
}

/** Cells to write, with what they held before, and what to tell the analyst. */
export interface SheetDifference {
  readonly writes: readonly (CellWrite & { readonly before: CellValue })[];
  readonly changes: readonly PlannedChange[];
  /** Addresses left to the analyst. */
  readonly kept: ReadonlySet<string>;
}

/** A sheet whose cells differ this often was rearranged by hand, and is left alone as a whole. */
const rearranged = { cells: 40, share: 0.25 };

/** What becomes of a cell: the input to write, or null to leave it to the analyst. */
export interface Verdict {
  readonly write: CellValue | null;
  readonly reason: string;
  readonly kind: "cell" | "input";
}

/** Compares a sheet cell by cell. */
export function compareSheet(task: Comparison): SheetDifference {
  const { sheet, ledger, contents } = task;
  const writes: (CellWrite & { before: CellValue })[] = [];
  const changes: PlannedChange[] = [];
  const kept = new Set<string>();
  const inputs = inputVerdicts(task);
  const old = ledgerSize(ledger);
  const rows = Math.max(sheet.rows.length, old.rows);
  let ours = 0;
  for (let row = 1; row <= rows; row += 1) {
    const columns = Math.max(sheet.rows[row - 1]?.cells.length ?? 0, old.columns);
    for (let column = 1; column <= columns; column += 1) {
      const cell = sheet.rows[row - 1]?.cells[column - 1];
      if (!cell && (!ledger || lastWritten(ledger, row, column) === null)) continue;
      ours += 1;
      const address = cellAddress(row, column);
      const verdict = inputs.verdicts.has(address)
        ? (inputs.verdicts.get(address) ?? null)
        : cellVerdict(task, row, column, inputs.moved.has(address));
      if (!verdict) continue;
      const now = contents.at(row, column);
      changes.push({
        sheet: sheet.name,
        cell: address,
        kind: verdict.kind,
        now: inWords(now),
        wouldBe: inWords(cellInput(cell)),
        reason: verdict.reason,
        applies: verdict.write !== null,
      });
      if (verdict.write === null) kept.add(address);
      else {
        writes.push({ row, column, input: verdict.write, before: now });
        if (inputs.carried.has(address)) kept.add(address);
      }
    }
  }
  for (const one of inputs.lost)
    changes.push({
      sheet: sheet.name,
      cell: one.cell,
      kind: "input",
      now: inWords(one.value),
      wouldBe: inWords(contentOfPlan(sheet, one.cell)),
      reason: say`the input "${one.label}" is no longer part of the model`,
      applies: true,
    });
  const left = changes.filter((one) => !one.applies && one.kind === "cell").length;
  if (left > rearranged.cells && left > ours * rearranged.share) {
    const reason = say`${String(left)} cells differ from what was last written: rows or columns seem to have been inserted, deleted or sorted. The sheet is left as it is; rename it and update to get a fresh one.`;
    return {
      writes: [],
      kept: new Set(changes.map((one) => one.cell)),
      changes: [
        {
          sheet: sheet.name,
          cell: "",
          kind: "sheet",
          now: "rearranged",
          wouldBe: "as planned",
          reason,
          applies: false,
        },
      ],
    };
  }
  return { writes, changes, kept };
}

function contentOfPlan(sheet: SheetPlan, address: string): CellValue {
  const place = parseRectangle(address);
  return place ? cellInput(sheet.rows[place.row - 1]?.cells[place.column - 1]) : "";
}

function cellVerdict(task: Comparison, row: number, column: number, vacated: boolean): Verdict | null {
  const { sheet, ledger, contents, rename } = task;
  const now = contents.at(row, column);
  const input = cellInput(sheet.rows[row - 1]?.cells[column - 1]);
  const shown = canonical(now, task.asWritten);
  if (shows(now, input, rename)) return null;
  const seen = ledger ? lastSeen(ledger, row, column) : null;
  const untouched = seen === null ? now === "" : textHash(shown) === seen;
  const planned = ledger ? lastWritten(ledger, row, column) : null;
  if (untouched && planned !== null && planned === writtenHash(sheet, row, column)) return null;
  const address = cellAddress(row, column);
  const write = (reason: string): Verdict => ({ write: input, reason, kind: "cell" });
  if (untouched || vacated)
    return write(input === "" ? "no longer part of the model" : "the model has changed");
  if (typeof now === "string" && now.startsWith("=") && now.includes("#REF!"))
    return write("the formula lost its reference when a sheet, row or column was deleted");
  if (task.overwrite.has(`${sheet.name}!${address}`)) return write("you chose to overwrite it");
  if (!ledger)
    return {
      write: null,
      reason: "differs from the model; what was last written is not known",
      kind: "cell",
    };
  const alike = planned === writtenHash(sheet, row, column);
  return {
    write: null,
    reason: alike ? "you changed this cell" : "you changed this cell, and so has the model",
    kind: "cell",
  };
}
