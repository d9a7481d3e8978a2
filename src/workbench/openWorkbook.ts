import type { FileParts } from "../hosts/grid/openInGrid";
import type { PlacedReader } from "../hosts/grid/liveModel";
import type { ReadSheet, ReadWorkbook } from "../hosts/xlsx/readXlsx";
import { cellAddress, parseCell } from "../workbook/address";
import { PERIODS, scenarioAssumptions, SCENARIOS, validateAssumptions, type Model } from "../model";
import type { CellValue } from "../hosts/port";
import { INPUT_COLUMNS } from "../workbook/inputColumns";
import { HEADER, periodColumn } from "../workbook/axis";
import { layoutOf, type Layout } from "../workbook/layout";
import type { StandingCell } from "../workbook/readTyped";
import type { WorkbookPlan } from "../workbook/plan";
import { SHEETS } from "../workbook/sheetNames";
import { readWorkbookInputs, type WorkbookInputs } from "./followInputs";
import { checkSheetNames } from "./fileLimits";
import { contentOf, ownFileParts } from "./ownFileParts";
import { UnfitFile } from "./unfitFile";

/** What a file brings back: inputs, scenario, and a person's own parts. */
export interface OpenedFile {
  readonly inputs: WorkbookInputs;
  readonly parts: FileParts;
  /** What the file holds and the workbench does not take over, in sentences. */
  readonly left: readonly string[];
}

/** Reads an .xlsx file of the model. Throws UnfitFile for anything else. */
export async function openWorkbook(model: Model, bytes: Uint8Array, plan: WorkbookPlan): Promise<OpenedFile> {
  const { readWholeWorkbook } = await import("../hosts/xlsx/readXlsx");
  const file = await readWholeWorkbook(bytes).catch((error: unknown) => {
    throw new UnfitFile(`${error instanceof Error ? error.message : String(error)}.`.replace(/\.\.$/, "."));
  });
  checkSheetNames(file);
  const missing = [SHEETS.inputs, SHEETS.summary].filter(
    (name) => !file.sheets.some((sheet) => sheet.name === name),
  );
  if (missing.length > 0 || !file.names.has("KC_Inputs")) {
    throw new UnfitFile(
      "This workbook holds no KC model: it has no Inputs sheet with the model's assumptions. Open a file that was saved here, by the add-in or by kc build.",
    );
  }
  const inputs = readWorkbookInputs(model, placedReader(model, file));
  if (!("rows" in inputs)) {
    const more = inputs.length > 1 ? ` (and ${inputs.length - 1} more)` : "";
    throw new UnfitFile(
      `${inputs[0]!.place} holds ${inputs[0]!.holds}${more}, which the model can't calculate with. Put a number there and save the file again.`,
    );
  }
  for (const { id, name } of SCENARIOS) {
    const [problem] = validateAssumptions(inputs.rows, scenarioAssumptions(inputs.rows, id));
    if (problem !== undefined)
      throw new UnfitFile(`An input of the scenario ${name} is not allowed: ${problem.message}`);
  }
  return { inputs, ...ownFileParts(file, plan) };
}

/** Reads planned places from a file, also where rows or columns of the assumption table were moved. */
function placedReader(model: Model, file: ReadWorkbook): PlacedReader {
  const layout = layoutOf(model);
  const sheet = file.sheet(SHEETS.inputs);
  const cells = sheet.addresses().map((place) => ({ ...parseCell(place), value: sheet.cell(place).value }));
  const driverAt = new Map([...layout.inputs.driver].map(([id, line]) => [line, id]));
  const drivers = cells
    .filter(({ column }) => column === INPUT_COLUMNS.driver)
    .map(({ row, value }) => [String(value), row] as const);
  const rowOf = new Map(drivers);
  const twice = drivers.find(([id, row]) => layout.inputs.driver.has(id) && rowOf.get(id) !== row);
  if (twice)
    throw new UnfitFile(
      `${SHEETS.inputs} lists the driver ${twice[0]} twice, in rows ${twice[1]} and ${rowOf.get(twice[0])}. Delete one of them and save the file again.`,
    );
  const header = cells.find(({ value }) => value === SCENARIOS[0]!.name)?.row;
  const columnOf = new Map(
    cells.filter(({ row }) => row === header).map(({ column, value }) => [String(value), column]),
  );
  const actuals = placedActuals(layout, file);
  return (planSheet, row, column) => {
    if (planSheet === SHEETS.history) return actuals(row, column);
    if (planSheet !== SHEETS.inputs) return contentOf(file.sheet(planSheet).cell(cellAddress(row, column)));
    const scenario = SCENARIOS[column - INPUT_COLUMNS.firstScenario]!;
    const [line, at] = [rowOf.get(driverAt.get(row) ?? ""), columnOf.get(scenario.name)];
    if (line === undefined || at === undefined) return { content: "", value: "" };
    return baseFollower(sheet, line, at, columnOf.get("Base") ?? at, row);
  };
}

/** A cell that follows Base reads as the planned formula, wherever the table stands and however the file stores it. */
function baseFollower(
  sheet: ReadSheet,
  line: number,
  column: number,
  base: number,
  plannedRow: number,
): { content: CellValue; value: CellValue } {
  const cell = sheet.cell(cellAddress(line, column));
  const follows =
    cell.formula === "" || cell.formula?.replaceAll("$", "").toUpperCase() === cellAddress(line, base);
  const { content, value } = contentOf(cell);
  if (!follows || column === base || value !== sheet.cell(cellAddress(line, base)).value)
    return { content: cell.formula === undefined ? content : "=", value };
  return {
    content: `=$${cellAddress(plannedRow, INPUT_COLUMNS.firstScenario + SCENARIOS.findIndex(({ id }) => id === "base"))}`,
    value,
  };
}

/** Reads the Actuals sheet of a file by line name and period, wherever they stand; a file without one knows what ships. */
function placedActuals(layout: Layout, file: ReadWorkbook): (row: number, column: number) => StandingCell {
  const shipped: StandingCell = { content: "=", value: "" };
  const sheet = file.sheets.find(({ name }) => name === SHEETS.history);
  if (sheet === undefined) return () => shipped;
  const cells = sheet.addresses().map((place) => ({ ...parseCell(place), value: sheet.cell(place).value }));
  const ids = new Map([...layout.history.line].map(([id, row]) => [row, id]));
  const rowOf = new Map(cells.map(({ row, value }) => [String(value), row]));
  const columnOf = new Map(
    cells.filter(({ row }) => row === HEADER.period).map(({ column, value }) => [String(value), column]),
  );
  return (row, column) => {
    const period = PERIODS.find((_, index) => periodColumn(index) === column)!.label;
    const [line, at] = [rowOf.get(ids.get(row) ?? ""), columnOf.get(period)];
    return line === undefined || at === undefined ? shipped : contentOf(sheet.cell(cellAddress(line, at)));
  };
}
