import { AXIS } from "../../src/workbook/axis";
import { formulaWords, referencesOf, type FormulaWord } from "./formulaWords";
import { cellAt, formulasOf } from "./placedCells";
import { plan } from "./realPlan";

/** Functions that Excel 2016, Excel on the web and LibreOffice share, as far as the model needs them. */
const FUNCTIONS = [
  "ABS",
  "AND",
  "CHOOSE",
  "COUNT",
  "IF",
  "IFERROR",
  "INDEX",
  "ISNUMBER",
  "MATCH",
  "MAX",
  "MIN",
  "OR",
  "ROUND",
  "SUM",
  "SUMPRODUCT",
];

const formulas = formulasOf(plan).map((placed) => ({ ...placed, words: formulaWords(placed.cell.formula) }));

/** Places of formulas with a word that must not be there. */
function withWord(unwanted: (word: FormulaWord) => boolean): string[] {
  return formulas.filter(({ words }) => words.some(unwanted)).map(({ at, cell }) => `${at} =${cell.formula}`);
}

test("no number is typed in a formula but 0 and 1", () => {
  expect(withWord(({ kind, text }) => kind === "number" && text !== "0" && text !== "1")).toEqual([]);
});

test("no text is typed in a formula", () => {
  expect(withWord(({ kind }) => kind === "text")).toEqual([]);
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

test("formulas refer to filled cells; only the first quarter of all looks back into the empty gap", () => {
  const sheets = new Map(plan.sheets.map((sheet) => [sheet.name, sheet]));
  const empty = formulas.flatMap(({ at, sheet, column, cell }) =>
    referencesOf(cell.formula)
      .filter(({ area }) => area.top === area.bottom && area.left === area.right)
      .flatMap((reference) => {
        if (reference.area.left === AXIS.gap && reference.sheet === null && column === AXIS.firstQuarter)
          return [];
        const target = cellAt(
          sheets.get(reference.sheet ?? sheet.name)!,
          reference.area.top,
          reference.area.left,
        );
        return target === undefined || target.value === "" ? [`${at} =${cell.formula}`] : [];
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
    const { sheet, cell } = index.get(place)!;
    for (const { sheet: other, area } of referencesOf(cell.formula)) {
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
