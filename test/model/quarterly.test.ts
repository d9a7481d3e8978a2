import { leversBetween } from "../../src/analysis";
import {
  causalSigns,
  LINES,
  QUARTER_DRIVERS,
  QUARTERLY_LINES,
  QUARTERS,
  SCENARIOS,
  SIGNED_FIGURES,
  WIDTH,
  kingsoftCloud,
} from "../../src/companies/kingsoftCloud";
import {
  familyOf,
  validateAssumptions,
  withQuarters,
  type Assumptions,
  type LineItem,
  type QuarterDriver,
} from "../../src/model";
import { brokenLaws } from "./laws";
import { rowOf } from "./place";
import { compareReadings, exactSetting, fastSetting } from "./readingsApart";
import { modelOf } from "./realModel";

const model = modelOf();
const { data } = model;
/** Quarters of which nothing is known, by year. */
const free = QUARTER_DRIVERS.filter(({ column }) => data.knowledge(column) === "forecast");
const read = (assumptions: Assumptions): Float64Array => model.fast(assumptions).all.slice();
const typed = (assumptions: Assumptions, ...values: readonly (readonly [string, number])[]): Assumptions =>
  new Map([...assumptions, ...values.map(([id, value]) => [id, String(value)] as const)]);
const valueAt = (all: Float64Array, { id }: LineItem, column: number): number => all[rowOf(id) + column]!;

/** Cells in which two readings differ by more than rounding. */
function movedCells(
  before: Float64Array,
  after: Float64Array,
): readonly (readonly [line: string, column: number])[] {
  const moved: [string, number][] = [];
  for (let place = 0; place < before.length; place++) {
    const [was, is] = [before[place]!, after[place]!];
    if (Object.is(was, is) || Math.abs(was - is) <= 1e-9 * Math.max(1, Math.abs(was))) continue;
    moved.push([LINES[Math.floor(place / WIDTH)]!.id, place % WIDTH]);
  }
  return moved;
}

const FAMILIES = QUARTERLY_LINES.map((line) => [familyOf(line), line] as const);

test("every family of years but the caps and their uplifts may be typed by quarter", () => {
  const families = new Set(
    model.rows.map(({ driver }) => driver.id).flatMap((id) => /^(.*)20\d\d$/.exec(id)?.slice(1) ?? []),
  );
  const caps = ["capXiaomi", "capKingsoft", "upliftXiaomi", "upliftKingsoft"];
  expect(FAMILIES.map(([family]) => family).sort()).toEqual(
    [...families].filter((family) => !caps.includes(family)).sort(),
  );
});

test.each(FAMILIES)("%s typed as it is in effect changes nothing, in every scenario", (_, line) => {
  for (const { id } of SCENARIOS) {
    const assumptions = model.assumptions(id);
    const before = read(assumptions);
    const own = free.filter((driver) => driver.line === line);
    const same = own.map((driver) => [driver.id, valueAt(before, line, driver.column)] as const);
    expect([id, movedCells(before, read(typed(assumptions, ...same)))]).toEqual([id, []]);
    const [one] = same.slice(3);
    expect([id, movedCells(before, read(typed(assumptions, one!)))]).toEqual([id, []]);
  }
});

test.each(FAMILIES)("%s typed for all quarters of a year is the year changed", (family, line) => {
  for (const year of [2027, 2028]) {
    const { min, max } = model.rows.find(({ driver }) => driver.id === `${family}${year}`)!;
    const value = (Number(min) + Number(max) * 2) / 3;
    const base = model.assumptions("base");
    const changed = read(typed(base, [`${family}${year}`, value]));
    const quarters = free
      .filter((driver) => driver.line === line && QUARTERS[driver.column]!.year === year)
      .map((driver) => [driver.id, valueAt(changed, line, driver.column)] as const);
    expect(quarters).toHaveLength(4);
    // The envelope of a year is an assumption of the year beside its quarters.
    const isQuarterly = ([id]: readonly [string, number]): boolean =>
      !/^envelope(Even|Counted|Spent|SpentBefore)$/.test(id);
    expect(movedCells(changed, read(typed(base, ...quarters))).filter(isQuarterly)).toEqual([]);
  }
});

