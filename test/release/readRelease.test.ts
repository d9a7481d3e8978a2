import { readRelease, type ReadRelease, type ReleaseQuestion } from "../../src/release";
import { periodIndex } from "../../src/companies/kingsoftCloud";
import { modelOf } from "../model/realModel";
import {
  BALANCE_SHEET,
  balanceHtml,
  balanceText,
  chineseHtml,
  englishHtml,
  excelRange,
  IN_RELEASE,
  pdfText,
} from "./madeUpRelease";

const model = modelOf();
const values = model.fast(model.assumptions("base"));
const all = values.all.slice();
const known = { data: model.data, expected: { value: values.value.bind({ ...values, all }) } };
const quarter = periodIndex("2026Q2");

function read(paste: { html?: string; text?: string }, more: Partial<ReleaseQuestion> = {}): ReadRelease {
  return readRelease(known, {
    paste: { html: paste.html ?? "", text: paste.text ?? "" },
    quarter,
    locale: null,
    column: null,
    scale: null,
    ...more,
  });
}

const found = ({ figures }: ReadRelease): Record<string, number> =>
  Object.fromEntries(figures.map(({ line, value }) => [line.id, Number(value)]));
const doubts = ({ figures }: ReadRelease): Record<string, readonly string[]> =>
  Object.fromEntries(
    figures
      .map((each) => [each.line.id, [...each.doubts, ...each.missed]] as const)
      .filter(([, words]) => words.length > 0),
  );

test.each<[string, { html?: string; text?: string }, string, number]>([
  ["the English release as HTML", { html: englishHtml() }, "thousands", 1e-9],
  ["the Chinese release as HTML with full-width digits", { html: chineseHtml() }, "thousands", 1e-9],
  ["the text of a PDF", { text: pdfText() }, "thousands", 1e-9],
  ["a range of a spreadsheet in millions", { text: excelRange() }, "millions", 0.051],
])("%s gives every figure of the quarter without a doubt", (_, paste, scale, off) => {
  const release = read(paste);
  const figures = found(release);
  expect(Object.keys(figures).sort()).toEqual(Object.keys(IN_RELEASE).sort());
  for (const [line, value] of Object.entries(IN_RELEASE))
    expect([line, Math.abs(figures[line]! - value) <= off * 2]).toEqual([line, true]);
  expect(doubts(release)).toEqual({});
  expect(release.scale).toEqual({ id: scale, why: "stated" });
  expect(release.columns).toEqual([]);
});

const figure = (release: ReadRelease, line: string) => release.figures.find((each) => each.line.id === line);
const table = (...rows: readonly (readonly string[])[]): { text: string } => ({
  text: rows.map((cells) => cells.join("\t")).join("\n"),
});
const HEAD = ["RMB million", "2Q25", "2Q26"];

test("traditional Chinese, labels alone", () => {
  const release = read(
    table(
      ["人民幣百萬元", "二零二五年六月三十日", "二零二六年六月三十日"],
      ["公有雲服務", "1,625.3", "2,163.4"],
      ["行業雲服務", "723.9", "802.3"],
      ["總收入", "2,349.2", "2,965.8"],
      ["經調整EBITDA", "406.0", "905.7"],
      ["歸屬於金山雲控股有限公司的淨虧損", "(457.5)", "(298.9)"],
    ),
  );
  expect(found(release)).toEqual({
    revenuePublic: 2163.4,
    revenueEnterprise: 802.3,
    revenue: 2965.8,
    adjustedEbitda: 905.7,
    netResultAttributable: -298.9,
  });
  expect(doubts(release)).toEqual({});
});

