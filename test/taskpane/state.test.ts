import { LINE_BY_ID, periodIndex } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel } from "../../src/model";
import { changeOf, EMPTY_HISTORY, redo, remember, undo } from "../../src/taskpane/state/changeHistory";
import {
  capacityColumns,
  capColumns,
  pacingColumns,
  revenueColumns,
} from "../../src/taskpane/state/chartSeries";
import { conflictRecords, EMPTY_FILTER, filterConflicts } from "../../src/taskpane/state/conflictList";
import { createEvaluator } from "../../src/taskpane/state/evaluator";
import type { DecimalSign } from "../../src/functions";
import { doubtsAfter } from "../../src/taskpane/state/inputDoubts";
import { formatChange, formatInput, formatValue } from "../../src/taskpane/state/formatValue";
import {
  assumptionsOf,
  changedFromSeeds,
  entryOf,
  seededTable,
  valueOf,
  withEdits,
  type InputEdit,
} from "../../src/taskpane/state/inputTable";
import { keyFigureValues } from "../../src/taskpane/state/keyFigures";
import { LEVER_GROUPS } from "../../src/companies/kingsoftCloud";
import {
  leverChoices,
  leverKind,
  leverLabel,
  modelNumber,
  readLever,
  shownNumber,
  sliderTravel,
} from "../../src/taskpane/state/leverScale";
import { originOf } from "../../src/taskpane/state/originOf";
import { createStore } from "../../src/taskpane/state/store";
import { vintageWords } from "../../src/taskpane/state/vintageWords";
import { seededModel } from "../support/seededModel";

const model = seededModel();
const seeded = seededTable(model);
const rowOf = (driver: string) => model.rows.find((row) => row.driver.id === driver)!;
const own = (driver: string, value: string): InputEdit => ({
  scenario: "base",
  driver,
  entry: { kind: "own", value },
});

test("a store tells its listeners once for each update and stops when asked", () => {
  const store = createStore({ a: 1, b: 2 });
  const heard: number[] = [];
  const stop = store.subscribe(({ a }) => heard.push(a));
  store.update({ a: 3 });
  store.update(({ a }) => ({ a: a + 1 }));
  stop();
  store.update({ a: 9 });
  expect(heard).toEqual([3, 4]);
  expect(store.get()).toEqual({ a: 9, b: 2 });
});

describe("assumption table", () => {
  test("gives each scenario the same values as the model", () => {
    for (const scenario of ["base", "downside", "renewalLapses", "custom"] as const) {
      expect([...assumptionsOf(seeded, scenario)]).toEqual([...model.assumptions(scenario)]);
    }
  });

  test("a change of Base reaches the scenarios that follow it and no other", () => {
    const table = withEdits(seeded, [own("upliftXiaomi2026", "0.2")]);
    expect(valueOf(table, "custom", "upliftXiaomi2026")).toBe("0.2");
    expect(valueOf(table, "downside", "upliftXiaomi2026")).toBe("0.1");
    expect(entryOf(seeded, "base", "upliftXiaomi2026")).toEqual({
      kind: "own",
      value: rowOf("upliftXiaomi2026").base,
    });
  });

  test("resetting lists what differs from the seeds and leaves the analyst's formulas", () => {
    const table = withEdits(seeded, [
      own("capXiaomi2026", "3000"),
      { scenario: "base", driver: "capXiaomi2027", entry: { kind: "calculated", value: "1" } },
    ]);
    expect(changedFromSeeds(table, seeded, "base")).toEqual([own("capXiaomi2026", "3140")]);
  });
});

