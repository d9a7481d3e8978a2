import type { ICellData, IColumnData, IRowData, IStyleData, IWorkbookData, Nullable } from "@univerjs/core";
import type { WorkbookPlan } from "../../workbook/plan";
import { earlierYears } from "./foldColumns";
import type { GridBook } from "./gridBook";
import { gridStyles } from "./gridStyles";
import { gridSheet, sheetIdOf } from "./planSheets";

/** Looks that a person gave a sheet of the model; rows and columns count from 0. */
export interface OwnLooks {
  readonly sheetId: string;
  readonly cells: readonly { readonly row: number; readonly column: number; readonly look: IStyleData }[];
  /** Widths in pixels, and hidden columns; years that fold aside. */
  readonly columns: Readonly<Record<number, Partial<IColumnData>>>;
  /** Heights in pixels, and hidden rows. */
  readonly rows: Readonly<Record<number, Partial<IRowData>>>;
}

/** What a person has changed in the look of the model's sheets since the plan was written. */
export function ownLooks(book: GridBook, written: WorkbookPlan): readonly OwnLooks[] {
  const styles = gridStyles(written.styles);
  return written.sheets.flatMap((plan): OwnLooks[] => {
    const sheet = book.sheetOfPlan(plan.name);
    if (sheet === null) return [];
    const expected = gridSheet(plan, styles);
    const now = sheet.getSnapshot();
    const lookOf = (cell: Nullable<ICellData>, plans: boolean): IStyleData | null => {
      if (cell?.s == null) return null;
      if (typeof cell.s !== "string") return cell.s;
      return (plans ? styles[cell.s] : book.workbook().getStyles().get(cell.s)) ?? null;
    };
    const folding = new Set(earlierYears(plan));
    const cells: { row: number; column: number; look: IStyleData }[] = [];
    sheet.getCellMatrix().forValue((row, column, cell) => {
      const planned = expected.cellData![row]?.[column];
      if (cell?.s === planned?.s) return;
      const look = lookOf(cell, false);
      if (sameLook(look, lookOf(planned, true))) return;
      cells.push({ row, column, look: look ?? {} });
    });
    return [
      {
        sheetId: sheetIdOf(plan.name),
        cells,
        columns: changed(now.columnData, expected.columnData!, (column) =>
          folding.has(column) ? ["w"] : ["w", "hd"],
        ),
        rows: changed(now.rowData, expected.rowData!, () => ["h", "hd"]),
      },
    ];
  });
}

/** Lays a person's looks over the model's sheets of a snapshot. */
export function layLooks(snapshot: IWorkbookData, looks: readonly OwnLooks[]): void {
  for (const { sheetId, cells, columns, rows } of looks) {
    const sheet = snapshot.sheets[sheetId];
    if (sheet?.cellData === undefined) continue;
    for (const { row, column, look } of cells) {
      const line = (sheet.cellData[row] ??= {});
      line[column] = { ...line[column], s: look };
    }
    sheet.columnData = overlaid(sheet.columnData ?? {}, columns);
    sheet.rowData = overlaid(sheet.rowData ?? {}, rows);
  }
}

type Lines<Line> = { [index: number]: Partial<Line> };

function overlaid<Line>(lines: Lines<Line>, own: Readonly<Lines<Line>>): Lines<Line> {
  return {
    ...lines,
    ...Object.fromEntries(
      Object.entries(own).map(([index, line]) => [index, { ...lines[Number(index)], ...line }]),
    ),
  };
}

function changed<Line>(
  now: Lines<Line>,
  expected: Lines<Line>,
  keysOf: (index: number) => readonly (keyof Line)[],
): Record<number, Partial<Line>> {
  return Object.fromEntries(
    Object.entries(now).flatMap(([index, line]) => {
      const different = keysOf(Number(index)).filter(
        (key) => line[key] != null && (line[key] || 0) !== (expected[Number(index)]?.[key] ?? 0),
      );
      return different.length === 0
        ? []
        : [[index, Object.fromEntries(different.map((key) => [key, line[key]]))]];
    }),
  ) as Record<number, Partial<Line>>;
}

function sameLook(a: IStyleData | null, b: IStyleData | null): boolean {
  return canonical(a) === canonical(b);
}

/** A look as text: order of parts and parts without meaning aside. */
function canonical(look: unknown): string {
  return (
    JSON.stringify(look, (_, value: unknown) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      const parts = Object.entries(value)
        .filter(([, part]) => part != null)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return Object.fromEntries(parts);
    }) ?? "null"
  );
}
