import {
  addingUp,
  bridge,
  RESPONSE_LINES,
  shownDecimals,
  typedBetween,
  type Bridge,
  type BridgedFigure,
} from "../analysis";
import { findScenarioArgument } from "../functions";
import { isAfter, periodIndex, PERIODS, QUARTERS, YEARS } from "../companies/kingsoftCloud";
import type { LineItem, Model } from "../model";
import { alignedTable } from "./alignedTable";
import { told, word } from "../words";
import type { Command } from "./command";
import { CommandError } from "./commandError";
import { readCommandLine } from "./commandLine";
import { openProject, SEEDS_OPTION } from "./openProject";
import { readState, type NamedState } from "./readState";
import { shownInput } from "./shownInput";
import { sheetDifferences } from "./sheetDifferences";
import { tenths } from "./tenths";

/** kc diff: what differs between two workbooks or scenarios, and the exact way from the figures of one to the other's. */
export const diffCommand: Command = {
  name: "diff",
  usage: "OLD NEW [--scenario NAME] [--json] [--seeds DIR]",
  meaning:
    "Compares two states, each an .xlsx file or the name of a scenario: assumptions and typed figures that differ, formulas typed over, sheets of one's own, and what each lever adds to revenue, results and cash, adding up exactly and in no order.",
  async run(args, place) {
    const line = readCommandLine(args, { ...SEEDS_OPTION, scenario: "value", json: "flag" }, 2);
    const [old, recent] = line.positionals;
    if (old === undefined || recent === undefined)
      throw new CommandError(
        "diff needs two states, each an .xlsx file or a scenario, e.g. kc diff base upside.",
      );
    const model = openProject(line, place);
    const scenario = line.value("scenario");
    if (scenario !== undefined && ![old, recent].some((state) => /\.xlsx$/i.test(state)))
      findScenarioArgument(scenario);
    const from = await readState(model, old, scenario, place);
    const to = await readState(model, recent, scenario, place);
    const found = bridge(from, to, figuresOf(model));
    const difference: Difference = {
      from,
      to,
      assumptions: assumptionsBetween(model, from, to, found),
      typed: typedBetween(from.model, to.model).map((each) => ({
        line: each.line,
        period: QUARTERS[each.column]!.label,
        from: typedWords(each.from),
        to: typedWords(each.to),
      })),
      sheets: betweenSheets(from, to),
      found,
    };
    if (line.flag("json")) place.data(JSON.stringify(record(difference), null, 1));
    else {
      words(difference).forEach(place.print);
      bridgeTable(found).forEach(place.data);
      errorWords(found).forEach(place.print);
    }
    return 0;
  },
};

/** What differs between the sheets of two workbooks; of two languages only assumptions and figures can be compared. */
function betweenSheets(from: NamedState, to: NamedState): readonly string[] {
  if (from.workbook === null || to.workbook === null) return [];
  if (from.words !== to.words)
    return [
      "The workbooks are in two languages: their sheets are not compared, only assumptions and figures.",
    ];
  return sheetDifferences(from.workbook, to.workbook, from.words);
}