describe("undo and redo", () => {
  const step = (table = seeded, value = "3000", at = 0) =>
    changeOf(table, [own("capXiaomi2026", value)], `set ${value}`, at);

  test("take changes back and do them again", () => {
    const changed = withEdits(seeded, [own("capXiaomi2026", "3000")]);
    const history = remember(EMPTY_HISTORY, step());
    const back = undo(history, changed)!;
    expect(back.edits).toEqual([own("capXiaomi2026", "3140")]);
    const again = redo(back.history, withEdits(changed, back.edits))!;
    expect(again.edits).toEqual([own("capXiaomi2026", "3000")]);
    expect(redo(again.history, changed)).toBeNull();
  });

  test("two changes are taken back one after the other, and both done again", () => {
    const first = withEdits(seeded, [own("capXiaomi2026", "3000")]);
    const second = withEdits(first, [own("capXiaomi2026", "2990")]);
    const back = undo(remember(remember(EMPTY_HISTORY, step()), step(first, "2990", 5000)), second)!;
    expect(back.edits).toEqual([own("capXiaomi2026", "3000")]);
    const further = undo(back.history, first)!;
    expect(further.edits).toEqual([own("capXiaomi2026", "3140")]);
    expect(undo(further.history, seeded)).toBeNull();
    const again = redo(further.history, seeded)!;
    expect(again.edits).toEqual([own("capXiaomi2026", "3000")]);
    expect(redo(again.history, first)!.edits).toEqual([own("capXiaomi2026", "2990")]);
  });

  test("quick changes of one cell count as one, slow ones do not", () => {
    const first = withEdits(seeded, [own("capXiaomi2026", "3000")]);
    const joined = remember(remember(EMPTY_HISTORY, step()), step(first, "2990", 300));
    expect(joined.done).toHaveLength(1);
    expect(joined.done[0]!.cells[0]!.before).toEqual({ kind: "own", value: "3140" });
    expect(remember(remember(EMPTY_HISTORY, step()), step(first, "2990", 5000)).done).toHaveLength(2);
  });

  test("a cell that the sheet has changed since stays", () => {
    const history = remember(EMPTY_HISTORY, step());
    const back = undo(history, withEdits(seeded, [own("capXiaomi2026", "2222")]))!;
    expect(back).toMatchObject({ edits: [], skipped: 1 });
  });
});

describe("levers", () => {
  test("every lever has a row, and its slider covers all seeded values within the allowed range", () => {
    const drivers = LEVER_GROUPS.flatMap((group) => group.drivers);
    expect(new Set(drivers).size).toBe(drivers.length);
    for (const { id } of drivers) {
      const row = rowOf(id);
      if (leverKind(row) !== "slider") continue;
      const { min, max, step } = sliderTravel(row, row.base);
      for (const value of [row.base, ...Object.values(row.own)])
        if (value !== null)
          expect([
            id,
            Number(shownNumber(row, value)) >= min && Number(shownNumber(row, value)) <= max,
          ]).toEqual([id, true]);
      expect(min).toBeGreaterThanOrEqual(Number(shownNumber(row, row.min)));
      expect(max).toBeLessThanOrEqual(Number(shownNumber(row, row.max)));
      expect(step).toBeGreaterThan(0);
    }
  });

  test("choices are what the label of a driver says, and every choice has words", () => {
    expect(leverChoices(rowOf("capPacing")).map(({ value, label }) => [value, label])).toEqual([
      ["1", "Paced over the year"],
      ["2", "First come"],
      ["3", "Paced and filed again"],
    ]);
    expect([leverLabel(rowOf("capPacing")), leverLabel(rowOf("capXiaomi2026"))]).toEqual([
      "Use of a cap",
      rowOf("capXiaomi2026").driver.label,
    ]);
    for (const row of model.rows.filter(({ driver }) => driver.unit === "choice"))
      for (const { label } of leverChoices(row))
        expect([row.driver.id, label]).toEqual([row.driver.id, expect.stringMatching(/[a-z]/)]);
    expect(leverChoices(rowOf("upliftQuarter"))[0]).toEqual({ value: "20261", label: "2026Q1" });
  });

  test("what is shown reads back as the same value", () => {
    for (const row of model.rows)
      expect(Number(modelNumber(row, shownNumber(row, row.base)))).toBeCloseTo(Number(row.base), 6);
  });

  test.each([
    ["upliftXiaomi2026", "15", "0.15"],
    ["upliftXiaomi2026", "15 %", "0.15"],
    ["upliftXiaomi2026", "7", "0.07"],
    ["upliftXiaomi2026", "1", "0.01"],
    ["upliftXiaomi2026", "１５％", "0.15"],
    ["capXiaomi2026", "￥3,200", "3200"],
    ["capXiaomi2026", "32亿", "3200"],
    ["capXiaomi2026", "3.2bn", "3200"],
    ["capXiaomi2026", "3,200", "3200"],
    ["capXiaomi2026", " 3200.5 ", "3200.5"],
    ["xiaomiDemandGrowth2026", "−5", "-0.05"],
    ["renewalDelay", "2", "2"],
  ])("%s typed as %j is %s", (driver, text, value) =>
    expect(readLever(rowOf(driver), text, value)).toEqual({ value }),
  );

  test.each([
    ["capXiaomi2026", "lots"],
    ["capXiaomi2026", ""],
    ["capXiaomi2026", "-1"],
    ["upliftXiaomi2026", "999"],
    ["renewalDelay", "1.5"],
    ["leasedShare", "101"],
  ])("%s typed as %j is refused in words", (driver, text) => {
    expect(readLever(rowOf(driver), text, rowOf(driver).base)).toEqual({
      message: expect.stringMatching(/(Give|Type a value:) .* from .* to /) as string,
    });
  });

  test.each<[string, string, DecimalSign, string]>([
    ["capXiaomi2026", "3.000", null, "“3.000” could be 3 or 3000: type the one you mean."],
    ["capXiaomi2026", "3.000,5", ".", "“3.000,5” could be 3000.5 or 3.0005: type the one you mean."],
    ["upliftXiaomi2026", "1,5%", ".", "“1,5%” could be 1.5% or 15%: type the one you mean."],
    ["upliftXiaomi2026", "0.2", null, "“0.2” could be 0.2% or 20%: type the one you mean."],
  ])("%s typed as %j has two readings", (driver, text, locale, message) => {
    expect(readLever(rowOf(driver), text, "0.1", locale)).toEqual({ message });
  });

  test("a person's locale and the allowed range settle what has two readings elsewhere", () => {
    expect(readLever(rowOf("capXiaomi2026"), "3.000,5", "3140", ",")).toEqual({ value: "3000.5" });
    expect(readLever(rowOf("capXiaomi2026"), "3.000", "3140", ",")).toEqual({ value: "3000" });
    expect(readLever(rowOf("upliftXiaomi2026"), "1,5%", "0.1", ",")).toEqual({ value: "0.015" });
    expect(readLever(rowOf("leasedShare"), "12.125", "0.2")).toEqual({ value: "0.12125" });
    expect(readLever(rowOf("upliftXiaomi2026"), "0.25", "0.0025")).toEqual({ value: "0.0025" });
  });

  test.each([
    [
      "capXiaomi2026",
      "3",
      "3140",
      "3 is about a thousandth of 3140 as it stands. Is that what you mean?",
      "3",
    ],
    [
      "capXiaomi2026",
      "31400",
      "3140",
      "31400 is about ten times 3140 as it stands. Is that what you mean?",
      "31400",
    ],
    [
      "upliftXiaomi2026",
      "1.2%",
      "0.12",
      "1.2% is about a tenth of 12% as it stands. Is that what you mean?",
      "0.012",
    ],
  ])("%s typed as %j over %s is confirmed first", (driver, text, before, message, confirm) => {
    expect(readLever(rowOf(driver), text, before)).toEqual({ message, confirm });
  });
});

