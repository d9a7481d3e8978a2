import type { DriverRow } from "./assumptionsFromSeeds";
import { driverFamily, familyLabel, type Driver } from "./driver";
import type { LineItem } from "./lineItem";
import type { Assumptions } from "./modelData";
import type { ScenarioName } from "../seeds";
import type { ModelSpec } from "./modelSpec";
import type { Timeline } from "./timeline";

/** One quarter of an assumption that moves in time: a value that may be typed for it, or none, where the year's stands. */
export interface QuarterDriver extends Driver {
  /** The line that shows the value in effect. */
  readonly line: LineItem;
  /** Column of the quarter. */
  readonly column: number;
  /** The assumption of its year. */
  readonly ofYear: Driver;
}

/** A quarter's row of the assumption table: nothing is shipped for it, and it has the range of its year. */
export interface QuarterRow extends DriverRow {
  readonly driver: QuarterDriver;
}

/** Name that the quarters of a line's assumption share with its years, e.g. "capexEnvelope". */
export function familyOf(line: LineItem): string {
  return driverFamily(line.quarterly!.of[0]!.id);
}

/** Name of a quarter's assumption, e.g. "capexEnvelope@2026Q3". */
export function quarterKey(line: LineItem, column: number, timeline: Timeline): string {
  return `${familyOf(line)}@${timeline.quarters[column]!.label}`;
}

/** Every quarter that a value may be typed for, line after line. */
export function quarterDriversOf(
  timeline: Timeline,
  quarterlyLines: readonly LineItem[],
): readonly QuarterDriver[] {
  const { firstAssumed, firstAssumedYear, quarters } = timeline;
  return quarterlyLines.flatMap((line) =>
    quarters.slice(firstAssumed).map(({ year, label }, place): QuarterDriver => {
      const { of } = line.quarterly!;
      const ofYear = of[of.length === 1 ? 0 : year - firstAssumedYear]!;
      return {
        ...ofYear,
        id: quarterKey(line, firstAssumed + place, timeline),
        label: `${familyLabel(ofYear.label)} ${label}`,
        line,
        column: firstAssumed + place,
        ofYear,
      };
    }),
  );
}

/** Rows of the quarters after the opening. */
export function quarterRows(
  { quarterDrivers }: ModelSpec,
  rows: readonly DriverRow[],
  opening: number,
): readonly QuarterRow[] {
  const byDriver = new Map(rows.map((row) => [row.driver.id, row]));
  return quarterDrivers
    .filter(({ column }) => column > opening)
    .map((driver) => {
      const ofYear = byDriver.get(driver.ofYear.id)!;
      const own = Object.fromEntries(Object.keys(ofYear.own).map((scenario) => [scenario, null]));
      return { ...ofYear, driver, base: "", own: own as DriverRow["own"] };
    });
}

/** The row of an assumption, of a year or of a quarter after the opening, by its name; undefined where there is none. */
export function inputRow(
  model: { readonly rows: readonly DriverRow[]; readonly quarterRows: readonly QuarterRow[] },
  id: string,
): DriverRow | undefined {
  const rows: readonly DriverRow[] = id.includes("@") ? model.quarterRows : model.rows;
  return rows.find(({ driver }) => driver.id === id);
}

/** What is typed for quarters in each scenario: own values in the model's unit by name. */
export type TypedQuarters = Readonly<Partial<Record<ScenarioName, ReadonlyMap<string, string>>>>;

/**
 * A scenario's assumptions with the quarters that hold in it: its own, or else Base's where its year has Base's value.
 * Whatever quarters stand in `assumptions` are left out.
 */
export function withQuarters(
  { quarterDrivers }: ModelSpec,
  assumptions: Assumptions,
  own: ReadonlyMap<string, string> | undefined,
  base: { readonly assumptions: Assumptions; readonly own: ReadonlyMap<string, string> | undefined },
): Assumptions {
  const quarters = quarterDrivers.flatMap(({ id, ofYear }): [string, string][] => {
    const typed = own?.get(id);
    if (typed !== undefined) return [[id, typed]];
    const followed = base.own?.get(id);
    const follows = Number(assumptions.get(ofYear.id)) === Number(base.assumptions.get(ofYear.id));
    return followed !== undefined && follows ? [[id, followed]] : [];
  });
  return new Map([...[...assumptions].filter(([id]) => !id.includes("@")), ...quarters]);
}
