import type { CellValue, WorkbookHost } from "../../hosts/port";
import {
  LINE_BY_ID,
  LINES,
  periodIndex,
  PERIODS,
  QUARTERLY_LINES,
  QUARTERS,
  SCENARIOS,
  TIMELINE,
} from "../../companies/kingsoftCloud";
import { familyOf, type Model } from "../../model";
import type { ScenarioName } from "../../seeds";
import { cellAddress, onSheet, type Place } from "../../workbook/address";
import { axisOf } from "../../workbook/axis";
import { FACT_COLUMNS } from "../../workbook/factsSheetPlan";
import { SHEETS } from "../../workbook/sheetNames";
import type { Subject } from "../state/originOf";

/** Rows in which a sheet's period labels may stand. */
const HEADER_ROWS = 16;

/**
 * What a cell of a model sheet holds, read from the names beside it and the periods above it, so that inserted rows
 * do not mislead; null when it is no figure.
 */
export async function locateCell(
  model: Model,
  port: Pick<WorkbookHost, "read">,
  sheet: string,
  planName: string,
  { column, row }: Place,
  shown: ScenarioName,
): Promise<Subject | null> {
  const axis = axisOf(model.spec.timeline);
  const [beside, above] = await port.read([
    onSheet(sheet, `A${row}:${cellAddress(row, axis.lineName + 2)}`),
    onSheet(sheet, `${cellAddress(1, column)}:${cellAddress(HEADER_ROWS, column)}`),
  ]);
  const cells = (beside?.values[0] ?? []).map(String);
  if (planName === SHEETS.facts) {
    const fact = model.seeds.fact(cells[FACT_COLUMNS.id - 1] ?? "");
    return fact === undefined ? null : { kind: "fact", fact: fact.id };
  }
  const heads = (above?.values ?? []).map((line) => String(line[0]));
  if (planName === SHEETS.quarterly) return quarterIn(cells, heads, shown);
  const scenario =
    SCENARIOS.find(({ name }) => name === planName)?.id ??
    SCENARIOS.find(({ name }) => planName === SHEETS.inputs && heads.includes(name))?.id ??
    shown;
  const driver =
    model.rows.find((each) => cells.includes(each.driver.id) && !LINE_BY_ID.has(each.driver.id)) ??
    (planName === SHEETS.inputs ? model.rows.find((each) => cells.includes(each.driver.id)) : undefined);
  if (driver !== undefined) return { kind: "driver", driver: driver.driver.id, scenario };
  const line = lineIn(cells);
  const period = heads.map((head) => periodIndex(head)).find((index) => index >= 0);
  return line === null || period === undefined ? null : { kind: "line", line, column: period, scenario };
}

/** What a cell of the Quarterly inputs sheet stands for: the value in effect of its quarter, or its year's assumption. */
function quarterIn(cells: readonly string[], heads: readonly string[], shown: ScenarioName): Subject | null {
  const line = QUARTERLY_LINES.find((each) => cells.includes(familyOf(each)));
  const column = heads.map((head) => periodIndex(head)).find((index) => index >= 0);
  if (line === undefined || column === undefined) return null;
  const scenario = SCENARIOS.find(({ name }) => cells.includes(name))?.id ?? shown;
  if (column < QUARTERS.length) return { kind: "line", line: line.id, column, scenario };
  const { of } = line.quarterly!;
  const ofYear = of.length === 1 ? of[0] : of[PERIODS[column]!.year - TIMELINE.firstAssumedYear];
  return ofYear === undefined ? null : { kind: "driver", driver: ofYear.id, scenario };
}

/** The line that a row names in its own column, else by its label. */
function lineIn(cells: readonly CellValue[]): string | null {
  const named = cells.map(String).filter((cell) => LINE_BY_ID.has(cell));
  return named[named.length - 1] ?? LINES.find(({ label }) => label === cells[0])?.id ?? null;
}
