/** Files cut short, with flipped bytes, mangled XML, or made to harm: read as they were, or refused in words. */

import fc from "fast-check";
import { deflateSync, strToU8, unzipSync, zipSync } from "fflate";
import { readWorkbook, type ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { smallPlan } from "../hosts/xlsx/smallPlan";
import { reportFigure } from "../support/figure";
import { partOf, PROVES } from "../support/runs";
import { withParts, zipOf, type PartChanges } from "./changedFile";

let file: Uint8Array;
let whole: string;
let refused = 0;

beforeAll(async () => {
  file = await planToXlsx(smallPlan);
  whole = contents(await readWorkbook(file));
});
afterAll(() =>
  reportFigure(
    "Broken and hostile workbooks are refused in words",
    `${refused.toLocaleString("en")} files refused, none read as another workbook`,
  ),
);

/** Everything that reading gives. */
function contents({ sheets, names }: ReadWorkbook): string {
  return JSON.stringify([
    sheets.map((sheet) => [sheet.name, sheet.addresses().map((address) => [address, sheet.cell(address)])]),
    [...names],
  ]);
}

/** What reading gives, or the message of the refusal, which must be in words of a bearable length. */
async function outcome(bytes: Uint8Array): Promise<{ readonly read: string } | { readonly message: string }> {
  try {
    return { read: contents(await readWorkbook(bytes)) };
  } catch (error) {
    refused += 1;
    const message = (error as Error).message;
    expect(message).toMatch(/^The (?:workbook|bytes) .{10,}/s);
    expect(message.length).toBeLessThan(500);
    expect(message).not.toMatch(
      /undefined|NaN|\[object|Cannot read prop|is not a function|out of memory|call stack/,
    );
    return { message };
  }
}

test("cut short anywhere", async () => {
  for (let length = 0; length < file.length; length += PROVES ? 13 : 61)
    expect(await outcome(file.subarray(0, length))).toHaveProperty("message");
});

test("any byte flipped: refused, or read as it was", async () => {
  const flips = fc.tuple(fc.integer({ min: 0, max: file.length - 1 }), fc.integer({ min: 1, max: 255 }));
  await fc.assert(
    fc.asyncProperty(flips, async ([at, mask]) => {
      const bytes = file.slice();
      bytes[at]! ^= mask;
      const result = await outcome(bytes);
      if ("read" in result) expect(result.read).toBe(whole);
    }),
    { seed: 20260, numRuns: partOf(900) },
  );
});

test("bytes put in, taken out or repeated: refused, or read as it was", async () => {
  const edits = fc.tuple(
    fc.integer({ min: 0, max: file.length - 1 }),
    fc.integer({ min: 0, max: 40 }),
    fc.uint8Array({ maxLength: 40 }),
  );
  await fc.assert(
    fc.asyncProperty(edits, async ([at, gone, added]) => {
      const result = await outcome(Buffer.concat([file.subarray(0, at), added, file.subarray(at + gone)]));
      if ("read" in result) expect(result.read).toBe(whole);
    }),
    { seed: 20261, numRuns: partOf(250) },
  );
});

test("mangled XML in any part: refused in words, or read", async () => {
  const paths = Object.keys(unzipSync(file));
  const bits = [
    "",
    "<",
    ">",
    '"',
    "&",
    "&#1114112;",
    "&#0;",
    "</row>",
    "<c>",
    '<c r="ZZZ9">',
    ' r="A0"',
    ' t="s"',
    "\u0000",
    "]]>",
    "<!--",
    "-1",
    "1e999",
    "constructor",
    "__proto__",
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom(...bits),
      async (path, place, gone, bit) => {
        const changes: PartChanges = {
          [path]: (text) => {
            const at = Math.floor(place * text.length);
            return `${text.slice(0, at)}${bit}${text.slice(at + gone)} `;
          },
        };
        await outcome(withParts(file, changes));
      },
    ),
    { seed: 20262, numRuns: partOf(400) },
  );
});

const sheet = "xl/worksheets/sheet1.xml";
const laughs = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';

test.each<[string, (file: Uint8Array) => Uint8Array, RegExp]>([
  [
    "a part that unpacks to far more than it declares",
    () =>
      zipOf([
        {
          path: "[Content_Types].xml",
          stored: deflateSync(new Uint8Array(40_000_000)),
          size: 1000,
          method: 8,
        },
      ]),
    /unpacks to more than it declares/,
  ],
  [
    "a part that declares 4 GB",
    () =>
      zipOf([
        { path: "[Content_Types].xml", stored: deflateSync(strToU8("<a/>")), size: 0xfffffff0, method: 8 },
      ]),
    /unpacks to more than 128 MB/,
  ],
  [
    "many parts of 100 MB each",
    () =>
      zipOf(
        Array.from({ length: 60 }, (_, index) => ({
          path: `xl/worksheets/sheet${index}.xml`,
          stored: new Uint8Array(9),
          size: 100_000_000,
          method: 8,
        })),
      ),
    /unpacks to more than 128 MB/,
  ],
  [
    "ten thousand parts",
    () =>
      zipOf(
        Array.from({ length: 10_000 }, (_, index) => ({
          path: `xl/${index}.xml`,
          stored: new Uint8Array(),
          size: 0,
          method: 0,
        })),
      ),
    /has 10,000 parts/,
  ],
  [
    "a part there twice",
    () =>
      zipOf(
        ["xl/workbook.xml", "XL/Workbook.xml"].map((path) => ({
          path,
          stored: new Uint8Array(),
          size: 0,
          method: 0,
        })),
      ),
    /"XL\/Workbook\.xml" is there twice/,
  ],
  [
    "a path that climbs",
    (whole) => withParts(whole, { "../../evil.xml": "<a/>" }),
    /"\.\.\/\.\.\/evil\.xml" has a path that leads out/,
  ],
  [
    "a path that climbs the other way",
    (whole) => withParts(whole, { "xl\\..\\..\\evil.xml": "<a/>" }),
    /has a path that leads out/,
  ],
  ["a path from the root", (whole) => withParts(whole, { "/etc/passwd": "x" }), /has a path that leads out/],
  ["a path of a drive", (whole) => withParts(whole, { "C:/evil.xml": "x" }), /has a path that leads out/],
  [
    "an encrypted part",
    () => zipOf([{ path: "xl/workbook.xml", stored: new Uint8Array(9), size: 9, method: 0, flags: 1 }]),
    /xl\/workbook\.xml is encrypted/,
  ],
  [
    "an unknown way of packing",
    () => zipOf([{ path: "xl/workbook.xml", stored: new Uint8Array(9), size: 9, method: 99 }]),
    /packed in an unknown way \(99\)/,
  ],
  [
    "a path of sixty thousand characters",
    (whole) => withParts(whole, { [`${"a/".repeat(30_000)}../b.xml`]: "x" }),
    /has a path that leads out/,
  ],
  [
    "entities that multiply",
    (whole) => withParts(whole, { "xl/sharedStrings.xml": (text) => text.replace("<sst", `${laughs}<sst`) }),
    /xl\/sharedStrings\.xml declares entities/,
  ],
  [
    "entities in a sheet",
    (whole) => withParts(whole, { [sheet]: (text) => text.replace("<worksheet", `${laughs}<worksheet`) }),
    /sheet1\.xml declares entities/,
  ],
  [
    "a cell in the last corner",
    (whole) =>
      withParts(whole, {
        [sheet]: (text) =>
          text.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
      }),
    /span more than 3,000,000 cells/,
  ],
  [
    "a cell in the last corner, disguised",
    (whole) =>
      withParts(whole, {
        [sheet]: (text) =>
          text.replace("</sheetData>", "<row><c x='>' r = '&#88;FD1048576'><v>1</v></c></row></sheetData>"),
      }),
    /disguises where its cells are/,
  ],
  [
    "a cell beyond the last corner",
    (whole) =>
      withParts(whole, {
        [sheet]: (text) =>
          text.replace("</sheetData>", '<row r="9"><c r="XFE9"><v>1</v></c></row></sheetData>'),
      }),
    /outside the supported sheet bounds/,
  ],
  ["no workbook part", (whole) => withParts(whole, { "xl/workbook.xml": null }), /missing workbook/],
  [
    "a part under another name in the list",
    (whole) => {
      const bytes = Buffer.from(whole);
      bytes.write("xl/sharedStringz.xml", bytes.lastIndexOf("xl/sharedStrings.xml"));
      return bytes;
    },
    /xl\/sharedStringz\.xml has another name where it stands/,
  ],
  [
    "no texts",
    (whole) => withParts(whole, { "xl/sharedStrings.xml": null }),
    /sharedStrings\.xml is missing/,
  ],
  ["no styles", (whole) => withParts(whole, { "xl/styles.xml": null }), /styles\.xml is missing/],
  [
    "a sheet without its part",
    (whole) => withParts(whole, { [sheet]: null }),
    /missing worksheet file for sheet "Summary"/,
  ],
  ["another kind of file", () => zipSync({ "word/document.xml": strToU8("<w/>") }), /Content_Types/],
  [
    "more than 64 MB",
    () => Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(65 * 1024 * 1024)]),
    /too large: more than 64 MB/,
  ],
])("%s", async (_, make, message) => {
  expect(await outcome(make(file))).toEqual({ message: expect.stringMatching(message) as string });
});

