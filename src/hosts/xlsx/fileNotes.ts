import type { Sheet } from "hucre/xlsx";
import { cellAddress } from "../../workbook/address";
import type { NotePlan } from "../../workbook/plan";

/** Notes of a sheet of a file; a thread of comments becomes one note with a line for each of them. */
export function fileNotes(file: Sheet, people: ReadonlyMap<string, string>): readonly NotePlan[] {
  const threads = threadTexts(file, people);
  const notes = [...(file.cells ?? [])].flatMap(([key, { comment }]): NotePlan[] => {
    const [row, column] = key.split(",").map(Number) as [number, number];
    const cell = cellAddress(row + 1, column + 1);
    const text = threads.get(cell) ?? comment?.text ?? "";
    threads.delete(cell);
    return text === "" ? [] : [{ cell, text }];
  });
  return [...notes, ...[...threads].map(([cell, text]) => ({ cell, text }))];
}

function threadTexts(file: Sheet, people: ReadonlyMap<string, string>): Map<string, string> {
  const texts = new Map<string, string>();
  const cellOf = new Map<string, string>();
  for (const { id, parentId, ref, personId, text } of file.threadedComments ?? []) {
    const cell = ref ?? cellOf.get(parentId ?? "");
    if (cell === undefined) continue;
    cellOf.set(id, cell);
    const who = people.get(personId);
    const line = who === undefined ? text : `${who}: ${text}`;
    texts.set(cell, texts.has(cell) ? `${texts.get(cell)!}\n${line}` : line);
  }
  return texts;
}
