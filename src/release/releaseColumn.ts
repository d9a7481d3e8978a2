import { say } from "../words";
import { QUARTERS } from "../companies/kingsoftCloud";
import type { ColumnHead } from "./columnHead";
import type { ReleaseSection } from "./releaseSections";

/** A column of a section as a person may choose it. */
export interface ColumnChoice {
  readonly column: number;
  /** What its head says, e.g. "2026Q2, three months". */
  readonly words: string;
  /** Its first figures. */
  readonly sample: string;
}

/** How the column of a quarter was found: by its head, as the only one of figures, by a person, or not. */
export interface FoundColumn {
  readonly column: number | null;
  readonly by: "head" | "only" | "person" | "none";
  /** Columns of figures of earlier quarters in RMB, by index of the quarter. */
  readonly earlier: ReadonlyMap<number, number>;
}

/** Columns that can be a quarter's figures in RMB. */
function usable({ heads, columns }: ReleaseSection): readonly (readonly [number, ColumnHead])[] {
  return columns
    .map((column) => [column, heads.get(column)!] as const)
    .filter(([, { foreign, aside, months }]) => !foreign && !aside && (months === null || months === 3));
}

/** The column that holds a quarter's figures, and those of earlier quarters; a head decides, and where there is none a person. */
export function findColumn(section: ReleaseSection, quarter: number, chosen: number | null): FoundColumn {
  const label = QUARTERS[quarter]!.label;
  const able = usable(section);
  const earlier = new Map(
    able.flatMap(([column, head]): [number, number][] => {
      const index = QUARTERS.findIndex((each) => each.label === head.quarter);
      return index >= 0 && index < quarter ? [[index, column]] : [];
    }),
  );
  if (chosen !== null && section.columns.includes(chosen)) return { column: chosen, by: "person", earlier };
  const named = able.filter(([, head]) => head.quarter === label);
  if (named.length === 1) return { column: named[0]![0], by: "head", earlier };
  const headed = [...section.heads.values()].some((head) => head.quarter !== null || head.months !== null);
  if (named.length === 0 && !headed && able.length === 1) return { column: able[0]![0], by: "only", earlier };
  return { column: null, by: "none", earlier };
}

/** Columns of a section with what their heads say. */
export function columnChoices({ heads, columns, rows }: ReleaseSection): readonly ColumnChoice[] {
  return columns.map((column, place) => {
    const { quarter, months, foreign, aside } = heads.get(column)!;
    const said = [
      quarter,
      months === null ? null : say`${months} months`,
      foreign ? "another currency" : null,
      aside ? "no figures" : null,
    ].filter((each) => each !== null);
    const sample = rows
      .flatMap(({ amounts }) => amounts.get(column)?.text ?? [])
      .slice(0, 2)
      .join(", ");
    return { column, words: `${place + 1}: ${said.length === 0 ? "no head" : said.join(", ")}`, sample };
  });
}

/** The newest quarter that the heads of some sections name, or null. */
export function newestQuarter(sections: readonly ReleaseSection[]): string | null {
  const labels = sections.flatMap((section) => usable(section).flatMap(([, head]) => head.quarter ?? []));
  return [...labels].sort().at(-1) ?? null;
}