test.each<[string, PartChanges]>([
  [
    "a dimension of 1,048,576 rows",
    {
      [sheet]: (text) => text.replace(/<dimension[^>]*>|(<sheetData)/, '<dimension ref="A1:XFD1048576"/>$1'),
    },
  ],
  [
    "merged, hidden and formatted areas over the whole sheet",
    {
      [sheet]: (text) =>
        text.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="C1:XFD1048576"/></mergeCells>'),
    },
  ],
  [
    "columns without end",
    {
      [sheet]: (text) =>
        text.replace("<sheetData", '<cols><col min="1" max="999999999" width="9"/></cols><sheetData'),
    },
  ],
  [
    "an empty row at the bottom",
    { [sheet]: (text) => text.replace("</sheetData>", '<row r="1048576" ht="20"/></sheetData>') },
  ],
  [
    "a hundred thousand nested elements beside the sheets",
    {
      "xl/workbook.xml": (text) =>
        text.replace("<sheets>", `${"<x>".repeat(100_000)}${"</x>".repeat(100_000)}<sheets>`),
    },
  ],
  [
    "macros, links, pictures and a zip file inside",
    {
      "xl/vbaProject.bin": "MZ",
      "xl/externalLinks/externalLink1.xml": "<a/>",
      "xl/media/image1.png": "x",
      "xl/embeddings/inner.zip": zipSync({ "a.xml": strToU8("<a/>") }),
    },
  ],
])("harmless although odd: %s", async (_, changes) => {
  expect(await outcome(withParts(file, changes))).toEqual({ read: whole });
});

test("macros and links are told", async () => {
  expect(await readWorkbook(file)).toMatchObject({ macros: false, links: 0 });
  expect(
    await readWorkbook(
      withParts(file, { "xl/vbaProject.bin": "MZ", "xl/externalLinks/externalLink1.xml": "<a/>" }),
    ),
  ).toMatchObject({ macros: true, links: 1 });
});
