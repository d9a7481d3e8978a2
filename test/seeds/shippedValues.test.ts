import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadSeeds, scenarioNames, type Seeds } from "../../src/seeds";
import { root } from "../support/repository";
import { seedFiles } from "../support/seededModel";

const file = join(root, "test/golden/seeds.txt");

/** What the seeds say, a second time and in short: every assumption and metric, and a checksum of the figures of each source. */
function inShort({ assumptions, metrics, sources, facts }: Seeds): string {
  const values = assumptions.map(
    ({ driver, values: own, min, max, tier, facts: behind }) =>
      `${driver}: ${scenarioNames.map((name) => own[name] ?? "-").join(" ")}, ${min} to ${max}, ${tier}; ${behind.join(" ") || "no fact"}`,
  );
  const figures = [...sources.map(({ id }) => id), ""].map((source) => {
    const own = facts.filter((fact) => fact.source === source).sort((a, b) => (a.id < b.id ? -1 : 1));
    const text = own.map(({ id, metric, period, basis, value, unit }) =>
      [id, metric, period, basis, value, unit].join(),
    );
    return `${source || "derived"}: ${own.length} figures ${createHash("sha256").update(text.join("\n")).digest("hex").slice(0, 12)}`;
  });
  return [
    `assumptions: ${scenarioNames.join(" ")}, allowed range, tier; facts`,
    ...values,
    "metrics",
    ...metrics.map(({ id, label, unit, kind }) => `${id}: ${label}, ${unit}, ${kind}`),
    "sources",
    ...figures,
    "",
  ].join("\n");
}

test("the shipped values are the reviewed ones; npm run golden writes them anew after an intended change", () => {
  const found = inShort(loadSeeds(seedFiles()));
  if (process.env.KC_REWRITE_GOLDEN === "1") writeFileSync(file, found);
  const wanted = existsSync(file) ? readFileSync(file, "utf8") : "";
  const apart = (lines: string, others: string): string[] =>
    lines.split("\n").filter((line) => !others.split("\n").includes(line));
  expect({ missing: apart(wanted, found), added: apart(found, wanted) }).toEqual({ missing: [], added: [] });
  expect(found === wanted).toBe(true);
});

test("a digit of an assumption, of a figure or a metric's name that changed is seen", () => {
  const seeds = loadSeeds(seedFiles());
  const text = inShort(seeds);
  const [first, ...others] = seeds.assumptions;
  const [fact, ...more] = seeds.facts;
  const [metric, ...rest] = seeds.metrics;
  const changed: readonly Partial<Seeds>[] = [
    {
      assumptions: [{ ...first!, values: { ...first!.values, base: `${first!.values.base!}1` } }, ...others],
    },
    { facts: [{ ...fact!, value: `${fact!.value}1` }, ...more] },
    { metrics: [{ ...metric!, label: `${metric!.label}s` }, ...rest] },
  ];
  expect(changed.map((change) => inShort({ ...seeds, ...change }) === text)).toEqual([false, false, false]);
});
