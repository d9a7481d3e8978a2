import { resolve } from "node:path";
import { reachWords } from "../analysis";
import { parsePeriod, quoted } from "../functions";
import { CellError } from "../formula";
import { periodIndex, QUARTERS, REQUIRED, TYPED_LINES } from "../companies/kingsoftCloud";
import type { FastValues, LineItem, Model } from "../model";
import { readRelease, type ReadFigure, type ReadRelease } from "../release";
import { ACTUALS_COLUMNS } from "./actualsFile";
import type { Command, CommandPlace } from "./command";
import { CommandError } from "./commandError";
import { csvCell } from "./csvCell";
import { readCommandLine } from "./commandLine";
import { readTextFile } from "./readTextFile";
import { chosenScenario, openProject, SCENARIO_OPTIONS, SCENARIO_USAGE } from "./openProject";

/** kc template: a file of reported figures to fill in. */
export const templateCommand: Command = {
  name: "template",
  usage: `QUARTER [--release FILE] ${SCENARIO_USAGE}`,
  meaning:
    "Prints a CSV of the figures that a quarter may have, with the forecast beside an empty value; fill it in for --actuals. With --release, figures of a release (HTML, text of a PDF, cells between tabs) that leave no doubt are filled in.",
  run(args, place) {
    const line = readCommandLine(args, { ...SCENARIO_OPTIONS, release: "value" }, 1);
    const [quarter] = line.positionals;
    if (quarter === undefined) throw new CommandError("template needs a quarter, e.g. kc template 2026Q2.");
    const { model, scenario } = chosenScenario(openProject(line, place), line);
    const column = quarterColumn(model, quarter);
    const values = model.fast(model.assumptions(scenario.id));
    const release = releaseOf(line.value("release"), place, model, values, column);
    const found = new Map(release?.figures.filter(isSure).map((each) => [each.line.id, each.value]));
    const heading = [
      ...ACTUALS_COLUMNS.needed,
      ...ACTUALS_COLUMNS.kept,
      "label",
      "unit",
      "needed",
      "forecast",
    ];
    place.data(heading.join(","));
    for (const item of TYPED_LINES) {
      const figure = model.data.figure(item.id, column);
      place.data(
        [
          item.id,
          QUARTERS[column]!.label,
          found.get(item.id) ?? figure?.value ?? "",
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
    if (release !== null) tellOf(release, place);
    place.tell(
      `${reachWords(model.data)}; forecast: ${scenario.name}. Leave a value empty where it is not known.`,
    );
    return 0;
  },
};

/** What a file holds of a release, or null where none is given. */
function releaseOf(
  file: string | undefined,
  place: CommandPlace,
  { data }: Model,
  expected: Pick<FastValues, "value">,
  quarter: number,
): ReadRelease | null {
  if (file === undefined) return null;
  const text = releaseText(resolve(place.calledIn, file));
  const paste = { html: "", text };
  return readRelease({ data, expected }, { paste, quarter, locale: null, column: null, scale: null });
}

function releaseText(path: string): string {
  try {
    return readTextFile(path, "The release");
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}

function isSure({ doubts, missed }: ReadFigure): boolean {
  return doubts.length + missed.length === 0;
}

/** Says what was read and, of each figure that is left out, why. */
function tellOf({ figures, remarks }: ReadRelease, place: CommandPlace): void {
  const doubtful = figures.filter((each) => !isSure(each));
  remarks.forEach(place.tell);
  place.tell(`${figures.length - doubtful.length} figures of the release are filled in.`);
  for (const { line, value, doubts, missed } of doubtful)
    place.tell(`Left out: ${line.id} ${value}. ${[...doubts, ...missed].join(" ")}`);
}

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
  return REQUIRED.results.some((lines) => lines.includes(id)) ? "results" : "";
}

function shown(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toFixed(1)) + 0) : "";
}
