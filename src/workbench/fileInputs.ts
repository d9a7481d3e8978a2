import type { PlacedReader } from "../hosts/grid/liveModel";
import { typedContent } from "../hosts/grid/cellContent";
import type { FileContent } from "../hosts/opening/fileParts";
import type { FormulaReader } from "../hosts/opening/formulaReader";
import type { ModelTab } from "../hosts/opening/modelTabs";
import { UnfitFile } from "../hosts/opening/unfitFile";
import { SCENARIOS } from "../companies/kingsoftCloud";
import { headRowOf, scenarioColumns, type Model, type ScenarioHeads } from "../model";
import { cellAddress, parseCell } from "../workbook/address";
import { INPUT_COLUMNS, inputColumnsOf } from "../workbook/inputColumns";
import { layoutOf } from "../workbook/layout";
import { SHEETS } from "../workbook/sheetNames";
import { say, valueInEnglish, type Catalogue } from "../words";
import type { FileCalculator } from "./uncachedValues";

const BASE_COLUMN = inputColumnsOf(SCENARIOS).base;

/** Part of a sheet's labels that must be known before a row is taken by its label alone. */
const LIKE = 0.5;

/** Where a file has its assumptions: rows by driver, columns by scenario, wherever the table stands. */
export interface InputPlaces {
  /** The file's row of a driver; undefined where it has none. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** The file's columns in the order of the scenarios; undefined where it has none. */
  readonly columns: readonly (number | undefined)[];
  /** Drivers that the file does not list. */
  readonly missing: readonly string[];
  /** Scenarios that are called otherwise in the file, with the cell that says so. */
  readonly renamed: readonly string[];
  /** What stands in the heads of the analyst's own scenarios. */
  readonly heads: ScenarioHeads;
}

/** Finds the assumptions by the drivers' names and the scenarios' names, else by the labels beside and above. Throws UnfitFile where a driver stands twice. */
export function findInputs(model: Model, { sheet, at }: ModelTab, words: Catalogue): InputPlaces {
  const layout = layoutOf(model).inputs;
  const textAt = (address: string): string => words.english(String(sheet.cell(address).value ?? "").trim());
  const cells = sheet.addresses().map((address) => ({ ...parseCell(address), text: textAt(address) }));
  const named = cells.filter(({ text }) => layout.driver.has(text));
  const column = mostCommon(named.map(({ column: each }) => each));
  const rowOf = new Map<string, number>();
  for (const { text, row } of named.filter((each) => each.column === column)) {
    if (rowOf.has(text))
      throw new UnfitFile(
        say`${sheet.name} lists the driver ${text} twice, in rows ${rowOf.get(text)!} and ${row}. Delete one of them and save the file again.`,
      );
    rowOf.set(text, row);
  }
  const taken = new Set(rowOf.values());
  for (const [driver, line] of layout.driver) {
    const row = at.likeness < LIKE ? null : at.rows.toFile(line);
    if (!rowOf.has(driver) && row !== null && !taken.has(row) && cells.some((cell) => cell.row === row))
      rowOf.set(driver, row);
  }
  const header = headerRow(cells) ?? at.rows.toFile(layout.headerRow);
  const heads: unknown[] = [];
  const headAt = (address: string): unknown => valueInEnglish(words, sheet.cell(address).value ?? "");
  for (const { row, column: place } of cells)
    if (row === header) heads[place - 1] = headAt(cellAddress(row, place));
  const found = scenarioColumns(SCENARIOS, Array.from(heads));
  const columns = SCENARIOS.map(({ id }) => (found.at.has(id) ? found.at.get(id)! + 1 : undefined));
  const renamed: string[] = [];
  SCENARIOS.forEach(({ name, number, isOwn }, index) => {
    const place = at.columns.toFile(INPUT_COLUMNS.firstScenario + number - 1);
    if (isOwn || columns[index] !== undefined || place === null || columns.includes(place)) return;
    columns[index] = place;
    renamed.push(
      say`${name} ("${String(heads[place - 1] ?? "")}" in ${sheet.name}!${cellAddress(header ?? layout.headerRow, place)})`,
    );
  });
  return {
    rowOf,
    columns,
    renamed,
    heads: found.heads,
    missing: [...layout.driver.keys()].filter((driver) => !rowOf.has(driver)),
  };
}

