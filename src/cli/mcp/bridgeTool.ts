import { z } from "zod";
import { bridge, waterfall, type ModelCell, type Waterfall } from "../../analysis";
import { PERIODS } from "../../companies/kingsoftCloud";
import type { Model } from "../../model";
import { CommandError } from "../commandError";
import { readState, type NamedState } from "../readState";
import { askedFigure } from "./askedCells";
import { lineInput, overridesInput, periodInput, scenarioInput, textInput } from "./inputs";
import { proofOf } from "./proof";
import { chosenBy, tool } from "./tool";
import type { Desk } from "./tool";

const STATE = "a scenario as shipped (Base, Upside, …), or the path of an .xlsx workbook of this model";

/** The exact way from one state of the model to another for a figure, lever by lever. */
export const bridgeTool = tool({
  name: "bridge",
  title: "Bridge two states",
  description:
    "Says what each lever adds to a figure on the way from one state of the model to another: parts that add up exactly and hang on no order of the levers (Shapley values; with a standard error above twelve levers), what each does alone, and what they do together.",
  input: z.object({
    line: lineInput,
    period: periodInput,
    from: textInput("from must be the name of a scenario or a workbook").describe(
      `The first state: ${STATE}.`,
    ),
    to: textInput("to must be the name of a scenario or a workbook").describe(`The second state: ${STATE}.`),
    scenario: scenarioInput.describe("The scenario that is read from a workbook; Base when left out."),
    overrides: overridesInput.describe("Driver values laid over the second state where it is a scenario."),
  }),
  async run({ line, period, from, to, scenario, overrides }, desk) {
    const { subject, period: asked, cells } = askedFigure(desk.model, line, period);
    const [cell] = cells;
    if (subject.kind === "metric" || cell === undefined || cells.length > 1)
      throw new CommandError(
        "A bridge is of a line of the model in a quarter like 2026Q2 or a year like FY2027.",
      );
    const first = await stateOf(desk, from, scenario);
    const second = await stateOf(desk, to, scenario, overrides);
    const found = bridge(first, second, [cell]);
    const base = { line: subject.line.id, period: PERIODS[cell.column]!.label, unit: subject.line.unit };
    const ends = { from: first.name, to: second.name, ...base };
    if (![found.before[0], found.after[0]].every(Number.isFinite))
      throw new CommandError(`${subject.line.label}: not disclosed for ${asked.label}.`);
    return {
      text: words(waterfall(found, 0), `${subject.line.label}, ${asked.label} (${subject.line.unit})`, ends),
      data: {
        ...ends,
        before: found.before[0],
        after: found.after[0],
        levers: found.steps.map(({ lever, parts, alone, errors }) => ({
          lever: lever.label,
          drivers: lever.drivers,
          part: parts[0],
          alone: alone[0],
          together: parts[0]! - alone[0]!,
          standardError: errors[0],
        })),
        orders: found.orders,
        exact: found.orders === null,
      },
      proof: proofOfState(desk, second, cell),
    };
  },
});

async function stateOf(
  desk: Desk,
  named: string,
  scenario: string | undefined,
  overrides?: Readonly<Record<string, string | number>>,
): Promise<NamedState> {
  const state = await readState(desk.model, named, scenario, desk);
  if (overrides === undefined || Object.keys(overrides).length === 0) return state;
  if (state.workbook !== null)
    throw new CommandError(`overrides are for a scenario as shipped; ${state.name} has its own values.`);
  const chosen = chosenBy(desk, named, overrides);
  return {
    ...state,
    name: `${state.name} with ${[...chosen.overrides.keys()].join(", ")}`,
    assumptions: chosen.model.assumptions(chosen.scenario.id),
  };
}

/** The proof under the second state's assumptions. */
function proofOfState(
  desk: Desk,
  { model, assumptions }: NamedState,
  cell: ModelCell,
): ReturnType<typeof proofOf> {
  const second: Model = { ...model, assumptions: () => assumptions };
  return proofOf(
    { scenario: chosenBy(desk, undefined, undefined).scenario, overrides: new Map(), model: second },
    [cell],
  );
}

function words(
  { before, after, bars, together, orders, decimals }: Waterfall,
  figure: string,
  { from, to, unit }: { readonly from: string; readonly to: string; readonly unit: string },
): string {
  const shown = (value: number): string => value.toFixed(decimals);
  if (bars.length === 0)
    return `${figure}: nothing that differs between ${from} and ${to} moves it; it is ${shown(before)}.`;
  const largest = Math.max(...bars.map(({ error }) => error));
  return [
    `${figure} from ${from} to ${to}${unit === "%" ? ", as fractions of one" : ""}:`,
    `before ${shown(before)}`,
    ...bars.map(
      ({ label, part, alone }) => `${label} ${part < 0 ? "" : "+"}${shown(part)} (alone ${shown(alone)})`,
    ),
    `after ${shown(after)}`,
    `Inside the parts, levers together beyond each alone: ${shown(together)}.`,
    orders === null
      ? "Every order of the levers counts."
      : `Mean of ${orders} orders of the levers; standard error ${shown(largest)} at most.`,
  ].join("\n");
}
