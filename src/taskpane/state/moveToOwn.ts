import { valuationDrivers } from "../../companies/kingsoftCloud";
import type { ScenarioName } from "../../seeds";
import {
  assumptionsOf,
  changedFromSeeds,
  entryOf,
  isQuarter,
  quartersOf,
  valueOf,
  withEdits,
  type InputEdit,
  type InputTable,
} from "./inputTable";

/** How likely a scenario is belongs to it, not to what it assumes: a copy that is as likely as its model would count twice. */
const STAYS = valuationDrivers.probability.id;

/** How many values an own scenario holds that are not those it was shipped with. */
export function workInOwn(table: InputTable, seeded: InputTable, own: ScenarioName): number {
  return changedFromSeeds(table, seeded, own).length;
}

/**
 * The edits that move what was flexed in a scenario to an own one: that one shows what the scenario shows, the scenario is as shipped again,
 * and a value that is Base's follows Base, so that what differs is what was flexed. Formulas of the analyst's stay where they are.
 */
export function moveToOwn(
  table: InputTable,
  seeded: InputTable,
  scenario: ScenarioName,
  own: ScenarioName,
): readonly InputEdit[] {
  const back = changedFromSeeds(table, seeded, scenario);
  const after = withEdits(table, back);
  const moved = [...table[own].keys()].flatMap((driver): readonly InputEdit[] => {
    if (driver === STAYS || isQuarter(driver) || entryOf(table, own, driver).kind === "calculated") return [];
    const value = valueOf(table, scenario, driver);
    const isBase = Number(value) === Number(valueOf(after, "base", driver));
    return [{ scenario: own, driver, entry: isBase ? { kind: "follows" } : { kind: "own", value } }];
  });
  return [...back, ...moved, ...quartersToOwn(table, after, scenario, own)];
}

/** The quarters that count in the scenario, where the own scenario would not have them of Base; quarters of its own beside them go. */
function quartersToOwn(
  table: InputTable,
  after: InputTable,
  scenario: ScenarioName,
  own: ScenarioName,
): readonly InputEdit[] {
  const counts = assumptionsOf(table, scenario);
  const [before, base] = [quartersOf(table, own), quartersOf(after, "base")];
  const keys = new Set([...[...counts.keys()].filter(isQuarter), ...before.keys()]);
  return [...keys].flatMap((driver): readonly InputEdit[] => {
    if (entryOf(table, own, driver).kind === "calculated") return [];
    const value = counts.get(driver);
    const follows = value === undefined || Number(value) === Number(base.get(driver) ?? Number.NaN);
    return [{ scenario: own, driver, entry: follows ? { kind: "follows" } : { kind: "own", value } }];
  });
}
