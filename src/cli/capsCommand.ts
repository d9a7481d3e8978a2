import { CAP_PARTIES, capAnswers, type CapAnswer } from "../analysis";
import { isAfter, periodIndex, YEARS } from "../companies/kingsoftCloud";
import { word, wordIn } from "../words";
import { padded } from "./columns";
import type { Command } from "./command";
import { readCommandLine } from "./commandLine";
import { ANSWER_OPTIONS, ANSWER_USAGE, chosenScenario, openProject } from "./openProject";

/** kc caps: each party's cap of each year, and in words whether it binds and what it would take. */
export const capsCommand: Command = {
  name: "caps",
  usage: ANSWER_USAGE,
  meaning:
    "Prints for each party and year the cap, its use, what the next step of cap is worth, and in words whether it binds.",
  run(args, place) {
    const line = readCommandLine(args, ANSWER_OPTIONS, 0);
    const { model, scenario } = chosenScenario(openProject(line, place), line);
    const assumptions = model.assumptions(scenario.id);
    const years = YEARS.map(({ year }) => year).filter((year) =>
      isAfter(periodIndex(`FY${year}`), model.data.opening),
    );
    const answers = capAnswers({ values: model.fast(assumptions), assumptions, data: model.data }, years);
    if (line.flag("json")) {
      place.data(JSON.stringify({ scenario: scenario.name, caps: answers.map(record) }, null, 1));
      return 0;
    }
    place.print(`${scenario.name}, RMB m`);
    const heads = ["party", "year", "cap", "used", "headroom", "use", "lost", "stops binding", "next step"];
    place.data(row(heads.map((text) => wordIn(text, "head"))));
    for (const answer of answers) {
      place.data(
        row([
          word(CAP_PARTIES[answer.party].name),
          String(answer.year),
          amount(answer.cap),
          amount(answer.used),
          amount(answer.headroom),
          share(answer.utilisation),
          amount(answer.lost),
          share(answer.stopsBinding),
          amount(answer.marginalValue),
        ]),
      );
      place.print(`  ${answer.sentence}`);
    }
    return 0;
  },
};

/** JSON has no number for what is not disclosed. */
function record(answer: CapAnswer): object {
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, Number.isNaN(value) ? null : (value as unknown)]),
  );
}

const WIDTHS = [10, 6, 8, 8, 9, 8, 8, 14, 10] as const;

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index === 0 ? padded(cell, WIDTHS[0]) : padded(cell, WIDTHS[index]!, "before")))
    .join("");
}

function amount(value: number): string {
  return Number.isFinite(value) ? (Math.round(value) + 0).toLocaleString("en-US") : word("n/d");
}

function share(value: number): string {
  return Number.isFinite(value) ? `${(value * 100).toFixed(1)} %` : word("n/d");
}
