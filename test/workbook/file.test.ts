import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { reportFigure } from "../support/figure";
import { PROVES } from "../support/runs";
import { validateOpenXml, type OfficeVersion } from "../support/openXmlValidator";
import { fileParts } from "../hosts/xlsx/fileParts";
import { plan } from "./realPlan";

let file: Uint8Array;
let parts: ReadonlyMap<string, string>;

beforeAll(async () => {
  file = await planToXlsx(plan);
  parts = fileParts(file);
});

const part = (path: string): string => parts.get(path)!;
const worksheets = (): readonly (readonly [string, string])[] =>
  [...parts].filter(([path]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path));

test("iterative calculation is off, and the file is calculated in full on opening", () => {
  const settings = /<calcPr [^>]*\/>/.exec(part("xl/workbook.xml"))![0];
  expect(settings).toContain('iterate="0"');
  expect(settings).toContain('fullCalcOnLoad="1"');
  expect(part("xl/workbook.xml").match(/<calcPr /g)).toHaveLength(1);
});

test("there are no merged cells, hidden sheets, hidden rows or columns, and nothing is protected", () => {
  expect(worksheets()).toHaveLength(plan.sheets.length);
  for (const [path, xml] of worksheets())
    expect([path, /<mergeCell|hidden="(1|true)"|<sheetProtection/.exec(xml)?.[0]]).toEqual([path, undefined]);
  expect(/<sheet [^>]*state=/.exec(part("xl/workbook.xml"))).toBeNull();
  expect(part("xl/workbook.xml")).not.toContain("<workbookProtection");
});

test("there are no external links, macros, queries or connections", () => {
  expect(
    [...parts.keys()].filter((path) =>
      /externalLink|vba|connections|query|customXml|embeddings|activeX/i.test(path),
    ),
  ).toEqual([]);
  for (const [path, xml] of parts)
    if (path.endsWith(".rels")) expect([path, xml.includes('TargetMode="External"')]).toEqual([path, false]);
});

test("workbook-wide names are the four public ones", () => {
  const names = [...part("xl/workbook.xml").matchAll(/<definedName ([^>]*)>/g)].map(
    ([, attributes]) => attributes!,
  );
  const own = names.filter((attributes) => !attributes.includes("localSheetId"));
  expect(own.map((attributes) => /name="([^"]*)"/.exec(attributes)![1])).toEqual([
    "KC_Scenario",
    "KC_Checks",
    "KC_Inputs",
    "KC_Consensus",
  ]);
  expect(
    names
      .filter((attributes) => attributes.includes("localSheetId"))
      .every((attributes) => /name="_xlnm\.Print_(Area|Titles)"/.test(attributes)),
  ).toBe(true);
});

test("every sheet prints landscape and one page wide", () => {
  for (const [path, xml] of worksheets()) {
    expect([
      path,
      /<pageSetup [^>]*orientation="landscape"/.test(xml),
      /<pageSetUpPr [^>]*fitToPage="(1|true)"/.test(xml),
    ]).toEqual([path, true, true]);
    expect([path, /<oddFooter>&amp;L&amp;A&amp;CPage &amp;P of &amp;N&amp;R\w/.test(xml)]).toEqual([
      path,
      true,
    ]);
  }
});

test("every formula in the file has a value beside it", () => {
  for (const [path, xml] of worksheets()) {
    const cells = xml.match(/<c [^>]*>(?:(?!<\/c>).)*<f>(?:(?!<\/c>).)*<\/c>/g) ?? [];
    expect([path, cells.filter((cell) => !/<v>[^<]+<\/v>|t="str".*<v\/>/.test(cell)).slice(0, 3)]).toEqual([
      path,
      [],
    ]);
  }
});

test("equal plans give equal bytes", async () => {
  expect(Buffer.from(await planToXlsx(structuredClone(plan))).equals(Buffer.from(file))).toBe(true);
});

/** The narrowest rules in every run; the others take in what these do, and judge the small workbook each time. */
test.each<OfficeVersion>(PROVES ? ["Office2016", "Office2019", "Microsoft365"] : ["Office2016"])(
  "the Open XML SDK finds no error by the rules of %s",
  async (version) => {
    expect(await validateOpenXml(file, version)).toEqual([]);
    reportFigure(
      "Microsoft's Open XML SDK finds no fault in the file",
      "0 errors by the rules of Office 2016, 2019 and Microsoft 365",
    );
  },
);
