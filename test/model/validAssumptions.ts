import fc from "fast-check";
import { RULES } from "../../src/companies/kingsoftCloud";
import type { Assumptions, DriverRow, Model, Scenario } from "../../src/model";
import { asTyped } from "../../src/functions";
import { EXTREMES } from "./extremes";
import { TRIED_SCENARIOS } from "./triedScenarios";

/** At most so many quarters are typed in one set. */
const MOST_QUARTERS = 3;

/** A scenario, and assumptions that started from its own. */
export interface Flexed {
  readonly scenario: Scenario;
  readonly assumptions: Assumptions;
  /** Names of the extremes that were laid over them. */
  readonly extremes: readonly string[];
}

/** How a driver's value is drawn: as seeded, anywhere in its range, or at an end of it. */
export interface Draw {
  readonly seeded: number;
  readonly anywhere: number;
  readonly ends: number;
  /** At most so many extremes are laid over the values; none unless given. */
  readonly extremes?: number;
}

/** The ways of drawing, each to be tried as often as the others. */
export const DRAWS: Readonly<Record<string, Draw>> = {
  "spread over their ranges": { seeded: 3, anywhere: 3, ends: 1 },
  "few of them changed": { seeded: 30, anywhere: 1, ends: 1 },
  "mostly at the ends of their ranges": { seeded: 1, anywhere: 1, ends: 6 },
  "extremes and little else": { seeded: 60, anywhere: 1, ends: 1, extremes: 8 },
  "extremes over values spread over their ranges": { seeded: 3, anywhere: 3, ends: 1, extremes: 5 },
};

/** Random valid assumptions of every scenario; a failure shrinks towards the seeded values and no extremes. */
export function validAssumptions(
  { rows, quarterRows, assumptions, data }: Model,
  draw: Draw,
): fc.Arbitrary<Flexed> {
  const equipment = Number(data.known("ppeAndRou", data.opening)!.value);
  const values = fc.tuple(...rows.map((row) => valueOf(row, draw)));
  const quarters = fc.array(quarterOf(quarterRows), { maxLength: MOST_QUARTERS });
  const extremes = fc.subarray(Object.keys(EXTREMES), { maxLength: draw.extremes ?? 0 });
  return fc
    .record({ scenario: fc.constantFrom(...TRIED_SCENARIOS), values, quarters, extremes })
    .map(({ scenario, values: drawn, quarters: typed, extremes: names }) => {
      const seeded = assumptions(scenario.id);
      const mixed = new Map(
        rows.map(({ driver }, index) => [driver.id, drawn[index] ?? seeded.get(driver.id)!]),
      );
      for (const [id, value] of typed) mixed.set(id, value);
      for (const name of names)
        for (const [id, value] of Object.entries(EXTREMES[name]!)) mixed.set(id, value);
      return { scenario, extremes: names, assumptions: withinEquipment(withinMixes(mixed), equipment) };
    });
}

/** A value typed for a quarter: anywhere in the range of its year, or at an end of it. */
function quarterOf(rows: Model["quarterRows"]): fc.Arbitrary<readonly [string, string]> {
  return fc
    .record({ row: fc.constantFrom(...rows), part: fc.integer({ min: 0, max: 100 }) })
    .map(({ row: { driver, min, max }, part }) => {
      const [low, high] = [Number(min), Number(max)];
      return [driver.id, String(Number((low + ((high - low) * part) / 100).toPrecision(12)))] as const;
    });
}

function valueOf(row: DriverRow, { seeded, anywhere, ends }: Draw): fc.Arbitrary<string | null> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: seeded, arbitrary: fc.constant(null) },
    { weight: anywhere, arbitrary: withinRange(row) },
    { weight: ends, arbitrary: fc.constantFrom(row.min, row.max) },
  );
}

function withinRange({ driver, min, max }: DriverRow): fc.Arbitrary<string> {
  const [low, high] = [Number(min), Number(max)];
  if (driver.unit === "quarter") {
    const codes = Array.from({ length: high - low + 1 }, (_, index) => low + index).filter(
      (code) => code % 10 >= 1 && code % 10 <= 4,
    );
    return fc.constantFrom(...codes.map(String));
  }
  if (driver.whole) return fc.integer({ min: low, max: high }).map(String);
  return fc
    .integer({ min: 0, max: 100_000 })
    .map((part) => String(Number((low + ((high - low) * part) / 100_000).toPrecision(12))));
}

/** Leased equipment drawn larger than all equipment is all of it. */
function withinEquipment(drawn: Map<string, string>, equipment: number): Assumptions {
  if (Number(drawn.get("openingRou")) > equipment) drawn.set("openingRou", String(equipment));
  return drawn;
}

/** Shares of one whole that came out above 100 % are scaled down to just below it. */
function withinMixes(drawn: Map<string, string>): Map<string, string> {
  for (const mix of RULES.shares) {
    const shares = mix.map((id) => Number(drawn.get(id)));
    const total = shares.reduce((sum, share) => sum + share, 0);
    if (total > 1)
      mix.forEach((id, index) => drawn.set(id, String(Math.floor((shares[index]! / total) * 1e6) / 1e6)));
  }
  return drawn;
}

/** Options of kc build that give the same assumptions, e.g. "--scenario downside --set taxRate=50%!". */
export function buildOptions({ assumptions, rows, quarterRows }: Model, flexed: Flexed): string {
  const seeded = assumptions(flexed.scenario.id);
  const changes = [...flexed.assumptions]
    .filter(([id, value]) => seeded.get(id) !== value)
    .map(
      ([id, value]) =>
        ` --set ${id}=${asTyped(
          [...rows, ...quarterRows].find(({ driver }) => driver.id === id)!,
          value,
        )}!`,
    );
  return `--scenario ${flexed.scenario.id}${changes.join("")}`;
}
