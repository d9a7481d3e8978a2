import { bridgeInSteps, type Bridge, type ModelState, type Stepwise } from "../../analysis";
import { LINE_BY_ID, periodIndex } from "../../companies/kingsoftCloud";
import type { ScenarioNames } from "../../model";
import { scenarioNames, type ScenarioName } from "../../seeds";
import { assumptionsOf, sameEntry, entryOf, type InputTable } from "./inputTable";
import type { TypedModel } from "./typedModel";

/** Name of the fold that holds the bridge, among the open groups. */
export const BRIDGE_GROUP = "bridge";

/** One end of a bridge: a scenario as it stands in the pane, or as the model is shipped. */
export type BridgeEnd = ScenarioName | `shipped:${ScenarioName}`;

/** What a bridge is asked: the ends, and the figure. */
export interface BridgeQuestion {
  readonly from: BridgeEnd;
  readonly to: BridgeEnd;
  readonly line: string;
  readonly period: string;
}

/** How far the bridge of the Compare tab has come; `of` is what it was calculated from, so that one of other inputs is never shown. */
export type BridgeProgress =
  | { readonly at: "rest" }
  | { readonly at: "running"; readonly done: number; readonly of: BridgeBasis }
  | { readonly at: "done"; readonly bridge: Bridge; readonly of: BridgeBasis };

/** Everything that a bridge hangs on. */
export interface BridgeBasis extends BridgeQuestion {
  readonly table: InputTable;
  /** The figures that the model knows. */
  readonly facts: TypedModel["data"];
}

/** Whether two bridges would be the same. */
export function sameBasis(a: BridgeBasis, b: BridgeBasis): boolean {
  return (["from", "to", "line", "period", "table", "facts"] as const).every((part) => a[part] === b[part]);
}

/** The scenario of an end, and whether it is meant as shipped. */
export function readEnd(end: BridgeEnd): { readonly scenario: ScenarioName; readonly shipped: boolean } {
  const shipped = end.startsWith("shipped:");
  return { scenario: (shipped ? end.slice("shipped:".length) : end) as ScenarioName, shipped };
}

/** An end in words: "Base", or "Base as shipped". */
export function endName(end: BridgeEnd, names: ScenarioNames): string {
  const { scenario, shipped } = readEnd(end);
  const name = names.get(scenario)!;
  return shipped ? `${name} as shipped` : name;
}

/** Scenarios whose inputs or figures are no longer those that the model is shipped with. */
export function changedScenarios(
  table: InputTable,
  seeded: InputTable,
  model: TypedModel,
): readonly ScenarioName[] {
  if (model.data !== model.shipped.data) return scenarioNames;
  const differs = (scenario: ScenarioName): boolean =>
    [...seeded[scenario]].some(([driver, entry]) => !sameEntry(entry, entryOf(table, scenario, driver)));
  const base = differs("base");
  return scenarioNames.filter((scenario) => base || differs(scenario));
}

/** The bridge that is asked, in steps. */
export function askedBridge(model: TypedModel, basis: BridgeBasis): Stepwise<Bridge> {
  const column = periodIndex(basis.period);
  const present = model.present();
  const stateOf = (end: BridgeEnd): ModelState => {
    const { scenario, shipped } = readEnd(end);
    return shipped
      ? { model: model.shipped, assumptions: model.shipped.assumptions(scenario) }
      : { model: present, assumptions: assumptionsOf(basis.table, scenario) };
  };
  const figure = { line: LINE_BY_ID.get(basis.line)!, column };
  return bridgeInSteps(stateOf(basis.from), stateOf(basis.to), [figure]);
}