interface Difference {
  readonly from: NamedState;
  readonly to: NamedState;
  readonly assumptions: readonly { readonly driver: string; readonly from: string; readonly to: string }[];
  readonly typed: readonly {
    readonly line: LineItem;
    readonly period: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly sheets: readonly string[];
  readonly found: Bridge;
}

/** Revenue, results, cash and net debt of each year that is not over. */
function figuresOf(model: Model): readonly BridgedFigure[] {
  const columns = YEARS.map(({ label }) => periodIndex(label)).filter((c) => isAfter(c, model.data.opening));
  return RESPONSE_LINES.flatMap((line) => columns.map((column) => ({ line, column })));
}

function assumptionsBetween(
  model: Model,
  from: NamedState,
  to: NamedState,
  { steps }: Bridge,
): Difference["assumptions"] {
  const drivers = new Set(steps.flatMap(({ lever }) => lever.drivers));
  return [...model.rows, ...model.quarterRows]
    .filter(({ driver }) => drivers.has(driver.id))
    .map((row) => {
      const shown = (state: NamedState): string => shownInput(row, state.assumptions.get(row.driver.id));
      return { driver: row.driver.id, from: shown(from), to: shown(to) };
    });
}

/** A typed figure in words. */
function typedWords(value: string | undefined): string {
  return value === "" ? "taken away" : (value ?? "as shipped");
}

function record({ from, to, assumptions, typed, sheets, found }: Difference): object {
  const named = (values: readonly number[]): object =>
    Object.fromEntries(
      RESPONSE_LINES.map((line) => [
        line.id,
        Object.fromEntries(
          found.figures.flatMap((figure, place) =>
            figure.line === line ? [[PERIODS[figure.column]!.label, values[place]!]] : [],
          ),
        ),
      ]),
    );
  return {
    from: from.name,
    to: to.name,
    assumptions,
    typed: typed.map((each) => ({ ...each, line: each.line.id })),
    sheets,
    bridge: {
      before: named(found.before),
      levers: found.steps.map(({ lever, parts, alone, errors }) => ({
        lever: lever.label,
        drivers: lever.drivers,
        part: named(parts),
        alone: named(alone),
        ...(found.orders !== null && { standardError: named(errors) }),
      })),
      after: named(found.after),
      orders: found.orders,
    },
  };
}

function words({ from, to, assumptions, typed, sheets }: Difference): readonly string[] {
  const count = (number: number, one: string, many: string): string =>
    `${number === 0 ? "No" : number} ${number === 1 ? one : many}`;
  return [
    `From ${from.name} to ${to.name}`,
    `${count(assumptions.length, "assumption differs", "assumptions differ")}${assumptions.length > 0 ? ":" : "."}`,
    ...assumptions.map((each) => `  ${each.driver}: ${each.from} -> ${each.to}`),
    ...(typed.length > 0 ? [`${count(typed.length, "typed figure differs", "typed figures differ")}:`] : []),
    ...typed.map((each) => `  ${each.line.label}, ${each.period}: ${each.from} -> ${each.to}`),
    ...sheets,
  ];
}

/** What each lever adds, line by line, in the language spoken; nothing where nothing differs. */
function bridgeTable(found: Bridge): readonly string[] {
  if (found.steps.length === 0) return [];
  const years = [...new Set(found.figures.map(({ column }) => PERIODS[column]!.label))];
  const cell = (values: readonly number[], figure: number): string =>
    years.map((_, year) => tenths(values[figure * years.length + year]!)).join(" / ");
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    ...RESPONSE_LINES.map((_, figure) => cell(values, figure)),
  ];
  const shown = found.figures.map(({ line }, place) =>
    addingUp(
      found.before[place]!,
      found.after[place]!,
      found.steps.map(({ parts }) => parts[place]!),
      shownDecimals(line.unit),
    ),
  );
  const together = found.figures.map(
    (_, place) =>
      found.after[place]! -
      found.before[place]! -
      found.steps.reduce((sum, { alone }) => sum + alone[place]!, 0),
  );
  const table = [
    ["", ...RESPONSE_LINES.map((line) => word(line.label))],
    row("before", found.before),
    ...found.steps.map(({ lever }, step) =>
      row(
        lever.label,
        shown.map(({ parts }) => parts[step]!),
      ),
    ),
    row("after", found.after),
    row("inside these: what levers do together beyond each alone", together),
  ];
  const counted =
    found.orders === null
      ? "every order of the levers counts:"
      : `the mean of ${found.orders.toLocaleString("en")} orders of the levers:`;
  return [
    told(`What each lever adds, RMB m, in ${years.join(" / ")}; ${counted}`),
    ...alignedTable(table.map(([label, ...cells]) => [word(label!), ...cells])),
  ];
}

/** How far a part may be off, where orders were drawn. */
function errorWords({ orders, steps }: Bridge): readonly string[] {
  if (orders === null || steps.length === 0) return [];
  const largest = Math.max(...steps.flatMap(({ errors }) => errors));
  return [`The largest standard error of a part is ${largest.toFixed(1)}; the parts add up exactly.`];
}
