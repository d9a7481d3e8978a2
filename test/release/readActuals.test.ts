import { readActuals, typedOf, type ActualsRow } from "../../src/release";
import { periodIndex } from "../../src/companies/kingsoftCloud";
import { lineKey } from "../../src/model";
import { modelOf } from "../model/realModel";

const model = modelOf();
const expected = model.fast(model.assumptions("base"));
const row = (line: string, period: string, value: string, date = "", at = 2): ActualsRow => ({
  row: at,
  line,
  period,
  value,
  source: "",
  date,
});
const read = (...rows: readonly ActualsRow[]) => readActuals(model, expected, rows);

test("lines are named by id, label or common name, periods and amounts in every habit", () => {
  const { figures, problems } = read(
    row("revenue", "2026Q2", "2950"),
    row("Gross profit", "2Q26", "330.5"),
    row("netloss", "2026年第二季度", "(300)"),
    row("Public cloud", "2026Q2", "2,150.25"),
    row("ebitda", "Q2 2026", "8.8亿"),
    row("foreignExchange", "2026Q2", "−5"),
    row("cash", "2026Q2", ""),
  );
  expect(problems).toEqual([]);
  expect([...typedOf(figures)]).toEqual([
    [lineKey("revenue", periodIndex("2026Q2")), "2950"],
    [lineKey("grossProfit", periodIndex("2026Q2")), "330.5"],
    [lineKey("netResult", periodIndex("2026Q2")), "-300"],
    [lineKey("revenuePublic", periodIndex("2026Q2")), "2150.25"],
    [lineKey("adjustedEbitda", periodIndex("2026Q2")), "880"],
    [lineKey("foreignExchange", periodIndex("2026Q2")), "-5"],
  ]);
});

test("source and day stay with the figure", () => {
  const { figures } = readActuals(model, expected, [
    { ...row("revenue", "2026Q2", "2950", "2026-08-20"), source: "release of 2Q26" },
  ]);
  expect(figures[0]).toMatchObject({ source: "release of 2Q26", date: "2026-08-20" });
});

test.each<[string, ActualsRow, RegExp]>([
  [
    "an unknown line",
    row("revenu", "2026Q2", "1"),
    /^Row 2: Unknown line 'revenu': did you mean 'revenue'\?/,
  ],
  ["no line", row("", "2026Q2", "1"), /^Row 2: the line has no name; the template lists/],
  [
    "a calculated line",
    row("freeCashFlow", "2026Q2", "1"),
    /freeCashFlow .* is calculated and cannot be typed/,
  ],
  ["a fact that is no line", row("xiaomiStake", "2026Q2", "1"), /is a fact, not a line/],
  ["history", row("revenue", "2025Q3", "2478"), /2025Q3 is history.* quarters from 2026Q1 to 2028Q4\.$/],
  ["a year", row("revenue", "FY2026", "12000"), /FY2026 is no quarter/],
  ["a period after the end", row("revenue", "2031Q1", "1"), /No 2031Q1: the model ends in 2028Q4/],
  ["no period", row("revenue", "", "1"), /^Row 2: Give a period/],
  [
    "a text",
    row("revenue", "2026Q2", "about 3bn of it"),
    /is not an amount: write it like 2678\.5 or \(123\.4\)/,
  ],
  ["a doubt", row("revenue", "2026Q2", "2.950,5"), /can be 2950\.5 or 2\.9505; write the one you mean/],
  ["a percentage", row("revenue", "2026Q2", "5%"), /is not an amount/],
  ["thousands", row("revenue", "2026Q2", "2950000"), /it looks written in thousands\. Write 2950\.$/],
  ["single RMB", row("revenue", "2026Q2", "2950000000"), /it looks written in single RMB\. Write 2950\.$/],
  ["billions", row("revenue", "2026Q2", "2.95"), /it looks written in billions\. Write 2950\.$/],
  ["far too much", row("revenue", "2026Q2", "90000000"), /check its unit, RMB m/],
  ["a turned sign", row("costOfRevenue", "2026Q2", "(2600)"), /its sign looks turned.* Write 2600\.$/],
  [
    "a day",
    row("revenue", "2026Q2", "2950", "20.8.2026"),
    /the date '20\.8\.2026': write it like 2026-08-20/,
  ],
  ["no such day", row("revenue", "2026Q2", "2950", "2026-02-31"), /the date '2026-02-31'/],
])("%s is refused in words", (_, given, message) => {
  expect(read(given)).toEqual({ figures: [], problems: [expect.stringMatching(message)] });
});

test("one figure twice is refused by its second row, every problem is listed", () => {
  const { figures, problems } = read(
    row("revenue", "2026Q2", "2950"),
    row("sales", "2Q26", "2951", "", 3),
    row("nothing at all", "2026Q2", "1", "", 4),
  );
  expect(figures).toHaveLength(1);
  expect(problems).toEqual([
    "Row 3: revenue 2026Q2 stands in an earlier row too; keep one.",
    expect.stringMatching(/^Row 4: Unknown line/),
  ]);
});

test("a loss may be small, and a result may turn", () => {
  const { problems } = read(row("netResult", "2026Q2", "40"), row("operatingResult", "2026Q2", "-1.5"));
  expect(problems).toEqual([]);
});
