import { planToXlsx } from "../../../src/hosts/xlsx/writeXlsx";
import { validateOpenXml } from "../../support/openXmlValidator";
import { filePart } from "./fileParts";
import { smallPlan } from "./smallPlan";

const [summary, revenue] = smallPlan.sheets as [
  (typeof smallPlan.sheets)[number],
  (typeof smallPlan.sheets)[number],
];

describe("planToXlsx", () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await planToXlsx(smallPlan);
  });

  test.each(["Office2019", "Microsoft365"] as const)("is valid Open XML for %s", async (version) => {
    expect(await validateOpenXml(bytes, version)).toEqual([]);
  });

  test("gives the same bytes for the same plan, whenever it is run", async () => {
    const again = await planToXlsx(JSON.parse(JSON.stringify(smallPlan)) as typeof smallPlan);
    expect(Buffer.compare(bytes, again)).toBe(0);
    expect(filePart(bytes, "docProps/core.xml")).toContain(">2026-03-31T00:00:00Z</dcterms:modified>");
  });

  test("puts formulas, cached values and constants into cells", () => {
    const sheet = filePart(bytes, "xl/worksheets/sheet2.xml");
    expect(sheet).toMatch(/<c r="B5" s="\d+"><f [^>]*>B3\+B4<\/f><v>400<\/v><\/c>/);
    expect(sheet).toMatch(/<c r="B7" s="\d+"><f>1\/3<\/f><v>0.3333333333333333<\/v><\/c>/);
    expect(sheet).toMatch(/<c r="C7" s="\d+" t="b"><f>IF\(B5&gt;C5,TRUE,FALSE\)<\/f><v>0<\/v><\/c>/);
    expect(sheet).toMatch(/<c r="D1" s="\d+" t="str"><f>'Summary'!B2<\/f><v>Base<\/v><\/c>/);
    expect(sheet).toMatch(/<c r="E4" s="\d+"><v>100.5<\/v><\/c>/);
    expect(filePart(bytes, "xl/sharedStrings.xml")).toContain("Small workbook &amp; its &lt;tests&gt;");
  });

  test("writes a formula that is copied along its row once, unless it reads another sheet", () => {
    const [first, second] = ["1", "2"].map((number) => filePart(bytes, `xl/worksheets/sheet${number}.xml`));
    expect(second).toMatch(/<c r="B5" s="\d+"><f t="shared" si="0" ref="B5:E5">B3\+B4<\/f>/);
    for (const at of ["C5", "D5", "E5"])
      expect(second).toMatch(new RegExp(`<c r="${at}" s="\\d+"><f t="shared" si="0"/>`));
    expect(first).toContain("<f>'Revenue &amp; caps'!D3</f>");
    expect(first).toContain('<f t="shared" si="0" ref="B7:E7">B5/(B5+B6)</f>');
  });

  test("says full calculation on load and no iteration", () => {
    expect(filePart(bytes, "xl/workbook.xml")).toContain(
      '<calcPr calcId="191029" calcMode="auto" iterate="0" fullCalcOnLoad="1"/>',
    );
  });

  test("writes public names, print areas and print titles with quoted sheets and absolute references", () => {
    const workbook = filePart(bytes, "xl/workbook.xml");
    expect(workbook).toContain(
      `<definedName name="KC_Scenario" comment="Scenario selector">'Summary'!$B$2</definedName>`,
    );
    expect(workbook).toContain(
      `<definedName name="KC_Inputs" comment="Inputs">'Revenue &amp; caps'!$A$3:$E$4</definedName>`,
    );
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'Summary'!$A$1:$E$72</definedName>`,
    );
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Summary'!$A:$A,'Summary'!$4:$4</definedName>`,
    );
    expect(workbook).not.toContain('name="_xlnm.Print_Titles" localSheetId="1"');
  });

  test("sets up the page, the view and the panes", () => {
    const first = filePart(bytes, "xl/worksheets/sheet1.xml");
    expect(first).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(first).toContain(
      "<oddFooter>&amp;LSmall workbook &amp;&amp; its tests&amp;C&amp;A&amp;RPage &amp;P of &amp;N</oddFooter>",
    );
    expect(first).toContain(
      '<pane xSplit="1" ySplit="4" topLeftCell="B5" state="frozen" activePane="bottomRight"/>',
    );
    expect(first).toContain('showGridLines="0" zoomScale="85"');
    expect(first).toContain('<tabColor rgb="FF1F4E79"/>');
    expect(first).toContain('<row r="1" ht="24" customHeight="1">');
    expect(first).toContain('<col min="1" max="1" width="28" customWidth="true"/>');
    expect(filePart(bytes, "xl/worksheets/sheet2.xml")).toContain('paperSize="8"');
  });

  test("writes validations with prompts and errors", () => {
    const first = filePart(bytes, "xl/worksheets/sheet1.xml");
    expect(first).toContain('<formula1>"Base,Ecosystem ""fast"",Downside"</formula1>');
    expect(first).toContain('errorTitle="No such scenario" error="Choose one of the list."');
    const second = filePart(bytes, "xl/worksheets/sheet2.xml");
    expect(second).toMatch(
      /type="decimal" sqref="B3:E3"[^>]*operator="between".*?<formula1>0<\/formula1><formula2>10000.5<\/formula2>/,
    );
    expect(second).toMatch(/type="whole" sqref="B4:E4".*?<formula1>-5<\/formula1><formula2>5000<\/formula2>/);
    expect(second).toContain("<formula1>'Summary'!$B$4:$E$4</formula1>");
    // Without another style a validation stops a wrong entry.
    for (const sheet of [first, second]) {
      expect(sheet).toContain('showErrorMessage="');
      expect(/errorStyle="(?!stop")/.exec(sheet)).toBeNull();
    }
  });

  test("writes conditional formats, internal links and notes", () => {
    const first = filePart(bytes, "xl/worksheets/sheet1.xml");
    expect(first).toMatch(
      /<conditionalFormatting sqref="B3"><cfRule type="expression" priority="1" dxfId="0"><formula>B3&lt;&gt;0<\/formula>/,
    );
    expect(filePart(bytes, "xl/styles.xml")).toContain('<bgColor rgb="FFFFC7CE"/>');
    expect(first).toContain(
      `<hyperlink ref="A8" location="&apos;Revenue &amp; caps&apos;!A1" tooltip="Go to the revenue sheet"/>`,
    );
    expect(filePart(bytes, "xl/comments1.xml")).toContain('<comment ref="F9"');
    // Boxes of 44 characters a line and 14 points a line hold one line and then four, and one.
    const boxes = filePart(bytes, "xl/drawings/vmlDrawing1.vml").matchAll(/width:240pt;height:(\d+)pt/g);
    const heights = [...boxes].map(([, height]) => Number(height));
    expect(heights).toHaveLength(2);
    expect(heights[0]).toBeGreaterThanOrEqual(5 * 14);
    expect(heights[1]).toBeGreaterThanOrEqual(14);
  });
});

