import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readActualsFile } from "../../src/cli/actualsFile";
import { periodIndex, TYPED_LINES, kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel } from "../../src/model";
import { readWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { modelOf } from "../model/realModel";
import { englishHtml, IN_RELEASE, pdfText } from "../release/madeUpRelease";
import { kc, temporaryFolder } from "./runCommand";

const folder = temporaryFolder();
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const RESULTS = "line,period,value\nrevenue,2026Q2,2950\ngrossProfit,2Q26,330\nadjustedEbitda,2026Q2,880\n";

test("a template lists every figure that may be typed, with the forecast beside an empty value", async () => {
  const { code, out, err } = await kc("template", "2Q26", "--scenario", "Upside");
  expect(code).toBe(0);
  const [head, ...rows] = out.trim().split("\n");
  expect(head).toBe("line,period,value,source,date,label,unit,needed,forecast");
  expect(rows.map((row) => row.split(",")[0])).toEqual(TYPED_LINES.map(({ id }) => id));
  const upside = modelOf().fast(modelOf().assumptions("upside"));
  const forecast = Number(upside.value("revenue", periodIndex("2026Q2")).toFixed(1));
  expect(out).toContain(`revenue,2026Q2,,,,Total revenue,RMB m,results,${forecast}\n`);
  expect(out).toContain("cash,2026Q2,,,,Cash and cash equivalents,RMB m,balance sheet: all of it or none,");
  expect(err).toContain("Actual to 2025Q4, results to 2026Q1; forecast: Upside.");
});

test("a template takes the figures of a release that are sure, says why others are left out, and rolls", async () => {
  const release = file("release.html", englishHtml());
  const sure = await kc("template", "2026Q2", "--release", release);
  expect(sure.code).toBe(0);
  expect(sure.out).toContain("\nrevenue,2026Q2,2965.794,,,");
  expect(sure.err).toContain(`${Object.keys(IN_RELEASE).length} figures of the release are filled in.`);
  const rolled = await kc("roll", "--actuals", file("release.csv", sure.out));
  expect(rolled.out).toMatch(/^Actual to 2025Q4, results to 2026Q2, forecast from 2026Q3\.\n/);
  const doubtful = await kc(
    "template",
    "2026Q2",
    "--release",
    file("doubtful.txt", pdfText().replaceAll("2,965,794", "2,995,794")),
  );
  expect(doubtful.out).toContain("\nrevenue,2026Q2,,,,");
  expect(doubtful.err).toMatch(/Left out: revenue 2995\.794\. Revenue less public and enterprise cloud: 30/);
  const none = await kc("template", "2026Q2", "--release", "gone.html");
  expect(none).toMatchObject({ code: 1, out: "" });
  expect(none.err).toContain("The release");
});

test("a filled template rolls the quarter in words, in figures and in the workbook", async () => {
  const filled = (await kc("template", "2026Q2")).out
    .replace(/^(revenue,2026Q2,),,/m, '$1"2,950.0",release of 2Q26,2026-08-20')
    .replace(/^(grossProfit,2026Q2,),,/m, "$1330,,")
    .replace(/^(adjustedEbitda,2026Q2,),,/m, "$1880,,");
  const actuals = file("filled.csv", filled);
  const rolled = await kc("roll", "--actuals", actuals);
  expect(rolled.err).toBe("");
  expect(rolled.out).toMatch(/^Actual to 2025Q4, results to 2026Q2, forecast from 2026Q3\.\n/);
  expect(rolled.out).toMatch(/\n {2}Total revenue: 2,950\.0 known, [\d,.]+ forecast, [-+][\d,.]+\n/);

  const typed = openModel(
    kingsoftCloud,
    modelOf().seeds,
    new Map([
      [lineKey("revenue", periodIndex("2026Q2")), "2950"],
      [lineKey("grossProfit", periodIndex("2026Q2")), "330"],
      [lineKey("adjustedEbitda", periodIndex("2026Q2")), "880"],
    ]),
  );
  const wanted = typed.fast(typed.assumptions("base")).value("adjustedEbitda", periodIndex("FY2027"));
  expect(Number((await kc("eval", '=KC.LINE("adjustedEbitda",2027)', "--actuals", actuals)).out)).toBe(
    wanted,
  );

  const explained = (await kc("roll", "--actuals", actuals, "--explain")).out;
  expect(explained).toMatch(/What would have given 2026Q2 \(Base\)[^]* closes [^]*--set \w+=/);

  const built = join(folder, "rolled.xlsx");
  expect(await kc("build", "--out", built, "--actuals", actuals)).toMatchObject({
    code: 0,
    out: expect.stringContaining("Actual to 2025Q4, results to 2026Q2, forecast 2026Q3 to 2028Q4"),
  });
  const book = await readWorkbook(readFileSync(built));
  const sheet = book.sheet("Actuals");
  const texts = sheet.addresses().filter((address) => sheet.cell(address).value === 2950);
  expect(texts.length).toBe(1);
  // Beat or miss: the quarter, the estimate kept before it, revenue reported and estimated.
  const beat = book.sheet("Beat or miss");
  const shipped = modelOf();
  expect(["C6", "C8", "C16", "D16"].map((at) => beat.cell(at).value)).toEqual([
    "2026Q2",
    "Before 2026Q2",
    2950,
    shipped.fast(shipped.assumptions("base")).value("revenue", periodIndex("2026Q2")),
  ]);
});

test("a whole balance sheet opens the next quarter, one that does not tie counts for nothing and says by how much", async () => {
  const sheet = (await kc("template", "2026Q1")).out
    .split("\n")
    .filter((row) => row.includes("balance sheet"))
    .map((row) => row.split(",")[0]!);
  const known = modelOf();
  const values = sheet.map((id) => Number(known.data.figure(id, periodIndex("2025Q4"))!.value));
  const rows = (off: number): string =>
    [
      "line,period,value",
      ...sheet.map((id, index) => `${id},2026Q1,${values[index]! + (index === 0 ? off : 0)}`),
    ].join("\n");
  expect((await kc("roll", "--actuals", file("whole.csv", rows(0)))).out).toMatch(
    /^Actual to 2026Q1, forecast from 2026Q2\./,
  );
  const untied = (await kc("roll", "--actuals", file("untied.csv", rows(100)))).out;
  expect(untied).toMatch(/^Actual to 2025Q4, results to 2026Q1, forecast from 2026Q2\./);
  expect(untied).toMatch(
    /does not tie: assets less liabilities and equity are 9\d(\.\d)? RMB m|are 10\d(\.\d)? RMB m/,
  );
});

test("known figures that contradict each other fail a check that names them", async () => {
  const actuals = file("contradiction.csv", `${RESULTS}costOfRevenue,2026Q2,2700\n`);
  const { code, out } = await kc("check", "--actuals", actuals);
  expect(code).toBe(1);
  expect(out).toContain("Known figures after the opening agree with each other");
  expect(out).toContain("in 2026Q2: 80 RMB m");
});

test("a refused file changes nothing and names every row that is wrong", async () => {
  const rows = "revenu,2026Q2,2950\nrevenue,2026Q2,2950000\ncash,2026Q2,much\n";
  const actuals = file("refused.csv", `line,period,value\n${rows}`);
  const none = join(folder, "none.xlsx");
  const { code, out, err } = await kc("build", "--out", none, "--actuals", actuals);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/refused\.csv is refused:\nRow 2: .*\nRow 3: .*\nRow 4: .*\n$/);
  expect(existsSync(none)).toBe(false);
});

