/** The model's own statement of a quarter, typed as facts, contradicts itself nowhere. */

import { contradictions, tieDifference } from "../../src/analysis";
import { plus, times } from "../../src/formula";
import { cost, FIGURE_TIES, FIGURE_TOLERANCE, PERIODS, rates } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel } from "../../src/model";
import type { ScenarioName } from "../../src/seeds";
import { plantedOpen, type PlantedFormulas, openShipped, type Open } from "../model/plantedModel";
import { borders, ownFigures } from "../model/rollBack";
import { TRIED_SCENARIOS } from "../model/triedScenarios";
import { seededModel } from "../support/seededModel";

const model = seededModel();
const own = borders(model).filter((quarter) => model.data.knowledge(quarter) === "forecast");

/** Ties that a scenario's own quarters break, with the largest difference. */
function missed(id: ScenarioName, open: Open = openShipped): readonly string[] {
  const values = open(model.seeds).fast(model.assumptions(id)).all;
  const { data } = openModel(model.spec, model.seeds, ownFigures(values, own, "whole"));
  return FIGURE_TIES.flatMap((tie) =>
    own
      .map((quarter) => ({ quarter, difference: tieDifference(data, tie, quarter) }))
      .filter(({ difference }) => Math.abs(difference) > 1e-6)
      .slice(0, 1)
      .map(({ quarter, difference }) => `${tie.label}, ${PERIODS[quarter]!.label}: ${difference}`),
  );
}

test.each(TRIED_SCENARIOS.map(({ id, name }) => [name, id] as const))(
  "%s: its own forecast of every quarter, typed as facts, satisfies every tie",
  (_, id) => {
    expect(missed(id)).toEqual([]);
  },
);

/** Cost of revenue with parts of the model's own beside the five that a release states. */
const SEVEN_PARTS: PlantedFormulas = {
  costOther: { forecast: () => times(rates.other, cost.mark) },
  cashCostOfRevenue: {
    forecast: () =>
      plus(
        cost.idc,
        cost.solution,
        cost.fulfilment,
        cost.other,
        times(plus(rates.upfront, rates.pool, rates.rented), cost.mark),
      ),
  },
};

test("caught: parts of cost that no release states, beside the five that it does", () => {
  expect(missed("base", plantedOpen(SEVEN_PARTS)).map((text) => text.split(",")[0])).toEqual([
    "Cost of revenue less its parts",
  ]);
});

test("a difference beyond rounding is named with its quarter, one within it is not", () => {
  const values = model.fast(model.assumptions("base"));
  const [quarter] = own;
  const found = (by: number): readonly string[] => {
    const typed = new Map(ownFigures(values.all, [quarter!], "whole"));
    typed.set(lineKey("costOther", quarter!), String(values.value("costOther", quarter!) + by));
    const { data } = openModel(model.spec, model.seeds, typed);
    return contradictions(data, FIGURE_TIES, FIGURE_TOLERANCE).map(({ tie }) => tie.label);
  };
  expect([found(-1.9), found(47)]).toEqual([[], ["Cost of revenue less its parts"]]);
});

test("the parts of other costs that only the model tells apart never exceed what is typed", () => {
  const [quarter] = own;
  const other = 12;
  const typed = new Map([
    ...ownFigures(model.fast(model.assumptions("base")).all, [quarter!], "whole"),
    [lineKey("costOther", quarter!), String(other)] as const,
  ]);
  const rolled = openModel(model.spec, model.seeds, typed);
  const now = rolled.fast(rolled.assumptions("base"));
  const parts = ["costUpfront", "costPool"].map((line) => now.value(line, quarter!));
  expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
  expect(parts[0]! + parts[1]!).toBeCloseTo(other, 9);
});
