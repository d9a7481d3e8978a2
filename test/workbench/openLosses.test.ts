/** Whatever a file holds that the workbench can't keep is named, one by one, before anything is replaced. */

import { strFromU8, unzipSync } from "fflate";
import { openWorkbook } from "../../src/workbench/openWorkbook";
import type { CellPlan } from "../../src/workbook/plan";
import { sheetPath, withParts, type PartChanges } from "../hostile/changedFile";
import { planOf, seededModel } from "../support/seededModel";
import { ownSheet, smallFile } from "./smallFile";

const model = seededModel();
const plan = planOf(model);
const style = Object.keys(plan.styles)[0]!;
const cell = (value: CellPlan["value"]): CellPlan => ({ value, style });

let file: Uint8Array;
let [mine, summary]: string[] = [];
beforeAll(async () => {
  file = await smallFile(
    plan,
    ownSheet("Mine", [
      [cell("a"), cell(1)],
      [cell("b"), cell(2)],
      [cell("c"), cell(3)],
    ]),
  );
  [mine, summary] = ["Mine", "Summary"].map((name) => sheetPath(file, name));
});

const left = async (changes: PartChanges): Promise<readonly string[]> =>
  (await openWorkbook(model, withParts(file, changes), plan)).left;

/** Puts XML into a sheet behind an element, or before the end of it. */
const behind = (element: string, xml: string) => (text: string) => {
  const changed = text.replace(new RegExp(`</${element}>|<${element}[^>]*/>`), (found) => found + xml);
  return changed === text ? text.replace("</worksheet>", `${xml}</worksheet>`) : changed;
};
const X14 =
  'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
const extension = (xml: string): string => `<extLst><ext uri="{1}" ${X14}>${xml}</ext></extLst>`;
const DRAWING = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`;
const anchored = (xml: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:row>4</xdr:row></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>9</xdr:row></xdr:to>${xml}<xdr:clientData/></xdr:twoCellAnchor>`;
const CHART_FRAME =
  '<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/></xdr:nvGraphicFramePr><a:graphic><a:graphicData><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>';
const CHART =
  '<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>My own </a:t></a:r><a:r><a:t>chart</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:valAx><c:title><c:tx><c:rich><a:p><a:r><a:t>axis</a:t></a:r></a:p></c:rich></c:tx></c:title></c:valAx></c:plotArea></c:chart></c:chartSpace>';
