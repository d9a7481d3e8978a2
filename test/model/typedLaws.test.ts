import fc from "fast-check";
import { PERIODS, QUARTERS, TYPED_LINES } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel, type Assumptions } from "../../src/model";
import { brokenLaws } from "./laws";
import { compareReadings, exactSetting, fastSetting } from "./readingsApart";
import { modelOf, RUNS, SEED } from "./realModel";
import { buildOptions, DRAWS, validAssumptions } from "./validAssumptions";

const model = modelOf();
const quarters = [...QUARTERS.keys()].filter((quarter) => model.data.knowledge(quarter) === "forecast");

/** Figures that contradict others when they are typed by themselves: no part of the statement takes up their difference. */
const CONTRADICTS = new Set(["generalAdministrative", "incomeTax", "adjustedNetResult"]);
/** Figures that other lines follow, typed together as a release gives them. */
const TOGETHER = [
  ["revenue", "revenueEnterprise", "revenueEcosystem", "aiGrossBilling"],
  ["costOfRevenue", "adjustedGrossProfit"],
  ["researchDevelopment", "sellingMarketing", "generalAdministrative"],
  ["adjustedEbitda", "interestIncome", "interestExpense", "pretaxResult", "netResult"],
];
const GROUPS = [
  ...TYPED_LINES.filter(({ id, typed }) => typed === "result" && !CONTRADICTS.has(id)).map(({ id }) => [id]),
  ...TOGETHER,
];

/** Parts of capital expenditure cannot be reported larger than the whole. */
const most = (id: string, thousandths: number): number =>
  /^(leased|owned)Additions$/.test(id) ? Math.min(0, thousandths) : thousandths;

const SHEET = {
  up: ["cash", "receivables", "prepayments", "ppeAndRou", "goodwill"],
  claims: ["accountsPayable", "accruedLiabilities", "borrowings", "leaseLiability", "equityAttributable"],
};

/** The model's own figures of a quarter, some of them moved by a part of themselves. */
function typed(
  assumptions: Assumptions,
  quarter: number,
  ids: readonly string[],
  moved: (id: string, own: number) => number,
): ReadonlyMap<string, string> {
  const own = model.fast(assumptions);
  return new Map(ids.map((id) => [lineKey(id, quarter), String(moved(id, own.value(id, quarter)))] as const));
}

test.each(Object.entries(DRAWS))(
  "%s: every law holds, and every line is worked out again, where figures of a quarter are reported",
  (_, draw) => {
    const law = fc.property(
      validAssumptions(model, draw).map((flexed) => ({
        ...flexed,
        toString: () => buildOptions(model, flexed),
      })),
      fc.constantFrom(...quarters),
      fc.constantFrom(...GROUPS),
      fc.integer({ min: -100, max: 100 }),
      ({ assumptions }, quarter, group, thousandths) => {
        const facts = typed(
          assumptions,
          quarter,
          group,
          (id, own) => own * (1 + most(id, thousandths) / 1000),
        );
        const reported = openModel(model.spec, model.seeds, facts);
        const broken = brokenLaws(fastSetting(reported, assumptions));
        if (broken.length > 0) throw new Error(broken.slice(0, 8).join("\n"));
      },
    );
    fc.assert(law, { seed: SEED, numRuns: Math.ceil(RUNS / 6), includeErrorInReport: true });
  },
);

test.each(quarters.filter((_, index) => index % 3 === 0))(
  "a whole balance sheet reported for quarter %i keeps every law in both readings, and later ones open from it",
  (quarter) => {
    const assumptions = model.assumptions("base");
    const facts = typed(
      assumptions,
      quarter,
      TYPED_LINES.map(({ id }) => id),
      (id, own) => own + (SHEET.up.includes(id) || SHEET.claims.includes(id) ? 40 : 0),
    );
    const reported = openModel(model.spec, model.seeds, facts);
    expect(reported.data.sheetCounts(quarter)).toBe(true);
    const [fast, exact] = [fastSetting(reported, assumptions), exactSetting(reported, assumptions)];
    expect(brokenLaws(fast)).toEqual([]);
    expect(brokenLaws(exact)).toEqual([]);
    expect(compareReadings(fast, exact).apart).toEqual([]);
  },
);

test("a figure that contradicts its parts raises a named check in its quarter", () => {
  const assumptions = model.assumptions("base");
  for (const [line, check] of [
    ["generalAdministrative", "checkEbitda"],
    ["adjustedNetResult", "checkDefinitions"],
  ] as const) {
    const facts = typed(assumptions, quarters[2]!, [line], (_, own) => own + 25);
    const reported = openModel(model.spec, model.seeds, facts).fast(assumptions);
    expect(reported.value(check, quarters[2]!)).toBe(1);
    expect(reported.value(check, quarters[3]!)).toBe(0);
  }
  expect(PERIODS[quarters[2]!]!.label).toBe("2026Q4");
});