test("inputs of the sheet that moved by a step of units are doubted until they move on or come back", () => {
  const typed = (value: string, before = seeded) =>
    withEdits(before, [{ scenario: "base", driver: "capXiaomi2026", entry: { kind: "own", value } }]);
  const doubts = doubtsAfter(model, seeded, [], seeded, typed("3"));
  expect(doubts.map(({ words }) => words)).toEqual([
    expect.stringContaining("Base: 3 is about a thousandth of 3140, which stood there."),
  ]);
  expect(doubtsAfter(model, seeded, doubts, typed("3"), typed("3"))).toEqual(doubts);
  expect(doubtsAfter(model, seeded, doubts, typed("3"), typed("4"))).toEqual([]);
  expect(doubtsAfter(model, seeded, doubts, typed("3"), seeded)).toEqual([]);
  expect(doubtsAfter(model, seeded, [], typed("3"), seeded)).toEqual([]);
  expect(doubtsAfter(model, seeded, [], seeded, typed("3300"))).toEqual([]);
});

test("figures read as analysts write them", () => {
  expect([
    formatValue(12345.6, "RMB m"),
    formatValue(-50, "RMB m"),
    formatValue(0, "RMB m"),
    formatValue(0.1234, "%"),
    formatValue(2.5, "x"),
    formatValue(20262, "quarter"),
    formatValue(Number.NaN, "%"),
  ]).toEqual(["12,346", "−50.0", "0", "12.3%", "2.50x", "2026Q2", "n/d"]);
  expect([
    formatChange(110, 100, "RMB m"),
    formatChange(90, 100, "RMB m"),
    formatChange(0.3, 0.28, "%"),
    formatChange(5, 5, "x"),
  ]).toEqual(["+10.0 (+10.0%)", "−10.0 (−10.0%)", "+2.0 pp", "no change"]);
  expect([formatChange(500, 100, "RMB m"), formatChange(-60, -50, "RMB m")]).toEqual(["+400", "−10.0"]);
  expect(formatInput(0.1225, "%")).toBe("12.25%");
});

