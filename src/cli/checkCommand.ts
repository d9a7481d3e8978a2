import { alarmWords, checkModel, scenarioAlarms, type CheckResult, type ScenarioAlarms } from "../analysis";
import type { Command } from "./command";
import { readCommandLine } from "./commandLine";
import { FACT_OPTIONS, openProject } from "./openProject";

const MOST_SHOWN = 10;

/** kc check: every check in every scenario, and the economic alarms beside them. */
export const checkCommand: Command = {
  name: "check",
  usage: "[--json] [--actuals FILE.csv] [--seeds DIR]",
  meaning:
    "Runs every check in every scenario and on the facts, and lists economic alarms; ends with 1 when a check fails, not for an alarm.",
  run(args, place) {
    const line = readCommandLine(args, { ...FACT_OPTIONS, json: "flag" }, 0);
    const model = openProject(line, place);
    const results = checkModel(model);
    const alarms = scenarioAlarms(model);
    const failed = results.filter(({ failures }) => failures.length > 0);
    if (line.flag("json")) {
      const checks = results.map((result) => ({ ...result, ok: result.failures.length === 0 }));
      place.data(
        JSON.stringify({ ok: failed.length === 0, checks, alarms: alarms.flatMap(records) }, null, 1),
      );
      return failed.length === 0 ? 0 : 1;
    }
    for (const scope of new Set(results.map((result) => result.scope))) {
      const own = results.filter((result) => result.scope === scope);
      const bad = own.filter(({ failures }) => failures.length > 0);
      place.print(
        `${scope}: ${bad.length === 0 ? `all ${own.length} checks hold` : `${bad.length} of ${own.length} checks fail`}`,
      );
      for (const result of bad) describe(result).forEach(place.print);
    }
    place.print(
      failed.length === 0
        ? `All ${results.length} checks hold.`
        : `${failed.length} of ${results.length} checks fail.`,
    );
    alarmLines(alarms).forEach(place.print);
    return failed.length === 0 ? 0 : 1;
  },
};

/** Alarms in words, scenario by scenario. */
function alarmLines(scenarios: readonly ScenarioAlarms[]): readonly string[] {
  const count = scenarios.reduce((sum, { alarms }) => sum + alarms.length, 0);
  if (count === 0) return ["No economic alarm is raised."];
  return [
    `${count} economic ${count === 1 ? "alarm" : "alarms"}, which an analyst would ask about though every check holds:`,
    ...scenarios.flatMap(({ scope, alarms }) =>
      alarms.length === 0 ? [] : [`${scope}:`, ...alarms.map((alarm) => `  ${alarmWords(alarm)}`)],
    ),
  ];
}

function records({ scope, alarms }: ScenarioAlarms): readonly object[] {
  return alarms.map((alarm) => ({
    scope,
    id: alarm.line.id,
    label: alarm.line.label,
    quarters: alarm.quarters,
    figure: alarm.figure.id,
    worst: alarm.worst,
    worstIn: alarm.worstIn,
    words: alarmWords(alarm),
  }));
}

function describe({ label, failures }: CheckResult): readonly string[] {
  const more = failures.length - MOST_SHOWN;
  return [
    `  ${label}`,
    ...failures.slice(0, MOST_SHOWN).map((failure) => `    ${failure}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}
