/** Stands between cells; a plain sign that no cell has, since a line break would be written as two. */
const BETWEEN = "^";

/** Rows of texts as one text a column, which compresses far better than a text a cell. */
export type PackedTable<Column extends string> = Readonly<Record<Column, string>>;

/** A row of a table by column. */
export type TableRow<Column extends string> = Readonly<Record<Column, string>>;

/** Packs rows by column; throws on a cell with the sign that stands between them. */
export function packTable<Column extends string>(
  columns: readonly Column[],
  rows: readonly TableRow<Column>[],
): PackedTable<Column> {
  const packed = columns.map((column) => {
    const cells = rows.map((row) => row[column]);
    const broken = cells.find((cell) => cell.includes(BETWEEN));
    if (broken !== undefined) throw new Error(`a cell of the column "${column}" has a ${BETWEEN}: ${broken}`);
    return [column, cells.join(BETWEEN)] as const;
  });
  return Object.fromEntries(packed) as Record<Column, string>;
}

/** The rows of a packed table that has at least one. */
export function unpackTable<Column extends string>(table: PackedTable<Column>): readonly TableRow<Column>[] {
  const columns = Object.entries<string>(table).map(
    ([column, text]) => [column, text.split(BETWEEN)] as const,
  );
  const [, first] = columns[0]!;
  return first.map(
    (_, row) =>
      Object.fromEntries(columns.map(([column, cells]) => [column, cells[row]!])) as Record<Column, string>,
  );
}