const rels = (...targets: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"${/^https?:/.test(target) ? ' TargetMode="External"' : ""}/>`,
    )
    .join("")}</Relationships>`;
/** Gives a sheet another print area, and rows and columns to repeat. */
const printing =
  (sheet: string, area: string, titles?: string) =>
  (xml: string): string =>
    xml.replace(
      new RegExp(
        `(<definedName name="_xlnm.Print_Area" localSheetId="(\\d+)"[^>]*>)'${sheet}'![^<]*</definedName>`,
      ),
      (_, open: string, place: string) =>
        `${open}${area}</definedName>${titles === undefined ? "" : `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">${titles}</definedName>`}`,
    );
const relsOf = (path: string): string => path.replace(/([^/]+)$/, "_rels/$1.rels");

test("a file as it is written has nothing to lose", async () => {
  expect((await openWorkbook(model, file, plan)).left).toEqual([]);
  expect(relsOf("xl/worksheets/sheet4.xml")).toBe("xl/worksheets/_rels/sheet4.xml.rels");
});

test.each<[string, () => PartChanges, string]>([
  [
    "merged cells",
    () => ({ [mine!]: behind("sheetData", '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>') }),
    "Mine: merged cells (their cells are kept apart): A1:B2.",
  ],
  [
    "a filter",
    () => ({ [mine!]: behind("sheetData", '<autoFilter ref="A1:B3"/>') }),
    "Mine: filters (all rows are shown): A1:B3.",
  ],
  [
    "protection",
    () => ({ [mine!]: behind("sheetData", '<sheetProtection sheet="1" objects="1"/>') }),
    "Mine: the protection of the sheet.",
  ],
  [
    "protection of a model's sheet",
    () => ({ [summary!]: behind("sheetData", '<sheetProtection sheet="1"/>') }),
    "Summary: the protection of the sheet.",
  ],
  [
    "a range with a password",
    () => ({
      [mine!]: behind(
        "sheetData",
        '<protectedRanges><protectedRange name="a" sqref="A1:A2"/></protectedRanges>',
      ),
    }),
    "Mine: ranges with a password: A1:A2.",
  ],
  [
    "hidden rows",
    () => ({ [mine!]: (xml) => xml.replace(/<row r="2"/, '<row r="2" hidden="1"') }),
    "Mine: hidden rows (shown here): 2.",
  ],
  [
    "hidden rows of a model's sheet",
    () => ({ [summary!]: (xml) => xml.replace(/<row r="12"/, '<row r="12" hidden="1"') }),
    "Summary: hidden rows (shown here): 12.",
  ],
  [
    "hidden columns",
    () => ({
      [mine!]: (xml) => xml.replace("</cols>", '<col min="3" max="4" width="9" hidden="1"/></cols>'),
    }),
    "Mine: hidden columns (shown here): C:D.",
  ],
  [
    "outlined rows",
    () => ({
      [mine!]: (xml) =>
        xml
          .replace(/<row r="2"/, '<row r="2" outlineLevel="1"')
          .replace(/<row r="3"/, '<row r="3" outlineLevel="1"'),
    }),
    "Mine: outlines of rows: 2:3.",
  ],
  [
    "outlined columns",
    () => ({
      [mine!]: (xml) => xml.replace("</cols>", '<col min="3" max="4" width="9" outlineLevel="2"/></cols>'),
    }),
    "Mine: outlines of columns: C:D.",
  ],
  [
    "a link to the web",
    () => ({
      [mine!]: behind(
        "sheetData",
        '<hyperlinks><hyperlink ref="A2" r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></hyperlinks>',
      ),
      [relsOf(mine!)]: rels(["hyperlink", "https://example.com/a"]),
    }),
    "Mine: links (their words are kept): A2 to https://example.com/a.",
  ],
  [
    "a link inside",
    () => ({
      [mine!]: behind("sheetData", '<hyperlinks><hyperlink ref="A3" location="Summary!A1"/></hyperlinks>'),
    }),
    "Mine: links (their words are kept): A3 to Summary!A1.",
  ],
  [
    "a chart",
    () => ({
      [mine!]: behind(
        "pageSetup",
        '<drawing r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>',
      ),
      [relsOf(mine!)]: rels(["drawing", "../drawings/drawing90.xml"]),
      "xl/drawings/drawing90.xml": `${DRAWING}${anchored(CHART_FRAME)}</xdr:wsDr>`,
      "xl/drawings/_rels/drawing90.xml.rels": rels(["chart", "../charts/chart90.xml"]),
      "xl/charts/chart90.xml": CHART,
    }),
    'Mine: charts: "My own chart".',
  ],
  [
    "a shape",
    () => ({
      [mine!]: behind(
        "pageSetup",
        '<drawing r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>',
      ),
      [relsOf(mine!)]: rels(["drawing", "/xl/drawings/drawing90.xml"]),
      "xl/drawings/drawing90.xml": `${DRAWING}${anchored('<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Arrow"/></xdr:nvSpPr></xdr:sp>')}</xdr:wsDr>`,
    }),
    'Mine: shapes and text boxes: "Arrow" at D5.',
  ],
  [
    "a picture behind",
    () => ({
      [mine!]: behind(
        "pageSetup",
        '<picture r:id="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>',
      ),
    }),
    "Mine: the background picture.",
  ],
  [
    "a rule for dates",
    () => ({
      [mine!]: behind(
        "sheetData",
        '<dataValidations count="1"><dataValidation type="date" operator="greaterThan" sqref="A1:A3"><formula1>45000</formula1></dataValidation></dataValidations>',
      ),
    }),
    "Mine: rules for what may be typed, other than lists and numbers between two limits: A1:A3.",
  ],
  [
    "a rule of one's own on a model's sheet",
    () => ({
      [summary!]: (xml) =>
        xml.replace(
          "</dataValidations>",
          '<dataValidation type="whole" sqref="N70"><formula1>1</formula1><formula2>5</formula2></dataValidation></dataValidations>',
        ),
    }),
    "Summary: rules for what may be typed: N70.",
  ],
  [
    "a colour scale",
    () => ({
      [mine!]: behind(
        "sheetData",
        '<conditionalFormatting sqref="B1:B3"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule></conditionalFormatting>',
      ),
    }),
    "Mine: conditional formats by colour scales, bars, icons, ranks or dates: B1:B3.",
  ],
  [
    "a format of one's own on a model's sheet",
    () => ({
      [summary!]: (xml) =>
        xml.replace(
          "<conditionalFormatting",
          '<conditionalFormatting sqref="D12:K30"><cfRule type="expression" dxfId="0" priority="9"><formula>D12&gt;9</formula></cfRule></conditionalFormatting><conditionalFormatting',
        ),
    }),
    "Summary: conditional formats: D12:K30.",
  ],
  [
    "a conditional format of the later kind",
    () => ({
      [mine!]: behind(
        "pageSetup",
        extension(
          '<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="iconSet" priority="1"><x14:iconSet iconSet="3Stars"/></x14:cfRule><xm:sqref>B1:B3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>',
        ),
      ),
    }),
    "Mine: conditional formats by colour scales, bars, icons, ranks or dates: B1:B3.",
  ],
  [
    "sparklines",
    () => ({
      [mine!]: behind(
        "pageSetup",
        extension(
          "<x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Mine!B1:B3</xm:f><xm:sqref>C1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups>",
        ),
      ),
    }),
    "Mine: sparklines.",
  ],
  [
    "an extension that nobody knows",
    () => ({ [mine!]: behind("pageSetup", extension("<x14:holograms/>")) }),
    "Mine: parts that are not known here: holograms.",
  ],
  [
    "a part that nobody knows",
    () => ({ [mine!]: behind("pageSetup", "<holograms/>") }),
    "Mine: parts that are not known here: holograms.",
  ],
  [
    "page breaks",
    () => ({
      [mine!]: behind("pageSetup", '<rowBreaks count="1"><brk id="2" max="16383" man="1"/></rowBreaks>'),
    }),
    "Mine: page breaks: row 3.",
  ],
  [
    "formulas shown",
    () => ({ [mine!]: (xml) => xml.replace("<sheetView ", '<sheetView showFormulas="1" ') }),
    "Mine: settings of the view: formulas instead of values.",
  ],
  [
    "a what-if scenario",
    () => ({
      [mine!]: behind(
        "sheetData",
        '<scenarios><scenario name="Bull"><inputCells r="A1" val="1"/></scenario></scenarios>',
      ),
    }),
    "Mine: scenarios of the what-if manager: Bull.",
  ],
  [
    "a data table",
    () => ({
      [mine!]: (xml) => xml.replace(/(<c r="B2"[^>]*>)/, '$1<f t="dataTable" ref="B2:B3" dt2D="0" r1="A1"/>'),
    }),
    "Mine: what-if data tables (their last values are kept): B2:B3.",
  ],
  [
    "a linked picture in a cell",
    () => ({ [mine!]: (xml) => xml.replace('<c r="B2"', '<c r="B2" vm="1"') }),
    "Mine: pictures and linked data in cells: B2.",
  ],
  [
    "formats inside a text",
    () => ({
      [mine!]: (xml) =>
        xml.replace(
          /<c r="A2"[^>]*>.*?<\/c>/,
          '<c r="A2" t="inlineStr"><is><r><rPr><b/></rPr><t>bo</t></r><r><t>ld</t></r></is></c>',
        ),
    }),
    "Mine: formats of parts of a cell's text: A2.",
  ],
  [
    "print titles and a print area of an own sheet",
    () => ({ "xl/workbook.xml": printing("Mine", "'Mine'!$A$2:$B$3", "'Mine'!$A:$A,'Mine'!$1:$2") }),
    "Mine: the print area (all that a sheet holds is printed): A2:B3. Mine: rows and columns repeated on every printed page: 1:2, A:A.",
  ],
  [
    "a print area on a sheet of the model",
    () => ({ "xl/workbook.xml": printing("Summary", "'Summary'!$A$1:$C$9") }),
    "Summary: the print area (all that a sheet holds is printed): A1:C9.",
  ],
  [
    "a print set-up",
    () => ({
      [mine!]: (xml) =>
        xml.replace(/<pageSetup[^>]*>/, '<pageSetup paperSize="8" orientation="landscape" scale="80"/>'),
    }),
    "Mine: the print set-up: landscape, A3, at 80 %.",
  ],
  [
    "a footer",
    () => ({ [mine!]: (xml) => xml.replace(/<oddFooter>[^<]*</, "<oddFooter>&amp;CConfidential<") }),
    "Mine: headers and footers: &CConfidential.",
  ],
  [
    "a hidden sheet",
    () => ({ "xl/workbook.xml": (xml) => xml.replace('name="Mine"', 'name="Mine" state="veryHidden"') }),
    "Hidden sheets (shown here): Mine.",
  ],
  [
    "manual calculation",
    () => ({ "xl/workbook.xml": (xml) => xml.replace(/<calcPr[^>]*>/, '<calcPr calcMode="manual"/>') }),
    "Manual calculation (calculated at once here): manual.",
  ],
  [
    "iteration",
    () => ({ "xl/workbook.xml": (xml) => xml.replace(/<calcPr[^>]*>/, '<calcPr iterate="1"/>') }),
    "Iterative calculation (a circle is an error here).",
  ],
  [
    "precision as displayed",
    () => ({ "xl/workbook.xml": (xml) => xml.replace(/<calcPr[^>]*>/, '<calcPr fullPrecision="0"/>') }),
    "Precision as displayed (calculated in full here).",
  ],
  [
    "protection of the workbook",
    () => ({
      "xl/workbook.xml": (xml) => xml.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>'),
    }),
    "The protection of the workbook.",
  ],
  [
    "a name that one sheet knows",
    () => ({
      "xl/workbook.xml": (xml) =>
        xml.replace(
          "<definedNames>",
          '<definedNames><definedName name="Mine1" localSheetId="1">Summary!$A$1</definedName>',
        ),
    }),
    "Names of your own that stand for no range of the whole workbook: Mine1 (known to Summary only).",
  ],
  [
    "a name of a number",
    () => ({
      "xl/workbook.xml": (xml) =>
        xml.replace("<definedNames>", '<definedNames><definedName name="Rate">0.1</definedName>'),
    }),
    "Names of your own that stand for no range of the whole workbook: Rate.",
  ],
  [
    "a sensitivity label",
    () => ({ "docMetadata/LabelInfo.xml": '<clbl:labelList xmlns:clbl="x"/>' }),
    "Its sensitivity label.",
  ],
  ["a digital signature", () => ({ "_xmlsignatures/sig1.xml": "<Signature/>" }), "Its digital signature."],
  ["a connection", () => ({ "xl/connections.xml": "<connections/>" }), "Connections to data."],
  [
    "custom properties",
    () => ({ "docProps/custom.xml": '<Properties><property name="MSIP_Label"/></Properties>' }),
    "Properties of the file that you or your firm gave it, labels among them.",
  ],
  [
    "a part of the file that nobody knows",
    () => ({ "xl/holograms/hologram1.bin": "x" }),
    "Its part xl/holograms/hologram1.bin.",
  ],
  [
    "another name of a model's sheet",
    () => ({
      "xl/workbook.xml": (xml) =>
        xml.replace('name="Summary"', 'name="Übersicht"').replaceAll("'Summary'!", "'Übersicht'!"),
    }),
    "Summary: the name that you gave the sheet: Übersicht.",
  ],
])("%s", async (_, changes, words) => {
  expect((await left(changes())).join(" ")).toBe(words);
});

test("looks without a place in a plan are named", async () => {
  const styles = strFromU8(unzipSync(file)["xl/styles.xml"]!);
  const count = styles.match(/<cellXfs[^>]*>(.*?)<\/cellXfs>/s)![1]!.match(/<xf /g)!.length;
  const fonts = styles.match(/<fonts[^>]*>(.*?)<\/fonts>/s)![1]!.match(/<font>/g)!.length;
  const changes: PartChanges = {
    "xl/styles.xml": (xml) =>
      xml
        .replace("</fonts>", '<font><strike/><sz val="10"/><name val="Comic Sans MS"/></font></fonts>')
        .replace(
          "</cellXfs>",
          `<xf numFmtId="0" fontId="${fonts}" fillId="0" borderId="0" applyFont="1"><alignment textRotation="45"/></xf></cellXfs>`,
        ),
    [mine!]: (xml) => xml.replace(/(<c r="A2"[^>]*? s=)"\d+"/, `$1"${count}"`),
  };
  expect(await left(changes)).toEqual([
    "Mine: looks that have no place here: strike-through, other fonts than the model's, rotated text.",
  ]);
});

test("a list whose choices stand on another sheet is kept, also in the later form", async () => {
  const rule =
    '<x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1" promptTitle="Pick"><x14:formula1><xm:f>Summary!$A$12:$A$14</xm:f></x14:formula1><xm:sqref>A1:A2 C1</xm:sqref></x14:dataValidation></x14:dataValidations>';
  const opened = await openWorkbook(
    model,
    withParts(file, { [mine!]: behind("pageSetup", extension(rule)) }),
    plan,
  );
  expect(opened.left).toEqual([]);
  expect(opened.parts.sheets[0]!.validations).toEqual(
    ["A1:A2", "C1"].map((range) => ({
      range,
      rule: { kind: "listRange", formula: "Summary!$A$12:$A$14" },
      promptTitle: "Pick",
      prompt: "",
      errorTitle: "",
      error: "",
    })),
  );
});