test("a year's envelope typed in quarters is bought in quarters where all of it is spent", () => {
  const spends = typed(model.assumptions("base"), ["procurementMode", 2]);
  const amounts = [900, 2100, 1500, 700];
  const quarters = amounts.map((amount, place) => [`capexEnvelope@2027Q${place + 1}`, amount] as const);
  const all = read(typed(spends, ...quarters));
  const capex = rowOf("capexCompanyBasis");
  const from = QUARTERS.findIndex(({ label }) => label === "2027Q1");
  expect(Array.from(all.slice(capex + from, capex + from + 4))).toEqual(amounts);
  const year = QUARTERS.length + 6;
  expect(all[capex + year]).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
  expect(read(typed(spends, ["capexEnvelope2027", 5200]))[capex + year]).toBeCloseTo(5200, 8);
});

test("an amount typed for a quarter leaves the other quarters their part of the year's envelope", () => {
  const spends = typed(model.assumptions("base"), ["procurementMode", 2]);
  const [before, after] = [read(spends), read(typed(spends, ["capexEnvelope@2027Q2", 100]))];
  const moved = QUARTERS.flatMap(({ label }, column) =>
    Math.abs(before[rowOf("capexCompanyBasis") + column]! - after[rowOf("capexCompanyBasis") + column]!) >
    1e-6
      ? [label]
      : [],
  );
  expect(moved).toEqual(["2027Q2"]);
});

/** What a value typed for a quarter moves, at either end of its range. */
function movedBy(assumptions: Assumptions, driver: QuarterDriver): ReturnType<typeof movedCells> {
  const { min, max } = model.quarterRows.find((row) => row.driver.id === driver.id)!;
  const before = read(assumptions);
  return [min, max].flatMap((end) => movedCells(before, read(typed(assumptions, [driver.id, Number(end)]))));
}

/** Assumptions whose quarters pace the use of a cap over the quarters left of the year. */
const PACED = new Set(["xiaomiDemandGrowth", "kingsoftDemandGrowth", "ecosystemPriceCut"]);

test.each(FAMILIES)(
  "%s typed for a quarter moves something in it or after it, and before it nothing but the paced use of a cap in its year",
  (family, line) => {
    const base = model.assumptions("base");
    const firstCome = typed(base, ["capPacing", 2]);
    for (const driver of free.filter((each) => each.line === line)) {
      const before = (cells: ReturnType<typeof movedCells>): ReturnType<typeof movedCells> =>
        cells.filter(([, column]) => column < driver.column);
      const moved = movedBy(base, driver);
      expect([driver.id, moved.some(([id]) => id !== line.id)]).toEqual([driver.id, true]);
      const year = QUARTERS[driver.column]!.year;
      const early = before(moved).filter(
        ([, column]) => !PACED.has(family) || QUARTERS[column]!.year !== year,
      );
      expect([driver.id, early]).toEqual([driver.id, []]);
      // The demand of the year's rest and what is read from it look ahead in any case; what is sold does not.
      const sold = before(movedBy(firstCome, driver)).filter(([id]) =>
        /^(revenue|adjustedEbitda|cash)/.test(id),
      );
      expect([driver.id, sold]).toEqual([driver.id, []]);
    }
  },
);

