/** The Consensus sheet: the facts' estimates by hand, and rows of one's own recalculated by three other programs. */

import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { estimateState, type EstimateCell } from "../../src/analysis";
import { buildPlan } from "../../src/workbook/buildPlan";
import { consensusCells, consensusTable, SINCE, FURTHER_PERIOD } from "../../src/workbook/consensusInputs";
import {
  AGAINST_COLUMNS as AGAINST,
  AGAINST_LINES,
  CONSENSUS_COLUMNS as AT,
  consensusPlaces,
} from "../../src/workbook/consensusPlaces";
import { cellAddress } from "../../src/workbook/address";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { dateSerial } from "../../src/workbook/sheetFrame";
import { SHEETS } from "../../src/workbook/sheetNames";
import { recalculate } from "../support/libreOffice";
import { recalculateByGnumeric } from "../support/gnumeric";
import { consensusByIronCalc } from "./consensusByIronCalc";
import { cellAt, cellAtAddress, sheetOf } from "./placedCells";
import { model, plan } from "./realPlan";
import { calculatingOnly, differences, onlySheets, typed } from "./recalculatedCells";

const places = consensusPlaces(model);
const sheet = sheetOf(plan, SHEETS.consensus);

/** What a row of the block shows. */
function against(of: WorkbookPlan, period: string, lineId: string): readonly EstimateCell[] {
  const table = sheetOf(of, SHEETS.consensus);
  const group = [...places.years, period].indexOf(period);
  const row = places.againstRow(
    group,
    AGAINST_LINES.findIndex(({ id }) => id === lineId),
  );
  return [AGAINST.mean, AGAINST.high, AGAINST.low, AGAINST.number].map(
    (column) => cellAt(table, row, column)!.value as EstimateCell,
  );
}

const DAY = dateSerial("2026-06-01");
const WIDTH = [AT.name, AT.line, AT.period, AT.mean, AT.high, AT.low, AT.number, AT.date, AT.leave] as const;

/** The plan with rows typed into the first rows of one's own, each as its cells from left to right. */
function withRows(
  rows: readonly (readonly EstimateCell[])[],
  more: ReadonlyMap<string, EstimateCell> = new Map(),
): { readonly typed: ReadonlyMap<string, EstimateCell>; readonly plan: WorkbookPlan } {
  const cells = new Map<string, EstimateCell>(more);
  rows.forEach((row, index) =>
    row.forEach((value, place) => {
      if (value !== "") cells.set(cellAddress(places.firstOwn + index, WIDTH[place]!), value);
    }),
  );
  const options = { scenario: "base", overrides: new Map<string, string>(), created: "2026-11-22T00:00:00Z" };
  return {
    typed: cells,
    get plan() {
      return buildPlan(model, { ...options, scenario: "base", version: "test", consensus: cells });
    },
  };
}

test("the facts' estimates are those of estimates.csv in the unit of the line", () => {
  const rows = consensusTable(model).rows.slice(0, places.shipped.length);
  const found = rows.map(({ name, line, period, mean }) => [name, line, period, mean].join(" "));
  expect(found).toEqual(
    expect.arrayContaining([
      "GF Securities revenue FY2026 12200",
      "Guotai Haitong revenue FY2026 11685",
      "Guotai Haitong revenue FY2027 14338",
      "CICC revenue FY2026 10670",
      "CICC adjustedEbitda FY2026 2480",
      "GF Securities adjustedEbitdaMargin FY2026 0.333",
      "GF Securities grossMargin FY2026 0.15",
      "GF Securities aiGrossBilling FY2026 5370",
      "Goldman Sachs capexCompanyBasis FY2026 9000",
      "Preview of 4Q25 adjustedEbitdaMargin 2025Q4 0.22",
    ]),
  );
  expect(found).toHaveLength(20);
});

test("mean, high, low and number of the facts are those worked out by hand; CICC of May 2025 is older", () => {
  expect(against(plan, "FY2026", "revenue")).toEqual([(12200 + 11685) / 2, 12200, 11685, 2]);
  expect(against(plan, "FY2026", "capexCompanyBasis")).toEqual([9500, 10000, 9000, 2]);
  expect(against(plan, "FY2027", "revenue")).toEqual([14338, 14338, 14338, 1]);
  expect(against(plan, "FY2026", "adjustedEbitda")).toEqual(["", "", "", 0]);
  expect(against(plan, "FY2028", "revenue")).toEqual(["", "", "", 0]);
});

