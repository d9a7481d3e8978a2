/** The same workbook in other forms of the file format, and what programs other than Excel write. */

import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { openWorkbook, type OpenedFile } from "../../src/workbench/openWorkbook";
import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import { columnLetters } from "../../src/workbook/address";
import { layoutOf } from "../../src/workbook/layout";
import type { CellPlan } from "../../src/workbook/plan";
import { sheetPath, withCell, withParts, type PartChanges } from "../hostile/changedFile";
import { planOf, seededModel } from "../support/seededModel";
import { ownSheet, smallFile } from "./smallFile";

const model = seededModel();
const plan = planOf(model);
const style = Object.keys(plan.styles)[0]!;
const day = Object.entries(plan.styles).find(([, { numberFormat }]) => /yy/.test(numberFormat ?? ""))![0];
const formula = (text: string, value: CellPlan["value"] = null): CellPlan => ({
  value,
  formula: text,
  style,
});

const KC_FORMS = [
  ['_xlfn.SINGLE(_xldudf_KC_REVENUE("3Q25"))', 'KC.REVENUE("3Q25")'],
  ['BloombergUI.xla!_xldudf_KC_REVENUE("3Q25")', 'KC.REVENUE("3Q25")'],
  ['[2]!_xldudf_KC_REVENUE("3Q25")', 'KC.REVENUE("3Q25")'],
  ['_xldudf_KC_REVENUE("3Q25")', 'KC.REVENUE("3Q25")'],
  ["_xlfn.XLOOKUP(1,B1:B3,C1:C3)", "XLOOKUP(1,B1:B3,C1:C3)"],
] as const;

let file: Uint8Array;
let [mine, inputs, summary]: string[] = [];
const base = columnLetters(INPUT_COLUMNS.firstScenario + 1);
const input = (driver: string): string => `${base}${layoutOf(model).inputs.driver.get(driver)!}`;
const cap = input("capXiaomi2026");

beforeAll(async () => {
  const rows = KC_FORMS.map(([given]) => [formula(given), { value: 45564, style: day }]);
  file = await smallFile(plan, ownSheet("Mine", rows));
  [mine, inputs, summary] = ["Mine", "Inputs", "Summary"].map((name) => sheetPath(file, name));
});

const opened = (changes: PartChanges): Promise<OpenedFile> =>
  openWorkbook(model, withParts(file, changes), plan);
const ofBase = ({ inputs: { rows } }: OpenedFile, driver: string): string =>
  rows.find((row) => row.driver.id === driver)!.base;
const own = ({ parts }: OpenedFile): unknown[] =>
  parts.sheets[0]!.rows.map(({ cells: [cell] }) => cell?.formula ?? cell?.value);
/** The same file with every XML part made anew. */
function remade(change: (text: string, path: string) => string | Uint8Array): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(file);
  for (const [path, bytes] of Object.entries(parts)) {
    if (!/\.(?:xml|rels)$/.test(path)) continue;
    const made = change(new TextDecoder().decode(bytes), path);
    parts[path] = typeof made === "string" ? strToU8(made) : made;
  }
  return zipSync(parts as Zippable);
}

const isSheet = (path: string): boolean => /worksheets\/sheet\d+\.xml$/.test(path);

/** Formulas with as few quotes around sheet names as a program needs. */
const unquoted = (xml: string): string =>
  xml.replaceAll(/<f>[^<]*<\/f>/g, (text) => text.replaceAll(/'(\w+)'!/g, "$1!"));

function excelLike(): Uint8Array {
  const parts = remade((text, path) => {
    if (path === "xl/workbook.xml")
      return text
        .replace("<sheets>", '<xr:revisionPtr xmlns:xr="r" revIDLastSave="0"/><sheets>')
        .replace(
          "</workbook>",
          '<extLst><ext uri="{B58B0392}"><xcalcf:calcFeatures xmlns:xcalcf="c"/></ext></extLst></workbook>',
        );
    if (path === "xl/styles.xml")
      return text.replaceAll(/formatCode="[^"]*"/g, (code) => code.replaceAll(/([()])(?!_)/g, "\\$1"));
    if (!isSheet(path)) return text;
    const wider = path === mine ? 0 : 0.7109375;
    return unquoted(text)
      .replaceAll(/<row r="(\d+)"/g, '<row r="$1" spans="1:14" x14ac:dyDescent="0.25" xmlns:x14ac="x"')
      .replaceAll(
        /<col ([^>]*)width="([\d.]+)"/g,
        (_, before: string, width: string) => `<col ${before}width="${Number(width) + wider}"`,
      )
      .replace(
        "</worksheet>",
        '<extLst><ext uri="{64002731}"><mx:PLV xmlns:mx="m" Mode="0"/></ext></extLst></worksheet>',
      );
  });
  return withParts(parts, {
    "xl/calcChain.xml": "<calcChain/>",
    "xl/persons/person.xml": "<personList/>",
    "xl/metadata.xml": "<metadata/>",
    "xl/printerSettings/printerSettings1.bin": "x",
  });
}

