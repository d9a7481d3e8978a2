import {
  clock,
  DRIVER_GROUPS,
  DRIVERS,
  firstQuarterOf,
  isAfter,
  LINES,
  periodIndex,
  PERIODS,
  QUARTERS,
  QUARTER_DRIVERS,
  driverMeaning,
  SCENARIOS,
  WIDTH,
  YEARS,
  yearlyDriver,
  TIMELINE,
  LINE_BY_ID,
} from "../../src/companies/kingsoftCloud";
import { clockValue, findScenario, quarterCode } from "../../src/model";
import { driver } from "../../src/model/driver";
import { modelOf, realSeedTexts } from "./realModel";

const OPENING = periodIndex("2025Q3");

test("twenty quarters from 2024, eight years from 2021, with the days on which they end", () => {
  expect(QUARTERS.map(({ label }) => label)).toEqual(
    [2024, 2025, 2026, 2027, 2028].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`)),
  );
  expect(YEARS.map(({ label }) => label)).toEqual([
    "FY2021",
    "FY2022",
    "FY2023",
    "FY2024",
    "FY2025",
    "FY2026",
    "FY2027",
    "FY2028",
  ]);
  expect(QUARTERS.slice(4, 8).map(({ endDate }) => endDate)).toEqual([
    "2025-03-31",
    "2025-06-30",
    "2025-09-30",
    "2025-12-31",
  ]);
  expect(YEARS.map(({ endDate, kind }) => `${kind} ${endDate}`)).toEqual(
    [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028].map((year) => `year ${year}-12-31`),
  );
  expect(QUARTERS.every(({ kind }) => kind === "quarter")).toBe(true);
  expect(PERIODS).toEqual([...QUARTERS, ...YEARS]);
  expect(WIDTH).toBe(28);
});

test("places of periods, and quarters as numbers", () => {
  expect([2021, 2023, 2024, 2025, 2028].map(firstQuarterOf)).toEqual([-1, -1, 0, 4, 16]);
  expect(["2024Q1", "2025Q4", "FY2021", "FY2028", "2029Q1"].map(periodIndex)).toEqual([0, 7, 20, 27, -1]);
  expect(quarterCode(2026, 2)).toBe(20262);
});

test("calendar lines count quarters, assumption years, agreement years and quarters of the renewal", () => {
  const row = (id: string, ...periods: readonly string[]): readonly number[] =>
    periods.map((label) =>
      clockValue(LINE_BY_ID.get(id)!, periodIndex(label), TIMELINE, {
        opening: OPENING,
        reportedTo: OPENING + 1,
      }),
    );
  expect(row("quarterNumber", "2024Q1", "2025Q4", "2028Q4")).toEqual([1, 8, 20]);
  expect(row("quarterCode", "2024Q1", "2027Q3")).toEqual([20241, 20273]);
  expect(row("quarterOfYear", "2024Q1", "2027Q4")).toEqual([1, 4]);
  expect(row("driverYear", "2024Q1", "2025Q4", "2026Q1", "2027Q4", "2028Q1")).toEqual([1, 1, 1, 2, 3]);
  expect(row("agreementYear", "2024Q1", "2025Q4", "2026Q1", "2027Q4", "2028Q1")).toEqual([1, 1, 1, 2, 2]);
  expect(row("renewalQuarter", "2024Q1", "2027Q4", "2028Q1", "2028Q4")).toEqual([0, 0, 1, 4]);
  const left = ["2026Q1", "2026Q2", "2026Q3", "2026Q4"];
  expect(row("quartersLeft", ...left)).toEqual([4, 3, 2, 1]);
  expect(row("secondQuarterLeft", ...left)).toEqual([1, 1, 1, 0]);
  expect(row("thirdQuarterLeft", ...left)).toEqual([1, 1, 0, 0]);
  expect(row("fourthQuarterLeft", ...left)).toEqual([1, 0, 0, 0]);
  expect(row("phase", "2025Q2", "2025Q3", "2025Q4", "2026Q1")).toEqual([0, 1, 2, 2]);
  expect(row("openingYear", "2024Q4", "2025Q1", "2025Q4", "2026Q1")).toEqual([0, 1, 1, 1]);
  expect(row("afterReports", "2025Q3", "2025Q4", "2026Q1")).toEqual([0, 0, 1]);
  expect(row("quarterNumber", "FY2026")).toEqual([Number.NaN]);
  expect(LINES.filter((line) => line.clock !== undefined)).toEqual(Object.values(clock));
});

test("a quarter lies after the opening when it follows it; a year, when it is not over by then", () => {
  const after = (label: string): boolean => isAfter(periodIndex(label), OPENING);
  expect(["2024Q1", "2025Q3", "2025Q4", "2028Q4"].map(after)).toEqual([false, false, true, true]);
  expect(["FY2023", "FY2024", "FY2025", "FY2026"].map(after)).toEqual([false, false, true, true]);
  expect(isAfter(periodIndex("FY2025"), periodIndex("2025Q4"))).toBe(false);
});

test("eight scenarios, numbered in their order, found by name whatever the case and spacing", () => {
  expect(SCENARIOS.map(({ number, id, name }) => `${number} ${id} ${name}`)).toEqual([
    "1 downside Downside",
    "2 base Base",
    "3 upside Upside",
    "4 renewalDelayed Renewal delayed",
    "5 renewalLapses Renewal lapses",
    "6 custom Custom",
    "7 custom2 Custom 2",
    "8 custom3 Custom 3",
  ]);
  expect(SCENARIOS.filter(({ meaning }) => !/^[A-Z].+\.$/.test(meaning))).toEqual([]);
  expect(
    ["BASE", "renewal DELAYED", "renewalLapses", "Renewal-lapses", "none"].map(
      (text) => findScenario(SCENARIOS, text)?.id,
    ),
  ).toEqual(["base", "renewalDelayed", "renewalLapses", "renewalLapses", undefined]);
});

test("switches, choices, quarters and digits are whole; yearly assumptions stand in consecutive rows, and groups hold every assumption", () => {
  const whole = (["switch", "choice", "quarters", "quarter", "digits", "RMB m", "%", "days"] as const).map(
    (unit) => driver("a", "A", unit).whole,
  );
  expect(whole).toEqual([true, true, true, true, true, false, false, false]);
  expect(yearlyDriver("rate", "Rate", "%").map(({ id, label }) => `${id} ${label}`)).toEqual([
    "rate2026 Rate 2026",
    "rate2027 Rate 2027",
    "rate2028 Rate 2028",
  ]);
  expect(yearlyDriver("cap", "Cap", "RMB m", [2026, 2027]).map(({ id }) => id)).toEqual([
    "cap2026",
    "cap2027",
  ]);
  expect(DRIVER_GROUPS.flatMap(({ drivers }) => drivers)).toEqual(DRIVERS);
  expect(new Set(DRIVERS.map(({ id }) => id)).size).toBe(DRIVERS.length);
  for (const each of [...DRIVERS, ...QUARTER_DRIVERS]) expect(driverMeaning(each)).toMatch(/^[A-Z0-9].+\.$/);
  expect(() => driverMeaning({ id: "noSuchDriver" })).toThrow('"noSuchDriver" has no meaning');
});

test("a row of no driver and a driver without a row are named", () => {
  const texts = realSeedTexts();
  const withTable = (change: (table: string) => string) => (): unknown =>
    modelOf({ ...texts, "assumptions.csv": change(texts["assumptions.csv"]!) });
  expect(withTable((table) => table.replace(/^taxRate,/m, "taxRates,"))).toThrow(
    /seeds\/assumptions\.csv row \d+: no driver is called "taxRates"\./,
  );
  expect(withTable((table) => table.replace(/^taxRate,.*\n/m, ""))).toThrow(
    'seeds/assumptions.csv has no row for the driver "taxRate".',
  );
});
