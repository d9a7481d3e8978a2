import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { recalculate } from "../support/libreOffice";
import { PITFALLS, pitfallTrees as trees } from "./pitfalls";
import { a1Texts, agree, byDecimal, byScript, readingsOf, workbookOf, type Reading } from "./readings";

let spreadsheet: readonly Reading[];

beforeAll(async () => {
  spreadsheet = readingsOf(trees, await recalculate(await planToXlsx(workbookOf(trees, a1Texts(trees)))));
});

test.each(PITFALLS.map(([, text, value], index) => [text, value, index] as const))(
  "=%s is %d for every reader",
  (text, value, index) => {
    expect(a1Texts(trees)[index]).toBe(text);
    expect(byDecimal()(trees)[index]).toBeCloseTo(value, 12);
    expect(byScript()(trees)[index]).toBeCloseTo(value, 12);
    expect(spreadsheet[index]).toBeCloseTo(value, 12);
  },
);

test("agreement is a matter of nine digits, and of the code of an error", () => {
  expect(agree(1000, 1000.0000001)).toBe(true);
  expect(agree(1000, 1000.00001)).toBe(false);
  expect(agree(0, 1e-12)).toBe(false);
  expect(agree("#DIV/0!", "#DIV/0!")).toBe(true);
  expect(agree("#DIV/0!", "#NUM!")).toBe(false);
  expect(agree(Number.NaN, 1)).toBe(false);
});
