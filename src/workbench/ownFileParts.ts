import { typedContent } from "../hosts/grid/cellContent";
import type { FileContent } from "../hosts/grid/openInGrid";
import { parseCell } from "../hosts/xlsx/cellAddress";
import { outsideOf } from "../hosts/xlsx/outsideFormula";
import type { ReadSheet, ReadWorkbook } from "../hosts/xlsx/readXlsx";
import type { WorkbookPlan } from "../workbook/plan";
import { UnfitFile } from "./unfitFile";

/** What a file brings of a person's own, and what it holds that is not taken over, in sentences. */
export interface OwnFileParts {
  readonly contents: readonly FileContent[];
  readonly left: readonly string[];
}

/** How far a sheet of a person's own may reach in the grid; lengths are Excel's own limits. */
const MOST = { rows: 50_000, columns: 1_000, text: 32_767, formula: 8_192 } as const;
const MOST_NAMED = 5;

/** Contents of cells that the plan leaves free, and of sheets that are not the plan's. Throws UnfitFile for what the grid could not hold or save. */
export function ownParts(file: ReadWorkbook, plan: WorkbookPlan): OwnFileParts {
  const planned = new Map(plan.sheets.map((sheet) => [sheet.name, sheet]));
  const outside: string[] = [];
  const contents = file.sheets.flatMap((sheet) => sheet.addresses().flatMap((place): FileContent[] => {
    const { row, column } = parseCell(place);
    if (planned.get(sheet.name)?.rows[row]?.cells[column]) return [];
    const { value, formula = "" } = sheet.cell(place);
    checkCell(sheet, place, value, formula);
    const asks = formula === "" ? null : outsideOf(formula);
    if (asks !== null) outside.push(`${sheet.name}!${place} (${asks})`);
    const content = typedContent(value, formula === "" || asks !== null ? undefined : formula);
    return content === "" ? [] : [{ sheet: sheet.name, row, column, content, value: value ?? "" }];
  }));
  return { contents, left: leftOut(file, plan, outside) };
}

function leftOut(file: ReadWorkbook, plan: WorkbookPlan, outside: readonly string[]): readonly string[] {
  const known = new Set(plan.names.map(({ name }) => name));
  const names = [...file.names.keys()].filter((name) => !known.has(name));
  return [
    ...(file.macros ? ["Its macros were left out and did not run."] : []),
    ...(outside.length > 0 ? [`Formulas that ask outside the workbook came as their last values: ${listed(outside)}.`] : []),
    ...(file.links > 0 && outside.length === 0 ? ["Its links to other workbooks were left out."] : []),
    ...(names.length > 0 ? [`Names of your own were left out: ${listed(names)}.`] : []),
  ];
}

function listed(all: readonly string[]): string {
  const more = all.length - MOST_NAMED;
  return `${all.slice(0, MOST_NAMED).map((each) => each.slice(0, 80)).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function checkCell(sheet: ReadSheet, place: string, value: unknown, formula: string): void {
  const refuse = (what: string, wayOut: string): never => {
    throw new UnfitFile(`The sheet ${sheet.name} ${what}. ${wayOut}, save the file and open it again.`);
  };
  const { row, column } = parseCell(place);
  if (row >= MOST.rows || column >= MOST.columns) {
    refuse(`has a cell at ${place}; the workbench shows ${MOST.rows.toLocaleString("en")} rows and ${MOST.columns.toLocaleString("en")} columns`, "Move what stands beyond them");
  }
  if (typeof value === "string" && value.length > MOST.text) refuse(`has a text of ${value.length.toLocaleString("en")} characters in ${place}, more than a cell holds`, "Shorten it");
  if (typeof value === "number" && !Number.isFinite(value)) refuse(`has a number in ${place} that is too large`, "Enter another one");
  if (formula.length > MOST.formula) refuse(`has a formula of ${formula.length.toLocaleString("en")} characters in ${place}, more than a cell holds`, "Shorten it");
}

/** Refuses sheet names that no spreadsheet program would save. */
export function checkSheetNames({ sheets }: ReadWorkbook): void {
  const known = new Set<string>();
  for (const { name } of sheets) {
    const fault = name === "" || name.length > 31 ? "must have 1 to 31 characters" : /[[\]:*?/\\]|^'|'$/.test(name) ? "must not hold any of [ ] : * ? / \\ or begin or end with '" : known.has(name.toLowerCase()) ? "stands there twice" : null;
    if (fault !== null) throw new UnfitFile(`The workbook has a sheet called "${name.slice(0, 40)}", a name that ${fault}. Rename it, save the file and open it again.`);
    known.add(name.toLowerCase());
  }
}
