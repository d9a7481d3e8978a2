import { DRIVERS, SCENARIOS, kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { validateAssumptions } from "../../src/model";
import { modelOf } from "./realModel";

const model = modelOf();
const base = model.assumptions("base");
const problems = (changes: Readonly<Record<string, string>>) =>
  validateAssumptions(kingsoftCloud, model.rows, new Map([...base, ...Object.entries(changes)]));
const row = (id: string) => model.rows.find(({ driver }) => driver.id === id)!;

test("every scenario as seeded is valid", () => {
  for (const { id } of SCENARIOS)
    expect(validateAssumptions(kingsoftCloud, model.rows, model.assumptions(id))).toEqual([]);
});

test.each<[string, Record<string, string>, string, RegExp]>([
  ["no value", { taxRate: " " }, "taxRate", /taxRate \(.+\) has no value/],
  ["text", { taxRate: "fifteen" }, "taxRate", /is "fifteen", which is not a number/],
  ["a number with a unit", { taxRate: "15%" }, "taxRate", /is "15%", which is not a number/],
  ["not finite", { taxRate: "Infinity" }, "taxRate", /is "Infinity", which is not a number/],
  ["too high", { taxRate: "0.51" }, "taxRate", /taxRate \(.+\) is 51 %; it must lie between 0 % and 50 %/],
  [
    "too high by less than doubles tell apart",
    { taxRate: "0.50000000000000000001" },
    "taxRate",
    /taxRate \(.+\) is 50.000000000000000001 %; it must lie between 0 % and 50 %/,
  ],
  ["too low", { opexGrowth2026: "-0.9" }, "opexGrowth2026", /is -90 %; it must lie between -20 % and 50 %/],
  ["too high in its own unit", { ownedLife: "41" }, "ownedLife", /is 41; it must lie between 4 and 40/],
  ["not whole", { ownedLife: "20.5" }, "ownedLife", /is 20.5; it must be a whole number/],
  ["half a switch", { renewalInForce: "0.5" }, "renewalInForce", /must be a whole number/],
  [
    "no such quarter",
    { upliftQuarter: "20265" },
    "upliftQuarter",
    /is 20265; write the year and the quarter, e.g. 20262 for 2026Q2/,
  ],
  ["a quarter zero", { upliftQuarter: "20270" }, "upliftQuarter", /write the year and the quarter/],
])("%s", (_, changes, driver, message) => {
  expect(problems(changes)).toEqual([{ driver, message: expect.stringMatching(message) as string }]);
});

test("shares of one whole above 100 %", () => {
  expect(problems({ leasedShare: "0.5", poolShare: "0.4", agentShare: "0.2" })).toEqual([
    {
      driver: "leasedShare",
      message:
        "leasedShare + poolShare + agentShare is 110 %; lower one so that they add up to no more than 100 %.",
    },
  ]);
  expect(problems({ ecosystemAiShare: "0.9", ecosystemEnterpriseShare: "0.2" })[0]?.driver).toBe(
    "ecosystemAiShare",
  );
  expect(problems({ leasedShare: "0.6", poolShare: "0.3", agentShare: "0.1" })).toEqual([]);
  const firstOf = (changes: Record<string, string>): string | undefined => problems(changes)[0]?.driver;
  expect(firstOf({ researchShareOfOpex: "0.9", sellingShareOfOpex: "0.2" })).toBe("researchShareOfOpex");
  expect(firstOf({ sbcResearchShare: "0.9", sbcSellingShare: "0.2" })).toBe("sbcResearchShare");
});

test("a missing driver, several problems at once, and the ends of a range", () => {
  const missing = new Map(base);
  missing.delete("taxRate");
  expect(validateAssumptions(kingsoftCloud, model.rows, missing).map(({ driver }) => driver)).toEqual([
    "taxRate",
  ]);
  expect(problems({ taxRate: "x", ownedLife: "99" }).map(({ driver }) => driver)).toEqual(
    DRIVERS.map(({ id }) => id).filter((id) => ["taxRate", "ownedLife"].includes(id)),
  );
  for (const end of ["min", "max"] as const)
    expect(problems({ taxRate: row("taxRate")[end], ownedLife: row("ownedLife")[end] })).toEqual([]);
});

test("leased equipment of the opening is no more than all equipment that is reported for it", () => {
  const equipment = model.data.known("ppeAndRou", model.data.opening)!.value;
  const atMost = (openingRou: string) =>
    validateAssumptions(
      kingsoftCloud,
      model.rows,
      new Map([...base, ["openingRou", openingRou]]),
      model.data,
    );
  expect(atMost(equipment)).toEqual([]);
  expect(atMost(String(Number(equipment) + 1))).toEqual([
    {
      driver: "openingRou",
      message: `openingRou is ${Number(equipment) + 1}, larger than the equipment of ${equipment} of which it is a part; lower it.`,
    },
  ]);
  expect(problems({ openingRou: String(Number(equipment) + 1) })).toEqual([]);
});
