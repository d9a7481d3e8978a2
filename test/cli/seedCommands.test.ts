import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/repository";
import { LINE_BY_ID, SCENARIOS, REQUIRED } from "../../src/companies/kingsoftCloud";
import { modelOf } from "../model/realModel";
import { kc, kcProcess, temporaryFolder } from "./runCommand";

const model = modelOf();
const folder = temporaryFolder();

/** A copy of the seeds with one file changed. */
function changedSeeds(name: string, file: string, change: (text: string) => string): string {
  const copy = join(folder, name);
  cpSync(join(root, "seeds"), copy, { recursive: true });
  writeFileSync(join(copy, file), change(readFileSync(join(copy, file), "utf8")));
  return copy;
}

test("facts --json prints every fact with these fields", async () => {
  const { code, out } = kcProcess("facts", "--json");
  const facts = JSON.parse(out) as Record<string, unknown>[];
  expect(code).toBe(0);
  expect(facts).toHaveLength(model.seeds.facts.length);
  const fields = [
    "id",
    "metric",
    "period",
    "basis",
    "value",
    "unit",
    "asPrinted",
    "tier",
    "source",
    "locator",
    "quality",
    "chosen",
    "resolution",
  ];
  for (const fact of facts) expect(Object.keys(fact)).toEqual(fields);
  expect(facts.find(({ id }) => id === "revenue.2025Q3.call3q25")).toMatchObject({
    value: "2478",
    unit: "RMB m",
    asPrinted: "2,478 million",
    tier: "seed",
  });
});

test("facts of one metric as a table, by a line's name too", async () => {
  const { out, err } = await kc("facts", "ecosystemShare");
  expect(out.split("\n")[0]).toMatch(
    /^metric +period +basis +value +unit +\* +tier +source +quality +conflict$/,
  );
  expect(
    out
      .trim()
      .split("\n")
      .slice(1)
      .every((row) => row.startsWith("ecosystemShare ")),
  ).toBe(true);
  expect(err).toMatch(/^\d+ facts; /);
  expect(JSON.parse((await kc("facts", "Total revenue", "--json")).out)).toHaveLength(
    model.seeds.facts.filter(({ metric }) => metric === "revenue").length,
  );
  expect(await kc("facts", "revnue")).toEqual({
    code: 1,
    out: "",
    err: "Unknown line 'revnue': did you mean 'revenue'?\n",
  });
});

test("check passes on every scenario, in words and in JSON", async () => {
  const { code, out } = await kc("check");
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringMatching(
      /Base: all \d+ checks hold[\s\S]*Facts: all \d+ checks hold\nAll \d+ checks hold\.\n(No|\d+) economic alarm/,
    ),
  });
  const { ok, checks, alarms } = JSON.parse((await kc("check", "--json")).out) as {
    ok: boolean;
    checks: { scope: string; ok: boolean }[];
    alarms: { scope: string; id: string; quarters: string[]; words: string }[];
  };
  expect(ok).toBe(true);
  for (const { id, quarters, words } of alarms) {
    expect([id, quarters.length > 0]).toEqual([id, true]);
    expect(out).toContain(`  ${words}\n`);
  }
  expect(new Set(checks.map(({ scope }) => scope))).toEqual(
    new Set([...SCENARIOS.map(({ name }) => name), "Facts"]),
  );
});

test("check ends with 1 and says where when a figure does not tie", async () => {
  const seeds = changedSeeds("untied", "facts/filings.csv", (text) =>
    text.replace(/^(revenueOther\.FY2022\.[^,]*,revenueOther,FY2022,reported,)2/m, "$19"),
  );
  const { code, out } = await kc("check", "--seeds", seeds);
  expect({ code, out }).toEqual({
    code: 1,
    out: expect.stringContaining("other make revenue in FY2022: off by -7"),
  });
  expect(JSON.parse((await kc("check", "--json", "--seeds", seeds)).out)).toMatchObject({ ok: false });
});

test("roll says where actual figures end and what the next quarter lacks", async () => {
  const { code, out } = await kc("roll");
  expect(code).toBe(0);
  expect(out).toMatch(
    /^Actual to 2025Q4, results to 2026Q1, forecast from 2026Q2\.\n2026Q1 \(results\) lacks for its balance sheet: Cash and cash equivalents, /,
  );
  expect(out).toContain("Known in 2026Q1 against the forecast before (Base), RMB m:\n");
  expect(out).toMatch(/\n {2}Total revenue: 2,703\.7 known, [\d,.]+ forecast, [-+][\d,.]+\n/);
  expect(out).toContain(
    "2026Q2 (forecast) lacks for its results: Total revenue; Cost of revenue or Gross profit; Adjusted EBITDA or ",
  );
});

test("a quarter whose figures are added becomes actual", async () => {
  const quarter = "2026Q1";
  const sheet = [...REQUIRED.assets, ...REQUIRED.claims].map((id) => LINE_BY_ID.get(id)!.fact!);
  const rows = sheet.map((metric) => {
    const { unit } = model.seeds.metrics.find(({ id }) => id === metric)!;
    return `${metric}.${quarter}.madeUp,${metric},${quarter},reported,${model.seeds.chosen(metric, "2025Q4")!.modelValue},${unit},made up,rel4q25,made up,ok,`;
  });
  const header = "id,metric,period,basis,value,unit,as_printed,source,locator,quality,note";
  const seeds = join(folder, "rolled");
  cpSync(join(root, "seeds"), seeds, { recursive: true });
  writeFileSync(join(seeds, "facts", "madeUp.csv"), [header, ...rows, ""].join("\n"));
  const rolled = await kc("roll", "--seeds", seeds);
  expect(rolled).toMatchObject({
    code: 0,
    out: expect.stringMatching(
      /^Actual to 2026Q1, forecast from 2026Q2\.\n2026Q2 \(forecast\) lacks for its results: /,
    ),
  });
  expect((await kc("eval", '=KC.LINE("cash","TTM")', "--seeds", seeds)).out).toBe(
    `${model.seeds.chosen("cash", "2025Q4")!.modelValue}\n`,
  );
  expect((await kc("eval", '=KC.REVENUE("2026Q1")', "--seeds", seeds)).out).toBe(
    `${model.seeds.chosen("revenue", quarter)!.modelValue}\n`,
  );
});

test("a missing or empty seeds folder is named", async () => {
  const missing = join(folder, "nowhere");
  expect(await kc("check", "--seeds", missing)).toEqual({
    code: 1,
    out: "",
    err: expect.stringMatching(
      /^seeds folder .*nowhere.* does not exist; run from the project or name the folder\n$/,
    ),
  });
});

test("a malformed fact file is refused with file and row", async () => {
  const seeds = changedSeeds("malformed", "facts/news.csv", (text) =>
    text.replace(/^(cash\.2025Q1\.[^,]*,cash,2025Q1,reported,)[\d.]+/m, "$1many"),
  );
  for (const args of [
    ["eval", "1"],
    ["check"],
    ["facts"],
    ["roll"],
    ["build", "--out", join(folder, "none.xlsx")],
  ]) {
    const { code, out, err } = await kc(...args, "--seeds", seeds);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/seeds\/facts\/news\.csv row 2: .*many/);
  }
});