describe("planToXlsx refuses", () => {
  const withCell = (cell: object): typeof smallPlan => ({
    ...smallPlan,
    sheets: [{ ...summary, rows: [{ cells: [{ value: 1, style: "label", ...cell }] }], charts: [] }, revenue],
  });
  const withSheet = (change: object): typeof smallPlan => ({
    ...smallPlan,
    sheets: [{ ...summary, ...change }, revenue],
  });
  const validation = summary.validations[0];

  test.each([
    ["a value that is not a number", withCell({ value: NaN }), "Cell 'Summary'!A1 has the value NaN"],
    ["an unknown style", withCell({ style: "loud" }), `Cell 'Summary'!A1 has the unknown style "loud"`],
    ["a formula with an equals sign", withCell({ formula: "=1" }), 'starts with "="'],
    ["an unknown active sheet", { ...smallPlan, activeSheet: "Home" }, 'active sheet "Home"'],
    ["a bad date", { ...smallPlan, created: "today" }, '"today" is not an ISO date-time'],
    [
      "a link to nowhere",
      withSheet({ links: [{ cell: "A8", sheet: "Home", target: "A1", tooltip: "" }] }),
      "Summary!A8 points at no sheet",
    ],
    [
      "a name of nothing",
      { ...smallPlan, names: [{ name: "KC_X", sheet: "Home", range: "A1", comment: "" }] },
      "KC_X points at",
    ],
    [
      "a long prompt",
      withSheet({ validations: [{ ...validation, prompt: "x".repeat(256) }] }),
      "prompt of more than 255",
    ],
    [
      "a choice with a comma",
      withSheet({ validations: [{ ...validation, rule: { kind: "list", values: ["a,b"] } }] }),
      "with a comma",
    ],
    ["a bare ampersand", withSheet({ print: { ...summary.print, footerLeft: "A & B" } }), 'bare "&"'],
    [
      "an upside-down chart",
      withSheet({ charts: [{ ...summary.charts[1], from: "B9", to: "A1" }] }),
      "before its start",
    ],
  ])("%s", async (_, plan, message) => {
    await expect(planToXlsx(plan)).rejects.toThrow(message);
  });
});