test("an earlier day lets the older estimates count, and each row says how it is read", () => {
  const earlier = withRows([], new Map([[SINCE, dateSerial("2025-01-01")]])).plan;
  expect(against(earlier, "FY2026", "revenue")).toEqual([(12200 + 11685 + 10670) / 3, 12200, 10670, 3]);
  expect(against(earlier, "FY2026", "adjustedEbitda")).toEqual([2480, 2480, 2480, 1]);
  const states = (of: WorkbookPlan): readonly unknown[] =>
    places.shipped.map(
      (_, index) => cellAt(sheetOf(of, SHEETS.consensus), places.firstShipped + index, AT.state)!.value,
    );
  expect(states(plan).filter((each) => each === "older")).toHaveLength(4);
  expect(states(earlier).filter((each) => each === "older")).toHaveLength(0);
});

test("a mean of several counts as often as its number says, and a mark takes a row out", () => {
  const rows = [
    ["Consensus", "revenue", "FY2026", 12000, 12900, 11200, 6, DAY],
    ["House", "netResult", "FY2026", -900, "", "", "", DAY],
    ["Street", "netResult", "FY2026", -1200, -1000, -1500, 3, DAY],
  ];
  const { plan: with3 } = withRows(rows);
  expect(against(with3, "FY2026", "revenue")).toEqual([(6 * 12000 + 12200 + 11685) / 8, 12900, 11200, 8]);
  expect(against(with3, "FY2026", "netResult")).toEqual([(-900 - 3 * 1200) / 4, -900, -1500, 4]);
  const gf = places.shipped.findIndex(({ fact }) => fact.id === "revenue.FY2026.gf2026");
  const out = withRows(rows, new Map([[cellAddress(places.firstShipped + gf, AT.leave), "x"]])).plan;
  expect(against(out, "FY2026", "revenue")).toEqual([(6 * 12000 + 11685) / 7, 12900, 11200, 7]);
});

const HOSTILE: readonly (readonly [why: string, row: readonly EstimateCell[], state: string | null])[] = [
  ["a line in capitals", ["A", "REVENUE", "fy2026", 12000, "", "", "", DAY], "counts"],
  ["another line", ["A", "revenues", "FY2026", 12000, "", "", "", DAY], "unknownLine"],
  ["a wildcard", ["A", "rev*", "FY2026", 12000, "", "", "", DAY], "unknownLine"],
  ["no line", ["A", "", "FY2026", 12000, "", "", "", DAY], "unknownLine"],
  ["a name alone", ["A"], "unknownLine"],
  ["a year after the model", ["A", "revenue", "FY2031", 12000, "", "", "", DAY], "unknownPeriod"],
  ["a year as a number", ["A", "revenue", 2026, 12000, "", "", "", DAY], "unknownPeriod"],
  ["a text for the mean", ["A", "revenue", "FY2026", "12,000", "", "", "", DAY], "noNumber"],
  ["a yes for the mean", ["A", "revenue", "FY2026", true, "", "", "", DAY], "noNumber"],
  ["no mean", ["A", "revenue", "FY2026", "", 13000, 11000, "", DAY], "noNumber"],
  ["a text for the high", ["A", "revenue", "FY2026", 12000, "n/a", "", "", DAY], "noNumber"],
  ["a high below the mean", ["A", "revenue", "FY2026", 12000, 11000, "", "", DAY], "noNumber"],
  ["a low above the mean", ["A", "revenue", "FY2026", 12000, "", 12500, "", DAY], "noNumber"],
  ["no estimates", ["A", "revenue", "FY2026", 12000, "", "", 0, DAY], "noNumber"],
  ["no date", ["A", "revenue", "FY2026", 12000, "", "", "", ""], "noNumber"],
  ["a date as a text", ["A", "revenue", "FY2026", 12000, "", "", "", "2026-06-01"], "noNumber"],
  ["a share of 33.3 times", ["A", "grossMargin", "FY2026", 33.3, "", "", "", DAY], "noNumber"],
  ["a share of 33.3 %", ["A", "grossMargin", "FY2026", 0.333, "", "", "", DAY], "counts"],
  ["an old one", ["A", "revenue", "FY2026", 12000, "", "", "", DAY - 400], "stale"],
  ["the very day", ["A", "revenue", "FY2026", 12000, "", "", "", dateSerial("2025-12-31")], "stale"],
  ["one left out", ["A", "revenue", "FY2026", 12000, "", "", "", DAY, "x"], "leftOut"],
  ["nothing", [], null],
];

