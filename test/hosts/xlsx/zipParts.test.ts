import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { editZipParts } from "../../../src/hosts/xlsx/zipParts";

const files = {
  "a.xml": strToU8("<a>first</a>"),
  "folder/b.xml": strToU8("<b/>".repeat(500)),
  "c.bin": strToU8("stays"),
};

describe("editZipParts", () => {
  test.each([0, 6] as const)(
    "rewrites the named part and keeps the others (compression level %i)",
    (level) => {
      const edited = editZipParts(
        zipSync(files, { level, mtime: "1980-01-01" }),
        new Map([
          ["folder/b.xml", (text: string) => text.replace("<b/>", "<changed>längere Umläute 中文</changed>")],
        ]),
      );
      const parts = unzipSync(edited);
      expect(Object.keys(parts)).toEqual(Object.keys(files));
      expect(strFromU8(parts["a.xml"]!)).toBe("<a>first</a>");
      expect(strFromU8(parts["c.bin"]!)).toBe("stays");
      expect(strFromU8(parts["folder/b.xml"]!)).toBe(
        `<changed>längere Umläute 中文</changed>${"<b/>".repeat(499)}`,
      );
    },
  );

  test("refuses a part that is not there and bytes that are no zip file", () => {
    expect(() => editZipParts(zipSync(files), new Map([["d.xml", () => ""]]))).toThrow('no part "d.xml"');
    expect(() => editZipParts(strToU8("no zip file at all, but long enough"), new Map())).toThrow(
      "do not end as a zip file",
    );
  });
});
