import type { CellValue, WorkbookHost } from "../../hosts/port";
import { SCENARIOS, WIDTH } from "../../companies/kingsoftCloud";
import type { Model } from "../../model";
import type { ScenarioName } from "../../seeds";
import { parseCell, cellAddress, onSheet } from "../../workbook/address";
import { layoutOf } from "../../workbook/layout";
import type { InputTable } from "../state/inputTable";
import { statementAddress } from "./statementAddress";

/** What the scenario sheets show, and the assumption table that stood in the workbook then. */
export interface SheetFigures {
  readonly table: InputTable;
  /** What the sheet of a scenario shows for a line and column of the model; null where it has no such sheet. */
  value(scenario: ScenarioName, line: string, column: number): CellValue | null;
}

/** Reads every figure of the scenario sheets, under their present names. */
export async function readSheetFigures(
  model: Model,
  port: Pick<WorkbookHost, "read">,
  sheetName: (planName: string) => string | null,
  table: InputTable,
): Promise<SheetFigures> {
  const layout = layoutOf(model);
  const lines = [...layout.scenario.line.keys()];
  const corner = lines.map((line) => parseCell(statementAddress(layout, line, WIDTH - 1)));
  const area = `A1:${cellAddress(Math.max(...corner.map(({ row }) => row)), Math.max(...corner.map(({ column }) => column)))}`;
  const sheets = SCENARIOS.flatMap(({ id, name }) => {
    const sheet = sheetName(name);
    return sheet === null ? [] : [{ id, address: onSheet(sheet, area) }];
  });
  const readings = await port.read(sheets.map(({ address }) => address));
  const values = new Map(sheets.map(({ id }, index) => [id, readings[index]!.values]));
  return {
    table,
    value: (scenario, line, column) => {
      const { row, column: at } = parseCell(statementAddress(layout, line, column));
      return values.get(scenario)?.[row - 1]?.[at - 1] ?? null;
    },
  };
}
