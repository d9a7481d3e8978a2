import fc from "fast-check";
import { modelBefore, response } from "../../src/analysis";
import {
  causalSigns,
  DRIVERS,
  periodIndex,
  SIGNED_FIGURES,
  signsAfterReports,
  type Direction,
  kingsoftCloud,
} from "../../src/companies/kingsoftCloud";
import { validateAssumptions, type Assumptions, type DriverRow, type Model } from "../../src/model";
import { reportFigure } from "../support/figure";
import { readingOf } from "./economicLaws";
import { movedBy, plausibleAssumptions } from "./plausibleAssumptions";
import { modelOf, RUNS, SEED } from "./realModel";
import { TRIED_SCENARIOS } from "./triedScenarios";

const real = modelOf();
/** The model without what is reported after its opening: there a driver says what will be, not what a reported quarter was made of. */
const model = modelBefore(real, real.data.opening + 1);
const YEARS = ["FY2026", "FY2027", "FY2028"].map(periodIndex);
const LINE_OF = ["revenue", "adjustedEbitda", "adjustedOperatingResult", "netResult", "cash"] as const;
/** Part of the revenue added up by then by which a figure may move against its sign: what is bought earlier retires earlier, and the like. */
const AGAINST = 1e-3;
/** Part of a driver's value by which it is moved. */
const MOVE = 0.2;

/** Each figure by the end of each year: flows added up, cash as it stands. */
function figures(assumptions: Assumptions): readonly (readonly number[])[] {
  const reading = readingOf(model, model.vector(assumptions));
  return LINE_OF.map((lineId) =>
    YEARS.map((year, place) =>
      lineId === "cash"
        ? reading(lineId, year)
        : YEARS.slice(0, place + 1).reduce((sum, each) => sum + reading(lineId, each), 0),
    ),
  );
}

/** Whether an effect goes against a declared sign, by more than what is allowed of the revenue by then. */
function isAgainst(sign: Direction, effect: number, revenue: number): boolean {
  const most = AGAINST * revenue;
  if (sign === "up") return effect < -most;
  if (sign === "down") return effect > most;
  return sign === "none" && Math.abs(effect) > 1e-6;
}

/** Two values of a driver, the lower first: as it is, and moved; whole numbers to any other. */
function ends(row: DriverRow, assumptions: Assumptions, by: number): readonly [string, string] {
  const present = assumptions.get(row.driver.id)!;
  const values = row.driver.whole ? wholeValues(row) : [];
  const other = row.driver.whole
    ? values[Math.floor(((by + 1) / 2) * (values.length - 1))]!
    : String(movedBy(row, Number(present), by * MOVE));
  return Number(other) < Number(present) ? [other, present] : [present, other];
}

function wholeValues({ driver, min, max }: DriverRow): readonly string[] {
  const all = Array.from({ length: Number(max) - Number(min) + 1 }, (_, index) => Number(min) + index);
  const exists = (code: number): boolean => driver.unit !== "quarter" || (code % 10 >= 1 && code % 10 <= 4);
  return all.filter(exists).slice(0, 60).map(String);
}

/** Figures that move against the declared sign between two values, in words. */
function wrongSigns(row: DriverRow, assumptions: Assumptions, by: number): readonly string[] {
  const { id } = row.driver;
  const [low, high] = ends(row, assumptions, by).map((value) => new Map(assumptions).set(id, value));
  const isValid = (set: Assumptions): boolean =>
    validateAssumptions(kingsoftCloud, model.rows, set, model.data).length === 0;
  if (!isValid(low!) || !isValid(high!)) return [];
  const [before, after] = [figures(low!), figures(high!)];
  const signs = causalSigns(row.driver);
  return SIGNED_FIGURES.flatMap((figure, place) =>
    YEARS.flatMap((_, year) => {
      const effect = after[place]![year]! - before[place]![year]!;
      return isAgainst(signs[figure], effect, before[0]![year]!)
        ? [`${id}: ${figure} by year ${year + 1} moves by ${effect}, declared ${signs[figure]}`]
        : [];
    }),
  );
}

test("every driver declares its signs, and what depends has a reason in sentences", () => {
  for (const { id } of DRIVERS) {
    for (const { reason, ...signs } of [causalSigns({ id }), signsAfterReports({ id })] as const) {
      const depends = Object.values(signs).includes("depends");
      expect([id, reason]).toEqual([id, depends ? expect.stringMatching(/^[A-Z].+\.$/) : ""]);
    }
  }
  expect(() => causalSigns({ id: "noSuchDriver" })).toThrow("No signs are declared");
});

test("every declared sign holds for what an analyst might assume", () => {
  const sets = Math.ceil(RUNS / 10);
  let tried = 0;
  for (const row of model.rows) {
    const holds = fc.property(
      plausibleAssumptions(model),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (assumptions, by) => {
        tried++;
        const wrong = wrongSigns(row, assumptions, by);
        if (wrong.length > 0) throw new Error(wrong.join("\n"));
      },
    );
    fc.assert(holds, { seed: SEED, numRuns: sets, includeErrorInReport: true });
  }
  expect(tried).toBeGreaterThanOrEqual(sets * DRIVERS.length);
  reportFigure(
    "Declared signs of drivers hold",
    `${DRIVERS.length} drivers on five figures, ${tried.toLocaleString("en")} sets in all`,
  );
});

test("a wrong sign is seen", () => {
  const found = (id: string): number =>
    wrongSigns(
      real.rows.find(({ driver }) => driver.id === id)!,
      real.assumptions("base"),
      1,
    ).length;
  expect(found("externalAiGrowth2026")).toBe(0);
  expect(isAgainst("down", 100, 10_000)).toBe(true);
  expect(isAgainst("down", 1, 10_000)).toBe(false);
  expect(isAgainst("up", -100, 10_000)).toBe(true);
  expect(isAgainst("none", 1, 10_000)).toBe(true);
  expect(isAgainst("depends", -1e9, 1)).toBe(false);
});

/** Effects of a scenario as it ships that go against the signs, in any year. */
function wrongInScenario(shipped: Model, assumptions: Assumptions): readonly string[] {
  const { rows, years } = response(shipped, assumptions);
  const reading = readingOf(shipped, shipped.vector(assumptions));
  return rows.flatMap(({ driver, effects }) => {
    const signs = signsAfterReports(driver);
    return SIGNED_FIGURES.flatMap((figure, place) =>
      years.flatMap((year, column) =>
        isAgainst(signs[figure], effects[place]![column]!, reading("revenue", YEARS[column]!))
          ? [
              `${driver.id}: ${figure} of ${year} moves by ${effects[place]![column]}, declared ${signs[figure]}`,
            ]
          : [],
      ),
    );
  });
}

test.each(TRIED_SCENARIOS.map(({ id, name }) => [name, id] as const))(
  "%s: no driver moves a figure of any year against its sign",
  (_, id) => {
    expect(wrongInScenario(real, real.assumptions(id))).toEqual([]);
  },
);