function googleLike(): Uint8Array {
  const parts = remade((text, path) => {
    if (path === "xl/workbook.xml")
      return text.replaceAll(
        "<definedName ",
        '<definedName function="false" hidden="false" vbProcedure="false" ',
      );
    if (!isSheet(path)) return text;
    return unquoted(text)
      .replace(
        /<sheetPr>|(?=<sheetViews)/,
        (found) =>
          `${found === "" ? "<sheetPr>" : found}<outlinePr summaryBelow="0" summaryRight="0"/>${found === "" ? "</sheetPr>" : ""}`,
      )
      .replace(
        "</worksheet>",
        '<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId77"/></worksheet>',
      );
  });
  return withParts(parts, { "xl/drawings/drawing77.xml": "<xdr:wsDr xmlns:xdr='x'/>" });
}

function wpsLike(): Uint8Array {
  return withParts(
    remade((text, path) =>
      isSheet(path) ? unquoted(text).replace("</worksheet>", "<extLst/></worksheet>") : text,
    ),
    {
      "docProps/custom.xml":
        '<Properties><property fmtid="{D5}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1</vt:lpwstr></property><property fmtid="{D5}" pid="3" name="ICV"/></Properties>',
      "customStorage/customStorage.xml": '<customStorage xmlns="https://web.wps.cn/et/2018/main"/>',
    },
  );
}

test("KC calls as other programs left them are read, mended, and that is said", async () => {
  const result = await opened({});
  expect(own(result)).toEqual(KC_FORMS.map(([, read]) => read));
  expect(result.left).toEqual([]);
  expect(result.told).toEqual([
    "KC calls were mended: Mine!A1 asked for one cell of its answer by SINGLE, Mine!A2 was tied to BloombergUI.xla, Mine!A3 was tied to [2].",
  ]);
});

test.each<[string, () => Uint8Array]>([
  [
    "UTF-16",
    () =>
      remade((text) =>
        Uint8Array.from(
          Buffer.from(`\uFEFF${text.replace(/encoding="[^"]*"/, 'encoding="UTF-16"')}`, "utf16le"),
        ),
      ),
  ],
  [
    "strict names",
    () =>
      remade((text) =>
        text
          .replaceAll(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
          )
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ),
  ],
  [
    "prefixes before every name",
    () =>
      remade((text, path) =>
        /^xl\/(?:workbook|styles|sharedStrings|worksheets\/sheet\d+)\.xml$/.test(path)
          ? text.replaceAll(/<(\/?)([a-z]\w*)(?=[\s/>])/gi, "<$1x:$2").replace(' xmlns="', ' xmlns:x="')
          : text,
      ),
  ],
  [
    "paths from the top",
    () =>
      remade((text, path) =>
        path === "xl/_rels/workbook.xml.rels" ? text.replaceAll('Target="', 'Target="/xl/') : text,
      ),
  ],
  ["what Excel writes when it saves", excelLike],
  ["what Google Sheets writes when it exports", googleLike],
  ["what WPS Office writes when it saves", wpsLike],
  [
    "no cell addresses",
    () => remade((text, path) => (path === mine ? text.replaceAll(/<c r="\w+"/g, "<c") : text)),
  ],
])("%s", async (_, make) => {
  const before = await opened({});
  const after = await openWorkbook(model, make(), plan);
  expect(after).toEqual(before);
});

test("a text as number is refused with its place, in an input and elsewhere", async () => {
  for (const [path, address, text] of [
    [inputs!, cap, "0x10"],
    [inputs!, cap, "1_000"],
    [inputs!, cap, "Infinity"],
    [mine!, "B2", "0b1"],
  ] as const)
    await expect(
      opened({ [path]: withCell(address, `<c r="${address}"><v>${text}</v></c>`) }),
    ).rejects.toThrow(`has "${text}" as a number in ${path === mine ? "Mine" : "Inputs"}!${address}`);
  expect(
    ofBase(await opened({ [inputs!]: withCell(cap, `<c r="${cap}"><v> 3.2E3 </v></c>`) }), "capXiaomi2026"),
  ).toBe("3200");
});

test.each(["upside", "UPSIDE", " Upside "])("the scenario %j in the selector is Upside", async (typed) => {
  const result = await opened({
    [summary!]: withCell("B4", `<c r="B4" t="inlineStr"><is><t>${typed}</t></is></c>`),
  });
  expect(result.inputs.scenario).toBe("upside");
  expect(result.left).toEqual([]);
});

test("an unknown scenario is refused with those that there are", async () => {
  await expect(
    opened({ [summary!]: withCell("B4", '<c r="B4" t="inlineStr"><is><t>Bull</t></is></c>') }),
  ).rejects.toThrow(
    "Summary!B4 holds Bull, which is no scenario of this model. Choose Downside, Base, Upside",
  );
});