/** Reads the planned places of the assumption table; a cell that follows Base reads as the planned formula, a driver or scenario that the file has not as the model's own. */
export function inputReader(
  model: Model,
  { sheet, plan }: ModelTab,
  { rowOf, columns, heads }: InputPlaces,
  calculate: FileCalculator,
): PlacedReader {
  const { headerRow: headRow } = layoutOf(model).inputs;
  const driverAt = new Map([...layoutOf(model).inputs.driver].map(([id, line]) => [line, id]));
  return (_, row, column) => {
    const line = rowOf.get(driverAt.get(row) ?? "");
    const place = columns[column - INPUT_COLUMNS.firstScenario];
    const { id } = SCENARIOS[column - INPUT_COLUMNS.firstScenario]!;
    if (row === headRow && heads.has(id)) {
      const head = heads.get(id) ?? "";
      const value = typeof head === "number" || typeof head === "boolean" ? head : String(head);
      return { content: value, value };
    }
    if (line === undefined || place === undefined) {
      const own = plan.rows[row - 1]?.cells[column - 1];
      return { content: typedContent(own?.value ?? null, own?.formula), value: own?.value ?? "" };
    }
    const base = columns[BASE_COLUMN - INPUT_COLUMNS.firstScenario];
    const address = cellAddress(line, place);
    const { formula } = sheet.cell(address);
    const value = calculate(sheet.name, address) ?? "";
    if (formula === undefined) return { content: value, value };
    const follows =
      base !== undefined &&
      place !== base &&
      (formula === "" || isReference(formula, sheet.name, cellAddress(line, base))) &&
      value === (calculate(sheet.name, cellAddress(line, base)) ?? "");
    return { content: follows ? `=$${cellAddress(row, BASE_COLUMN)}` : "=", value };
  };
}

/** Formulas that a person gave inputs, as contents of the plan's cells; one that can't be taken leaves its value. */
export function inputFormulas(
  model: Model,
  tab: ModelTab,
  { rowOf, columns }: InputPlaces,
  read: PlacedReader,
  reader: FormulaReader,
): readonly FileContent[] {
  const found: FileContent[] = [];
  for (const [driver, row] of layoutOf(model).inputs.driver)
    SCENARIOS.forEach((_, index) => {
      const [line, place] = [rowOf.get(driver), columns[index]];
      if (line === undefined || place === undefined) return;
      const column = INPUT_COLUMNS.firstScenario + index;
      const { content, value } = read(SHEETS.inputs, row, column);
      if (content !== "=") return;
      const address = cellAddress(line, place);
      const { formula = "" } = tab.sheet.cell(address);
      const taken = formula === "" ? null : reader.read(tab.sheet.name, address, formula);
      if (taken === null) return;
      const style = tab.plan.rows[row - 1]?.cells[column - 1]?.style ?? "";
      found.push({ row: row - 1, column: column - 1, content: `=${taken}`, value, style });
    });
  return found;
}

function isReference(formula: string, sheet: string, address: string): boolean {
  const plain = formula.replaceAll(/[$\s]/g, "");
  const own = [address, `${sheet}!${address}`, `'${sheet}'!${address}`];
  return own.some((each) => each.toUpperCase() === plain.toUpperCase());
}

/** The row of heads: the last that names several of the scenarios, else the one that names most. */
function headerRow(cells: readonly { readonly row: number; readonly text: string }[]): number | undefined {
  const rows: string[][] = [];
  for (const { row, text } of cells) (rows[row] ??= []).push(text);
  const header = headRowOf(
    SCENARIOS,
    Array.from(rows, (row) => row ?? []),
  );
  if (header >= 0) return header;
  const names = new Set(SCENARIOS.map(({ name }) => name.toLowerCase()));
  return mostCommon(cells.filter(({ text }) => names.has(text.toLowerCase())).map(({ row }) => row));
}

function mostCommon(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
