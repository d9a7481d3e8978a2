import type { WorkbookHost } from "../hosts/port";
import { SCENARIOS } from "../model";
import { buildOrUpdate, chooseScenario } from "./buildModel";
import { freezeFormulas } from "./freeze";
import { relinkFormulas } from "./relink";
import { ribbonAction, type RibbonEvent } from "./ribbonAction";

/** Every command of the ribbon by the name that the manifest gives it: buildOrUpdate, freeze, relink, and one a scenario, e.g. scenarioRenewalDelayed. */
export function ribbonCommands(host: WorkbookHost, openPane: () => Promise<unknown>): Readonly<Record<string, (event: RibbonEvent) => Promise<void>>> {
  const scenarios = SCENARIOS.map((scenario) => [`scenario${scenario.id[0]!.toUpperCase()}${scenario.id.slice(1)}`, ribbonAction(() => chooseScenario(host, scenario), openPane)] as const);
  return {
    buildOrUpdate: ribbonAction(() => buildOrUpdate(host), openPane),
    freeze: ribbonAction(freezeFormulas, openPane),
    relink: ribbonAction(relinkFormulas, openPane),
    ...Object.fromEntries(scenarios),
  };
}