test.each(HOSTILE)("%s is read as it should be", (_, row, state) => {
  const table = consensusTable(model, withRows([row]).typed);
  expect(estimateState(model.spec, table.rows[places.shipped.length]!, table.since)).toBe(state);
});

test("a row that can't be read, and a choice that means nothing, raise their check and the master flag", () => {
  const flags = (of: WorkbookPlan): readonly unknown[] => {
    const checks = sheetOf(of, SHEETS.checks);
    return ["Consensus: every row", "Consensus: the day", "Master flag"].map(
      (words) => checks.rows.find(({ cells }) => String(cells[0]?.value).startsWith(words))!.cells[2]!.value,
    );
  };
  expect(flags(plan)).toEqual([0, 0, 0]);
  expect(flags(withRows([["A", "rev*", "FY2026", 1, "", "", "", DAY]]).plan)).toEqual([1, 0, 1]);
  expect(flags(withRows([], new Map([[SINCE, "June"]])).plan)).toEqual([0, 1, 1]);
  expect(flags(withRows([], new Map([[FURTHER_PERIOD, "FY2040"]])).plan)).toEqual([0, 1, 1]);
  expect(
    flags(
      withRows(
        [],
        new Map<string, EstimateCell>([
          [SINCE, ""],
          [FURTHER_PERIOD, ""],
        ]),
      ).plan,
    ),
  ).toEqual([0, 0, 0]);
});

describe("rows of one's own, hostile ones included, recalculated", () => {
  const own = withRows(
    [
      // LibreOffice takes a yes for the number 1.
      ...HOSTILE.map(([, row]) => row).filter((row) => !row.includes(true)),
      ["Street", "netResult", "2026Q3", -300, -250, -400, 4, DAY],
      ["House", "netResult", "2026Q3", -280, "", "", "", DAY],
      ["House", "adjustedEbitda", "FY2027", 5000, "", "", "", DAY],
    ],
    new Map<string, EstimateCell>([[FURTHER_PERIOD, "2026q3"]]),
  );
  const names = [SHEETS.consensus, SHEETS.checks, SHEETS.summary, SHEETS.timeline, SHEETS.facts, "Downside"];
  /** Typed into the sheet that ships, so that what the formulas show can only come from a calculation. */
  const file = [...own.typed].reduce(
    (of, [cell, value]) => typed(of, SHEETS.consensus, cell, value),
    calculatingOnly(onlySheets(plan, names), [SHEETS.consensus]),
  );
  const expectedPlan = {
    sheets: own.plan.sheets.filter(({ name }) => name === SHEETS.consensus),
  };
  const wanted = differentLines(expectedPlan);

  it("by LibreOffice", async () => {
    const { compared, different } = differences(wanted, await recalculate(await planToXlsx(file)));
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(900);
  });

  it("by Gnumeric", async () => {
    const { different } = differences(wanted, await recalculateByGnumeric(await planToXlsx(file)));
    expect(different).toEqual([]);
  });

  it("by IronCalc", () => {
    expect(consensusByIronCalc(file, wanted)).toEqual([]);
  });
});

/** Without the columns that show the model's own figures, which these sheets alone can't calculate. */
function differentLines(of: Pick<WorkbookPlan, "sheets">): Pick<WorkbookPlan, "sheets"> {
  const models: readonly number[] = [AGAINST.model, AGAINST.difference, AGAINST.share];
  return {
    sheets: of.sheets.map((each) => ({
      ...each,
      // The tracker below reads every scenario sheet and has a test of its own.
      rows: each.rows.slice(0, places.lastRow).map(({ cells }, row) => ({
        cells: cells.map((cell, column) =>
          row + 1 < places.legendHead && (row < 8 || models.includes(column + 1)) ? null : cell,
        ),
      })),
    })),
  };
}

test("every cell that may be typed is an unlocked input with a rule or a free text, and holds what ships", () => {
  for (const [address, value] of consensusCells(model)) {
    const cell = cellAtAddress(sheet, address)!;
    expect([address, plan.styles[cell.style]!.unlocked, cell.value ?? ""]).toEqual([address, true, value]);
  }
});
