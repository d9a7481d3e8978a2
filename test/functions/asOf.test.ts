/** What the model knew at a date: figures published later are forecast again, under the same assumptions. */

import { firstDay, modelAsOf } from "../../src/analysis/modelAsOf";
import { modelBefore } from "../../src/analysis";
import { CellError } from "../../src/formula";
import { createKcFunctions, evaluateFormula, type KcScalar } from "../../src/functions";
import { isAfter, LINES, PERIODS, periodIndex, QUARTERS, SCENARIOS } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel } from "../../src/model";
import { CHINESE as words } from "../../src/words/zh-CN";
import { modelOf } from "../model/realModel";

const model = modelOf();
const kc = createKcFunctions(model);
const value = (formula: string): unknown => evaluateFormula(formula, kc);
const problem = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`;
    throw error;
  }
  return "no error";
};

/** The first quarter of 2026 came on 27 May 2026 with 2,703.7; its balance sheet is not known. */
const [BEFORE, ON] = ["2026-05-26", "2026-05-27"];
/** What Base forecasts for it from the figures of 2025. */
const FORECAST = 2727.218508363;

test.each([
  ['=KC.REVENUE("1Q26",,,,"2026-05-26")', FORECAST],
  ['=KC.REVENUE("1Q26",,,,"2026-05-27")', 2703.7],
  ['=KC.REVENUE("1Q26")', 2703.7],
  ['=KC.LINE("revenue","1Q26",,,"26 May 2026")', FORECAST],
  ['=KC.LINE("revenue","1Q26",,,DATE(2026,5,26))', FORECAST],
  ['=KC.LINE("revenue","1Q26",,,DATE(2026,5,27)+0.75)', 2703.7],
  ['=KC.LINE("revenue","1Q26",,,"2026年5月26日")', FORECAST],
  ['=KC.LINE("revenue","1Q26",,,"Apr-26")', FORECAST],
  ['=KC.LINE("revenue","1Q26",,,"2026-05")', 2703.7],
  ['=KC.REVENUE("4Q25",,,,"2026-03-25")', 2761.4],
  ['=KC.REVENUE("TTM",,,,"2026-05-26")', 9558.6],
  ['=KC.REVENUE("LTM 1Q26",,,,"2026-05-26")', 9558.6 - 1970 + FORECAST],
])("%s", (formula, wanted) => expect(value(formula)).toBeCloseTo(wanted, 8));

test("every line of every later period is what the model said before the quarter was known, in every scenario", () => {
  const then = modelBefore(model, periodIndex("2026Q1"));
  const asOf = modelAsOf(model, BEFORE)!;
  for (const { id: scenario } of SCENARIOS) {
    const [wanted, found] = [then, asOf].map(({ fast, assumptions }) => {
      const { value: of } = fast(assumptions(scenario));
      return LINES.flatMap(({ id }) =>
        PERIODS.map((_, column) => [id, column, isAfter(column, model.data.opening) ? of(id, column) : 0]),
      );
    });
    expect(found).toEqual(wanted);
  }
  expect(asOf.data.knowledge(periodIndex("2026Q1"))).toBe("forecast");
  expect(model.data.knowledge(periodIndex("2026Q1"))).toBe("results");
});

test("as of today, and of any day after the last publication, nothing differs", () => {
  const last = model.seeds.facts
    .map(({ knownFrom }) => knownFrom)
    .sort()
    .at(-1)!;
  for (const { id, annual } of LINES)
    for (const period of annual === "none" ? ["2026Q1", "2026Q4"] : ["2025Q4", "2026Q1", "FY2026", "FY2028"])
      for (const day of [last, "2026-11-27"])
        expect([id, period, outcome(() => kc.LINE(id, period, "Upside", null, day))]).toEqual([
          id,
          period,
          outcome(() => kc.LINE(id, period, "Upside")),
        ]);
});

function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return (error as Error).message;
  }
}

test("a day before the first balance sheet names the first day there is a model for", () => {
  expect(firstDay(model)).toBe("2026-03-25");
  expect(problem(() => value('=KC.REVENUE("1Q26",,,,"2026-03-24")'))).toBe(
    "#VALUE! No model as of 2026-03-24: its first balance sheet was published on 2026-03-25. Give that day or a later one.",
  );
  expect(value('=KC.REVENUE("1Q26",,,,"2026-03-25")')).toBeCloseTo(FORECAST, 8);
});

test.each([
  ["soon", "'soon' is no day: write it like 2026-05-26 or 26 May 2026."],
  ["2026Q1", "'2026Q1' is no day: write it like 2026-05-26 or 26 May 2026."],
  ["2026-02-30", "'2026-02-30' is no day: write it like 2026-05-26 or 26 May 2026."],
  [true, "'true' is no day: write it like 2026-05-26 or 26 May 2026."],
  [-5, "'-5' is no day: write it like 2026-05-26 or 26 May 2026."],
  ["5/6/2026", "'5/6/2026' can be several periods: write 2026-05-06 or 2026-06-05."],
])("%s is refused in words", (day, message) => {
  expect(problem(() => kc.LINE("revenue", "1Q26", null, null, day))).toBe(`#VALUE! ${message}`);
});

