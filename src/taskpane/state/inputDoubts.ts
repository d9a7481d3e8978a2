import { unitStep } from "../../functions";
import { SHIPPED_NAMES } from "../../companies/kingsoftCloud";
import type { Model, ScenarioNames } from "../../model";
import { scenarioNames, type ScenarioName } from "../../seeds";
import { say } from "../../words";
import { entryOf, isQuarter, sameEntry, valueOf, type InputEntry, type InputTable } from "./inputTable";

/** An input that was typed into the sheet a step of units away from what stood there: a slip, perhaps. */
export interface InputDoubt {
  readonly scenario: ScenarioName;
  readonly driver: string;
  /** What stood there. */
  readonly before: InputEntry;
  readonly after: InputEntry;
  /** Which input, in which scenario, and how far it has moved. */
  readonly words: string;
}

/**
 * The inputs in doubt after the sheet has changed from one table to another: those before whose value still stands, and
 * those whose value has moved by a step of units. Going back to the shipped value or to what stood there is no doubt.
 */
export function doubtsAfter(
  model: Model,
  seeded: InputTable,
  doubts: readonly InputDoubt[],
  before: InputTable,
  after: InputTable,
  names: ScenarioNames = SHIPPED_NAMES,
): readonly InputDoubt[] {
  const standing = doubts.filter(({ scenario, driver, after: entry }) =>
    sameEntry(entryOf(after, scenario, driver), entry),
  );
  const returned = (scenario: ScenarioName, driver: string): boolean =>
    [
      entryOf(seeded, scenario, driver),
      ...doubts
        .filter((each) => each.driver === driver && each.scenario === scenario)
        .map((each) => each.before),
    ].some((entry) => sameEntry(entry, entryOf(after, scenario, driver)));
  const moved = scenarioNames.flatMap((scenario) =>
    [...model.rows, ...model.quarterRows].flatMap((row): InputDoubt[] => {
      const { id, label } = row.driver;
      const [then, now] = [entryOf(before, scenario, id), entryOf(after, scenario, id)];
      if (now.kind !== "own" || sameEntry(then, now) || returned(scenario, id)) return [];
      // Of a quarter nothing stood there where nothing was typed.
      if (isQuarter(id) && then.kind === "follows") return [];
      const step = unitStep(row, valueOf(before, scenario, id), now.value);
      if (step === null) return [];
      const words = say`${label}, ${names.get(scenario)!}: ${step}, which stood there.`;
      return [{ scenario, driver: id, before: then, after: now, words }];
    }),
  );
  return [...standing, ...moved];
}
