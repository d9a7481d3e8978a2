import { checkModel, type CheckResult } from "../analysis";
import type { Command } from "./command";
import { readCommandLine } from "./commandLine";
import { openProject, SEEDS_OPTION } from "./openProject";

const MOST_SHOWN = 10;

/** kc check: every check in every scenario. */
export const checkCommand: Command = {
  name: "check",
  usage: "[--json] [--seeds DIR]",
  meaning: "Runs every check in every scenario and on the facts; ends with 1 when one fails.",
  run(args, place) {
    const line = readCommandLine(args, { ...SEEDS_OPTION, json: "flag" }, 0);
    const results = checkModel(openProject(line, place));
    const failed = results.filter(({ failures }) => failures.length > 0);
    if (line.flag("json")) {
      const checks = results.map((result) => ({ ...result, ok: result.failures.length === 0 }));
      place.print(JSON.stringify({ ok: failed.length === 0, checks }, null, 1));
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
    return failed.length === 0 ? 0 : 1;
  },
};

function describe({ label, failures }: CheckResult): readonly string[] {
  const more = failures.length - MOST_SHOWN;
  return [
    `  ${label}`,
    ...failures.slice(0, MOST_SHOWN).map((failure) => `    ${failure}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}
