import { freezeFormulas } from "../hosts/frozen/freezeFormulas";
import { relinkFormulas } from "../hosts/frozen/relinkFormulas";
import type { WorkbookHost } from "../hosts/port";
import { SCENARIOS } from "../companies/kingsoftCloud";
import { buildOrUpdate, chooseScenario } from "./buildModel";
import { ribbonAction, type RibbonEvent } from "./ribbonAction";

/** Every command of the ribbon by the name that the manifest gives it: buildOrUpdate, freeze, relink, and one a scenario, e.g. scenarioRenewalDelayed. */
export function ribbonCommands(
  host: WorkbookHost,
  openPane: () => Promise<unknown>,
): Readonly<Record<string, (event: RibbonEvent) => Promise<void>>> {
  const scenarios = SCENARIOS.map(
    (scenario) =>
      [
        `scenario${scenario.id[0]!.toUpperCase()}${scenario.id.slice(1)}`,
        ribbonAction(() => chooseScenario(host, scenario), openPane),
      ] as const,
  );
  return {
    buildOrUpdate: ribbonAction(() => buildOrUpdate(host), openPane),
    freeze: ribbonAction(() => freezeFormulas(host.formulas), openPane),
    relink: ribbonAction(() => relinkFormulas(host.formulas), openPane),
    ...Object.fromEntries(scenarios),
  };
}
