/** Outlines of the workbook: earlier years and quarters fold away on every sheet with a time axis, what makes a total on the statements. */

import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { columnLetters } from "../../src/workbook/address";
import { outlined } from "../../src/workbook/outline";
import { SHEETS } from "../../src/workbook/sheetNames";
import { fileParts } from "../hosts/xlsx/fileParts";
import { AXIS_SHEETS, plan, STATEMENT_SHEETS } from "./realPlan";

const sheetOf = (name: string) => plan.sheets.find((sheet) => sheet.name === name)!;
const letters = (name: string): string => outlined(sheetOf(name).columns).map(columnLetters).join(" ");

test("every sheet with a time axis, and Summary, folds the years before the first quarter; the quarters fold too", () => {
  const quarters = "M N O P Q R S T U V W X Y Z AA AB AC AD AE AF";
  for (const name of AXIS_SHEETS) expect([name, letters(name)]).toEqual([name, `D E F ${quarters}`]);
  expect(letters(SHEETS.summary)).toBe("D E F");
  expect(letters(SHEETS.inputs)).toBe("");
});

test("statements fold the lines that make a total; totals, subtotals and heads stay", () => {
  for (const name of STATEMENT_SHEETS) {
    const { rows } = sheetOf(name);
    const folding = new Set(outlined(rows));
    const looks = rows.map(({ cells }, index) => [folding.has(index + 1), cells[0]?.style] as const);
    expect(looks.filter(([folds, style]) => folds && style !== "label")).toEqual([]);
    expect(looks.filter(([folds, style]) => !folds && style === "label")).toEqual([]);
    expect(folding.size).toBeGreaterThan(5);
  }
});

test("the file has the outlines that the plan has, nothing folded", async () => {
  const parts = fileParts(await planToXlsx(plan));
  for (const name of [SHEETS.income, SHEETS.summary, SHEETS.inputs]) {
    const xml = parts.get(`xl/worksheets/sheet${plan.sheets.indexOf(sheetOf(name)) + 1}.xml`)!;
    const columns = [...xml.matchAll(/<col ([^>]*outlineLevel="1"[^>]*)\/>/g)].flatMap(([, attributes]) => {
      const [min, max] = ["min", "max"].map((key) =>
        Number(new RegExp(`${key}="(\\d+)"`).exec(attributes!)![1]),
      );
      return Array.from({ length: max! - min! + 1 }, (_, index) => min! + index);
    });
    expect([name, columns]).toEqual([name, outlined(sheetOf(name).columns)]);
    const rows = [...xml.matchAll(/<row ([^>]*outlineLevel="1"[^>]*)>/g)].map(([, attributes]) =>
      Number(/r="(\d+)"/.exec(attributes!)![1]),
    );
    expect([name, rows]).toEqual([name, outlined(sheetOf(name).rows)]);
    expect(xml).not.toMatch(/(?:collapsed|hidden)="(?:1|true)"/);
  }
});