test.each(FAMILIES)("%s typed for a quarter moves figures as its year's sign says", (family, line) => {
  const signs = causalSigns({ id: `${family}2027` });
  const figures = ["revenue", "adjustedEbitda", "adjustedOperatingResult", "netResult", "cash"];
  const assumptions = model.assumptions("base");
  for (const driver of free.filter((each) => each.line === line)) {
    const present = valueAt(read(assumptions), line, driver.column);
    const { min, max } = model.quarterRows.find((row) => row.driver.id === driver.id)!;
    const step = Math.max(Math.abs(present) * 0.2, (Number(max) - Number(min)) / 100);
    const within = (value: number): number => Math.min(Number(max), Math.max(Number(min), value));
    const [low, high] = [within(present - step), within(present + step)].map((value) =>
      read(typed(assumptions, [driver.id, value])),
    );
    SIGNED_FIGURES.forEach((figure, place) => {
      const sum = (all: Float64Array): number => {
        const years = [2026, 2027, 2028].map(
          (_, index) => all[rowOf(figures[place]!) + QUARTERS.length + 5 + index]!,
        );
        return figure === "cash" ? years[2]! : years.reduce((total, each) => total + each, 0);
      };
      const revenue = all3(low!);
      const effect = sum(high!) - sum(low!);
      const against =
        (signs[figure] === "up" && effect < -1e-3 * revenue) ||
        (signs[figure] === "down" && effect > 1e-3 * revenue);
      expect([driver.id, figure, signs[figure], against ? effect : "with it"]).toEqual([
        driver.id,
        figure,
        signs[figure],
        "with it",
      ]);
    });
  }
});

const all3 = (all: Float64Array): number =>
  [5, 6, 7].reduce((sum, year) => sum + all[rowOf("revenue") + QUARTERS.length + year]!, 0);

test.each(FAMILIES.map(([family, line], place) => [family, line, place] as const))(
  "%s typed at an end of its range keeps every law in both readings",
  (_, line, place) => {
    const driver = free.filter((each) => each.line === line)[1 + (place % 6)]!;
    const { min, max } = model.quarterRows.find((row) => row.driver.id === driver.id)!;
    const assumptions = typed(model.assumptions("base"), [driver.id, Number(place % 2 === 0 ? min : max)]);
    expect(validateAssumptions(kingsoftCloud, model.rows, assumptions, data)).toEqual([]);
    const [fast, exact] = [fastSetting(model, assumptions), exactSetting(model, assumptions)];
    expect([driver.id, compareReadings(fast, exact).apart, brokenLaws(exact)]).toEqual([driver.id, [], []]);
  },
);

test("a value outside its range is a problem that names the quarter", () => {
  const [problem] = validateAssumptions(
    kingsoftCloud,
    model.rows,
    typed(model.assumptions("base"), ["priceCut@2027Q2", 3]),
  );
  expect(problem).toMatchObject({
    driver: "priceCut@2027Q2",
    message: expect.stringContaining("2027Q2) is 300 %"),
  });
});

test("a scenario has its own quarter, else that of Base where its year has Base's value, else its year's", () => {
  const base = new Map([...model.assumptions("base"), ["opexGrowth2027", "0.02"]]);
  const quarters = new Map([
    ["opexGrowth@2027Q1", "0.1"],
    ["opexGrowth@2027Q2", "0.2"],
  ]);
  const resolved = (year: string, own: ReadonlyMap<string, string>): readonly (string | undefined)[] => {
    const found = withQuarters(kingsoftCloud, new Map(base).set("opexGrowth2027", year), own, {
      assumptions: base,
      own: quarters,
    });
    return ["opexGrowth@2027Q1", "opexGrowth@2027Q2"].map((id) => found.get(id));
  };
  expect(resolved("0.02", new Map())).toEqual(["0.1", "0.2"]);
  expect(resolved("0.02", new Map([["opexGrowth@2027Q2", "0.3"]]))).toEqual(["0.1", "0.3"]);
  expect(resolved("0.03", new Map([["opexGrowth@2027Q2", "0.3"]]))).toEqual([undefined, "0.3"]);
});

test("quarters and years of an assumption are one lever of a bridge", () => {
  const from = { model, assumptions: model.assumptions("base") };
  const to = {
    model,
    assumptions: typed(from.assumptions, ["capexEnvelope@2027Q2", 100], ["capexEnvelope2028", 9000]),
  };
  expect(leversBetween(from, to)).toEqual([
    {
      label: "Capital expenditure envelope, company basis",
      drivers: ["capexEnvelope2028", "capexEnvelope@2027Q2"],
      quarter: null,
    },
  ]);
  expect(leversBetween(to, to)).toEqual([]);
});
