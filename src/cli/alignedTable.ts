import { columnsOf, padded } from "./columns";

/** Rows of a table with their columns lined up, the first to the left and the others to the right; the first row has them all. */
export function alignedTable(table: readonly (readonly string[])[]): readonly string[] {
  const widths = table[0]!.map((_, column) => Math.max(...table.map((cells) => columnsOf(cells[column]!))));
  return table.map((cells) =>
    cells
      .map((text, column) =>
        column === 0 ? padded(text, widths[0]!) : padded(text, widths[column]!, "before"),
      )
      .join("  "),
  );
}