test("a balance sheet comes whole: parts are added and the sum of all speaks for them", () => {
  for (const paste of [{ html: balanceHtml() }, { text: balanceText() }]) {
    const release = read(paste);
    expect(doubts(release)).toEqual({});
    expect(found(release)).toMatchObject({
      receivables: 2442.5,
      prepayments: 2701,
      otherNonCurrentAssets: 150,
      ppeAndRou: 12400,
      borrowings: 8600,
      leaseLiability: 3700,
      accruedLiabilities: 3171,
      equityAttributable: 8415.19,
    });
  }
  const [title, ...others] = BALANCE_SHEET;
  const broken = read({
    html: balanceHtml([
      title!,
      ...others.map((row) => (row[0] === "Goodwill" ? (["Goodwill", 4_606_000, 4_616_000] as const) : row)),
    ]),
  });
  expect(doubts(broken)["goodwill"]).toEqual(["Assets less liabilities and equity: 10 RMB m are left."]);
  const alone = read(
    table(HEAD, ["Short-term borrowings", "", "2,300.0"], ["Long-term borrowings", "", "3,700.0"]),
  );
  expect(doubts(alone)["borrowings"]).toEqual([
    "It is a sum of 2 rows: Short-term borrowings 2,300.0 + Long-term borrowings 3,700.0. Nothing has checked it yet.",
  ]);
});

test("figures on lines of their own, heads in two lines, and tables of a longer span beside", () => {
  const split = read({
    text: "(in RMB thousands)\nThree Months Ended\nJune 30, June 30,\n2025 2026\nTotal revenues\n2,349,238\n2,965,794\nGross profit\n338,818\n348,489\n",
  });
  expect(found(split)).toEqual({ revenue: 2965.794, grossProfit: 348.489 });
  const both = read({
    text: "(in RMB thousands)\nThree Months Ended Six Months Ended\nJun 30, 2025 Jun 30, 2026 Jun 30, 2025 Jun 30, 2026\nTotal revenues 2,349,238 2,965,794 4,318,000 5,669,506\nGross profit 338,818 348,489 657,000 694,189\n",
  });
  expect(found(both)).toEqual({ revenue: 2965.794, grossProfit: 348.489 });
  expect(doubts(both)).toEqual({});
  const halves = read({
    html: `<p>RMB in thousands</p><table><tr><td></td><td colspan="2">Six Months Ended</td></tr><tr><td></td><td>June 30, 2025</td><td>June 30, 2026</td></tr><tr><td>Net cash from operations</td><td>1</td><td>2</td></tr><tr><td>Net loss</td><td>(770,000)</td><td>(642,986)</td></tr></table>${englishHtml()}`,
  });
  expect(figure(halves, "netResult")!.value).toBe("-300.291");
  expect(halves.remarks).toEqual([
    "1 table was passed over: no column of 2026Q2 in RMB for three months or at its end.",
  ]);
});

test.each<[string, string[][], string, RegExp, readonly string[]]>([
  [
    "a whole that misses its parts",
    [
      HEAD,
      ["Public cloud", "1,625.3", "2,163.4"],
      ["Enterprise cloud", "723.9", "802.3"],
      ["Total revenues", "2,349.2", "2,995.8"],
    ],
    "revenue",
    /^Revenue less public and enterprise cloud: 30\.1 RMB m are left\.$/,
    [],
  ],
  [
    "a column of the year before that is not as known",
    [HEAD, ["Total revenues", "2,249.2", "2,965.8"]],
    "revenue",
    /has 2,249\.2 for 2025Q2, where 2,349\.2 is known: restated/,
    [],
  ],
  [
    "a label a slip away",
    [HEAD, ["Total revenuse", "2,349.2", "2,965.8"]],
    "revenue",
    /label is “Total revenuse”/,
    [],
  ],
  [
    "a loss without brackets",
    [
      ["RMB million", "2Q26"],
      ["Net loss", "300.3"],
    ],
    "netResult",
    /called a loss and printed without brackets/,
    ["300.3"],
  ],
  [
    "a slip of units in one row",
    [
      ["RMB million", "2Q26"],
      ["Total revenues", "2,965.8"],
      ["Gross profit", "348,489"],
    ],
    "grossProfit",
    /looks written in thousands/,
    ["348.489"],
  ],
  [
    "a figure far from the forecast",
    [
      ["RMB million", "2Q26"],
      ["Total revenues", "12,965.8"],
    ],
    "revenue",
    /far from the forecast and the year before, 2,925\.8 and 2,349\.2/,
    [],
  ],
  [
    "two figures for one line",
    [
      ["RMB million", "2Q26"],
      ["Total revenues", "2,965.8"],
      ["Total revenues", "2,956.8"],
    ],
    "revenue",
    /stands more than once, also as 2,956\.8/,
    ["2956.8"],
  ],
  [
    "a cost without brackets among others",
    [
      ["RMB million", "2Q26"],
      ["Cost of revenues", "(2,617.3)"],
      ["Research and development expenses", "201.5"],
      ["Selling and marketing expenses", "(141.2)"],
    ],
    "researchDevelopment",
    /no brackets, unlike the other costs/,
    ["-201.5"],
  ],
])("%s is shown with its reason and its other reading", (_, rows, line, reason, others) => {
  const one = figure(read(table(...rows)), line)!;
  expect([...one.doubts, ...one.missed]).toEqual([expect.stringMatching(reason)]);
  expect(one.others).toEqual(others);
});

