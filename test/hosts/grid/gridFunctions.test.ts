/** KC functions in the grid: the same reading of their arguments as everywhere, and numbers that come formatted. */

import { createKcFunctions, evaluateFormula } from "../../../src/functions";
import type { GridHost } from "../../../src/hosts/grid/gridHost";
import { headlessGrid } from "../../hostile/headlessGrid";
import { modelOf } from "../../model/realModel";

const model = modelOf();
const kc = createKcFunctions(model);
const { headlessHost, offerFunctions, kcGridFunctions, errorWords, end } = headlessGrid();
let host: GridHost;
let reasons: ReturnType<typeof offerFunctions>;
let wordsAt: ReturnType<typeof errorWords>;
let close: () => void;
beforeAll(() => {
  const made = headlessHost({ follow: () => null, reads: () => false });
  host = made.host;
  reasons = offerFunctions(made.univer.__getInjector(), kcGridFunctions(model));
  wordsAt = errorWords(host.book, reasons);
  close = () => end(made.univer);
});
afterAll(() => close());

/** Puts contents under one another into column A, lets the grid calculate, and gives the values. */
async function calculate(contents: readonly (string | number)[]): Promise<readonly unknown[]> {
  const cell = (content: string | number): object =>
    typeof content === "string" && content.startsWith("=")
      ? { f: content, v: null, t: null }
      : { v: content, f: null, t: typeof content === "number" ? 2 : 1 };
  const cellValue = Object.fromEntries(contents.map((content, row) => [row, { 0: cell(content) }]));
  const places = { unitId: "kc-workbook", subUnitId: "sheet-1" };
  host.book.commands.syncExecuteCommand("sheet.mutation.set-range-values", { ...places, cellValue });
  await host.calculated();
  const [reading] = await host.read([`Sheet1!A1:A${contents.length}`]);
  return reading!.values.map(([value]) => value);
}

const sheet = () => host.book.workbook().getSheetBySheetId("sheet-1")!;
const format = (row: number, column: number): string | undefined =>
  host.book.workbook().getStyles().getStyleByCell(sheet().getCell(row, column))?.n?.pattern;

test("a period between quotation marks is the text that was typed, as in kc", async () => {
  const formulas = [
    "2025Q3",
    "2025/3",
    "2025-3",
    "2025.3",
    "2025/2",
    "20-25",
    "20/26",
    "1-9/25",
    "9/30/2025",
    "2025-09",
    "Sep-25",
    "2025年第三季度",
  ].map((period) => `=KC.REVENUE("${period}")`);
  const answers = formulas.map((formula): [unknown, string | null] => {
    try {
      return [evaluateFormula(formula, kc), null];
    } catch (error) {
      return ["#VALUE!", (error as Error).message];
    }
  });
  expect(answers.map(([value]) => value)).toContain(2478);
  expect(answers.map(([, message]) => message).join()).toContain("'2025/3' can be a month or a quarter");
  expect(await calculate(formulas)).toEqual(answers.map(([value]) => value));
  expect(formulas.map((_, row) => reasons.at("sheet-1", row, 0))).toEqual(
    answers.map(([, message]) => (message === null ? null : `KC.REVENUE: ${message}`)),
  );
});

test("a text that a function gives stays a text, also where it looks like a date", async () => {
  expect(await calculate(['=KC.LINE("frameworkDate","2025-07-29")'])).toEqual(["2025-07-29"]);
});

test("numbers come in the format of their unit", async () => {
  await calculate([
    '=KC.REVENUE("3Q25")',
    '=KC.ECOSYSTEM_SHARE("3Q25")',
    '=KC.LINE("netDebtToEbitda","FY2027")',
    '=KC.CAP("xiaomi",2027,"utilisation")',
    '=KC.CAP("xiaomi",2027)',
  ]);
  expect([0, 1, 2, 3, 4].map((row) => format(row, 0)?.split("_")[0])).toEqual([
    "#,##0.0",
    "0.0%",
    '0.00"x"',
    "0.0%",
    "#,##0.0",
  ]);
});

test("a cell's own number format stays", async () => {
  sheet()
    .getCellMatrix()
    .setValue(0, 0, { s: { n: { pattern: "0.000" } } });
  await calculate(['=KC.REVENUE("3Q25")']);
  expect(format(0, 0)).toBe("0.000");
});

test("every error value says in words why it is there", async () => {
  const cases: readonly (readonly [string | number, string, string | RegExp | null])[] = [
    ['=KC.REVENUE("FY2031")', "#VALUE!", "KC.REVENUE: No FY2031: the model ends in FY2028."],
    ["=A1*2", "#VALUE!", "It comes from A1. KC.REVENUE: No FY2031: the model ends in FY2028."],
    ["=KC.REVENEU(1)", "#NAME?", "Unknown function 'KC.REVENEU': did you mean 'KC.REVENUE'?"],
    [
      "=KC.CAP(xiaomi,2026)",
      "#NAME?",
      'xiaomi is no name of this workbook; a text stands in quotation marks: "xiaomi".',
    ],
    ["=1/0", "#DIV/0!", "The formula divides by zero or by an empty cell."],
    [
      '=KC.CAP("xiaomi","3Q25","binding")',
      "#N/A",
      "KC.CAP: Whether a cap kept demand out is not disclosed for 2025Q3.",
    ],
    ['="a"*1', "#VALUE!", /no number where one is needed/],
    ["#N/A", "#N/A", /not disclosed/],
    [1, "1", null],
  ];
  const values = await calculate(cases.map(([content]) => content));
  expect(values.map(String)).toEqual(cases.map(([, value]) => value));
  cases.forEach(([content, , words], row) => {
    const said = wordsAt("sheet-1", row, 0);
    if (words instanceof RegExp) expect([content, said]).toEqual([content, expect.stringMatching(words)]);
    else expect([content, said]).toEqual([content, words]);
  });
});

test("a result that has no room says what is in the way", async () => {
  await calculate(['=KC.SERIES("revenue","1Q25","4Q25")', "in the way"]);
  expect(wordsAt("sheet-1", 0, 0)).toBe(
    "The result needs 2 rows and 4 columns. A2 is in the way: it holds 'in the way'. Empty it, or put the formula where there is room.",
  );
});

test("a result that comes after its formula has gone touches neither what stands there now nor an emptied cell", async () => {
  await calculate(["=1+1", 5, ""]);
  const late = (value: number | string): object => ({
    0: { v: value, t: typeof value === "number" ? 2 : 1 },
  });
  host.book.commands.syncExecuteCommand("formula.mutation.set-formula-calculation-result", {
    unitData: { "kc-workbook": { "sheet-1": { 0: late(3), 1: late("#SPILL!"), 2: late(7) } } },
    unitOtherData: {},
  });
  const [reading] = await host.read(["Sheet1!A1:A3"]);
  expect(reading!.values).toEqual([[3], [5], [""]]);
});

test("a figure as of a day, from a cell or a text", async () => {
  expect(
    await calculate([
      46_168,
      '=KC.REVENUE("1Q26",,,,A1)',
      '=KC.LINE("revenue","1Q26",,,A1+1)',
      '=KC.REVENUE("1Q26",,,,Z99)',
    ]),
  ).toEqual([46_168, kc.REVENUE("1Q26", null, null, null, "2026-05-26"), 2703.7, 2703.7]);
  expect(kc.REVENUE("1Q26", null, null, null, "2026-05-26")).not.toBe(2703.7);
});
