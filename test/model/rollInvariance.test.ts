import fc from "fast-check";
import {
  expressionOf,
  isKnown,
  minus,
  over,
  plus,
  prior,
  times,
  when,
  type Series,
  type SeriesOperand,
} from "../../src/formula";
import {
  balances,
  cost,
  equipment,
  equity,
  external,
  income,
  intangible,
  leases,
  LINE_BY_ID,
  opex,
  PERIODS,
  rates,
  revenue,
  rightOfUse,
  TYPED_LINES,
} from "../../src/companies/kingsoftCloud";
import { lineKey, type Assumptions } from "../../src/model";
import { reportFigure } from "../support/figure";
import { plantedOpen, type PlantedFormulas, type Open, openShipped } from "./plantedModel";
import { modelOf, RUNS, SEED } from "./realModel";
import { borders, movedBy, type Feed } from "./rollBack";
import { buildOptions, DRAWS, validAssumptions } from "./validAssumptions";
import { TRIED_SCENARIOS } from "./triedScenarios";

const model = modelOf();
/** Quarters whose results are not reported yet: what they hold is the model's own. */
const own = borders(model).filter((quarter) => model.data.knowledge(quarter) === "forecast");
const tried = { scenarios: 0, random: 0 };

const moved = (assumptions: Assumptions, quarters: readonly number[], feed: Feed): readonly string[] =>
  movedBy(model, assumptions, model.fast(assumptions).all.slice(), quarters, feed);

test.each(TRIED_SCENARIOS.map(({ id, name }) => [name, id] as const))(
  "%s: its own forecast of any quarter, whole or by its results, taken for facts changes nothing later",
  (_, id) => {
    const assumptions = model.assumptions(id);
    for (const feed of ["whole", "results"] as const) {
      for (const quarter of own) expect(moved(assumptions, [quarter], feed)).toEqual([]);
      for (const last of [own[0]!, own[4]!, own.at(-1)!])
        expect(
          moved(
            assumptions,
            own.filter((quarter) => quarter <= last),
            feed,
          ),
        ).toEqual([]);
      tried.scenarios += own.length + 3;
    }
  },
);

test("a quarter known by its results may get the model's own balance sheet", () => {
  const results = borders(model).filter((quarter) => model.data.knowledge(quarter) === "results");
  expect(results.map((quarter) => PERIODS[quarter]!.label)).toEqual(["2026Q1"]);
  for (const { id } of TRIED_SCENARIOS) expect(moved(model.assumptions(id), results, "whole")).toEqual([]);
});

test.each(TYPED_LINES.filter(({ typed }) => typed === "result").map(({ id }) => id))(
  "one figure, %s, as the model forecasts it changes nothing later",
  (line) => {
    const place = TYPED_LINES.findIndex(({ id }) => id === line);
    for (const [index, { id }] of TRIED_SCENARIOS.entries())
      expect(moved(model.assumptions(id), [own[(place + index * 3) % own.length]!], { line })).toEqual([]);
  },
);

const feeds: fc.Arbitrary<Feed> = fc.oneof(
  fc.constantFrom("whole" as const, "results" as const),
  fc.constantFrom(...TYPED_LINES).map(({ id }) => ({ line: id })),
);

test.each(Object.entries(DRAWS))(
  "so it is for random valid assumptions, %s, for one to four quarters",
  (_, draw) => {
    const law = fc.property(
      validAssumptions(model, draw).map((flexed) => ({
        ...flexed,
        toString: () => buildOptions(model, flexed),
      })),
      fc.constantFrom(...own),
      fc.integer({ min: 1, max: 4 }),
      feeds,
      ({ assumptions }, first, count, feed) => {
        tried.random++;
        const quarters = own.filter((quarter) => quarter >= first && quarter < first + count);
        const found = moved(assumptions, quarters, feed);
        if (found.length > 0) throw new Error(found.slice(0, 10).join("\n"));
      },
    );
    fc.assert(law, { seed: SEED, numRuns: Math.ceil(RUNS / 6), includeErrorInReport: true });
  },
);

