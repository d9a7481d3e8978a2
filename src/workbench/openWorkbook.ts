import type { FileContent } from "../hosts/grid/openInGrid";
import type { PlacedReader } from "../hosts/grid/liveModel";
import type { ReadCell, ReadSheet, ReadWorkbook } from "../hosts/xlsx/readXlsx";
import { parseCell } from "../hosts/xlsx/cellAddress";
import { scenarioAssumptions, SCENARIOS, validateAssumptions, type Model } from "../model";
import { address } from "../workbook/axis";
import { INPUT_COLUMNS } from "../workbook/inputsSheetPlan";
import { layoutOf } from "../workbook/layout";
import type { WorkbookPlan } from "../workbook/plan";
import { SHEETS } from "../workbook/sheetNames";
import { readWorkbookInputs, type WorkbookInputs } from "./followInputs";

/** What a file brings back: inputs, scenario, and a person's own cells and sheets. */
export interface OpenedFile {
  readonly inputs: WorkbookInputs;
  readonly contents: readonly FileContent[];
}

/** A file that the workbench can't take, with the reason in words; nothing has been changed. */
export class UnfitFile extends Error {}

/** Reads an .xlsx file of the model. Throws UnfitFile for anything else. */
export async function openWorkbook(model: Model, bytes: Uint8Array, plan: WorkbookPlan): Promise<OpenedFile> {
  const { readWorkbook } = await import("../hosts/xlsx/readXlsx");
  const file = await readWorkbook(bytes).catch((error: unknown) => {
    throw new UnfitFile(`${error instanceof Error ? error.message : String(error)}.`.replace(/\.\.$/, "."));
  });
  const missing = [SHEETS.inputs, SHEETS.summary].filter((name) => !file.sheets.some((sheet) => sheet.name === name));
  if (missing.length > 0 || !file.names.has("KC_Inputs")) {
    throw new UnfitFile("This workbook holds no KC model: it has no Inputs sheet with the model's assumptions. Open a file that was saved here, by the add-in or by kc build.");
  }
  const inputs = readWorkbookInputs(model, placedReader(model, file));
  if (!("rows" in inputs)) {
    const more = inputs.length > 1 ? ` (and ${inputs.length - 1} more)` : "";
    throw new UnfitFile(`${inputs[0]!.place} holds ${inputs[0]!.holds}${more}, which the model can't calculate with. Put a number there and save the file again.`);
  }
  for (const { id, name } of SCENARIOS) {
    const [problem] = validateAssumptions(inputs.rows, scenarioAssumptions(inputs.rows, id));
    if (problem !== undefined) throw new UnfitFile(`An input of the scenario ${name} is not allowed: ${problem.message}`);
  }
  return { inputs, contents: ownContents(file, plan) };
}

/** Reads planned places from a file, also where rows or columns of the assumption table were moved. */
function placedReader(model: Model, file: ReadWorkbook): PlacedReader {
  const layout = layoutOf(model);
  const sheet = file.sheet(SHEETS.inputs);
  const cells = sheet.addresses().map((place) => ({ ...parseCell(place), value: sheet.cell(place).value }));
  const driverAt = new Map([...layout.inputs.driver].map(([id, line]) => [line, id]));
  const rowOf = new Map(cells.filter(({ column }) => column === INPUT_COLUMNS.driver - 1).map(({ row, value }) => [String(value), row + 1]));
  const header = cells.find(({ value }) => value === SCENARIOS[0]!.name)?.row;
  const columnOf = new Map(cells.filter(({ row }) => row === header).map(({ column, value }) => [String(value), column + 1]));
  return (planSheet, row, column) => {
    if (planSheet !== SHEETS.inputs) return contentOf(file.sheet(planSheet).cell(address(column, row)));
    const scenario = SCENARIOS[column - INPUT_COLUMNS.firstScenario]!;
    const [line, at] = [rowOf.get(driverAt.get(row) ?? ""), columnOf.get(scenario.name)];
    if (line === undefined || at === undefined) return { content: "", value: "" };
    return baseFollower(sheet, line, at, columnOf.get("Base") ?? at, row);
  };
}

/** A cell that follows Base reads as the planned formula, wherever the table stands and however the file stores it. */
function baseFollower(sheet: ReadSheet, line: number, column: number, base: number, plannedRow: number): { content: string | number | boolean; value: string | number | boolean } {
  const cell = sheet.cell(address(column, line));
  const follows = cell.formula === "" || cell.formula?.replaceAll("$", "").toUpperCase() === address(base, line);
  const { content, value } = contentOf(cell);
  if (!follows || column === base || value !== sheet.cell(address(base, line)).value) return { content: cell.formula === undefined ? content : "=", value };
  return { content: `=$${address(INPUT_COLUMNS.firstScenario + SCENARIOS.findIndex(({ id }) => id === "base"), plannedRow)}`, value };
}

function contentOf({ value, formula }: ReadCell): { content: string | number | boolean; value: string | number | boolean } {
  return { content: formula === undefined ? (value ?? "") : `=${formula}`, value: value ?? "" };
}

/** Contents of cells that the plan leaves free, and of sheets that are not the plan's. */
function ownContents(file: ReadWorkbook, plan: WorkbookPlan): FileContent[] {
  const planned = new Map(plan.sheets.map((sheet) => [sheet.name, sheet]));
  return file.sheets.flatMap((sheet) => sheet.addresses().flatMap((place): FileContent[] => {
    const { row, column } = parseCell(place);
    if (planned.get(sheet.name)?.rows[row]?.cells[column]) return [];
    const { content, value } = contentOf(sheet.cell(place));
    return content === "" || content === "=" ? [] : [{ sheet: sheet.name, row, column, content, value }];
  }));
}
