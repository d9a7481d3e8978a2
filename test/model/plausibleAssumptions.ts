import fc from "fast-check";
import { RULES } from "../../src/companies/kingsoftCloud";
import type { Assumptions, DriverRow, Model } from "../../src/model";
import { TRIED_SCENARIOS } from "./triedScenarios";

/** Part of its value by which a driver of a plausible set may differ from its scenario. */
const AROUND = 0.3;
/** Least distance of a share, so that what is nothing in a scenario may be something. */
const POINT = 0.01;

/** Assumptions that an analyst might hold: a scenario with about a fifth of its amounts, shares and rates up to three tenths higher or lower; switches, choices, terms and dates as they are. */
export function plausibleAssumptions({ rows, assumptions }: Model): fc.Arbitrary<Assumptions> {
  // Of five thousand numbers a thousand move: by as many thousandths of the most.
  const most = 500;
  const moves = fc.array(fc.integer({ min: -5 * most, max: 5 * most }), {
    minLength: rows.length,
    maxLength: rows.length,
  });
  return fc
    .record({ scenario: fc.constantFrom(...TRIED_SCENARIOS), moves })
    .map(({ scenario, moves: drawn }) => {
      const seeded = assumptions(scenario.id);
      const moved = new Map(seeded);
      rows.forEach((row, index) => {
        const by = drawn[index]! / most;
        if (row.driver.whole || Math.abs(by) > 1) return;
        moved.set(row.driver.id, String(movedBy(row, Number(seeded.get(row.driver.id)), by * AROUND)));
      });
      return within(moved);
    });
}

/** A driver moved by a part of its value, by at least a point where it is a share, inside its range; to ten digits. */
export function movedBy({ driver, min, max }: DriverRow, value: number, part: number): number {
  const distance = Math.max(Math.abs(value), driver.unit === "%" ? POINT / AROUND : 0) * part;
  const moved = Math.min(Number(max), Math.max(Number(min), value + distance));
  return Number(moved.toPrecision(10));
}

/** Parts of one whole that came out above it are lowered together. */
function within(moved: Map<string, string>): Assumptions {
  for (const parts of RULES.shares) {
    const total = parts.reduce((sum, id) => sum + Number(moved.get(id)), 0);
    if (total > 1)
      for (const id of parts) moved.set(id, String(Math.floor((Number(moved.get(id)) / total) * 1e6) / 1e6));
  }
  return moved;
}