test("points are points, a quarter of a percent keeps its digits, and nothing rounds to a signed zero", () => {
  expect([formatValue(11.53, "points"), formatValue(-0.5, "points")]).toEqual(["11.5 pp", "−0.5 pp"]);
  expect([
    formatValue(0.0025, "%"),
    formatValue(-0.0025, "%"),
    formatValue(0.003, "%"),
    formatValue(0.012, "%"),
  ]).toEqual(["0.25%", "−0.25%", "0.3%", "1.2%"]);
  expect([formatChange(0.0125, 0.01, "%"), formatChange(0.01001, 0.01, "%")]).toEqual([
    "+0.25 pp",
    "no change",
  ]);
  for (const unit of [
    "RMB m",
    "%",
    "points",
    "x",
    "days",
    "m ADS",
    "RMB per ADS",
    "index",
    "number",
  ] as const)
    expect([unit, formatValue(-2e-13, unit)]).toEqual([unit, expect.not.stringMatching(/[−-]/)]);
});

describe("results", () => {
  const evaluate = createEvaluator(model);

  test("come from the fast reading and are kept for each scenario", () => {
    const base = evaluate(seeded, "base");
    const upside = evaluate(seeded, "upside");
    const column = periodIndex("FY2027");
    expect(evaluate(seeded, "base")).toBe(base);
    expect(base.values.value("revenue", column)).toBe(
      model.fast(model.assumptions("base")).value("revenue", column),
    );
    expect(upside.values.value("revenue", column)).toBeGreaterThan(base.values.value("revenue", column));
  });

  test("each card shows the line that its title names", () => {
    const { values } = evaluate(seeded, "base");
    const cards = keyFigureValues(2027, values, values);
    const lines = {
      ...{ Revenue: "revenue", "Ecosystem share": "ecosystemShare", "Demand above caps": "lostDemand" },
      ...{ "Adj. EBITDA margin": "adjustedEbitdaMargin", "Adj. operating result": "adjustedOperatingResult" },
      ...{ "Adj. EBITDA": "adjustedEbitda", Cash: "cash" },
      ...{ "Free cash flow": "freeCashFlow", "Net debt / EBITDA": "netDebtToEbitda" },
      "Use of AI capacity": "aiCapacityUse",
    };
    expect(Object.fromEntries(cards.map(({ title, line }) => [title, line.id]))).toEqual(lines);
    for (const { line, value } of cards) expect(value).toBe(values.value(line.id, periodIndex("FY2027")));
  });

  test("cards compare with Base, columns add up to their captions", () => {
    const [base, lapse] = [evaluate(seeded, "base").values, evaluate(seeded, "renewalLapses").values];
    const [revenue] = keyFigureValues(2028, lapse, base);
    expect(revenue!.value).toBeLessThan(revenue!.reference);
    for (const { parts, mark } of revenueColumns("product", base, base, [2026, 2028]))
      expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(mark!, 6);
    for (const { parts, mark } of capColumns("xiaomi", base, [2026, 2027]))
      expect(parts[0]!.value + parts[1]!.value).toBeCloseTo(mark!, 6);
    expect(capColumns("xiaomi", lapse, [2028])[0]).toMatchObject({ mark: 0, caption: "0" });
  });
});

test("a quarter's demand is what its cap lets in and what it keeps out; capacity is billed, idle or lacking", () => {
  const tight = withEdits(seeded, [own("capXiaomi2027", "3000"), own("upliftXiaomi2027", "0")]);
  const { values } = createEvaluator(model)(tight, "base");
  const first = periodIndex("2027Q1");
  const columns = pacingColumns("xiaomi", values, [first, first + 1, first + 2, first + 3]);
  expect(columns.map(({ label }) => label)).toEqual(["1Q27", "2Q27", "3Q27", "4Q27"]);
  columns.forEach(({ parts, mark, caption }, offset) => {
    const [within, kept] = parts.map(({ value }) => value);
    expect(within! + kept!).toBeCloseTo(values.value("demandXiaomi", first + offset), 6);
    expect(kept).toBeGreaterThan(0);
    expect(within).toBeCloseTo(mark!, 6);
    expect(caption).toMatch(/^\d+$/);
  });
  for (const { parts, mark, caption } of capacityColumns(values, [2026, 2028])) {
    const [ofEcosystem, ofOthers, idle] = parts.map(({ value }) => value);
    expect(ofEcosystem! + ofOthers! + idle!).toBeCloseTo(mark!, 6);
    expect(caption).toBe(`${Math.round(((ofEcosystem! + ofOthers!) / mark!) * 100)}%`);
  }
});

