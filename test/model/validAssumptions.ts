import fc from "fast-check";
import { openingDrivers, SCENARIOS, validateAssumptions, type Assumptions, type DriverRow, type Model, type Scenario } from "../../src/model";

/** A scenario, and assumptions that started from its own. */
export interface Flexed {
  readonly scenario: Scenario;
  readonly assumptions: Assumptions;
}

/** How a driver's value is drawn: as seeded, anywhere in its range, or at an end of it. */
export interface Draw {
  readonly seeded: number;
  readonly anywhere: number;
  readonly ends: number;
}

const MIXES = [["leasedShare", "poolShare", "agentShare"], ["ecosystemAiShare", "ecosystemEnterpriseShare"]];

/** Random valid assumptions of every scenario; a failure shrinks towards the seeded values. */
export function validAssumptions({ rows, assumptions }: Model, draw: Draw): fc.Arbitrary<Flexed> {
  const values = fc.tuple(...rows.map((row) => valueOf(row, draw)));
  return fc.record({ scenario: fc.constantFrom(...SCENARIOS), values }).map(({ scenario, values: drawn }) => {
    const seeded = assumptions(scenario.id);
    return { scenario, assumptions: openable(rows, withinMixes(new Map(rows.map(({ driver }, index) => [driver.id, drawn[index] ?? seeded.get(driver.id)!]))), seeded) };
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
    const codes = Array.from({ length: high - low + 1 }, (_, index) => low + index).filter((code) => code % 10 >= 1 && code % 10 <= 4);
    return fc.constantFrom(...codes.map(String));
  }
  if (driver.whole) return fc.integer({ min: low, max: high }).map(String);
  return fc.integer({ min: 0, max: 1_000_000 }).map((part) => String(Number((low + ((high - low) * part) / 1_000_000).toPrecision(12))));
}

/** An opening sheet that cannot balance is drawn as seeded instead. */
function openable(rows: readonly DriverRow[], drawn: Map<string, string>, seeded: Assumptions): Assumptions {
  if (validateAssumptions(rows, drawn).length === 0) return drawn;
  for (const { id } of Object.values(openingDrivers)) drawn.set(id, seeded.get(id)!);
  return drawn;
}

/** Shares of one whole that came out above 100 % are scaled down to just below it. */
function withinMixes(drawn: Map<string, string>): Map<string, string> {
  for (const mix of MIXES) {
    const shares = mix.map((id) => Number(drawn.get(id)));
    const total = shares.reduce((sum, share) => sum + share, 0);
    if (total > 1) mix.forEach((id, index) => drawn.set(id, String(Math.floor((shares[index]! / total) * 1e6) / 1e6)));
  }
  return drawn;
}

/** Where assumptions differ from the scenario as seeded, e.g. "taxRate 0.15 → 0.5". */
export function changesOf({ assumptions }: Model, flexed: Flexed): string {
  const seeded = assumptions(flexed.scenario.id);
  const changes = [...flexed.assumptions].filter(([id, value]) => seeded.get(id) !== value).map(([id, value]) => `${id} ${seeded.get(id)} → ${value}`);
  return `${flexed.scenario.name}: ${changes.join(", ") || "as seeded"}`;
}
