/** Numbers of other habits in what is pasted become numbers, or are named. */

import { JSDOM } from "jsdom";
import type { DecimalSign } from "../../src/functions";
import { pasteReader } from "../../src/workbench/pastedCells";

Object.assign(globalThis, { DOMParser: new JSDOM().window.DOMParser });

let said: string[] = [];
beforeEach(() => (said = []));

const paste = (html: string, text: string, locale: DecimalSign = ".") =>
  pasteReader(locale, ({ title, wayOut }) => void said.push(`${title} ${wayOut}`.trim()))({ html, text });
const table = (...rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
const cellsOf = (html: string): string[] =>
  [...new JSDOM(html).window.document.querySelectorAll("td")].map((cell) => cell.textContent ?? "");

test.each([
  [" (3,030)", "-3030"],
  ["−45", "-45"],
  ["￥3,000", "3000"],
  ["３，０００", "3000"],
  ["(12.5%)", "-12.5%"],
  ["1 234", "1234"],
  ["1,234.5", "1,234.5"],
  ["-45", "-45"],
  ["12.5%", "12.5%"],
  ["2025-09-30", "2025-09-30"],
  ["Revenue (RMB m)", "Revenue (RMB m)"],
  ["3Q25", "3Q25"],
  ["–", "–"],
])("%j comes in as %j, from HTML and from plain text", (shown, expected) => {
  expect(
    cellsOf(paste(table([shown, "x"]), "").html)
      .slice(0, 1)
      .map((each) => each.trim()),
  ).toEqual([expected.trim()]);
  expect(paste("", `${shown}\tx`).text.split("\t")[0]!.trim()).toBe(expected.trim());
});

test("##### takes the number of the plain text, or the one that the sender put behind it", () => {
  expect(cellsOf(paste(table(["a", "#######"], ["b", "####"]), "a\t15306\nb\t(2,180)").html)).toEqual([
    "a",
    "15306",
    "b",
    "-2180",
  ]);
  const behind =
    '<table><tr><td x:num="-3030.5">(3,030)</td><td sdval="0.125">####</td><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:45}">45 m</td></tr></table>';
  expect(cellsOf(paste(behind, "").html)).toEqual(["-3030.5", "0.125", "45 m"]);
});

test("##### without a number behind it is named", () => {
  expect(cellsOf(paste(table(["#######"]), "#######").html)).toEqual(["#######"]);
  expect(said[0]).toContain("1 of the pasted texts stayed text, which sums leave out: “#######”");
});

test("a table that writes decimals after a comma is read so; a lone doubt is named", () => {
  expect(cellsOf(paste(table(["1.234,5", "1,5"], ["3.000", "12,75%"]), "").html)).toEqual([
    "1234.5",
    "1.5",
    "3000",
    "12.75%",
  ]);
  expect(cellsOf(paste(table(["1,5"]), "").html)).toEqual(["1,5"]);
  expect(said.at(-1)).toContain("stayed text, which sums leave out: “1,5”");
  expect(cellsOf(paste(table(["1,5"]), "", ",").html)).toEqual(["1.5"]);
});

test("a paste with nothing to change is left alone, byte by byte", () => {
  const html = "<table><TR><td style='x'>1,234.5</TD></tr></table>";
  expect(paste(html, "1,234.5")).toEqual({ html, text: "1,234.5" });
  expect(said).toEqual([]);
});
