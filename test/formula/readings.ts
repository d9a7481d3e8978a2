import { Script } from "node:vm";
import { CellError, SCRIPT_PRELUDE, toA1, toDecimal, toScript } from "../../src/formula";
import { cellAddress } from "../../src/workbook/address";
import type { ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { addressingAt, doubles, exactScopeAt, inputRows, INPUT_SHEET, scriptScopeAt } from "./exampleSheet";
import type { PlacedTree } from "./expressionTrees";

/** What a reader makes of a tree: a number, or an error code such as "#DIV/0!". */
export type Reading = number | string;

/** One reader's answers to a list of trees. */
export type Reader = (trees: readonly PlacedTree[]) => readonly Reading[];

const FORMULA_SHEET = "Test formulas";
const TOLERANCE = 1e-9;

/** Exact decimals; an error as its code. */
export const byDecimal =
  (read: typeof toDecimal = toDecimal): Reader =>
  (trees) =>
    trees.map(({ expression, column }) => {
      try {
        return read(expression, exactScopeAt(column)).toNumber();
      } catch (error) {
        if (error instanceof Error && error.name === CellError.name) return (error as CellError).code;
        throw error;
      }
    });

/** Doubles: the emitted scripts, run. */
export const byScript =
  (read: typeof toScript = toScript): Reader =>
  (trees) => {
    const scripts = trees.map(({ expression, column }) => `() => ${read(expression, scriptScopeAt(column))}`);
    const { v, k, d } = doubles();
    const program = new Script(`${SCRIPT_PRELUDE}[${scripts.join(",\n")}].map((value) => Number(value()))`);
    return program.runInNewContext({ v, k, d }) as number[];
  };

/** Formula text of every tree. */
export const a1Texts = (trees: readonly PlacedTree[], print: typeof toA1 = toA1): readonly string[] =>
  trees.map(({ expression, column }) => print(expression, addressingAt(column)));

/** A workbook with the inputs of the example on one sheet and one formula a row, each in its own column, on the other. */
export function workbookOf(trees: readonly PlacedTree[], texts: readonly string[]): WorkbookPlan {
  const inputs = inputRows().map((cells) => ({
    cells: cells.map((value) => (value === null ? null : cell(Number(value)))),
  }));
  const formulas = trees.map(({ column }, index) => ({
    cells: [...Array.from({ length: column }, () => null), { ...cell(-1), formula: texts[index]! }],
  }));
  return {
    title: "Random trees",
    creator: "test",
    created: "2026-01-01T00:00:00Z",
    names: [],
    styles: { plain: {} },
    activeSheet: INPUT_SHEET,
    sheets: [sheet(INPUT_SHEET, inputs), sheet(FORMULA_SHEET, formulas)],
  };
}

/** What the spreadsheet program calculated for every tree. */
export function readingsOf(trees: readonly PlacedTree[], workbook: ReadWorkbook): readonly Reading[] {
  const formulas = workbook.sheet(FORMULA_SHEET);
  return trees.map(({ column }, index) => {
    const { value } = formulas.cell(cellAddress(index + 1, column + 1));
    return typeof value === "boolean" ? Number(value) : (value ?? "empty");
  });
}

/** What a reader without error codes makes of a figure that is not there. */
const isMissing = (reading: Reading): boolean => reading === "#N/A" || Number.isNaN(reading);

/** Whether two readings are the same number within 1e-9 relative, or the same error; not a number stands for #N/A. */
export function agree(a: Reading, b: Reading): boolean {
  if (isMissing(a) || isMissing(b)) return isMissing(a) && isMissing(b);
  if (typeof a === "string" || typeof b === "string") return a === b;
  return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

/** One line for every tree on which the readers do not agree: its text, and what each makes of it. */
export function disagreements(
  trees: readonly PlacedTree[],
  readings: Readonly<Record<string, readonly Reading[]>>,
): readonly string[] {
  const [[, first], ...others] = Object.entries(readings) as [
    [string, readonly Reading[]],
    ...[string, readonly Reading[]][],
  ];
  const texts = a1Texts(trees);
  return trees.flatMap((_, index) => {
    if (others.every(([, other]) => agree(first[index]!, other[index]!))) return [];
    return [
      `=${texts[index]}: ${Object.entries(readings)
        .map(([name, values]) => `${name} ${values[index]}`)
        .join(", ")}`,
    ];
  });
}

function cell(value: number): CellPlan {
  return { value, style: "plain" };
}

function sheet(name: string, rows: SheetPlan["rows"]): SheetPlan {
  return {
    name,
    rows,
    tabColour: "000000",
    columns: [],
    freeze: { rows: 0, columns: 0 },
    validations: [],
    conditionalFormats: [],
    notes: [],
    links: [],
    charts: [],
    gridlines: true,
    zoom: 100,
    print: {
      area: "A1:A1",
      titleRows: null,
      titleColumns: null,
      footerLeft: "",
      footerCenter: "",
      footerRight: "",
      paper: "A4",
    },
  };
}
