/** The consensus or a broker in place of a scenario: from the facts, or from the workbook's own table. */

import { CellError } from "../../src/formula";
import { createKcFunctions } from "../../src/functions";
import type { KcScalar } from "../../src/functions/kcValue";
import { buildPlan } from "../../src/workbook/buildPlan";
import { brokerOf } from "../../src/seeds";
import { cellAddress, parseRectangle } from "../../src/workbook/address";
import { CONSENSUS_COLUMNS as AT, consensusPlaces } from "../../src/workbook/consensusPlaces";
import type { EstimateCell } from "../../src/analysis";
import { dateSerial } from "../../src/workbook/sheetFrame";
import { seededModel } from "../support/seededModel";
import { typedEstimates } from "../workbook/typedEstimates";

const model = seededModel();
const kc = createKcFunctions(model);

/** KC_Consensus as a cell hands it over, with these cells typed. */
function table(typed: ReadonlyMap<string, EstimateCell>): readonly (readonly KcScalar[])[] {
  const plan = buildPlan(model, {
    scenario: "base",
    overrides: new Map(),
    created: "2026-11-22T00:00:00Z",
    version: "test",
    consensus: typed,
  });
  const { sheet, range } = plan.names.find(({ name }) => name === "KC_Consensus")!;
  const { rows } = plan.sheets.find(({ name }) => name === sheet)!;
  const area = parseRectangle(range)!;
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from(
      { length: area.columns },
      (__, column) => rows[area.row - 1 + row]?.cells[area.column - 1 + column]?.value ?? null,
    ),
  );
}

