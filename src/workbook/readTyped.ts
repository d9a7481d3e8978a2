import { lineKey, type LineItem, type Model, type TypedFigures } from "../model";

/** A cell as it stands: what it holds (a formula with "="), and its value. */
export interface StandingCell {
  readonly content: string | number | boolean;
  readonly value: string | number | boolean;
}

/** A typed cell that is no figure. */
export interface TypedFault {
  readonly line: LineItem;
  readonly column: number;
  readonly holds: string;
}

/** What was typed beside the facts: figures, figures of the facts that were emptied, and cells that hold no figure. */
export interface ReadTyped {
  readonly typed: TypedFigures;
  readonly faults: readonly TypedFault[];
}

/** Relative difference up to which a cell still holds the figure of the facts. */
const SAME = 1e-12;

/** Reads the cells of the Actuals sheet in which a figure may be typed; `at` finds a line's cell of a quarter, or null where its row or column is gone. */
export function readTyped(
  { data }: Pick<Model, "data">,
  at: (line: LineItem, column: number) => StandingCell | null,
): ReadTyped {
  const { typedLines, timeline } = data.spec;
  const typed = new Map<string, string>();
  const faults: TypedFault[] = [];
  for (const line of typedLines) {
    for (let column = data.opening + 1; column < timeline.quarters.length; column++) {
      const cell = at(line, column);
      if (cell === null) continue;
      const { value } = cell;
      const shipped = data.shipped(line.id, column)?.value;
      if (value === "") {
        if (shipped !== undefined && cell.content === "") typed.set(lineKey(line.id, column), "");
      } else if (typeof value !== "number" || !Number.isFinite(value))
        faults.push({ line, column, holds: String(value) });
      else if (
        shipped === undefined ||
        Math.abs(Number(shipped) - value) > SAME * Math.max(1, Math.abs(value))
      )
        typed.set(lineKey(line.id, column), String(value));
    }
  }
  return { typed, faults };
}