test("several columns without heads are asked about, and so is a unit that cannot be told", () => {
  const rows = [
    ["Total revenues", "2,349,238", "2,965,794"],
    ["Gross profit", "338,818", "348,489"],
  ];
  const open = read(table(...rows));
  expect(open.figures).toEqual([]);
  expect(open.columns.map(({ words, sample }) => [words, sample])).toEqual([
    ["1: no head", "2,349,238, 338,818"],
    ["2: no head", "2,965,794, 348,489"],
  ]);
  expect(open.remarks).toEqual(["No head names 2026Q2; choose the column of its figures."]);
  const chosen = read(table(...rows), { column: open.columns[1]!.column });
  expect(found(chosen)).toEqual({ revenue: 2965.794, grossProfit: 348.489 });
  expect(chosen.scale).toEqual({ id: "thousands", why: "fits" });
  const unit = read(table(["", "2Q26"], ["Total revenues", "29,657,940"]));
  expect(unit.scale).toBeNull();
  expect(figure(unit, "revenue")!.doubts).toEqual([expect.stringMatching(/unit of the table is not stated/)]);
  expect(
    found(read(table(["", "2Q26"], ["Total revenues", "296,579.40"]), { scale: "tenThousands" })),
  ).toEqual({
    revenue: 2965.794,
  });
});

test("a continental table is read by its own habit, also against the locale", () => {
  const release = read(
    table(HEAD, ["Total revenues", "2.349,2", "2.965,8"], ["Gross profit", "338,8", "348,5"]),
  );
  expect(found(release)).toEqual({ revenue: 2965.8, grossProfit: 348.5 });
  expect(found(read({ html: englishHtml() }, { locale: "," }))).toMatchObject({ grossProfit: 348.489 });
});

test.each<[string, { html?: string; text?: string }]>([
  ["nothing", {}],
  [
    "prose",
    { text: "Kingsoft Cloud announces its unaudited results for the second quarter of 2026.\nRevenue grew." },
  ],
  ["tags without an end", { html: "<table>".repeat(500) + "<td ".repeat(20_000) + '"<td'.repeat(20_000) }],
  ["a comment without an end", { html: "<table><!-- <tr><td>Total revenues</td><td>1</td>" }],
  [
    "a span without bounds",
    { html: '<table><tr><td colspan="99999999" rowspan="9999">x</td><td>1</td></tr></table>'.repeat(200) },
  ],
  ["brackets", { text: "(".repeat(100_000) + "\n" + "( ".repeat(50_000) + "\n" + "1 ".repeat(200_000) }],
  ["a cell without an end", { text: `"${"x\t".repeat(100_000)}` }],
  [
    "many labels that are near",
    { text: Array.from({ length: 5_000 }, (_, row) => `Total revenuse ${row % 7}`).join("\n") },
  ],
  [
    "characters of no script",
    { html: `<table><tr><td>&#99999999;&#0;&bogus;\u0000</td><td>&#x2212;1</td></tr></table>` },
  ],
])("%s gives no figure that is sure and does not fail", (_, paste) => {
  const release = read(paste);
  expect(release.figures.filter((each) => each.doubts.length === 0)).toEqual([]);
});

test("what stands in a script or looks like a formula is never a figure", () => {
  const release = read({
    html: '<table><tr><td>RMB million</td><td>2Q26</td></tr><script>document.write("<tr><td>Gross profit</td><td>1</td></tr>")</script><tr><td>Total revenues</td><td>=2965.8</td></tr><tr><td>Net loss</td><td>(300.3)</td></tr></table>',
  });
  expect(found(release)).toEqual({ netResult: -300.3 });
});
