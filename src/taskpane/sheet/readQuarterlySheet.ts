import type { CellValue, RangeReading } from "../../hosts/port";
import { PERIODS, QUARTERLY_LINES, QUARTERS, SCENARIOS } from "../../companies/kingsoftCloud";
import { domainOf, familyOf, type Model, type QuarterDriver, type Scenario } from "../../model";
import type { ScenarioName } from "../../seeds";
import { cellAddress, onSheet } from "../../workbook/address";
import { axisOf } from "../../workbook/axis";
import { layoutOf } from "../../workbook/layout";
import { say } from "../../words";
import { entryOf, type InputEdit, type InputTable } from "../state/inputTable";
import type { InputFault } from "../state/paneState";

/** Address of a quarter's cell in a scenario; null where its row or column is gone. */
export type QuarterAddress = (scenario: ScenarioName, driver: string) => string | null;

/** What the Quarterly inputs sheet holds that the table does not have yet, cells that can't be used, and where they stand. */
export interface QuarterlyReading {
  readonly edits: readonly InputEdit[];
  readonly faults: readonly InputFault[];
  readonly address: QuarterAddress;
}

/** Rows read beyond the planned table, for those that an analyst has inserted. */
const SPARE = 40;

/** The range of the Quarterly inputs sheet that is read, from its top left cell. */
export function quarterlyRange(model: Model, sheet: string): string {
  const axis = axisOf(model.spec.timeline);
  const last = Math.max(...layoutOf(model).quarterly.row.values()) + SCENARIOS.length - 1;
  return onSheet(sheet, `A1:${cellAddress(last + SPARE, axis.lineName + 4)}`);
}

/** Reads the Quarterly inputs sheet from its top left cell: rows by name and in the order of the scenarios, columns by quarter. Null when it holds no such table. */
export function readQuarterlySheet(
  model: Model,
  sheet: string,
  { values, formulas }: RangeReading,
  before: InputTable,
): QuarterlyReading | null {
  const placeOf = places(model, values);
  if (placeOf === null) return null;
  const edits: InputEdit[] = [];
  const faults: InputFault[] = [];
  for (const scenario of SCENARIOS)
    for (const row of model.quarterRows) {
      const place = placeOf(row.driver, scenario);
      if (place === null) continue;
      const [value, formula] = [values, formulas].map((cells) => cells[place[0]]?.[place[1]] ?? "");
      const [driver, entry] = [row.driver.id, entryOf(before, scenario.id, row.driver.id)];
      if (value === "") {
        if (entry.kind !== "follows")
          edits.push({ scenario: scenario.id, driver, entry: { kind: "follows" } });
        continue;
      }
      const domain = domainOf(row);
      const fault = (message: string): void =>
        void faults.push({
          scenario: scenario.id,
          driver,
          message,
          address: onSheet(sheet, cellAddress(place[0] + 1, place[1] + 1)),
        });
      if (typeof value !== "number" || !Number.isFinite(value)) {
        fault(
          say`${row.driver.label} holds “${String(value)}”, which is not a number. Type ${domain.words}, or press Repair.`,
        );
        continue;
      }
      if (!domain.contains(value))
        fault(say`${row.driver.label} is outside its range. Type ${domain.words}, or press Repair.`);
      const kind = typeof formula === "string" && formula.startsWith("=") ? "calculated" : "own";
      const kept = entry.kind !== "follows" && Number(entry.value) === value;
      edits.push({
        scenario: scenario.id,
        driver,
        entry: { kind, value: kept ? entry.value : String(value) },
      });
    }
  return {
    edits,
    faults,
    address: (scenario, driver) => {
      const row = model.quarterRows.find((each) => each.driver.id === driver);
      const place =
        row &&
        placeOf(
          row.driver,
          SCENARIOS.find(({ id }) => id === scenario)!,
        );
      return place ? onSheet(sheet, cellAddress(place[0] + 1, place[1] + 1)) : null;
    },
  };
}

/** Row and column, from 0, of a quarter's cell. */
type Places = (driver: QuarterDriver, scenario: Scenario) => readonly [row: number, column: number] | null;

function places(model: Model, values: readonly (readonly CellValue[])[]): Places | null {
  const header = values.find((row) => row.includes(PERIODS[model.data.opening]!.label));
  const families = new Set(QUARTERLY_LINES.map(familyOf));
  const name = Math.max(...values.map((row) => row.findIndex((cell) => families.has(String(cell)))));
  if (header === undefined || name < 0) return null;
  const rows = new Map<string, number[]>();
  values.forEach((row, place) => {
    const family = String(row[name] ?? "");
    if (families.has(family)) rows.set(family, [...(rows.get(family) ?? []), place]);
  });
  return ({ line, column }, { number }) => {
    const row = rows.get(familyOf(line))?.[number - 1];
    const place = header.indexOf(QUARTERS[column]!.label);
    return row === undefined || place < 0 ? null : [row, place];
  };
}
