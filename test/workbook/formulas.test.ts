import { isAfter, PERIODS, QUARTERS } from "../../src/companies/kingsoftCloud";
import { formulaWords, referencesAmong, type FormulaWord, type Reference } from "./formulaWords";
import { NOT_DISCLOSED } from "../../src/workbook/cells";
import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import { cellAt, formulasOf } from "./placedCells";
import { SHEETS } from "../../src/workbook/sheetNames";
import { layoutOf } from "../../src/workbook/layout";
import type { SheetPlan } from "../../src/workbook/plan";
import { model, plan } from "./realPlan";
import { axis } from "../support/axis";

/** Functions that Excel 2016, Excel on the web and LibreOffice share, as far as the model needs them. */
const FUNCTIONS = [
  "ABS",
  "AND",
  "CHOOSE",
  "COLUMN",
  "COLUMNS",
  "COUNT",
  "COUNTIF",
  "FIND",
  "IF",
  "IFERROR",
  "INDEX",
  "ISNUMBER",
  "ISTEXT",
  "LEN",
  "MATCH",
  "MAX",
  "MID",
  "MIN",
  "NA",
  "OR",
  "RATE",
  "REPT",
  "ROUND",
  "ROW",
  "ROWS",
  "SUM",
  "SUMPRODUCT",
  "TRIM",
  "TEXT",
];

const formulas = formulasOf(plan).map((placed) => {
  const words = formulaWords(placed.cell.formula);
  return { ...placed, words, references: referencesAmong(words) };
});

/** Places of formulas with a word that must not be there. */
function withWord(unwanted: (word: FormulaWord) => boolean): string[] {
  return formulas.filter(({ words }) => words.some(unwanted)).map(({ at, cell }) => `${at} =${cell.formula}`);
}

test("no number is typed in a formula but 0 and 1", () => {
  expect(withWord(({ kind, text }) => kind === "number" && text !== "0" && text !== "1")).toEqual([]);
});

test("no text is typed in a formula but the mark of a figure that is not disclosed, nothing for an empty link, and the sentences of Summary", () => {
  const marks = [`"${NOT_DISCLOSED}"`, '""'];
  const typed = formulas.filter(({ words }) =>
    words.some(({ kind, text }) => kind === "text" && !marks.includes(text)),
  );
  expect(
    typed
      .filter(({ sheet, cell }) => sheet.name !== SHEETS.summary || typeof cell.value !== "string")
      .map(({ at }) => at),
  ).toEqual([]);
});

test("formulas use these functions only: nothing volatile, no OFFSET or INDIRECT, nothing newer than 2016, no KC function", () => {
  const used = new Set(
    formulas.flatMap(({ words }) => words.filter(({ kind }) => kind === "function").map(({ text }) => text)),
  );
  expect([...used].filter((name) => !FUNCTIONS.includes(name))).toEqual([]);
  expect(withWord(({ kind, text }) => kind === "function" && !FUNCTIONS.includes(text))).toEqual([]);
});

test("formulas use no names, no errors, no links to other files, no arrays, no intersection by space", () => {
  expect(
    withWord(
      ({ kind, text }) => kind === "name" || kind === "error" || (kind === "sign" && /[{}; :!]/.test(text)),
    ),
  ).toEqual([]);
  expect(withWord((word) => word.kind === "reference" && (word.sheet ?? "").includes("["))).toEqual([]);
});

test("sheet names are quoted and exist, and a sheet does not name itself", () => {
  const sheets = new Set(plan.sheets.map(({ name }) => name));
  const wrong = formulas.filter(({ sheet, words }) =>
    words.some(
      (word) =>
        word.kind === "reference" &&
        word.sheet !== null &&
        (!word.quoted || !sheets.has(word.sheet) || word.sheet === sheet.name),
    ),
  );
  expect(wrong.map(({ at, cell }) => `${at} =${cell.formula}`)).toEqual([]);
});

test("formula text stays under 200 characters", () => {
  expect(
    formulas
      .filter(({ cell }) => cell.formula.length >= 200)
      .map(({ at, cell }) => `${at}: ${cell.formula.length}`),
  ).toEqual([]);
});

