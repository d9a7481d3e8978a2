import { compilePart, runPart } from "./childRun";
import type { CellTimes } from "./coldCells";
import { cells, number, type Findings } from "./findings";
import { inputRange } from "./functionCalls";
import { spreadOf, type Spread } from "./rounds";
import type { Yardstick } from "./yardstick";

const COUNT = 100_000;
const ROUNDS = 3;

/** A worksheet full of KC functions, each round in a new process. */
export async function measureCells({ plan }: Yardstick): Promise<Findings> {
  const file = await compilePart(
    `import { calculateCells } from "./bench/coldCells"; calculateCells(${JSON.stringify(inputRange(plan))});`,
    "coldCells",
  );
  const kinds = [
    { name: "without KC_Inputs", word: "none" },
    { name: "each with KC_Inputs", word: "inputs" },
  ].map((kind) => ({ ...kind, times: [] as CellTimes[] }));
  for (let round = 0; round < ROUNDS; round++)
    for (const { word, times } of kinds) times.push(runPart<CellTimes>(file, String(COUNT), word));
  const found = kinds.flatMap(({ name, times }) =>
    (["cold", "warm"] as const).map((state) => {
      const seconds = spreadOf(times.map((time) => time[state]));
      return {
        name: `${name}, ${state}`,
        seconds,
        callsASecond: COUNT / seconds.median,
        megabytes: Math.max(...times.map(({ megabytes }) => megabytes)),
      };
    }),
  );
  const row = ({
    name,
    seconds,
    callsASecond,
    megabytes,
  }: {
    readonly name: string;
    readonly seconds: Spread;
    readonly callsASecond: number;
    readonly megabytes: number;
  }): readonly string[] => [name, ...cells(seconds), number(callsASecond, 0), number(megabytes, 0)];
  const open = spreadOf(kinds.flatMap(({ times }) => times.map(({ open: each }) => 1000 * each)));
  return {
    figures: { cells: COUNT, rounds: ROUNDS, openMilliseconds: open, found },
    tables: [
      {
        title: `${number(COUNT, 0)} cells with KC functions`,
        text: `REVENUE, LINE, GROWTH, ECOSYSTEM_SHARE, CAP and SERIES with changing periods, lines and scenarios, as plain functions: seconds for all cells, ${ROUNDS} rounds, each in a new process. Cold is the first time in the process, compiler and results included; opening the shipped model before it took ${cells(open).join(" (")}) ms. MB is the largest memory of the process.`,
        head: ["", "median s", "min-max", "calls a second", "MB"],
        rows: found.map(row),
      },
    ],
    headlines: [
      {
        promise: "KC calls a second",
        found: found.map(({ name, callsASecond }) => `${number(callsASecond, 0)} ${name}`).join("; "),
      },
    ],
  };
}