test("it was tried at every border", () => {
  expect(own.map((quarter) => PERIODS[quarter]!.label)).toEqual(
    [2026, 2027, 2028].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`)).slice(1, -1),
  );
  reportFigure(
    "The model's own forecast taken for facts changes nothing later",
    `${tried.scenarios} times in the six scenarios at ${own.length} borders, whole and by results, and for ${tried.random.toLocaleString("en")} random sets`,
  );
});

/** A formula that, where a figure is known, takes a quantity from the quarter before instead of this one. */
function fromWrongQuarter(id: string, known: Series, quantity: SeriesOperand): PlantedFormulas {
  const own = LINE_BY_ID.get(id)!.forecast!();
  return { [id]: { forecast: () => when(isKnown(known), plus(own, minus(prior(quantity), quantity)), own) } };
}

/** A mark that, where a figure is known, is measured by the quantity of the wrong quarter. */
function markedWrongly(id: string, known: Series, rates: SeriesOperand): PlantedFormulas {
  const own = LINE_BY_ID.get(id)!.forecast!();
  return { [id]: { forecast: () => when(isKnown(known), times(own, over(rates, prior(rates))), own) } };
}

const PLANTED: Readonly<Record<string, PlantedFormulas>> = {
  "interest marked by the leases at its quarter's end": markedWrongly(
    "interestMark",
    income.interestExpense,
    leases.closing,
  ),
  "costs marked by the rates of the quarter before": markedWrongly("cashCostMark", cost.total, rates.total),
  "receivable days on the revenue of the quarter before": markedWrongly(
    "externalReceivableDays",
    balances.receivables,
    revenue.external,
  ),
  "equipment opened with the leases of the quarter before": fromWrongQuarter(
    "ppeOwned",
    equipment.total,
    rightOfUse.scheduled,
  ),
  "loans that balance with the equity of the quarter before": fromWrongQuarter(
    "loans",
    equipment.total,
    equity.closing,
  ),
  "running expenses that take the amortisation of the quarter before": fromWrongQuarter(
    "runningExpenses",
    opex.total,
    intangible.depreciation,
  ),
};

test.each(Object.entries(PLANTED))("caught: %s", (_, planted) => {
  const open = plantedOpen(planted);
  const assumptions = model.assumptions("base");
  const before = open(model.seeds).fast(assumptions).all;
  expect(movedBy(model, assumptions, before, [own[2]!], "whole", open)).not.toEqual([]);
});

/** What a reported figure must move in the quarter after it, or a year after it. */
const CARRIED: readonly (readonly [typed: string, line: string, quarters: number])[] = [
  ["revenueEcosystem", "volumeEstimateXiaomi", 1],
  ["revenueEcosystem", "volumeEstimateKingsoft", 1],
  ["aiGrossBilling", "externalAiVolumeEstimate", 1],
  ["revenuePublic", "externalBasicVolumeEstimate", 1],
  ["revenue", "externalBasicVolumeEstimate", 1],
  ["revenueEnterprise", "externalEnterpriseEstimate", 4],
  ["capexCompanyBasis", "aiCapacity", 1],
  ["costOfRevenue", "cashCostMark", 1],
  ["grossProfit", "cashCostMark", 1],
  ["adjustedOperatingExpenses", "runningExpensesEstimate", 1],
  ["adjustedOperatingResult", "runningExpensesEstimate", 1],
  ["adjustedEbitda", "runningExpensesEstimate", 1],
  ["operatingResult", "runningExpensesEstimate", 1],
  ["interestExpense", "interestMark", 1],
  ["depreciationAmortisation", "ppeOwnedOpening", 1],
  ["pretaxResult", "taxLossesForward", 1],
  ["netResult", "equityAttributable", 1],
];

/** Whether a figure typed five per cent above the forecast moves a line so many quarters later. */
function carries(open: Open, typed: string, line: string, quarters: number): boolean {
  const assumptions = model.assumptions("base");
  const quarter = own[2]!;
  const before = open(model.seeds).fast(assumptions);
  const [figure, later] = [before.value(typed, quarter), before.value(line, quarter + quarters)];
  const facts = new Map([[lineKey(typed, quarter), String(figure * 1.05)]]);
  const after = open(model.seeds, facts)
    .fast(assumptions)
    .value(line, quarter + quarters);
  return Math.abs(after - later) > 1e-6 * Math.abs(later);
}

test.each(CARRIED)("a reported %s moves %s", (typed, line, quarters) => {
  expect(carries(openShipped, typed, line, quarters)).toBe(true);
});

test.each([
  [
    "a run rate of expenses that does not roll",
    "runningExpenses",
    opex.estimate,
    "adjustedOperatingExpenses",
    "runningExpensesEstimate",
  ],
  ["a mark of costs that does not roll", "cashCostMark", prior(cost.mark), "costOfRevenue", "cashCostMark"],
  [
    "a volume that does not roll",
    "externalBasicVolume",
    external.basicVolumeEstimate,
    "revenuePublic",
    "externalBasicVolumeEstimate",
  ],
] as const)("%s is caught", (_, id, formula, typed, line) => {
  const open = plantedOpen({ [id]: { forecast: () => expressionOf(formula) } });
  expect(carries(open, typed, line, 1)).toBe(false);
});
