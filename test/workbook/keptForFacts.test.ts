import fc from "fast-check";
import { SCENARIOS, kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { openModel, type Model } from "../../src/model";
import type { ScenarioName } from "../../src/seeds";
import { buildPlan, type BuildOptions } from "../../src/workbook/buildPlan";
import type { SheetPlan } from "../../src/workbook/plan";
import { scenarioSheet, SHEETS } from "../../src/workbook/sheetNames";
import { modelOf } from "../model/realModel";

const options = { overrides: new Map(), created: "2026-01-01T00:00:00Z", version: "test" };

/** Assumptions of every kind: a cap, one of a year, a switch, one that only the valuation reads. */
const MOVED = ["capXiaomi2027", "capexEnvelope", "capPacing", "wacc"].filter((id) =>
  modelOf().rows.some(({ driver }) => driver.id === id),
);

/** A step as the workbench takes it: the chosen scenario, one moved assumption in one scenario, one quarter, names. */
const step = fc.record({
  scenario: fc.constantFrom(...SCENARIOS.map(({ id }) => id)),
  driver: fc.constantFrom(...MOVED),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
  head: fc.constantFrom("", "Mine", "Other"),
});

test("a plan is the same whatever was planned before it", () => {
  const used = modelOf();
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 4 }), (steps) => {
      for (const each of steps) expectAsFresh(used, optionsOf(used, each), each === steps.at(-1));
    }),
    { numRuns: 6, seed: 20261127 },
  );
});

function expectAsFresh(used: Model, given: BuildOptions, compared: boolean): void {
  const plan = buildPlan(used, given);
  if (compared) expect(plan).toEqual(buildPlan(openModel(kingsoftCloud, used.seeds), given));
}

function optionsOf(
  { rows }: Model,
  { scenario, driver, part, head }: { scenario: ScenarioName; driver: string; part: number; head: string },
): BuildOptions {
  const { min, max } = rows.find((row) => row.driver.id === driver)!;
  const [low, high] = [Number(min), Number(max)];
  const value = rows.find((row) => row.driver.id === driver)!.driver.whole
    ? Math.round(low + part * (high - low))
    : low + part * (high - low);
  return {
    ...options,
    scenario,
    overrides: new Map([[driver, String(value)]]),
    heads: new Map([["custom", head]]),
  };
}

test("a step in one scenario makes anew only what reads it", () => {
  const model = modelOf();
  const withCustom = (cap: string): Model => ({
    ...model,
    rows: model.rows.map((row) =>
      row.driver.id === "capXiaomi2027" ? { ...row, own: { ...row.own, custom: cap } } : row,
    ),
  });
  const plan = (cap: string): readonly SheetPlan[] =>
    buildPlan(withCustom(cap), { ...options, scenario: "base" }).sheets;
  const [before, after] = [plan("3000"), plan("1000")];
  const anew = after.filter((sheet, place) => sheet !== before[place]).map(({ name }) => name);
  const custom = SCENARIOS.find(({ id }) => id === "custom")!;
  expect(anew).toContain(scenarioSheet(SCENARIOS, custom.number));
  expect(anew).toContain(SHEETS.inputs);
  expect(anew).not.toContain(SHEETS.summary);
  expect(anew.filter((name) => /^Base$|^Upside$/.test(name))).toEqual([]);
  // Within the sheet of the scenario, rows of lines that no cap touches stay.
  const rowsOf = (sheets: readonly SheetPlan[]) =>
    sheets.find(({ name }) => name === scenarioSheet(SCENARIOS, custom.number))!.rows;
  const stays = rowsOf(after).filter((row, place) => row === rowsOf(before)[place]).length;
  expect(stays).toBeGreaterThan(rowsOf(after).length / 3);
  expect(stays).toBeLessThan(rowsOf(after).length);
});