test.each<[string, string, RegExp]>([
  [
    "other separators",
    "line;period;value\nrevenue;2026Q2;2950",
    /separated by semicolons or tabs; save it with/,
  ],
  ["no header", "revenue,2026Q2,2950", /it has no column line, period, value; the first row must name/],
  [
    "a comma that was not quoted",
    "line,period,value\nrevenue,2026Q2,2,950",
    /row 2 has 4 cells, the first row 3; quote/,
  ],
  ["an open quotation mark", 'line,period,value\nrevenue,2026Q2,"2', /it is no CSV: /],
])("a file with %s is refused", (_, text, message) => {
  expect(() => readActualsFile(file("broken.csv", text))).toThrow(message);
});

test("columns are found by name, in any order and case, with others beside them", async () => {
  const text = "\uFEFFPeriod,note,Value,LINE,date\n2026Q2,mine,2950,revenue,2026-08-20\n\n";
  expect(readActualsFile(file("order.csv", text))).toEqual([
    { row: 2, line: "revenue", period: "2026Q2", value: "2950", source: "", date: "2026-08-20" },
  ]);
});

test("a file that is not there, one without a figure, and a quarter that cannot be typed", async () => {
  expect(() => readActualsFile(join(folder, "absent.csv"))).toThrow(
    /The file of reported figures .*absent\.csv cannot be read/,
  );
  expect(
    await kc("roll", "--actuals", file("empty.csv", "line,period,value\nrevenue,2026Q2,\n")),
  ).toMatchObject({
    code: 1,
    err: expect.stringContaining("empty.csv has no figure; fill in the column value"),
  });
  expect(await kc("template")).toMatchObject({
    code: 1,
    err: "template needs a quarter, e.g. kc template 2026Q2.\n",
  });
  expect((await kc("template", "2025Q2")).err).toBe(
    "'2025Q2' is no quarter to fill in; give one from 2026Q1 to 2028Q4.\n",
  );
});