test("days counted from 1904: inputs keep their numbers, days of one's own keep their day, and that is said", async () => {
  const from1904: PartChanges = {
    "xl/workbook.xml": (xml) => xml.replace(/<workbookPr[^>]*>|(?=<sheets>)/, '<workbookPr date1904="1"/>'),
  };
  const dated = (number: string): PartChanges => ({
    ...from1904,
    [inputs!]: (xml) => withCell(cap, `<c r="${cap}" s="${dayIndex()}"><v>${number}</v></c>`)(xml),
  });
  for (const number of ["3140", "3140.123456789012", "3999.5"]) {
    const result = await opened(dated(number));
    expect(ofBase(result, "capXiaomi2026")).toBe(number === "3140" ? "3140" : String(Number(number)));
    expect(result.parts.sheets[0]!.rows[0]!.cells[1]!.value).toBe(45564 + 1462);
    expect(result.told).toContainEqual(expect.stringMatching(/counts its days from 1904: .* on Mine \(5\)/));
  }
});

/** Number of a cell format of the file that shows days. */
function dayIndex(): string {
  return /<c r="B1"[^>]* s="(\d+)"/.exec(new TextDecoder().decode(unzipSync(file)[mine!]))![1]!;
}

test("days written as texts of the strict form are days", async () => {
  const result = await opened({
    [mine!]: withCell("B1", `<c r="B1" s="${dayIndex()}" t="d"><v>2024-09-29T12:00:00</v></c>`),
  });
  expect(result.parts.sheets[0]!.rows[0]!.cells[1]!.value).toBe(45564.5);
});

test("an answer that fills several cells is one formula, and the cells beside it are free for it", async () => {
  const result = await opened({
    [mine!]: (xml) =>
      xml.replace(
        /<row r="1".*?<\/row>/s,
        '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:C1">_xldudf_KC_SERIES("revenue","1Q25","3Q25")</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>',
      ),
  });
  expect(result.parts.sheets[0]!.rows[0]!.cells.map((cell) => cell?.formula ?? cell?.value ?? null)).toEqual([
    'KC.SERIES("revenue","1Q25","3Q25")',
    null,
    null,
  ]);
  expect(result.left).toEqual([]);
});

test("colours of the theme are read with their tints", async () => {
  const xf = '<xf numFmtId="0" fontId="0" fillId="99" borderId="0" applyFill="1"/></cellXfs>';
  const result = await opened({
    "xl/theme/theme1.xml":
      '<a:theme xmlns:a="a"><a:clrScheme><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:theme>',
    "xl/styles.xml": (xml) => {
      const [fills, formats] = [/<fills.*?<\/fills>/s, /<cellXfs.*?<\/cellXfs>/s].map(
        (list) => list.exec(xml)![0],
      );
      const fill =
        '<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5999938"/></patternFill></fill></fills>';
      return xml
        .replace("</fills>", fill)
        .replace("</cellXfs>", xf.replace("99", String(fills!.match(/<fill>/g)!.length)))
        .replace("<x/>", formats!);
    },
    [mine!]: (xml) => {
      const count = formatCount();
      return withCell("B2", `<c r="B2" s="${count}"><v>5</v></c>`)(xml);
    },
  });
  const cell = result.parts.sheets[0]!.rows[1]!.cells[1]!;
  expect(result.parts.styles[cell.style]).toEqual({ fill: "B4C7E7" });
});

function formatCount(): number {
  const styles = new TextDecoder().decode(unzipSync(file)["xl/styles.xml"]);
  return /<cellXfs.*?<\/cellXfs>/s.exec(styles)![0].match(/<xf /g)!.length;
}

test("threads of comments become notes that say who said what", async () => {
  const result = await opened({
    [mine!.replace(/([^/]+)$/, "_rels/$1.rels")]:
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
    "xl/threadedComments/threadedComment1.xml":
      '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" dT="2026-01-01T00:00:00.00" personId="{P1}" id="{C1}"><text>Why so low?</text></threadedComment><threadedComment ref="A1" personId="{P2}" id="{C2}" parentId="{C1}"><text>Cap binds.</text></threadedComment></ThreadedComments>',
    "xl/persons/person.xml":
      '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Ann" id="{P1}" userId="a" providerId="None"/><person displayName="Bo" id="{P2}" userId="b" providerId="None"/></personList>',
    "xl/_rels/workbook.xml.rels": (xml) =>
      xml.replace(
        "</Relationships>",
        '<Relationship Id="rId900" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/></Relationships>',
      ),
  });
  expect(result.parts.sheets[0]!.notes).toEqual([{ cell: "A1", text: "Ann: Why so low?\nBo: Cap binds." }]);
  expect(result.left).toEqual(["Mine: threads of comments (kept as notes)."]);
});
