import { planToXlsx } from "../../../src/hosts/xlsx/writeXlsx";
import { filePart, fileParts } from "./fileParts";
import { smallPlan } from "./smallPlan";

describe("charts of the file", () => {
  let bytes: Uint8Array;
  const chart = (number: number): string => filePart(bytes, `xl/charts/chart${String(number)}.xml`);
  beforeAll(async () => {
    bytes = await planToXlsx(smallPlan);
  });

  test("there is one for each planned chart, with its alternative text", () => {
    const planned = smallPlan.sheets.flatMap((sheet) => sheet.charts);
    expect(
      [...fileParts(bytes).keys()].filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path)),
    ).toHaveLength(planned.length);
    const drawing = filePart(bytes, "xl/drawings/drawing1.xml");
    for (const { altText } of planned) expect(drawing).toContain(`descr="${altText}"`);
  });

  test("a combined chart has stacked columns and a dashed line on a second axis", () => {
    const xml = chart(1);
    expect(xml).toContain('<c:grouping val="stacked"/>');
    expect(xml.match(/<c:ser>/g)).toHaveLength(3);
    expect(xml).toMatch(
      /<c:lineChart>.*<a:prstDash val="sysDash"\/>.*<c:axId val="113"\/><c:axId val="114"\/><\/c:lineChart>/,
    );
    expect(xml).toMatch(
      /<c:valAx><c:axId val="114"\/>.*<c:axPos val="r"\/>.*Share of revenue.*formatCode="0%".*<c:crosses val="max"\/>/,
    );
    expect(xml).toContain("<a:t>Revenue &amp; share</a:t>");
    expect(xml).toContain("<c:v>Share &lt;of&gt; ecosystem</c:v>");
    expect(xml).toContain('<c:legendPos val="b"/>');
  });

  test("names, categories and values are cached from the plan", () => {
    const xml = chart(1);
    expect(xml).toContain(
      `<c:f>'Summary'!$A$5</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Ecosystem</c:v></c:pt>`,
    );
    expect(xml).toContain('<c:pt idx="3"><c:v>2026Q4</c:v></c:pt>');
    expect(xml).toContain('<c:pt idx="3"><c:v>100.5</c:v></c:pt>');
  });

  test("the simple kinds have one group on one pair of axes", () => {
    expect(chart(2)).toMatch(/<c:lineChart><c:grouping val="standard"\/>/);
    expect(chart(3)).toMatch(/<c:barChart><c:barDir val="col"\/><c:grouping val="clustered"\/>/);
    expect(chart(4)).toMatch(
      /<c:barChart><c:barDir val="col"\/><c:grouping val="stacked"\/>.*<c:overlap val="100"\/>/,
    );
    for (const number of [2, 3, 4]) expect(chart(number).match(/<c:valAx>/g)).toHaveLength(1);
  });

  test("a range of no sheet is refused", async () => {
    const [first, ...rest] = smallPlan.sheets;
    const bad = { ...first!.charts[0]!, categories: "'Nowhere'!$A$1:$B$1" };
    await expect(
      planToXlsx({ ...smallPlan, sheets: [{ ...first!, charts: [bad] }, ...rest] }),
    ).rejects.toThrow('no sheet "Nowhere"');
  });
});
