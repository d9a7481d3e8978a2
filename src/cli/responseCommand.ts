import { response, responseNotes, RESPONSE_LINES, type DriverResponse, type Response } from "../analysis";
import { domainOf, type Model } from "../model";
import { alignedTable } from "./alignedTable";
import { told, word } from "../words";
import type { Command } from "./command";
import { readCommandLine } from "./commandLine";
import { ANSWER_OPTIONS, ANSWER_USAGE, chosenScenario, openProject } from "./openProject";

/** kc response: how each driver moves revenue, results and cash. */
export const responseCommand: Command = {
  name: "response",
  usage: ANSWER_USAGE,
  meaning:
    "Moves each driver alone and prints what revenue, results, cash and net debt of each forecast year do, the declared direction, and in words why nothing moves.",
  run(args, place) {
    const line = readCommandLine(args, ANSWER_OPTIONS, 0);
    const { model, scenario } = chosenScenario(openProject(line, place), line);
    const assumptions = model.assumptions(scenario.id);
    const answer = response(model, assumptions);
    const notes = responseNotes(model, assumptions, answer);
    if (line.flag("json")) {
      const drivers = answer.rows.map((row) => record(row, answer));
      place.data(JSON.stringify({ scenario: scenario.name, notes, drivers }, null, 1));
      return 0;
    }
    place.print(
      `${scenario.name}: effect of the upper less the lower value, RMB m, in ${answer.years.join(" / ")}`,
    );
    notes.forEach(place.print);
    lines(model, answer).forEach(place.data);
    return 0;
  },
};

function record(
  { driver, present, low, high, effects, signs, why }: DriverResponse,
  { years }: Response,
): object {
  const byLine = <Value>(value: (index: number) => Value): Record<string, Value> =>
    Object.fromEntries(RESPONSE_LINES.map(({ id }, index) => [id, value(index)]));
  return {
    driver: driver.id,
    label: driver.label,
    unit: driver.unit,
    present,
    low,
    high,
    effects: byLine((index) =>
      Object.fromEntries(years.map((year, place) => [`FY${year}`, effects[index]![place]!])),
    ),
    signs: byLine((index) => signs[index] ?? null),
    why,
  };
}

/** The table with its columns lined up; under a driver that moves nothing, why. */
function lines(model: Model, { rows }: Response): readonly string[] {
  const table = [
    ["driver", "lower", "upper", ...RESPONSE_LINES.map(({ label }) => label)].map(word),
    ...rows.map((row, index) => {
      const { shown } = domainOf(model.rows[index]!);
      return [
        row.driver.id,
        shown(row.low),
        shown(row.high),
        ...row.effects.map(
          (years, figure) => `${years.map(amount).join(" / ")}${signMark(row.signs[figure])}`,
        ),
      ];
    }),
  ];
  return alignedTable(table).flatMap((text, index) => {
    const why = index === 0 ? null : rows[index - 1]!.why;
    return why === null ? [text] : [text, `    ${told(why)}`];
  });
}

/** The declared direction behind the effects. */
function signMark(sign: string | undefined): string {
  return sign === undefined ? "" : ` ${sign}`;
}

function amount(value: number): string {
  const digits = value !== 0 && Math.abs(value) < 10 ? 1 : 0;
  const text = Math.abs(value).toLocaleString("en-US", { maximumFractionDigits: digits });
  if (value !== 0 && !/[1-9]/.test(text)) return value > 0 ? "+0.0" : "-0.0";
  return value > 0 ? `+${text}` : value < 0 ? `-${text}` : "0";
}
