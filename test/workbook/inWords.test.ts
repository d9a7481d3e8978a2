import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import type { CellPlan, SheetPlan, ValidationPlan } from "../../src/workbook/plan";
import { formulaInWords } from "../../src/workbook/formulaInWords";
import { planInWords } from "../../src/workbook/planInWords";
import { SHEETS } from "../../src/workbook/sheetNames";
import { ENGLISH, type Catalogue } from "../../src/words";
import { CHINESE } from "../../src/words/zh-CN";
import { reportFigure } from "../support/figure";
import { recalculate } from "../support/libreOffice";
import { plan } from "./realPlan";
import { differences, errorCells } from "./recalculatedCells";

const chinese = planInWords(plan, CHINESE);

/** Columns of evidence, which stays in the language in which it was recorded: what a document prints, where it stands there, and the record's own proof. */
const EVIDENCE: Readonly<Record<string, readonly number[]>> = {
  [SHEETS.facts]: [1, 5, 12, 15, 16],
  [SHEETS.reconciliation]: [1, 6, 10],
};

/** The catalogue, telling of each text that it has no words for. */
function told(missing: Set<string>): Catalogue {
  return {
    ...CHINESE,
    of: (text) => {
      const found = CHINESE.find(text);
      if (found === null) missing.add(text);
      return found ?? text;
    },
  };
}

/** A sheet without its columns of evidence below the row of titles. */
function withoutEvidence(sheet: SheetPlan): SheetPlan {
  const columns = EVIDENCE[sheet.name] ?? [];
  const titles = sheet.freeze.rows;
  return {
    ...sheet,
    rows: sheet.rows.map((row, index) => ({
      ...row,
      cells: row.cells.map((cell, column) => (index >= titles && columns.includes(column + 1) ? null : cell)),
    })),
  };
}

function missingIn(sheets: readonly SheetPlan[]): readonly string[] {
  const missing = new Set<string>();
  planInWords({ ...plan, sheets: sheets.map(withoutEvidence) }, told(missing));
  return [...missing];
}

const cells = (sheet: SheetPlan): readonly CellPlan[] =>
  sheet.rows.flatMap((row) => row.cells.filter((cell) => cell !== null));

test("every text of the workbook has its Chinese words, but for evidence as it was recorded", () => {
  expect(missingIn(plan.sheets)).toEqual([]);
});

test("a text without Chinese words is found", () => {
  const [readme, ...others] = plan.sheets as [SheetPlan, ...SheetPlan[]];
  const planted = { ...readme, notes: [{ cell: "A1", text: "A word of no catalogue" }] };
  expect(missingIn([planted, ...others])).toEqual(["A word of no catalogue"]);
});

test("English is the plan itself", () => {
  expect(planInWords(plan, ENGLISH)).toBe(plan);
});

test("figures, ids, styles and places are the same in both", () => {
  expect(chinese.sheets).toHaveLength(plan.sheets.length);
  plan.sheets.forEach((sheet, index) => {
    const other = chinese.sheets[index]!;
    expect(other.name).not.toBe(sheet.name);
    expect(other.rows.map(({ cells: row }) => row.map((cell) => cell?.style ?? null))).toEqual(
      sheet.rows.map(({ cells: row }) => row.map((cell) => cell?.style ?? null)),
    );
    const numbers = (each: SheetPlan): unknown[] =>
      cells(each).map(({ value }) => (typeof value === "string" ? "text" : value));
    expect(numbers(other)).toEqual(numbers(sheet));
  });
  expect(chinese.names.map(({ name, range }) => [name, range])).toEqual(
    plan.names.map(({ name, range }) => [name, range]),
  );
});

test("what is chosen or matched by its words stays apart from the other choices", () => {
  const alike: string[] = [];
  for (const sheet of plan.sheets)
    for (const { rule, range } of sheet.validations)
      for (const choices of choicesOf(rule))
        if (new Set(choices.map(CHINESE.of)).size < new Set(choices).size)
          alike.push(`${sheet.name} ${range}`);
  expect(alike).toEqual([]);
  const names = chinese.sheets.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) {
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[[\]:*?/\\']/);
  }
});

function choicesOf(rule: ValidationPlan["rule"]): readonly (readonly string[])[] {
  if (rule.kind === "list") return [rule.values];
  if (rule.kind !== "listRange") return [];
  const [, sheet, first, last] =
    /^'?([^'!]+)'?!\$?[A-Z]+\$?(\d+):\$?[A-Z]+\$?(\d+)$/.exec(rule.formula) ?? [];
  const column = /!\$?([A-Z])\$/.exec(rule.formula)?.[1];
  const rows = plan.sheets.find(({ name }) => name === sheet)?.rows.slice(Number(first) - 1, Number(last));
  return [
    (rows ?? []).flatMap((row) => {
      const value = row.cells[(column ?? "A").charCodeAt(0) - 65]?.value;
      return typeof value === "string" && value !== "" ? [value] : [];
    }),
  ];
}

test("formulas name sheets and hold words in Chinese, and nothing else of them changes", () => {
  expect(formulaInWords('IF(\'Cash flow\'!B2="Base",Summary!$C$4,"")&"0.0%"', CHINESE)).toBe(
    'IF(\'现金流量表\'!B2="基准",\'摘要\'!$C$4,"")&"0.0%"',
  );
  expect(formulaInWords("SUM(B2:B4)*1", CHINESE)).toBe("SUM(B2:B4)*1");
});

test("the Chinese workbook, recalculated by LibreOffice, gives every formula the value written beside it", async () => {
  const answer = await recalculate(await planToXlsx(chinese));
  const found = differences(chinese, answer);
  expect(found.different.slice(0, 20)).toEqual([]);
  expect(errorCells(answer)).toEqual([]);
  expect(found.compared).toBeGreaterThan(80_000);
  reportFigure(
    "The Chinese workbook calculates as the English one",
    `${found.compared} formula cells to 1e-9`,
  );
}, 600_000);
