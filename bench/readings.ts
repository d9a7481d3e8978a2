import { LINES, WIDTH } from "../src/companies/kingsoftCloud";
import type { Model } from "../src/model";
import { cells, figure, number, type Findings } from "./findings";
import { timeInTurn } from "./rounds";
import { scenarioVectors, type Yardstick } from "./yardstick";

const ROUNDS = 15;
const [STRAIGHT, AGAIN, FAST, EXACT] = [
  "straight-line doubles",
  "straight-line doubles, measured again",
  "fast reading",
  "exact reading (decimal.js)",
] as const;

/** Findings with the time of one straight-line flex, to which other subjects compare. */
export interface ReadingFindings extends Findings {
  readonly straightMicroseconds: number;
}

/** A full flex of one scenario by each reading. */
export function measureReadings({ model, cells: formulaCells, straight }: Yardstick): ReadingFindings {
  const sets = scenarioVectors(model);
  const times = timeInTurn(
    [
      { name: STRAIGHT, calls: 3000, run: straight },
      { name: FAST, calls: 3000, run: (call) => void model.flex(sets[call % sets.length]!) },
      { name: AGAIN, calls: 3000, run: straight },
      { name: EXACT, calls: 2, run: () => wholeModelExactly(model) },
    ],
    ROUNDS,
  );
  const straightMicroseconds = times.get(STRAIGHT)!.median;
  const ratio = (name: string): number => times.get(name)!.median / straightMicroseconds;
  return {
    straightMicroseconds,
    figures: {
      formulaCells,
      rounds: ROUNDS,
      microseconds: Object.fromEntries(times),
      ratios: Object.fromEntries([...times.keys()].map((name) => [name, ratio(name)])),
    },
    tables: [
      {
        title: "One scenario",
        text: `A full flex of one scenario, ${number(formulaCells, 0)} formula cells: microseconds, ${ROUNDS} rounds in turn, ratio to straight-line doubles. How far the yardstick is from itself is the noise of the run.`,
        head: ["", "median", "min-max", "ratio", "flexes a second"],
        rows: [STRAIGHT, AGAIN, FAST, EXACT].map((name) => [
          name,
          ...cells(times.get(name)!),
          number(ratio(name), 2),
          number(1e6 / times.get(name)!.median, 0),
        ]),
      },
    ],
    headlines: [
      {
        promise: "A re-flex costs about what straight-line JavaScript costs",
        found: `${number(ratio(FAST), 2)} times straight-line doubles: ${figure(times.get(FAST)!.median)} µs for ${number(formulaCells, 0)} cells (the yardstick against itself: ${number(ratio(AGAIN), 2)}); the exact reading ${number(ratio(EXACT), 0)} times`,
      },
    ],
  };
}

function wholeModelExactly(model: Model): void {
  const cell = model.exactly(model.assumptions("base"));
  for (const { id } of LINES) for (let column = 0; column < WIDTH; column++) cell(id, column);
}
