import { capAnswers, response, RESPONSE_LINES } from "../../src/analysis";
import { DRIVERS } from "../../src/model";
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
