import {
  absoluteRange,
  cellText,
  columnLetters,
  parseCell,
  parseReference,
  quotedSheet,
} from "../../../src/hosts/xlsx/cellAddress";

describe("cell addresses", () => {
  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [51, "AZ"],
    [52, "BA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16383, "XFD"],
  ])("column %i is %s and back", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
    expect(parseCell(`${letters}1`)).toEqual({ row: 0, column });
    expect(cellText(8, column)).toBe(`${letters}9`);
  });

  test("ranges become absolute, sheets quoted", () => {
    expect(absoluteRange("A6:K90")).toBe("$A$6:$K$90");
    expect(absoluteRange("C4")).toBe("$C$4");
    expect(quotedSheet("Kingsoft's cash")).toBe("'Kingsoft''s cash'");
  });

  test("references are read with and without quotes", () => {
    const range = { from: { row: 19, column: 3 }, to: { row: 19, column: 22 } };
    expect(parseReference("'Kingsoft''s cash'!$D$20:$W$20")).toEqual({ sheet: "Kingsoft's cash", ...range });
    expect(parseReference("Summary!B2")).toEqual({
      sheet: "Summary",
      from: { row: 1, column: 1 },
      to: { row: 1, column: 1 },
    });
  });

  test.each(["", "4C", "A0", "A1:B2", "a1", "R1C1C"])("%p is no cell", (text) => {
    expect(() => parseCell(text)).toThrow("is not a cell address");
  });

  test("a reference without a sheet is refused", () => {
    expect(() => parseReference("$A$1")).toThrow("names no sheet");
  });
});
