import {
  absolute,
  cellAddress,
  columnLetters,
  columnNumber,
  firstCell,
  onSheet,
  parseCell,
  parseRectangle,
  parseReference,
  quotedSheet,
  rectangleAddress,
  splitAddress,
  touches,
} from "../../src/workbook/address";

describe("addresses", () => {
  test.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [52, "AZ"],
    [53, "BA"],
    [702, "ZZ"],
    [703, "AAA"],
    [16384, "XFD"],
  ])("column %i is %s and back", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
    expect([columnNumber(letters), columnNumber(letters.toLowerCase())]).toEqual([column, column]);
    expect(parseCell(`${letters}1`)).toEqual({ row: 1, column });
    expect(cellAddress(9, column)).toBe(`${letters}9`);
  });

  test("ranges become absolute, sheets quoted", () => {
    expect(absolute("A6:K90")).toBe("$A$6:$K$90");
    expect(absolute("C4")).toBe("$C$4");
    expect(quotedSheet("Kingsoft's cash")).toBe("'Kingsoft''s cash'");
    expect(onSheet("Kingsoft's cash", "$C$4")).toBe("'Kingsoft''s cash'!$C$4");
  });

  test("references are read with and without quotes", () => {
    expect(parseReference("'Kingsoft''s cash'!$D$20:$W$20")).toEqual({
      ...{ sheet: "Kingsoft's cash", row: 20, column: 4, rows: 1, columns: 20 },
    });
    expect(parseReference("Summary!B2")).toEqual({
      sheet: "Summary",
      row: 2,
      column: 2,
      rows: 1,
      columns: 1,
    });
    expect(splitAddress("'A!B'!C1")).toEqual({ sheet: "A!B", range: "C1" });
    expect(splitAddress("KC_Inputs")).toEqual({ sheet: null, range: "KC_Inputs" });
  });

  test("rectangles are read from either corner and written back", () => {
    const area = { row: 2, column: 3, rows: 8, columns: 2 };
    expect(["C2:D9", "d9:c2", " $C$2:$D$9 "].map(parseRectangle)).toEqual([area, area, area]);
    expect(rectangleAddress(area)).toBe("C2:D9");
    expect(rectangleAddress({ ...area, rows: 1, columns: 1 })).toBe("C2");
    expect(["", "A:C", "3:4", "A0", "A1:B2:C3", "A1,B2"].map(parseRectangle)).toEqual(Array(6).fill(null));
  });

  test("the first cell of a selection is found, none in whole rows and columns", () => {
    expect(firstCell("B7")).toEqual({ row: 7, column: 2 });
    expect(firstCell("$AB$12:C20")).toEqual({ row: 12, column: 28 });
    expect(firstCell("C4:D5,A1")).toEqual({ row: 4, column: 3 });
    // As Excel lists several ranges where a comma is the decimal mark.
    expect(firstCell("A1;B2")).toEqual({ row: 1, column: 1 });
    expect(["A:C", "3:4", ""].map(firstCell)).toEqual([null, null, null]);
  });

  test("rectangles touch where they share a cell", () => {
    const area = { row: 2, column: 3, rows: 2, columns: 2 };
    const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
    expect([at(2, 3), at(3, 4)].every((one) => touches(area, one) && touches(one, area))).toBe(true);
    const beside = [at(1, 3), at(4, 3), at(2, 2), at(2, 5)];
    expect(beside.some((one) => touches(area, one) || touches(one, area))).toBe(false);
  });

  test.each(["", "4C", "A0", "A1:B2", "a1", "R1C1C"])("%p is no cell", (text) => {
    expect(() => parseCell(text)).toThrow("is not a cell address");
  });

  test("a reference without a sheet or with no cells is refused", () => {
    expect(() => parseReference("$A$1")).toThrow("names no sheet");
    expect(() => parseReference("Summary!total")).toThrow('"total" is not a cell address');
  });
});
