/** What is typed into the grid is read as in the pane and kc: numbers, percentages, quarters and formulas of other habits. */

import type { DecimalSign } from "../../src/functions";
import type { EntryReading } from "../../src/hosts/grid/gridEntries";
import { layoutOf } from "../../src/workbook/layout";
import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import { entryReader } from "../../src/workbench/readEntry";
import { modelOf } from "../model/realModel";

const model = modelOf();
let said: string[] = [];
beforeEach(() => (said = []));

function typed(
  text: string,
  where: { driver?: string; percent?: boolean } = {},
  locale: DecimalSign = null,
): EntryReading {
  const read = entryReader(model, locale, ({ title, wayOut }) => void said.push(`${title} ${wayOut}`.trim()));
  const row = where.driver === undefined ? 3 : layoutOf(model).inputs.driver.get(where.driver)! - 1;
  return read({
    sheetId: where.driver === undefined ? "sheet-1" : "kc-inputs",
    row,
    column: INPUT_COLUMNS.firstScenario,
    text,
    percent: where.percent ?? false,
  });
}

test.each<[string, string, DecimalSign, number]>([
  ["upliftXiaomi2026", "7", null, 0.07],
  ["upliftXiaomi2026", "1", null, 0.01],
  ["upliftXiaomi2026", "12.5%", null, 0.125],
  ["upliftXiaomi2026", "１２．５％", null, 0.125],
  ["upliftXiaomi2026", "12,5%", ",", 0.125],
  ["capXiaomi2026", "3,000", ".", 3000],
  ["capXiaomi2026", "￥3,000", ".", 3000],
  ["capXiaomi2026", "30亿", null, 3000],
  ["capXiaomi2026", "3.000,5", ",", 3000.5],
  ["upliftQuarter", "3Q26", null, 20263],
  ["upliftQuarter", "2026年三季度", null, 20263],
  ["upliftQuarter", "20263", null, 20263],
])("the input %s typed as %j is %p", (driver, text, locale, value) => {
  expect(typed(text, { driver }, locale)).toEqual({ kind: "number", value });
  expect(said).toEqual([]);
});

test.each<[string, string, string]>([
  ["capXiaomi2026", "3.000", "“3.000” could be 3 or 3000."],
  ["capXiaomi2026", "3.000,5", "“3.000,5” could be 3000.5 or 3.0005."],
  ["upliftXiaomi2026", "1,5%", "“1,5%” could be 1.5% or 15%."],
  ["upliftXiaomi2026", "0.2", "“0.2” could be 0.2% or 20%."],
])("the input %s typed as %j is asked about, and nothing is entered", (driver, text, words) => {
  expect(typed(text, { driver }, ".")).toEqual({ kind: "refused" });
  expect(said[0]).toContain(words);
});

test.each<[string, boolean, DecimalSign, EntryReading]>([
  ["3.000", false, ".", { kind: "grid" }],
  ["1.125", false, null, { kind: "grid" }],
  ["1.125", false, ",", { kind: "text", text: "1125" }],
  ["1,5", false, ",", { kind: "text", text: "1.5" }],
  ["(3,030)", false, ".", { kind: "text", text: "-3030" }],
  ["−45", false, ".", { kind: "text", text: "-45" }],
  ["￥3,000", false, ".", { kind: "text", text: "3000" }],
  ["３０００", false, ".", { kind: "text", text: "3000" }],
  ["7", true, ".", { kind: "text", text: "7%" }],
  ["1", true, ".", { kind: "text", text: "1%" }],
  ["7%", true, ".", { kind: "grid" }],
  ["2025-09-30", false, ".", { kind: "grid" }],
  ["30亿", false, ".", { kind: "grid" }],
  ["2025/3", false, ".", { kind: "literal" }],
  ["3/2025", false, ".", { kind: "literal" }],
  ["2025/5", false, ".", { kind: "grid" }],
  ["words", false, ".", { kind: "grid" }],
])("elsewhere %j (percent: %p) with the locale's %p is %p", (text, percent, locale, reading) => {
  expect(typed(text, { percent }, locale)).toEqual(reading);
});

test("elsewhere, what has two readings is refused too", () => {
  expect(typed("1,5", {}, ".")).toEqual({ kind: "refused" });
  expect(typed("0.5", { percent: true }, ".")).toEqual({ kind: "refused" });
  expect(
    said.map((words) => words.split(".")[0]! + words.slice(words.indexOf(".")).split(". ")[0]),
  ).toHaveLength(2);
  expect(said.join()).toContain("“0.5” could be 0.5% or 50%");
});

test("a formula of another keyboard is rewritten and shown; one with two readings is refused in words", () => {
  expect(typed("＝KC.REVENUE（“3Q25”；“小米”）")).toEqual({
    kind: "text",
    text: '=KC.REVENUE("3Q25","小米")',
  });
  expect(typed('=KC.REVENUE("3Q25","eco")')).toEqual({ kind: "grid" });
  expect(typed("=F(1,5;2;A1,B1)")).toEqual({ kind: "refused" });
  expect(said).toEqual([
    'Read as =KC.REVENUE("3Q25","小米")',
    expect.stringContaining("a comma between digits can be either"),
  ]);
});
