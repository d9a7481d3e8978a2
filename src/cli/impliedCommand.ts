import { impliedByPrice, type Implied } from "../analysis";
import { SCENARIOS } from "../companies/kingsoftCloud";
import { domainOf, type Model } from "../model";
import { alignedTable } from "./alignedTable";
import { word } from "../words";
import type { Command } from "./command";
import { readCommandLine } from "./commandLine";
import { ANSWER_OPTIONS, ANSWER_USAGE, chosenScenario, openProject } from "./openProject";

/** kc implied: what the price of the ADS implies of caps, demand, prices and multiples, in every scenario. */
export const impliedCommand: Command = {
  name: "implied",
  usage: ANSWER_USAGE,
  meaning:
    "Prints by what factor caps, renewal, demand, prices or the multiple would have to differ for an ADS to be worth its price.",
  run(args, place) {
    const line = readCommandLine(args, ANSWER_OPTIONS, 0);
    const { model, scenario } = chosenScenario(openProject(line, place), line);
    const others = SCENARIOS.map(({ id, name }) => ({
      name,
      found: impliedByPrice(model, model.assumptions(id)),
    }));
    const own = others[scenario.number - 1]!.found;
    const price = model.assumptions(scenario.id).get("adsPrice")!;
    if (line.flag("json")) {
      place.data(
        JSON.stringify(
          {
            scenario: scenario.name,
            price: Number(price),
            implied: own.map(({ path, factor, assumed, implied }, index) => ({
              ...{ path: path.label, drivers: path.drivers, factor, assumed, implied },
              factors: Object.fromEntries(others.map(({ name, found }) => [name, found[index]!.factor])),
            })),
          },
          null,
          1,
        ),
      );
      return 0;
    }
    place.print(`At US$${Number(price)} per ADS, ${scenario.name}: times what is assumed`);
    for (const row of alignedTable([
      ["path", "assumed", "implied", ...others.map(({ name }) => name)].map(word),
      ...own.map((implied, index) => [
        word(implied.path.label),
        shown(model, implied, implied.assumed),
        implied.implied === null ? word("out of reach") : shown(model, implied, implied.implied),
        ...others.map(({ found }) => factorWords(found[index]!.factor)),
      ]),
    ]))
      place.data(row);
    return 0;
  },
};

function shown(model: Model, { path }: Implied, ends: readonly [number, number]): string {
  return ends
    .slice(0, path.drivers.length)
    .map((value, end) => {
      const id = end === 0 ? path.drivers[0]! : path.drivers.at(-1)!;
      const row = model.rows.find(({ driver }) => driver.id === id)!;
      return domainOf(row).shown(Number(value.toPrecision(3)));
    })
    .join(" … ");
}

const factorWords = (factor: number | null): string => (factor === null ? "–" : `${factor.toFixed(2)}x`);