const problem = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`;
    throw error;
  }
  return "no error";
};

test.each([
  ["GF Securities", "revenue", "FY2026", 12200],
  ["GF", "revenue", "FY26E", 12200],
  ["gf securities", "adjustedEbitdaMargin", "2026", 0.333],
  ["广发证券", "grossMargin", "FY2026", 0.15],
  ["Guotai Haitong", "revenue", "FY2027", 14338],
  ["CICC", "adjustedEbitda", "FY2026", 2480],
  ["GS", "capexCompanyBasis", "FY2026", 9000],
  ["Preview of 4Q25", "revenue", "4Q25", 2700],
  ["Consensus", "revenue", "FY2026", (12200 + 11685) / 2],
  ["consensus", "capexCompanyBasis", "FY2026", 9500],
])("%s gives %s of %s as estimates.csv has it", (who, line, period, value) => {
  expect(kc.LINE(line, period, who)).toBeCloseTo(value, 12);
});

test("every function of figures takes an estimator, and growth starts from what was reported", () => {
  expect(kc.REVENUE("FY2026", null, "GF")).toBe(12200);
  expect(kc.SERIES("revenue", "FY2025", "FY2028", "Guotai Haitong")).toEqual([
    ["FY2025", "FY2026", "FY2027", "FY2028"],
    [9510, 11685, 14338, "#N/A"],
  ]);
  const reported = Number(kc.REVENUE("FY2025"));
  expect(kc.GROWTH("revenue", "FY2026", "yoy", "GF")).toBeCloseTo(12200 / reported - 1, 12);
  expect(kc.GROWTH("revenue", "FY2027", "yoy", "Guotai Haitong")).toBeCloseTo(14338 / 11685 - 1, 12);
});

test("where there is no estimate, the words say who covers the line and when", () => {
  expect(problem(() => kc.LINE("revenue", "FY2027", "GF"))).toBe(
    "#N/A GF Securities: no estimate of Total revenue for FY2027. Estimates of it: GF Securities FY2025, FY2026; Guotai Haitong FY2025, FY2026, FY2027; Preview of 4Q25 2025Q4; CICC FY2025, FY2026.",
  );
  expect(problem(() => kc.LINE("netResult", "FY2026", "CICC"))).toBe(
    "#N/A CICC: no estimate of Net result for FY2026, nor by anyone else; it covers revenue FY2025, FY2026; adjustedEbitda FY2025, FY2026.",
  );
  expect(problem(() => kc.LINE("adjustedEbitda", "FY2026", "Consensus"))).toMatch(
    /^#N\/A Consensus: .*CICC FY2025, FY2026\.$/,
  );
  expect(problem(() => kc.LINE("usdCny", "2025Q4", "GF"))).toMatch(
    /^#N\/A GF Securities: .*no line of the model/,
  );
});

test("functions that calculate with the model refuse an estimator, and an unknown name is asked back", () => {
  for (const work of [
    () => kc.CAP("xiaomi", "FY2026", "cap", "Consensus"),
    () => kc.BREAKEVEN("revenue", "FY2027", 15000, "capXiaomi2027", "GF"),
    () => kc.SENSITIVITY("revenue", "FY2027", "taxRate", [[0.1]], null, null, "CICC"),
    () => kc.SOURCE("revenue", "FY2026", "GF"),
  ])
    expect(problem(work)).toMatch(/^#VALUE! .* gives figures only: give a scenario of the model/);
  expect(problem(() => kc.REVENUE("FY2026", null, "Guotai Haitng"))).toMatch(/did you mean 'Guotai Haitong'/);
  expect(problem(() => kc.REVENUE("FY2026", null, "Upsde"))).toMatch(/did you mean 'Upside'/);
});

test("KC_Consensus brings the estimates of the workbook: own rows, marks and the day", () => {
  const own = table(typedEstimates(model));
  // 6 of 12,000.5, GF 12,200, Guotai Haitong 11,685 and CICC 10,670, which the earlier day lets in.
  const mean = (6 * 12000.5 + 12200 + 11685 + 10670) / 9;
  expect(kc.REVENUE("FY2026", null, "Consensus", own)).toBeCloseTo(mean, 9);
  expect(problem(() => kc.LINE("netResult", "2026Q3", "House of mine", own))).toMatch(/did you mean|#VALUE!/);
  expect(kc.LINE("revenue", "FY2026", "GF", own)).toBe(12200);
});

test("a house of one's own is asked by its name; its newest row stands, also where it is older than the day", () => {
  const { firstOwn } = consensusPlaces(model);
  const rows: readonly (readonly EstimateCell[])[] = [
    ["My house", "netResult", "2026Q3", -300, dateSerial("2026-07-01")],
    ["My house", "netResult", "2026Q3", -250, dateSerial("2026-08-01")],
    ["My house", "netResult", "FY2027", -900, dateSerial("2024-08-01")],
    ["My house", "nothing", "FY2027", 5, dateSerial("2026-08-01")],
  ];
  const typed = new Map(
    rows.flatMap((row, index) =>
      row.map(
        (value, place) =>
          [
            cellAddress(firstOwn + index, [AT.name, AT.line, AT.period, AT.mean, AT.date][place]!),
            value,
          ] as const,
      ),
    ),
  );
  const own = table(typed);
  expect(kc.LINE("netResult", "3Q26", "my house", own)).toBe(-250);
  expect(kc.LINE("netResult", "FY2027", "My house", own)).toBe(-900);
  expect(kc.LINE("netResult", "3Q26", "Consensus", own)).toBe(-275);
  expect(problem(() => kc.LINE("netResult", "FY2027", "Consensus", own))).toMatch(/^#N\/A Consensus/);
  expect(problem(() => kc.LINE("netResult", "FY2027", "My house"))).toMatch(/^#VALUE! Unknown scenario/);
});

test("no estimate of the facts is without its broker: a source that is not listed would be left out in silence", () => {
  const unnamed = model.seeds.facts.filter(
    (fact) =>
      fact.basis === "broker" &&
      fact.tier !== "derived" &&
      fact.modelValue !== null &&
      /^(?:FY\d{4}|\d{4}Q[1-4])$/.test(fact.period) &&
      brokerOf(fact) === undefined,
  );
  expect(unnamed.map(({ id }) => id)).toEqual([]);
});
