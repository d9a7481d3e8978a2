import { SHEETS } from "../../src/workbook/sheetNames";
import { reportFigure } from "../support/figure";
import { formulaWords } from "./formulaWords";
import { areaOf, cellAt, cellsOfSheet, isHindcast, sheetOf, type PlacedCell } from "./placedCells";
import { plan } from "./realPlan";

const checks = sheetOf(plan, SHEETS.checks);
const head = cellsOfSheet(checks).find(({ cell }) => cell.value === "Rounding allows")!;
const ties = cellsOfSheet(checks).filter(
  (placed) =>
    placed.row > head.row &&
    placed.column === head.column &&
    placed.cell.formula === undefined &&
    typeof placed.cell.value === "number" &&
    !isHindcast(placed),
);
const beside = ({ row }: PlacedCell, column: number): ReturnType<typeof cellAt> =>
  cellAt(checks, row, column);

/** A sum of cells worked out from the sheets that it names: signs, single cells and SUM of one range. */
function sumOf(formula: string): number {
  let sign = 1;
  return formulaWords(formula).reduce((sum, word) => {
    if (word.text === "-") sign = -1;
    if (word.text === "+") sign = 1;
    if (word.kind !== "reference") return sum;
    const { top, left, right } = areaOf(word.range);
    const values = Array.from(
      { length: right - left + 1 },
      (_, index) => cellAt(sheetOf(plan, word.sheet!), top, left + index)?.value,
    );
    expect(values.every((value) => typeof value === "number")).toBe(true);
    return sum + sign * values.reduce<number>((total, value) => total + Number(value), 0);
  }, 0);
}

test("reported parts make reported wholes within the rounding of what was printed", () => {
  expect(ties.length).toBeGreaterThan(50);
  const apart = ties.filter(
    (tie) =>
      Math.abs(sumOf(beside(tie, 3)!.formula!) - sumOf(beside(tie, 4)!.formula!)) > Number(tie.cell.value),
  );
  expect(apart.map(({ at }) => at)).toEqual([]);
  reportFigure("Reported parts make reported wholes within their rounding", `${ties.length} ties`);
});

/** Lines of which a quarter follows from a figure printed to ten millions, or from a ratio of three digits. */
const COARSE = [
  "Liabilities and equity make total assets 2025Q4",
  "Liabilities and equity make total assets FY2025",
  "Assets of the opening balance sheet make the reported total FY2025",
  "Foreign exchange gain FY2025",
  "Other income FY2025",
  "Adjusted net result FY2025",
  "Depreciation and amortisation FY2024",
  "Depreciation and amortisation FY2025",
  "Cash flow from investing FY2025",
  "Cash flow from financing FY2025",
];

test("rounding excuses little: no tie allows more than 5 but a few of coarse figures, and those lie no farther apart", () => {
  const loose = ties.filter((tie) => Number(tie.cell.value) > 5);
  const named = loose.map(
    (tie) => `${String(beside(tie, 1)!.value).split(":")[0]!} ${beside(tie, 2)!.value}`,
  );
  expect(named.filter((name) => !COARSE.includes(name))).toEqual([]);
  for (const tie of loose) {
    expect(Math.abs(sumOf(beside(tie, 3)!.formula!) - sumOf(beside(tie, 4)!.formula!))).toBeLessThan(5);
  }
});

test.each([
  ["Total revenue: four quarters make the year", "FY2024"],
  ["Total revenue: four quarters make the year", "FY2025"],
  ["Public and enterprise cloud make revenue", "2025Q3"],
  ["Revenue less cost makes gross profit", "2025Q3"],
  ["Assets of the opening balance sheet make the reported total", "FY2025"],
])("%s in %s is among them", (label, period) => {
  expect(ties.some((tie) => beside(tie, 1)?.value === label && beside(tie, 2)?.value === period)).toBe(true);
});
