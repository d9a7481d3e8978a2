import { reachWords } from "../analysis";
import { parsePeriod, quoted } from "../functions";
import { CellError } from "../formula";
import { periodIndex, QUARTERS, RESULTS, TYPED_LINES, type LineItem, type Model } from "../model";
import { ACTUALS_COLUMNS } from "./actualsFile";
import type { Command } from "./command";
import { CommandError } from "./commandError";
import { readCommandLine } from "./commandLine";
import { chosenScenario, openProject, SCENARIO_OPTIONS, SCENARIO_USAGE } from "./openProject";

/** kc template: a file of reported figures to fill in. */
export const templateCommand: Command = {
  name: "template",
  usage: `QUARTER ${SCENARIO_USAGE}`,
  meaning:
    "Prints a CSV of the figures that a quarter may have, with the forecast beside an empty value; fill it in for --actuals.",
  run(args, place) {
    const line = readCommandLine(args, SCENARIO_OPTIONS, 1);
    const [quarter] = line.positionals;
    if (quarter === undefined) throw new CommandError("template needs a quarter, e.g. kc template 2026Q2.");
    const { model, scenario } = chosenScenario(openProject(line, place), line);
    const column = quarterColumn(model, quarter);
    const values = model.fast(model.assumptions(scenario.id));
    const heading = [
      ...ACTUALS_COLUMNS.needed,
      ...ACTUALS_COLUMNS.kept,
      "label",
      "unit",
      "needed",
      "forecast",
    ];
    place.print(heading.join(","));
    for (const item of TYPED_LINES) {
      const figure = model.data.figure(item.id, column);
      place.print(
        [
          item.id,
          QUARTERS[column]!.label,
          figure?.value ?? "",
          "",
          "",
          item.label,
          item.unit,
          neededFor(item),
          shown(values.value(item.id, column)),
        ]
          .map(csvCell)
          .join(","),
      );
    }
    place.tell(
      `${reachWords(model.data)}; forecast: ${scenario.name}. Leave a value empty where it is not known.`,
    );
    return 0;
  },
};

function quarterColumn({ data }: Model, text: string): number {
  const last = QUARTERS[QUARTERS.length - 1]!.label;
  try {
    const asked = parsePeriod(text, data.opening);
    const column = asked.kind === "quarter" ? periodIndex(asked.label) : -1;
    if (column > data.opening) return column;
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    throw new CommandError(error.message);
  }
  throw new CommandError(
    `${quoted(text)} is no quarter to fill in; give one from ${QUARTERS[data.opening + 1]?.label} to ${last}.`,
  );
}

/** What a figure does for its quarter. */
function neededFor({ id, typed }: LineItem): string {
  if (typed === "balance") return "balance sheet: all of it or none";
  return RESULTS.some((lines) => lines.includes(id)) ? "results" : "";
}

function shown(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toFixed(1)) + 0) : "";
}

function csvCell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
