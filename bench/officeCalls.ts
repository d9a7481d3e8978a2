/** Run in a process of its own by inOffice.ts: calls KC functions through the real office.js over the host of the tests, and prints JSON. */

import { shippedModel } from "../src/functions/shippedModel";
import { bootOffice, type Running } from "../test/officeHost/bootOffice";
import { callFunctions } from "../test/officeHost/customFunctionCalls";
import { latestSets, oldSets } from "../test/officeHost/nativeHost";
import { VARIED, type InputRows } from "./functionCalls";
import { mixedCells } from "./mixedCells";
import { spreadOf, type Spread } from "./rounds";

/** One kind of calls: microseconds a call, and how many of a round were answered with a card. */
export interface OfficeCalls {
  readonly name: string;
  readonly calls: number;
  readonly microseconds: Spread;
  readonly cards: number;
}

/** All kinds measured in one process, the first of them a function that does nothing. */
export interface OfficeCallFigures {
  readonly rounds: number;
  readonly kinds: readonly OfficeCalls[];
  readonly peakMegabytes: number;
}

interface Kind {
  readonly name: string;
  readonly calls: readonly { readonly name: string; readonly args: readonly unknown[] }[];
}

/** The library waits half a second after it has sent results before it sends the next; rounds start after that. */
const REST_MILLISECONDS = 700;
/** Cards go out again five seconds after the first of a recalculation. */
const CARD_REST_MILLISECONDS = 5_200;

const repeated = (count: number, call: (index: number) => Kind["calls"][number]): Kind["calls"] =>
  Array.from({ length: count }, (_, index) => call(index));
const revenueCalls = (count: number): readonly Kind[] => [
  {
    name: "a function that does nothing",
    calls: repeated(count, () => ({ name: "NOTHING", args: ["FY2026", "xiaomi", "Base", null] })),
  },
  {
    name: "KC.REVENUE, same arguments",
    calls: repeated(count, () => ({ name: "REVENUE", args: ["FY2026", "xiaomi", "Base", null] })),
  },
  {
    name: "KC.REVENUE, arguments vary",
    calls: repeated(count, (index) => ({ name: "REVENUE", args: VARIED[index % VARIED.length]! })),
  },
];

async function measure(kinds: readonly Kind[], cards: boolean, rounds: number): Promise<OfficeCallFigures> {
  const running = await bootOffice({ sets: cards ? latestSets : oldSets });
  // The functions register with the library as they load, so it must be there first.
  await import("../src/functions/functions");
  await shippedModel();
  CustomFunctions.associate("NOTHING", () => 0);
  const found = kinds.map((kind) => ({ kind, times: [] as number[], cards: 0 }));
  for (let round = -1; round < rounds; round++) {
    for (const each of found) {
      await new Promise((resolve) =>
        setTimeout(
          resolve,
          cards && each.kind.name.startsWith("KC") ? CARD_REST_MILLISECONDS : REST_MILLISECONDS,
        ),
      );
      const [took, answered] = await timed(running, each.kind);
      each.cards = answered;
      if (round >= 0) each.times.push(took);
    }
  }
  running.close();
  return {
    rounds,
    kinds: found.map(({ kind, times, cards: answered }) => ({
      name: kind.name,
      calls: kind.calls.length,
      microseconds: spreadOf(times),
      cards: answered,
    })),
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** Microseconds a call, and the number of cards among the answers. */
async function timed(running: Running, { name, calls }: Kind): Promise<readonly [number, number]> {
  const start = process.hrtime.bigint();
  const answers = await callFunctions(running, calls);
  const took = Number(process.hrtime.bigint() - start) / 1000 / calls.length;
  const failed = answers.find((answer) => "error" in answer);
  if (failed !== undefined) throw new Error(`${name}: ${JSON.stringify(failed)}`);
  return [
    took,
    answers.filter(
      (answer) => "value" in answer && typeof answer.value === "object" && !Array.isArray(answer.value),
    ).length,
  ];
}

/** Measures what the command line names: plain, cards, or cells. */
export function callInOffice(inputs: InputRows): void {
  const [what] = process.argv.slice(2);
  let finished = false;
  process.on("exit", (code) => {
    if (finished || code !== 0) return;
    process.stderr.write("The library left calls without an answer.");
    process.exitCode = 1;
  });
  const cells: readonly Kind[] = [
    { name: "100,000 cells without KC_Inputs", calls: mixedCells(100_000, null) },
    { name: "1,000 cells, each with KC_Inputs", calls: mixedCells(1_000, inputs) },
  ];
  const run =
    what === "cells"
      ? measure(cells, false, 3)
      : what === "cards"
        ? measure(revenueCalls(10_000), true, 3)
        : measure(revenueCalls(10_000), false, 5);
  run.then(
    (figures) => {
      finished = true;
      process.stdout.write(`\n${JSON.stringify(figures)}\n`, () => process.exit(0));
    },
    (error: unknown) => {
      process.stderr.write(
        `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
        () => process.exit(1),
      );
    },
  );
}
