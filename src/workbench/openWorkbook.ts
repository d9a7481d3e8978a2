import { parseRectangle, rectangleAddress, splitAddress } from "../hosts/a1";
import { canonical, contentOfValue } from "../hosts/grid/cellContent";
import { Losses } from "../hosts/grid/losses";
import { movedFormula } from "../hosts/grid/movedFormula";
import type { FileContent, FileParts, FileSheetParts } from "../hosts/grid/openInGrid";
import type { PlacedReader } from "../hosts/grid/liveModel";
import { OwnStyles } from "../hosts/ownStyles";
import type { FileSheetPlan } from "../hosts/xlsx/fileSheetPlan";
import type { ReadCell, ReadSheet, ReadWorkbook } from "../hosts/xlsx/readXlsx";
import { parseCell } from "../hosts/xlsx/cellAddress";
import { scenarioAssumptions, SCENARIOS, validateAssumptions, type Model } from "../model";
import { address } from "../workbook/axis";
import { INPUT_COLUMNS } from "../workbook/inputsSheetPlan";
import { layoutOf } from "../workbook/layout";
import type { DefinedNamePlan, RowPlan, SheetPlan, WorkbookPlan } from "../workbook/plan";
import { SHEETS } from "../workbook/sheetNames";
import { readWorkbookInputs, type WorkbookInputs } from "./followInputs";

/** What a file brings back: inputs, scenario, a person's own parts, and what of those the workbench can't show, in words. */
export interface OpenedFile {
  readonly inputs: WorkbookInputs;
  readonly parts: FileParts;
  readonly lost: readonly string[];
}

/** A file that the workbench can't take, with the reason in words; nothing has been changed. */
export class UnfitFile extends Error {}

/** Reads an .xlsx file of the model. Throws UnfitFile for anything else. */
export async function openWorkbook(model: Model, bytes: Uint8Array, plan: WorkbookPlan): Promise<OpenedFile> {
  const { readWholeWorkbook } = await import("../hosts/xlsx/readXlsx");
  const file = await readWholeWorkbook(bytes).catch((error: unknown) => {
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
  return { inputs, ...ownParts(file, plan) };
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
  return { content: formula === undefined ? contentOfValue(value ?? "") : `=${kcCalls(formula)}`, value: value ?? "" };
}

/** Excel stores a call of a KC function under a longer name. */
function kcCalls(formula: string): string {
  return formula.replaceAll(/_xldudf_KC_(?=[A-Z_]+\()/gi, "KC.");
}

/** Difference of a column's width, in characters, that a person has made; less comes from rounding. */
const WIDER = 0.8;

/** A person's parts: whatever stands where the plan leaves cells free, notes, widths, and sheets that are not the plan's. */
function ownParts(file: ReadWorkbook, plan: WorkbookPlan): Pick<OpenedFile, "parts" | "lost"> {
  const planned = new Map(plan.sheets.map((sheet) => [sheet.name, sheet]));
  const [styles, lost] = [new OwnStyles(), new Losses()];
  const onModel: FileSheetParts[] = [];
  const sheets: SheetPlan[] = [];
  for (const sheet of file.sheets) {
    const read = sheet.plan(styles);
    const rows = wholeFormulas(read);
    const there = planned.get(sheet.name);
    if (there === undefined) {
      lost.note(sheet.name, read.lost);
      sheets.push({ ...read.plan, rows });
      continue;
    }
    const contents = rows.flatMap(({ cells }, row) => cells.flatMap((cell, column): FileContent[] => {
      if (cell === null || there.rows[row]?.cells[column]) return [];
      return [{ row, column, style: cell.style, ...contentOf(cell) }];
    }));
    const overwritten = sheet.name === SHEETS.inputs ? [] : overwrittenFormulas(there, sheet);
    if (overwritten === null) lost.note(sheet.name, ["changes to the model's formulas, whose cells stand elsewhere in this file"]);
    const widths = new Map(read.plan.columns.flatMap(({ width }, index) => (there.columns[index] !== undefined && Math.abs(width - there.columns[index].width) > WIDER ? [[index, width] as const] : [])));
    onModel.push({ sheet: sheet.name, contents: [...contents, ...(overwritten ?? [])], notes: read.plan.notes, widths });
  }
  return { parts: { onModel, sheets, styles: styles.all, names: ownNames(file, plan, lost) }, lost: lost.words() };
}

/** Names of ranges that the model does not have. */
function ownNames(file: ReadWorkbook, plan: WorkbookPlan, lost: Losses): DefinedNamePlan[] {
  const planned = new Set(plan.names.map(({ name }) => name));
  return [...file.names].filter(([name]) => !planned.has(name) && !name.startsWith("_xl")).flatMap(([name, reference]) => {
    const { sheet, range } = splitAddress(reference);
    const area = parseRectangle(range);
    if (sheet !== null && area !== null && file.sheets.some((each) => each.name === sheet)) return [{ name, sheet, range: rectangleAddress(area), comment: "" }];
    lost.note(sheet ?? "the workbook", [`the name ${name}`]);
    return [];
  });
}

/** Rows of a file's sheet in which every cell has its own formula, in the words of the grid. */
function wholeFormulas({ plan, shared }: FileSheetPlan): readonly RowPlan[] {
  const moved = new Map(shared.map(({ row, column, formula, down, across }) => [`${row},${column}`, movedFormula(formula, down, across)]));
  return plan.rows.map((row, r) => ({ ...row, cells: row.cells.map((cell, c) => {
    const formula = moved.get(`${r},${c}`) ?? cell?.formula;
    return cell === null || formula === undefined ? cell : { ...cell, formula: kcCalls(formula) };
  }) }));
}

/** Part of a sheet's formulas that may differ before the sheet counts as laid out otherwise, as by another version of the model. */
const OTHERWISE = 0.1;

/** Formulas of the model that a person has overwritten; null where the sheet is laid out otherwise. */
function overwrittenFormulas(plan: SheetPlan, sheet: ReadSheet): readonly FileContent[] | null {
  let formulas = 0;
  const found = plan.rows.flatMap(({ cells }, row) => cells.flatMap((cell, column): FileContent[] => {
    if (cell?.formula === undefined) return [];
    formulas += 1;
    const now = sheet.cell(address(column + 1, row + 1));
    if (now.formula === "" || (now.formula !== undefined && canonical(`=${now.formula}`) === canonical(`=${cell.formula}`))) return [];
    return [{ row, column, style: cell.style, ...contentOf(now) }];
  }));
  return found.length > Math.max(OTHERWISE * formulas, 3) ? null : found;
}
