import { capAnswers, response, RESPONSE_LINES } from "../../src/analysis";
import { DRIVERS, periodIndex } from "../../src/companies/kingsoftCloud";
import { modelOf } from "../model/realModel";
import { kc } from "./runCommand";

const model = modelOf();

test("caps prints each party and year with its sentence, and the same in JSON", async () => {
  const assumptions = model.assumptions("renewalDelayed");
  const answers = capAnswers(
    { values: model.fast(assumptions), assumptions, data: model.data },
    [2026, 2027, 2028],
  );
  const { code, out } = await kc("caps", "--scenario", "Renewal delayed");
  expect(code).toBe(0);
  for (const { sentence } of answers) expect(out).toContain(`  ${sentence}\n`);
  const { scenario, caps } = JSON.parse(
    (await kc("caps", "--json", "--scenario", "Renewal delayed")).out,
  ) as {
    scenario: string;
    caps: object[];
  };
  expect(scenario).toBe("Renewal delayed");
  expect(caps).toEqual(
    answers.map((answer) => ({
      ...answer,
      utilisation: Number.isNaN(answer.utilisation) ? null : answer.utilisation,
    })),
  );
  expect((await kc("caps", "--set", "capXiaomi2027=2000", "--set", "upliftXiaomi2027=0")).out).toContain(
    "  The 2027 cap binds in 2027Q1",
  );
});

test("implied says at what factor the value is the price: put in, it is", async () => {
  const { code, out } = await kc("implied", "--json");
  expect(code).toBe(0);
  const { implied } = JSON.parse(out) as {
    implied: { drivers: string[]; factor: number | null; factors: Record<string, number | null> }[];
  };
  const found = implied.filter(({ factor }) => factor !== null);
  expect(found.length).toBeGreaterThanOrEqual(5);
  const base = model.assumptions("base");
  const price = 14.4 * 6.99;
  for (const { drivers, factor, factors } of found) {
    expect(factors["Base"]).toBe(factor);
    const moved = new Map(base);
    for (const driver of drivers) {
      const { min, max } = model.rows.find((row) => row.driver.id === driver)!;
      const value = Number(base.get(driver)) * factor!;
      moved.set(driver, String(Math.min(Number(max), Math.max(Number(min), value))));
    }
    const values = model.fast(moved);
    expect(values.value("fairValuePerAds", periodIndex("FY2028"))).toBeCloseTo(price, 6);
  }
  const { out: table } = await kc("implied");
  for (const label of ["Renewed caps of both parties", "EV to EBITDA, now and at exit"])
    expect(table).toContain(label);
});

test("response prints a row for each driver, why nothing moves, and the same in JSON", async () => {
  const wanted = response(model, model.assumptions("base"));
  const { code, out } = await kc("response");
  expect(code).toBe(0);
  for (const { id } of DRIVERS) expect(out).toMatch(new RegExp(`^${id} `, "m"));
  for (const { why } of wanted.rows) if (why !== null) expect(out).toContain(`    ${why}\n`);
  const { drivers } = JSON.parse((await kc("response", "--json")).out) as {
    drivers: { driver: string; effects: Record<string, Record<string, number>>; why: string | null }[];
  };
  expect(drivers.map(({ driver }) => driver)).toEqual(DRIVERS.map(({ id }) => id));
  const growth = drivers.find(({ driver }) => driver === "xiaomiDemandGrowth2027")!;
  expect(Object.keys(growth.effects)).toEqual(RESPONSE_LINES.map(({ id }) => id));
  expect(growth.effects["revenue"]).toEqual({
    FY2026: 0,
    FY2027: expect.closeTo(wanted.rows.find(({ driver }) => driver.id === growth.driver)!.effects[0]![1]!, 6),
    FY2028: expect.any(Number),
  });
});
