import { resolve } from "node:path";
import {
  canExplain,
  explainPrint,
  modelBefore,
  reachWords,
  STATE_NAMES,
  unexplained,
  vintageOf,
} from "../analysis";
import { LINE_BY_ID, periodIndex, QUARTERS, REQUIRED, TYPED_LINES } from "../companies/kingsoftCloud";
import { missingOfSheet, missingResults, type Model, type Unit } from "../model";
import type { Command } from "./command";
import { readCommandLine } from "./commandLine";
import {
  chosenScenario,
  openProject,
  SCENARIO_OPTIONS,
  SCENARIO_USAGE,
  type ChosenScenario,
} from "./openProject";
import { tenths } from "./tenths";
import { writeWorkbook } from "./writeWorkbook";

/** kc roll: how far the figures reach, what the next quarters lack, and the workbook built anew. */
export const rollCommand: Command = {
  name: "roll",
  usage: `[--out FILE] [--explain] ${SCENARIO_USAGE}`,
  meaning:
    "Says how far reported figures reach, what the next quarter still lacks and how it compares with the forecast; --explain says which assumptions would have given what came; with --out it rebuilds the workbook.",
  async run(args, place) {
    const line = readCommandLine(args, { ...SCENARIO_OPTIONS, out: "value", explain: "flag" }, 0);
    const model = openProject(line, place);
    const chosen = chosenScenario(model, line);
    const { reported, forecast } = vintageOf(model.data);
    place.print(
      `${reachWords(model.data)}, ${forecast === null ? "nothing is forecast: the model ends there" : `forecast from ${forecast}`}.`,
    );
    const last = forecast === null ? QUARTERS.length - 1 : periodIndex(forecast);
    for (let column = periodIndex(reported) + 1; column <= last; column++) {
      place.print(standing(model, column));
      comparison(chosen, column).forEach(place.print);
      if (line.flag("explain") && canExplain(model, column)) explained(chosen, column).forEach(place.print);
    }
    if (forecast !== null)
      place.print(`kc template ${forecast} prints a file to fill in; kc roll --actuals FILE.csv reads it.`);
    const out = line.value("out");
    if (out === undefined) return 0;
    const path = resolve(place.calledIn, out);
    const size = await writeWorkbook(model, chosen, path, place);
    place.print(`Workbook: ${path} (${size})`);
    return 0;
  },
};

/** How much of a quarter is known and what it lacks, in one sentence. */
function standing({ data }: Model, column: number): string {
  const state = data.knowledge(column);
  const named = `${QUARTERS[column]!.label} (${STATE_NAMES[state].toLowerCase()})`;
  const label = (id: string): string => LINE_BY_ID.get(id)!.label;
  const lacking = missingResults(REQUIRED, data.figure, column);
  if (lacking.length > 0)
    return `${named} lacks for its results: ${lacking.map((lines) => lines.map(label).join(" or ")).join("; ")}.`;
  if (state === "reported") return `${named} is whole: the next quarter opens from its balance sheet.`;
  const missing = missingOfSheet(REQUIRED, data.figure, column);
  if (missing.length > 0)
    return `${named} lacks for its balance sheet: ${missing.map(label).join(", ")}; until it is whole the model calculates it.`;
  const side = (lines: readonly string[]): number =>
    lines.reduce((sum, id) => sum + Number(data.figure(id, column)!.value), 0);
  const difference = Number((side(REQUIRED.assets) - side(REQUIRED.claims)).toFixed(1));
  return `${named} has a balance sheet that does not tie: assets less liabilities and equity are ${difference} RMB m. It does not count until it does.`;
}

/** Known figures of a quarter beside what the model forecast before it was known. */
function comparison({ model, scenario }: ChosenScenario, column: number): readonly string[] {
  const known = TYPED_LINES.filter(
    ({ id, typed }) => typed === "result" && model.data.figure(id, column) !== undefined,
  );
  if (known.length === 0) return [];
  const before = modelBefore(model, column);
  const values = before.fast(model.assumptions(scenario.id));
  return [
    `Known in ${QUARTERS[column]!.label} against the forecast before (${scenario.name}), RMB m:`,
    ...known.map(({ id, label }) => {
      const [figure, forecast] = [Number(model.data.figure(id, column)!.value), values.value(id, column)];
      const against = Number.isFinite(forecast)
        ? `${tenths(forecast)} forecast, ${signed(figure - forecast)}`
        : "not forecast";
      return `  ${label}: ${tenths(figure)} known, ${against}`;
    }),
  ];
}

/** The smallest moves that reproduce a quarter in the model as it stood before it, and what none closes. */
function explained({ model, scenario }: ChosenScenario, column: number): readonly string[] {
  const print = explainPrint(model, model.assumptions(scenario.id), column);
  const { moves } = print;
  const open = unexplained(print);
  return [
    `What would have given ${QUARTERS[column]!.label} (${scenario.name}), each the smallest move of one assumption that leaves the lines before it alone:`,
    ...(moves.length === 0 ? ["  Nothing has to move."] : []),
    ...moves.map(
      ({ driver, present, value, closes, difference }) =>
        `  ${driver.label}: ${driverText(value, driver.unit)} instead of ${driverText(present, driver.unit)} closes ${closes.label} (${signed(difference)}); --set ${driver.id}=${driverText(value, driver.unit)}`,
    ),
    ...(open.length === 0
      ? []
      : [
          `  No single assumption closes: ${open.map(({ line, reported, after }) => `${line.label} (${signed(reported - after)} left)`).join("; ")}.`,
        ]),
  ];
}

/** A value as --set reads it: percentages as 12.5. */
function driverText(value: number, unit: Unit): string {
  return String(Number((unit === "%" ? value * 100 : value).toPrecision(6)));
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${tenths(value)}`;
}