test("the data in one sentence says what is reported and what has results", () => {
  expect(vintageWords(model)).toMatch(
    /^Actual to 2025Q4, results to 2026Q1; [\d,]+ figures from \d+ sources, newest 20\d\d-\d\d-\d\d; /,
  );
});

describe("sources", () => {
  const evaluated = createEvaluator(model)(seeded, "base");

  test("a forecast has its formula in words and what it depends on", () => {
    const origin = originOf(
      model,
      { kind: "line", line: "revenue", column: periodIndex("2026Q2"), scenario: "base" },
      evaluated,
    );
    expect(origin).toMatchObject({
      tier: "forecast",
      formula: "Public cloud + Enterprise cloud + Other revenue",
      where: "2026Q2 (forecast), Base",
    });
    expect(origin.precedents.map(({ label }) => label)).toEqual([
      "Public cloud, 2026Q2",
      "Enterprise cloud, 2026Q2",
      "Other revenue, 2026Q2",
    ]);
  });

  test("history leads to its document, an assumption to the figures behind it", () => {
    const history = originOf(
      model,
      { kind: "line", line: "revenue", column: periodIndex("2025Q3"), scenario: "base" },
      evaluated,
    );
    expect(history.fact).not.toBeNull();
    const driver = originOf(
      model,
      { kind: "driver", driver: "upliftXiaomi2026", scenario: "base" },
      evaluated,
    );
    const { base, assumption } = rowOf("upliftXiaomi2026");
    expect(driver).toMatchObject({
      tier: assumption.tier,
      value: formatInput(Number(base), "%"),
      row: { assumption: { reason: assumption.reason } },
    });
    expect(driver.precedents.length).toBeGreaterThan(0);
  });

  test("a typed figure says so; a line beside it asks for the figure and leads to it", () => {
    const typed = openModel(
      model.spec,
      model.seeds,
      new Map([[lineKey("revenue", periodIndex("2026Q2")), "2950"]]),
    );
    const with2950 = createEvaluator(typed)(seeded, "base");
    const at = (line: string, period: string) =>
      originOf(typed, { kind: "line", line, column: periodIndex(period), scenario: "base" }, with2950);
    expect(at("revenue", "2026Q2")).toMatchObject({
      tier: "typed into the workbook",
      value: "2,950 RMB m",
      where: "2026Q2 (estimate), Base",
      fact: null,
    });
    const beside = at("revenuePublic", "2026Q2");
    expect(beside.tier).toBe("calculated beside known figures");
    expect(beside.precedents).toContainEqual({
      label: "Total revenue as reported, 2026Q2",
      value: "2,950 RMB m",
      leadsTo: { kind: "line", line: "revenue", column: periodIndex("2026Q2"), scenario: "base" },
    });
    // One quarter on, the same formula finds no figure.
    expect(at("revenuePublic", "2026Q3").precedents).toContainEqual({
      label: "Total revenue as reported, 2026Q3",
      value: "not known yet",
      leadsTo: null,
    });
    expect(at("revenueEstimate", "2026Q2").formula).toBe(
      "Public cloud, before the quarter is known + Enterprise cloud, before the quarter is known",
    );
  });

  test("every line explains itself in every column", () => {
    for (const line of LINE_BY_ID.keys())
      for (let column = 0; column < 28; column += 5)
        expect(originOf(model, { kind: "line", line, column, scenario: "base" }, evaluated).title).not.toBe(
          "",
        );
  });

  test("every proof is calculated and holds; filters narrow the list", () => {
    const records = conflictRecords(model.seeds);
    expect(records.flatMap(({ proof }) => proof).filter(({ holds }) => !holds)).toEqual([]);
    const open = filterConflicts(records, { ...EMPTY_FILTER, status: "open" });
    expect(open.length).toBe(model.seeds.conflicts.filter(({ status }) => status === "open").length);
    const call = filterConflicts(records, { ...EMPTY_FILTER, document: "call2q25" });
    expect(call.length).toBeGreaterThan(0);
    expect(call.length).toBeLessThan(records.length);
    expect(filterConflicts(records, { ...EMPTY_FILTER, text: "no such words" })).toEqual([]);
  });
});
