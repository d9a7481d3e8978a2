/** What becomes of the inputs of a sheet: the analyst's values stay, and follow their row when it moves. */

import type { CellValue } from "../port";
import { parseRectangle } from "../../workbook/address";
import { say } from "../../words";
import { asInput, canonical, cellInput, shows } from "./cellContents";
import type { Comparison, Verdict } from "./compareSheet";
import { inputAddresses } from "./inputKeys";
import { lastSeen, lastWritten } from "./sheetLedger";
import { textHash } from "../textHash";

/** Verdicts by address, addresses that inputs left, addresses that took a value along, and values without a place. */
export interface InputVerdicts {
  readonly verdicts: ReadonlyMap<string, Verdict | null>;
  readonly moved: ReadonlySet<string>;
  readonly carried: ReadonlySet<string>;
  readonly lost: readonly { readonly cell: string; readonly label: string; readonly value: CellValue }[];
}

/** True when a cell no longer holds what was last written there. */
function isAnalysts(task: Comparison, address: string): boolean {
  const place = parseRectangle(address);
  if (!place) return false;
  const now = task.contents.at(place.row, place.column);
  const seen = task.ledger ? lastSeen(task.ledger, place.row, place.column) : null;
  if (seen === null)
    return (
      now !== "" || (task.ledger !== undefined && lastWritten(task.ledger, place.row, place.column) !== null)
    );
  return textHash(canonical(now, task.asWritten)) !== seen;
}

/** Decides on every input of a sheet. */
export function inputVerdicts(task: Comparison): InputVerdicts {
  const { plan, sheet, ledger, contents, rename } = task;
  const keys = inputAddresses(plan, sheet);
  const verdicts = new Map<string, Verdict | null>();
  const moved = new Set<string>();
  const carried = new Set<string>();
  // An input whose label was reworded is still the one at its address.
  const vanished = new Map(
    Object.entries(ledger?.inputs ?? {}).flatMap(([key, address]) =>
      keys.has(key) ? [] : [[address, key] as const],
    ),
  );
  for (const [key, address] of keys) {
    const from = ledger ? (ledger.inputs[key] ?? (vanished.delete(address) ? address : undefined)) : address;
    const place = parseRectangle(address);
    const source = from === undefined ? null : parseRectangle(from);
    if (!place || !source || from === undefined) continue;
    const input = cellInput(sheet.rows[place.row - 1]?.cells[place.column - 1]);
    const theirs = contents.at(source.row, source.column);
    if (from !== address) moved.add(from);
    const overwritten = task.overwrite.has(`${sheet.name}!${address}`);
    if (isAnalysts(task, from) && !shows(theirs, input, rename) && !overwritten) {
      if (from === address)
        verdicts.set(address, { write: null, reason: "your input is kept", kind: "input" });
      else {
        carried.add(address);
        verdicts.set(address, {
          write: asInput(theirs),
          reason: say`your input moves here with its row from ${from}`,
          kind: "input",
        });
      }
    } else if (shows(contents.at(place.row, place.column), input, rename)) verdicts.set(address, null);
    else
      verdicts.set(address, {
        write: input,
        reason: overwritten
          ? "you chose to overwrite it"
          : "the model's default has changed and you had not touched it",
        kind: "input",
      });
  }
  const lost = [...vanished].flatMap(([cell, key]) => {
    const place = parseRectangle(cell);
    const overwritten = verdicts.get(cell)?.write !== undefined && verdicts.get(cell)?.write !== null;
    return place && overwritten && isAnalysts(task, cell)
      ? [{ cell, label: key.split("|")[0] ?? "", value: contents.at(place.row, place.column) }]
      : [];
  });
  return { verdicts, moved, carried, lost };
}
