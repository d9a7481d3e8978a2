import {
  bridge,
  compareScenarios,
  EXACT_LEVERS,
  leversBetween,
  measureOf,
  RESPONSE_LINES,
  sensitivity,
  simulate,
  spanOfColumn,
  tornado,
  type BridgedFigure,
  type Measure,
  type ModelState,
} from "../src/analysis";
import { isAfter, LINE_BY_ID, periodIndex, SCENARIOS, YEARS } from "../src/companies/kingsoftCloud";
import type { Assumptions, Model } from "../src/model";
import { cells, figure, number, type Findings } from "./findings";
import { timeInTurn } from "./rounds";
import { scenarioVectors, type Yardstick } from "./yardstick";

const ROUNDS = 9;
const DRAWS = 10_000;
const BARE = "bare flex, no assumption read";

/** From Base to as many of the Upside's levers as are bridged exactly, over the key figures of every year ahead. */
function longestExactWay(model: Model): {
  readonly from: ModelState;
  readonly to: ModelState;
  readonly figures: readonly BridgedFigure[];
} {
  const state = (assumptions: Assumptions): ModelState => ({ model, assumptions });
  const [from, upside] = [state(model.assumptions("base")), model.assumptions("upside")];
  const moved = leversBetween(from, state(upside))
    .slice(0, EXACT_LEVERS)
    .flatMap(({ drivers }) => drivers);
  const to = state(new Map([...from.assumptions, ...moved.map((id) => [id, upside.get(id)!] as const)]));
  const years = YEARS.map(({ label }) => periodIndex(label)).filter((column) =>
    isAfter(column, model.data.opening),
  );
  const figures = RESPONSE_LINES.flatMap((line) => years.map((column) => ({ line, column })));
  if (leversBetween(from, to).length !== EXACT_LEVERS) throw new Error("The bridge has too few levers.");
  return { from, to, figures };
}

/** Scenario sweep, driver sweeps, a bridge and a simulation, against as many bare flexes. */
export function measureSweeps({ model }: Yardstick): Findings {
  const measure = (id: string): Measure =>
    measureOf(LINE_BY_ID.get(id)!, spanOfColumn(periodIndex("FY2027")));
  const measures = [measure("revenue"), measure("adjustedEbitda")];
  const base = model.assumptions("base");
  const sets = scenarioVectors(model);
  const caps = Array.from({ length: 200 }, (_, index) => 2500 + 10 * index);
  const bars = tornado(model, base, measures[0]!).bars.length;
  if (bars < 10) throw new Error(`The tornado has ${bars} bars only.`);
  const tornadoFlexes = 1 + 2 * model.rows.length;
  const pair = [
    { driver: "capXiaomi2027", values: caps.slice(0, 50) },
    {
      driver: "xiaomiDemandGrowth2027",
      values: Array.from({ length: 50 }, (_, index) => 0.05 + 0.001 * index),
    },
  ] as const;
  const way = longestExactWay(model);
  const sweeps = [
    { name: BARE, flexes: 1, calls: 3000, run: (call: number) => void model.flex(sets[call % sets.length]!) },
    {
      name: "all scenarios side by side, two figures",
      flexes: SCENARIOS.length + 1,
      calls: 200,
      run: () => void compareScenarios(model, measures),
    },
    {
      name: "driver sweep, 200 values",
      flexes: caps.length,
      calls: 10,
      run: () => void sensitivity(model, base, measures[0]!, { driver: "capXiaomi2027", values: caps }),
    },
    {
      name: "two drivers, 50 x 50 values",
      flexes: 2500,
      calls: 1,
      run: () => void sensitivity(model, base, measures[0]!, pair[0], pair[1]),
    },
    {
      name: "tornado over every driver",
      flexes: tornadoFlexes,
      calls: 4,
      run: () => void tornado(model, base, measures[0]!),
    },
    {
      name: `bridge of ${EXACT_LEVERS} levers, every order, all key figures`,
      flexes: 2 ** EXACT_LEVERS + EXACT_LEVERS + 2,
      calls: 1,
      run: () => void bridge(way.from, way.to, way.figures),
    },
    {
      name: `simulation, ${number(DRAWS, 0)} draws, two figures`,
      flexes: DRAWS,
      calls: 1,
      run: () => void simulate(model, base, measures, { seed: 1, draws: DRAWS }),
    },
  ];
  const times = timeInTurn(sweeps, ROUNDS);
  const bare = times.get(BARE)!.median;
  const found = sweeps.map(({ name, flexes }) => ({
    name,
    flexes,
    microseconds: times.get(name)!,
    flexesASecond: (1e6 * flexes) / times.get(name)!.median,
    multipleOfBareFlexes: times.get(name)!.median / flexes / bare,
  }));
  return {
    figures: found,
    tables: [
      {
        title: "Sweeps and simulation",
        text: `Milliseconds for the whole of each, ${ROUNDS} rounds in turn; flexes (draws) a second, and the time as a multiple of as many bare flexes.`,
        head: ["", "flexes", "median ms", "min-max", "flexes a second", "x bare flexes"],
        rows: found.map(
          ({ name, flexes, microseconds: { min, median, max }, flexesASecond, multipleOfBareFlexes }) => [
            name,
            number(flexes, 0),
            ...cells({ min: min / 1000, median: median / 1000, max: max / 1000 }),
            number(flexesASecond, 0),
            figure(multipleOfBareFlexes),
          ],
        ),
      },
    ],
  };
}
