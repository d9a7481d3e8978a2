import { cellsOf, type PlacedCell } from "./placedCells";
import { plan as english } from "./realPlan";
import { planInWords } from "../../src/workbook/planInWords";
import { CHINESE } from "../../src/words/zh-CN";
import { neededWidth, roomFor, shownNumber, widthOf } from "./textWidths";

test("numbers are shown as their formats say", () => {
  expect(shownNumber(-1234.56, '#,##0.0_);(#,##0.0);"–"_)')).toBe("(1,234.6)");
  expect(shownNumber(1234.56, '#,##0.0_);(#,##0.0);"–"_)')).toBe("1,234.6 ");
  expect(shownNumber(0, '#,##0.0_);(#,##0.0);"–"_)')).toBe("– ");
  expect(shownNumber(0.1234, "0.0%_);(0.0%)")).toBe("12.3% ");
  expect(shownNumber(20262, '0000"Q"0_)')).toHaveLength(8);
  expect(shownNumber(46000, "d mmm yy")).toBe("31 Dec 28");
});

describe.each([
  ["English", english],
  ["Chinese", planInWords(english, CHINESE)],
])("in %s", (_, plan) => {
  const styleOf = ({ cell }: PlacedCell): (typeof plan.styles)[string] => plan.styles[cell.style]!;

  test("every number fits in its column", () => {
    const wide = cellsOf(plan)
      .filter(({ cell }) => typeof cell.value === "number")
      .filter(
        (placed) =>
          neededWidth(
            shownNumber(Number(placed.cell.value), styleOf(placed).numberFormat!),
            styleOf(placed),
            true,
          ) > widthOf(placed.sheet, placed.column),
      );
    expect(wide.map(({ at, cell }) => `${at} ${String(cell.value)}`)).toEqual([]);
  });

  test("no text is cut off by a filled neighbour", () => {
    const cut = cellsOf(plan)
      .filter(({ cell }) => typeof cell.value === "string" && cell.value !== "")
      .filter(
        (placed) =>
          !styleOf(placed).wrap &&
          neededWidth(String(placed.cell.value), styleOf(placed), false) > roomFor(placed, styleOf(placed)),
      );
    expect(
      cut.map(
        ({ at, cell, ...placed }) =>
          `${at} needs ${neededWidth(String(cell.value), plan.styles[cell.style]!, false).toFixed(0)} has ${roomFor({ at, cell, ...placed }, plan.styles[cell.style]!).toFixed(0)}: ${String(cell.value)}`,
      ),
    ).toEqual([]);
  });

  test("wrapped text fits in the height of its row", () => {
    const low = cellsOf(plan)
      .filter((placed) => styleOf(placed).wrap && typeof placed.cell.value === "string")
      .filter((placed) => {
        const style = styleOf(placed);
        const lines = Math.ceil(
          neededWidth(String(placed.cell.value), style, false) / (widthOf(placed.sheet, placed.column) - 0.7),
        );
        return lines * (style.size ?? 10) * 1.25 > (placed.sheet.rows[placed.row - 1]!.height || 15) + 2;
      });
    expect(low.map(({ at, cell }) => `${at} ${String(cell.value).length}`)).toEqual([]);
  });
});
