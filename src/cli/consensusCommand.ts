import { againstConsensus, type AgainstConsensus } from "../analysis";
import { domainOf, type LineItem, type Model } from "../model";
import { consensusTable } from "../workbook/consensusInputs";
import { AGAINST_LINES, consensusPlaces, usualPeriod, usualSince } from "../workbook/consensusPlaces";
import { alignedTable } from "./alignedTable";
import { told, word, wordIn } from "../words";
import type { Command } from "./command";
import { readCommandLine } from "./commandLine";
import { ANSWER_OPTIONS, ANSWER_USAGE, chosenScenario, openProject } from "./openProject";

/** kc consensus: the model against the brokers' estimates of the facts. */
export const consensusCommand: Command = {
  name: "consensus",
  usage: ANSWER_USAGE,
  meaning:
    "Prints the model against the mean of brokers' estimates by line and period, and which driver would close the difference with the smallest relative move inside its range.",
  run(args, place) {
    const line = readCommandLine(args, ANSWER_OPTIONS, 0);
    const { model, scenario } = chosenScenario(openProject(line, place), line);
    const rows = againstConsensus(
      model,
      model.assumptions(scenario.id),
      consensusTable(model),
      AGAINST_LINES,
      [...consensusPlaces(model).years, usualPeriod(model)],
    );
    if (line.flag("json")) {
      const since = usualSince(model);
      place.data(JSON.stringify({ scenario: scenario.name, since, against: rows.map(record) }, null, 1));
      return 0;
    }
    place.print(`${scenario.name} against estimates newer than ${usualSince(model)}; RMB m unless stated`);
    lines(model, rows).forEach(place.data);
    return 0;
  },
};

function record({ line, period, own, expected, difference, closing }: AgainstConsensus): object {
  return {
    line: line.id,
    label: line.label,
    unit: line.unit,
    period,
    model: own,
    ...expected,
    difference,
    closing:
      closing === null
        ? null
        : {
            driver: closing.driver.id,
            label: closing.driver.label,
            present: closing.present,
            value: closing.value,
            relativeMove: closing.move,
          },
  };
}

function lines(model: Model, rows: readonly AgainstConsensus[]): readonly string[] {
  const table = alignedTable([
    ["line", "period", "model", "mean", "high", "low", "number", "difference"].map((text) =>
      wordIn(text, "head"),
    ),
    ...rows.map(({ line, period, own, expected: { mean, high, low, number }, difference }) => [
      word(line.label),
      period,
      ...[own, mean, high, low].map((value) => amount(line, value)),
      String(number),
      amount(line, difference),
    ]),
  ]);
  return table.flatMap((text, index) =>
    index === 0 ? [text] : [text, `    ${told(words(model, rows[index - 1]!))}`],
  );
}

/** What would close the difference, in words. */
function words(model: Model, { closing }: AgainstConsensus): string {
  if (closing === null)
    return "None of the drivers that move it most closes the difference alone within its range.";
  const { shown } = domainOf(model.rows.find(({ driver }) => driver === closing.driver)!);
  const [from, to] = [closing.present, closing.value].map((value) => shown(Number(value.toPrecision(4))));
  return `Closes at ${closing.driver.id} (${closing.driver.label}) ${to} instead of ${from}, a move of ${percent(closing.move)}.`;
}

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

function amount({ unit }: LineItem, value: number): string {
  return unit === "%" ? percent(value) : value.toLocaleString("en-US", { maximumFractionDigits: 1 });
}
