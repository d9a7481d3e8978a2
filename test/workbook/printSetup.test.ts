import { BEAT_COLUMNS, QUARTERS_HEAD } from "../../src/workbook/beatPlaces";
import { CONSENSUS_COLUMNS } from "../../src/workbook/consensusPlaces";
import { SHEETS } from "../../src/workbook/sheetNames";
import { areaOf, cellsOfSheet, columnNumber, covers } from "./placedCells";
import { AXIS_SHEETS, plan, STATEMENT_SHEETS } from "./realPlan";
import { axis } from "../support/axis";

describe.each(plan.sheets.map((sheet) => [sheet.name, sheet] as const))("print of %s", (name, sheet) => {
  const { area, titleRows, titleColumns, footerLeft, footerCenter, footerRight, onePage } = sheet.print;

  it("covers all figures and charts, but for the quarters of statements, the column of line names and what the sheets Consensus and Beat or miss reckon with", () => {
    const printed = areaOf(area);
    // Rows of the journal that wait for lines are not printed.
    const left = cellsOfSheet(sheet).filter(
      ({ row, column, cell }) =>
        !covers(printed, row, column) && !(name === SHEETS.journal && cell.value === null),
    );
    expect(
      left
        .filter(({ column }) => !(AXIS_SHEETS.includes(name) && column === axis.lineName))
        .filter(({ column }) => !(STATEMENT_SHEETS.includes(name) && column >= axis.gap))
        .filter(({ column }) => !(name === SHEETS.consensus && column > CONSENSUS_COLUMNS.source))
        .filter(
          ({ row, column }) =>
            !(name === SHEETS.beat && (column > BEAT_COLUMNS.mostly || row >= QUARTERS_HEAD)),
        )
        .map(({ at }) => at),
    ).toEqual([]);
    for (const chart of sheet.charts)
      for (const corner of [chart.from, chart.to])
        expect([corner, covers(printed, areaOf(corner).top, areaOf(corner).left)]).toEqual([corner, true]);
  });

  it("repeats the frozen header and labels on every page, or is one page", () => {
    if (onePage) return;
    expect(titleRows).toEqual({ from: 1, to: sheet.freeze.rows });
    if (AXIS_SHEETS.includes(name))
      expect([titleColumns?.from, columnNumber(titleColumns!.to)]).toEqual(["A", sheet.freeze.columns]);
  });

  it("has a footer with sheet, page and scenario", () => {
    expect([footerLeft, footerCenter]).toEqual(["&A", "Page &P of &N"]);
    expect(footerRight).toMatch(/[A-Za-z]{4}/);
  });
});

test("statements print their years alone, on A4; the quarters stand on the scenario sheets, on A3", () => {
  const paper = (sheets: readonly string[]): readonly unknown[] =>
    plan.sheets
      .filter(({ name }) => sheets.includes(name))
      .map(({ name, print }) => [name, print.paper, areaOf(print.area).right]);
  expect(paper(STATEMENT_SHEETS)).toEqual(STATEMENT_SHEETS.map((name) => [name, "A4", axis.gap - 1]));
  expect(paper(["Base"])).toEqual([["Base", "A3", axis.lineName - 1]]);
});

test("only Summary, tear sheet and target prices are forced on one page", () => {
  expect(plan.sheets.filter(({ print }) => print.onePage).map(({ name }) => name)).toEqual([
    SHEETS.summary,
    SHEETS.tear,
    SHEETS.target,
  ]);
});