test("a blank day is no day: the figures of today", () => {
  for (const blank of [null, undefined, "", " ", [[null]]] as const)
    expect(kc.REVENUE("1Q26", null, null, null, blank)).toBe(2703.7);
});

/** Rows of KC_Inputs with figures of Actuals. */
const range = (q1: KcScalar, q2: KcScalar): KcScalar[][] => [
  ["Driver", "Base", "Upside"],
  ["taxRate", 0.15, 0.15],
  ["Figures known on Actuals", null, null, null, null],
  ["line:year", "Q1", "Q2", "Q3", "Q4"],
  ["revenue:2026", q1, q2, "", ""],
  ["grossProfit:2026", "", q2 === "" ? "" : 330, "", ""],
  ["adjustedEbitda:2026", "", q2 === "" ? "" : 880, "", ""],
];

test("figures typed into the workbook are not known before their quarter has ended, nor before the figure that they replace", () => {
  const asOf = (day: string, period: string, q1: KcScalar = 2703.7): number =>
    kc.REVENUE(period, null, null, range(q1, 2950), day);
  expect(asOf("2026-06-30", "2Q26")).toBe(2950);
  expect(asOf("2026-06-29", "2Q26")).toBe(kc.REVENUE("2Q26", null, null, range(2703.7, "")));
  expect(asOf(BEFORE, "2Q26")).toBe(kc.REVENUE("2Q26", null, null, range("", ""), BEFORE));
  expect(asOf(BEFORE, "1Q26", 2800)).toBe(kc.REVENUE("1Q26", null, null, range("", ""), BEFORE));
  expect(asOf(ON, "1Q26", 2800)).toBe(2800);
});

test.each([
  ["as the pane writes it", "from 2026-08-19", "Q1 known"],
  ["as text", "2026-08-19", "Q1 known"],
  ["as Excel counts days", 46_253, "Q1 known"],
  ["in a Chinese workbook", "2026-08-19", words.of("Q1 known")],
  ["in Chinese words", "自2026-08-19起", words.of("Q1 known")],
])("a figure of Actuals is known from the day of publication beside it, %s", (_, day, head) => {
  const dated = range(2703.7, 2950).map((row, index) =>
    index === 3 ? [...row, head, "Q2"] : index > 3 ? [...row, "", day] : [...row, null, null],
  );
  const asOf = (on: string): number => kc.REVENUE("2Q26", null, null, dated, on);
  expect(asOf("2026-08-18")).toBe(kc.REVENUE("2Q26"));
  expect(asOf("2026-08-19")).toBe(2950);
  expect(kc.REVENUE("2Q26", null, null, dated)).toBe(2950);
});

test("a typed figure with the day of its source is known from that day", () => {
  const column = periodIndex("2026Q2");
  const key = lineKey("revenue", column);
  const typed = {
    ...openModel(model.spec, model.seeds, new Map([[key, "2950"]])),
    published: new Map([[key, "2026-08-19"]]),
  };
  const over = createKcFunctions(typed);
  expect(over.REVENUE("2Q26", null, null, null, "2026-08-18")).toBe(kc.REVENUE("2Q26"));
  expect(over.REVENUE("2Q26", null, null, null, "2026-08-19")).toBe(2950);
  expect(QUARTERS[column]!.endDate < "2026-08-18").toBe(true);
});

test("estimates of brokers are those of the day", () => {
  expect(kc.REVENUE("FY2026", null, "GF Securities", null, "2026-03-25")).toBe(12200);
  const table: KcScalar[][] = [
    ["Broker or consensus", "Line", "Period", "Mean", "Number", "Date", "Read as"],
    ["Old", "revenue", "FY2026", 12000, 1, 46_100, "counts"],
    ["New", "revenue", "FY2026", 14000, 1, 46_168, "counts"],
  ];
  expect(kc.REVENUE("FY2026", null, "Consensus", table, BEFORE)).toBe(13000);
  expect(kc.REVENUE("FY2026", null, "Consensus", table, "2026-05-25")).toBe(12000);
  const chinese = table.map((row) => row.map((cell) => (typeof cell === "string" ? words.of(cell) : cell)));
  expect(kc.REVENUE("FY2026", null, "一致预期", chinese, BEFORE)).toBe(13000);
  expect(kc.REVENUE("FY2026", null, "一致预期", chinese, "2026-05-25")).toBe(12000);
});