/** Whether an empty cell of the formula's own sheet is one in which nothing can be known: its line begins later. */
function beforeTheLine(sheet: SheetPlan, column: number, { sheet: other, area }: Reference): boolean {
  const quarters = QUARTERS.map((_, index) => axis.column(index));
  const first = quarters.find((each) => cellAt(sheet, area.top, each) !== undefined) ?? Infinity;
  const opening = axis.column(model.data.opening);
  return (
    other === null && area.left <= Math.max(column, opening) && area.left < first && first <= opening + 1
  );
}

const linesOfActuals = new Set(layoutOf(model).history.line.values());

/** Whether an empty cell of Actuals stands right of history, in the row of a line that nobody can type. */
function afterHistory({ sheet, area }: Reference): boolean {
  const after = PERIODS.findIndex(
    (_, index) => axis.column(index) === area.left && isAfter(index, model.data.opening),
  );
  return sheet === SHEETS.history && after >= 0 && linesOfActuals.has(area.top);
}

/** Sheets whose rows may be empty in part or whole. */
const ESTIMATES: readonly string[] = [SHEETS.consensus, SHEETS.estimates, SHEETS.beat];
/** Sheets with inputs that may be empty. */
const WAITING: readonly string[] = [SHEETS.history, SHEETS.quarterly, ...ESTIMATES];

test("formulas refer to filled cells, to inputs of Actuals that wait for a figure, or back to where a line begins", () => {
  const sheets = new Map(plan.sheets.map((sheet) => [sheet.name, sheet]));
  const empty = formulas.flatMap(({ at, sheet, column, cell, references }) =>
    references
      .filter(({ area }) => area.top === area.bottom && area.left === area.right)
      .flatMap((reference) => {
        const { top, left } = reference.area;
        const read = sheets.get(reference.sheet ?? sheet.name)!;
        const target = cellAt(read, top, left);
        if (target === undefined)
          return beforeTheLine(sheet, column, reference) || afterHistory(reference)
            ? []
            : [`${at} =${cell.formula}`];
        // A row of estimates may be empty in part or whole, and then has no answer.
        if (ESTIMATES.includes(read.name) && (read === sheet || target.formula !== undefined)) return [];
        const waits =
          WAITING.includes(read.name) && target.value === null && plan.styles[target.style]!.unlocked;
        // Of a quarter for which nothing is typed the links say so by an empty text.
        if (target.value === "" && /@/.test(String(cellAt(read, top, INPUT_COLUMNS.driver)?.value)))
          return [];
        return target.value === "" || (target.value === null && !waits) ? [`${at} =${cell.formula}`] : [];
      }),
  );
  expect(empty).toEqual([]);
});

test("no formula depends on itself", () => {
  const index = new Map(formulas.map((placed) => [placed.at, placed]));
  const sheets = new Map(plan.sheets.map((sheet) => [sheet.name, sheet]));
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const key = (sheet: string, row: number, column: number): string => `${sheet}!${letters(column)}${row}`;
  for (const { at } of formulas) {
    const stack: { at: string; next: Iterator<string> }[] = [];
    const enter = (place: string): void => {
      state.set(place, "open");
      stack.push({ at: place, next: precedents(place) });
    };
    if (!state.has(at)) enter(at);
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const { value, done } = top.next.next();
      if (done) {
        state.set(top.at, "done");
        stack.pop();
      } else if (state.get(value) === "open") circles.push(`${top.at} and ${value}`);
      else if (!state.has(value)) enter(value);
    }
  }
  expect(circles.slice(0, 5)).toEqual([]);

  function* precedents(place: string): Generator<string> {
    const { sheet, references } = index.get(place)!;
    for (const { sheet: other, area } of references) {
      const name = other ?? sheet.name;
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) {
          if (cellAt(sheets.get(name)!, row, column)?.formula !== undefined) yield key(name, row, column);
        }
      }
    }
  }
});

function letters(column: number): string {
  return (
    (column > 26 ? letters(Math.floor((column - 1) / 26)) : "") +
    String.fromCharCode(65 + ((column - 1) % 26))
  );
}
