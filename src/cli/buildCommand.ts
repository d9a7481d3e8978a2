import { resolve } from "node:path";
import { reachWords, vintageOf } from "../analysis";
import { checks, LINES, PERIODS, periodIndex, QUARTERS } from "../companies/kingsoftCloud";
import type { Model, ModelData } from "../model";
import type { Command } from "./command";
import { CommandError } from "./commandError";
import { readCommandLine } from "./commandLine";
import { chosenScenario, openProject, SCENARIO_OPTIONS, SCENARIO_USAGE } from "./openProject";
import { writeWorkbook } from "./writeWorkbook";

/** kc build: writes the workbook. */
export const buildCommand: Command = {
  name: "build",
  usage: `--out FILE ${SCENARIO_USAGE}`,
  meaning: "Writes the scenario workbook in native formulas.",
  async run(args, place) {
    const line = readCommandLine(args, { ...SCENARIO_OPTIONS, out: "value" }, 0);
    const out = line.value("out");
    if (out === undefined) throw new CommandError("build needs --out FILE, e.g. --out KingsoftCloud.xlsx.");
    const started = performance.now();
    place.tell("Reading the seeds");
    const model = openProject(line, place);
    const chosen = chosenScenario(model, line);
    const path = resolve(place.calledIn, out);
    const size = await writeWorkbook(model, chosen, path, place, place.language ?? "en");
    place.print(`Workbook: ${path}`);
    place.print(`  ${size}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
    place.print(
      `  ${reachWords(model.data)}, ${forecastWords(model.data)}, scenario ${chosen.scenario.name}`,
    );
    for (const summary of keyFigures(chosen.model, chosen.scenario.id)) place.print(`  ${summary}`);
    return 0;
  },
};

function forecastWords(data: ModelData): string {
  const { forecast } = vintageOf(data);
  return forecast === null ? "nothing is forecast" : `forecast ${forecast} to ${QUARTERS.at(-1)!.label}`;
}

function keyFigures(model: Model, scenario: Parameters<Model["assumptions"]>[0]): readonly string[] {
  const values = model.fast(model.assumptions(scenario));
  const years = ["FY2026", "FY2027", "FY2028"];
  const figure = (id: string): string =>
    years
      .map((year) => (Math.round(values.value(id, periodIndex(year))) + 0).toLocaleString("en"))
      .join(" / ");
  const failed = Object.values(checks).filter(({ id }) =>
    PERIODS.some((_, column) => values.value(id, column) > 0),
  ).length;
  return [
    ...["revenue", "revenueEcosystem", "adjustedEbitda", "netResult", "cash"].map(
      (id) => `${LINES.find((line) => line.id === id)!.label}, RMB m, ${years.join(" / ")}: ${figure(id)}`,
    ),
    failed === 0 ? "Every check is 0." : `${failed} checks fail; kc check lists them.`,
  ];
}
