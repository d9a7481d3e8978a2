import type { CellValue, RangeReading } from "../../hosts/port";
import { asTyped, valuesTyped } from "../../functions";
import { OWN_SCENARIOS, SHIPPED_SCENARIOS, SCENARIOS } from "../../companies/kingsoftCloud";
import { domainOf, headRowOf, scenarioColumns, type Model, type ScenarioHeads } from "../../model";
import type { ScenarioName } from "../../seeds";
import { cellAddress, columnLetters, onSheet } from "../../workbook/address";
import { INPUT_COLUMNS } from "../../workbook/inputColumns";
import { layoutOf } from "../../workbook/layout";
import { listed, say } from "../../words";
import { entryOf, isQuarter, withEdits, type InputEdit, type InputTable } from "../state/inputTable";
import type { InputFault, LostTitle } from "../state/paneState";
import { namedPlaces } from "./namedPlaces";
import type { QuarterAddress } from "./readQuarterlySheet";

/** Where the assumption table stands now, also after rows or columns were inserted. */
export interface InputPlaces {
  readonly sheet: string;
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<ScenarioName, number>;
  /** Row in which the names of the scenarios stand. */
  readonly head: number;
  /** Where the quarters stand; none where the workbook has no sheet for them. */
  readonly quarter?: QuarterAddress | undefined;
}

/** The assumption table as it stands in the workbook. */
export interface InputReading {
  readonly table: InputTable;
  readonly faults: readonly InputFault[];
  readonly places: InputPlaces;
  /** Names of scenarios and drivers that were typed over; their values are read by their places. */
  readonly lost: readonly LostTitle[];
  /** What stands in the heads of the analyst's own scenarios. */
  readonly heads: ScenarioHeads;
}

/** Address of an input cell; null when the sheet has lost its row or column. */
export function inputAddress(places: InputPlaces, scenario: ScenarioName, driver: string): string | null {
  if (isQuarter(driver)) return places.quarter?.(scenario, driver) ?? null;
  const [row, column] = [places.rows.get(driver), places.columns.get(scenario)];
  return row === undefined || column === undefined ? null : onSheet(places.sheet, cellAddress(row, column));
}

/** Formula of a cell that follows the Base column; made of the table's own addresses only. */
export function followingFormula(places: InputPlaces, driver: string): string {
  return `=$${columnLetters(places.columns.get("base")!)}${places.rows.get(driver)!}`;
}

/**
 * Reads the Inputs sheet from its top left cell: rows by driver name, columns by scenario name. A cell that holds no
 * number keeps the value that the pane had and is reported. Null when the sheet holds no assumption table.
 */
export function readInputSheet(
  model: Model,
  sheet: string,
  reading: RangeReading,
  before: InputTable,
): InputReading | null {
  const found = placesIn(model, sheet, reading.values);
  if (found === null) return null;
  const { lost, heads, ...lines } = found;
  const places: InputPlaces = { sheet, ...lines };
  const faults: InputFault[] = [];
  const edits: InputEdit[] = [];
  for (const row of model.rows) {
    const driver = row.driver.id;
    const domain = domainOf(row);
    const line = places.rows.get(driver);
    if (line === undefined) continue;
    for (const [scenario, column] of places.columns) {
      const cell = reading.values[line - 1]?.[column - 1] ?? "";
      const formula = reading.formulas[line - 1]?.[column - 1] ?? "";
      const isFormula = typeof formula === "string" && formula.startsWith("=");
      const follows =
        isFormula &&
        formula.replaceAll(/[$\s]/g, "").toUpperCase() ===
          followingFormula(places, driver).replaceAll("$", "") &&
        scenario !== "base";
      if (follows) {
        // What is wrong with the Base value is said once, there.
        edits.push({ scenario, driver, entry: { kind: "follows" } });
        continue;
      }
      const fault = (message: string): void =>
        void faults.push({ scenario, driver, message, address: onSheet(sheet, cellAddress(line, column)) });
      if (typeof cell !== "number" || !Number.isFinite(cell)) {
        const what = cell === "" ? "is empty" : say`holds “${String(cell)}”, which is not a number`;
        const meant = valuesTyped(row, String(cell)).map((digits) => asTyped(row, digits));
        const type = meant.length > 0 ? listed(meant, " or ") : domain.words;
        fault(say`${row.driver.label} ${what}. Type ${type}, or press Repair.`);
        continue;
      }
      const value = String(cell);
      if (!domain.contains(value))
        fault(say`${row.driver.label} is outside its range. Type ${domain.words}, or press Repair.`);
      edits.push({
        scenario,
        driver,
        entry: { kind: isFormula ? "calculated" : "own", value: sameNumber(before, scenario, driver, value) },
      });
    }
  }
  return { table: withEdits(before, edits), faults, places, lost, heads };
}

/** Keeps the digits that the pane had when the cell still holds that number. */
function sameNumber(before: InputTable, scenario: ScenarioName, driver: string, value: string): string {
  const entry = entryOf(before, scenario, driver);
  return entry.kind !== "follows" && Number(entry.value) === Number(value) ? entry.value : value;
}

function placesIn(
  model: Model,
  sheet: string,
  values: readonly (readonly CellValue[])[],
): (Omit<InputPlaces, "sheet"> & Pick<InputReading, "lost" | "heads">) | null {
  const planned = layoutOf(model).inputs.driver;
  const driverColumn = values
    .map((row) => row.findIndex((cell) => planned.has(String(cell))))
    .find((column) => column >= 0);
  const names = new Map(
    SHIPPED_SCENARIOS.map(({ name }, index) => [name, INPUT_COLUMNS.firstScenario + index]),
  );
  const counts = values.map((row) => row.filter((cell) => names.has(String(cell))).length);
  // Rows above may repeat the names.
  const header = Math.max(headRowOf(SCENARIOS, values), counts.indexOf(Math.max(...counts)));
  if (driverColumn === undefined || counts[header] === 0) return null;
  const rows = namedPlaces(planned, textsOf(values.map((row) => row[driverColumn])));
  const columns = namedPlaces(names, textsOf(values[header]!));
  // A shipped name that was typed over still tells where the own ones begin.
  const heads: CellValue[] = [...values[header]!];
  for (const [name, place] of columns.at) heads[place - 1] = name;
  const own = scenarioColumns(SCENARIOS, heads);
  return {
    rows: rows.at,
    columns: new Map([
      ...SHIPPED_SCENARIOS.flatMap(({ id, name }) =>
        columns.at.has(name) ? [[id, columns.at.get(name)!] as const] : [],
      ),
      ...OWN_SCENARIOS.flatMap(({ id }) => (own.at.has(id) ? [[id, own.at.get(id)! + 1] as const] : [])),
    ]),
    head: header + 1,
    heads: own.heads,
    lost: [
      ...columns.lost.map(({ name, now, place }): LostTitle => ({
        of: "scenario",
        name,
        now,
        address: onSheet(sheet, cellAddress(header + 1, place)),
      })),
      ...rows.lost.map(({ name, now, place }): LostTitle => ({
        of: "driver",
        name,
        now,
        address: onSheet(sheet, cellAddress(place, driverColumn + 1)),
      })),
    ],
  };
}

/** Texts by their place, counted from 1. */
function textsOf(cells: readonly (CellValue | undefined)[]): ReadonlyMap<number, string> {
  return new Map(
    cells.flatMap((cell, index) =>
      cell === undefined || cell === "" ? [] : [[index + 1, String(cell)] as const],
    ),
  );
}
