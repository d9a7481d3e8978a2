import { execFileSync, spawnSync } from "node:child_process";
import { kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { validateAssumptions } from "../../src/model";
import { readCommandLine } from "../../src/cli/commandLine";
import { chosenScenario, SCENARIO_OPTIONS } from "../../src/cli/openProject";
import { root } from "../support/repository";
import { drawOf, lawBatch } from "./lawBatch";
import { modelOf } from "./realModel";
import { DRAWS } from "./validAssumptions";

const model = modelOf();

test("a batch repeats by its seed, and five seeds in a row take every draw", () => {
  expect(lawBatch(model, 7, 60, 20)).toEqual(lawBatch(model, 7, 60, 20));
  expect(lawBatch(model, 7, 60, 20)).toMatchObject({ sets: 60, failure: null });
  expect(lawBatch(model, 7, 60, 20).compared).toBeGreaterThan(0);
  expect(new Set([7, 8, 9, 10, 11].map(drawOf))).toEqual(new Set(Object.keys(DRAWS)));
});

test("a planted fault is shrunk to few assumptions, which kc build takes as they are printed", () => {
  const planted = lawBatch(model, 3, 400, 1_000_000, (each) =>
    Number(each.get("taxRate")) > 0.3 && Number(each.get("capexEnvelope2027")) > 100_000 ? ["planted"] : [],
  );
  expect(planted.failure!.faults).toEqual(["planted"]);
  const words = planted.failure!.options.split(" ");
  expect(words.filter((word) => word === "--set").length).toBeLessThan(8);
  const { scenario, model: chosen } = chosenScenario(model, readCommandLine(words, SCENARIO_OPTIONS, 0));
  const assumptions = chosen.assumptions(scenario.id);
  expect(validateAssumptions(kingsoftCloud, model.rows, assumptions, model.data)).toEqual([]);
  expect(Number(assumptions.get("taxRate"))).toBeGreaterThan(0.3);
  expect(Number(assumptions.get("capexEnvelope2027"))).toBeGreaterThan(100_000);
});

const laws = (...args: readonly string[]): string =>
  execFileSync("node", ["scripts/laws.mjs", ...args], { cwd: root, encoding: "utf8" });

test("npm run laws tries so many sets on every core, and refuses what it cannot read", () => {
  expect(laws("--sets", "300", "--seed", "40", "--exact-every", "50")).toMatch(
    /^300 random valid sets of assumptions from seed 40: every law holds, every check is 0\.\n\d+ of them compared/,
  );
  const refused = (...args: readonly string[]): string =>
    spawnSync("node", ["scripts/laws.mjs", ...args], { cwd: root, encoding: "utf8" }).stderr;
  expect(refused("--sets", "many")).toBe(
    'The laws cannot be tried: --sets is "many"; write a whole number from 1.\n',
  );
  expect(refused("--set", "5")).toContain("Unknown option '--set'");
});
