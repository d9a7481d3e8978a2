import type { CellValue, ListSheet } from "../../hosts/port";
import { LINE_BY_ID } from "../../companies/kingsoftCloud";

/** A typed figure with where it is from. */
export interface SourcedFigure {
  readonly quarter: string;
  /** Id of its line. */
  readonly line: string;
  readonly value: number;
  readonly source: string;
  /** ISO day of publication. */
  readonly published: string;
}

/** Name of the visible sheet that keeps the sources of typed figures. */
export const RELEASES_SHEET = "Releases";

const HEADER = ["Quarter", "Figure", "Value", "Unit", "Source", "Published", "Line"];
const TITLE = "Figures typed on Actuals, with their sources";
const EXPLANATION =
  "Written by the New quarter tab. The figures that the model uses stand on Actuals; this list says where they are from.";

/** The sheet of a list; of one without figures nothing is left. */
export function releasesSheet(name: string, figures: readonly SourcedFigure[]): ListSheet {
  if (figures.length === 0) return { name, rows: [], bold: [], widths: [] };
  const blank = HEADER.slice(1).map(() => "");
  return {
    name,
    rows: [
      [TITLE, ...blank],
      [EXPLANATION, ...blank],
      HEADER,
      ...figures.map(({ quarter, line, value, source, published }): CellValue[] => {
        const { label, unit } = LINE_BY_ID.get(line)!;
        return [quarter, label, value, unit, source, published, line];
      }),
    ],
    bold: [0, 2],
    widths: [11, 42, 12, 9, 44, 12, 28],
  };
}

/** Reads the rows of such a sheet; null where it is another sheet, of which nothing may be overwritten. */
export function readReleases(rows: readonly (readonly CellValue[])[]): readonly SourcedFigure[] | null {
  if (rows.every((row) => row.every((cell) => cell === ""))) return [];
  const header = rows.findIndex((row) => HEADER.every((title, column) => row[column] === title));
  if (header < 0) return null;
  return rows.slice(header + 1).flatMap((row) => {
    const [quarter = "", , value = "", , source = "", published = "", line = ""] = row;
    return LINE_BY_ID.has(String(line)) && typeof value === "number"
      ? [
          {
            quarter: String(quarter),
            line: String(line),
            value,
            source: String(source),
            published: String(published),
          },
        ]
      : [];
  });
}

/** The list with new figures; one that was listed before has its new source. */
export function withReleases(
  known: readonly SourcedFigure[],
  added: readonly SourcedFigure[],
): readonly SourcedFigure[] {
  const key = ({ quarter, line }: SourcedFigure): string => `${quarter} ${line}`;
  const keys = new Set(added.map(key));
  const merged = [...known.filter((each) => !keys.has(key(each))), ...added];
  return merged.sort((a, b) => a.quarter.localeCompare(b.quarter));
}
