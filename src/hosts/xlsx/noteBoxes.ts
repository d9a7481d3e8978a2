import type { NotePlan } from "../../workbook/plan";
import { parseCell } from "../../workbook/address";

/** Characters that fit on one line of a note box. */
const LINE_LENGTH = 44;

/** The drawing of a sheet's notes with boxes as large as their texts, so that no note is cut off. */
export function enlargeNoteBoxes(vml: string, notes: readonly NotePlan[]): string {
  const lines = new Map(notes.map((note) => [positionKey(note.cell), lineCount(note.text)]));
  return vml.replaceAll(/<v:shape id=.*?<\/v:shape>/gs, (shape) => {
    const row = Number(/<x:Row>(\d+)<\/x:Row>/.exec(shape)?.[1]);
    const column = Number(/<x:Column>(\d+)<\/x:Column>/.exec(shape)?.[1]);
    const height = lines.get(`${String(row)},${String(column)}`);
    if (height === undefined) throw new Error(`A note box stands on no planned note: row ${String(row + 1)}`);
    const top = Math.max(row - 1, 0);
    const rows = Math.ceil((height * 14) / 15) + 2;
    const anchor = `${String(column + 1)}, 12, ${String(top)}, 4, ${String(column + 5)}, 12, ${String(top + rows)}, 4`;
    return shape
      .replace(/width:[\d.]+pt;height:[\d.]+pt/, `width:240pt;height:${String(rows * 15)}pt`)
      .replace(/<x:Anchor>[^<]*<\/x:Anchor>/, `<x:Anchor>${anchor}</x:Anchor>`);
  });
}

function positionKey(address: string): string {
  const { row, column } = parseCell(address);
  return `${row - 1},${column - 1}`;
}

function lineCount(text: string): number {
  return text
    .split("\n")
    .reduce((total, line) => total + Math.max(1, Math.ceil(line.length / LINE_LENGTH)), 0);
}
