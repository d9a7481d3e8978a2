import { resolve } from "node:path";
import { factFor, LINES, missingForActual, periodIndex, QUARTERS, REQUIRED_FOR_ACTUAL } from "../model";
import type { Command } from "./command";
import { readCommandLine } from "./commandLine";
import { chosenScenario, openProject, SCENARIO_OPTIONS } from "./openProject";
import { writeWorkbook } from "./writeWorkbook";

/** kc roll: where actual figures end, what the next quarter lacks, and the workbook built anew. */
export const rollCommand: Command = {
  name: "roll",
  usage: "[--out FILE] [--scenario NAME] [--set driver=value ...] [--seeds DIR]",
  meaning:
    "Says where actual figures end and what the next quarter still lacks; with --out it rebuilds the workbook.",
  async run(args, place) {
    const line = readCommandLine(args, { ...SCENARIO_OPTIONS, out: "value" }, 0);
    const model = openProject(line, place);
    const chosen = chosenScenario(model, line);
    const { lastActual } = model.data;
    const next = QUARTERS[lastActual + 1];
    place.print(
      `Actual to ${QUARTERS[lastActual]!.label}, forecast from ${next?.label ?? "nowhere: the model ends there"}.`,
    );
    if (next !== undefined) {
      const missing = missingForActual(model.seeds, next.label);
      place.print(
        `${next.label} has ${REQUIRED_FOR_ACTUAL.length - missing.length} of the ${REQUIRED_FOR_ACTUAL.length} figures that make it actual; it lacks:`,
      );
      for (const id of missing)
        place.print(`  ${id}: ${model.seeds.metrics.find((metric) => metric.id === id)?.label ?? id}`);
      const values = chosen.model.fast(chosen.model.assumptions(chosen.scenario.id));
      const known = LINES.flatMap((item) => {
        const fact = factFor(model.seeds, item, periodIndex(next.label));
        return fact?.modelValue != null && item.unit === "RMB m"
          ? [
              `  ${item.label}: ${fact.modelValue} known, ${(Math.round(values.value(item.id, lastActual + 1) * 10) / 10 + 0).toFixed(1)} forecast`,
            ]
          : [];
      });
      if (known.length > 0)
        place.print(`Known so far against the forecast (${chosen.scenario.name}), RMB m:`);
      known.forEach(place.print);
    }
    const out = line.value("out");
    if (out === undefined) return 0;
    const path = resolve(place.calledIn, out);
    const size = await writeWorkbook(model, chosen, path, place);
    place.print(`Workbook: ${path} (${size})`);
    return 0;
  },
};
