/** Run in a process of its own by functionCells.ts: calculates many cells with KC functions, the first time cold, and prints JSON. */

import { createKcFunctions, type KcArgument } from "../src/functions";
import { figureModel } from "../src/functions/shippedModel";
import type { InputRows } from "./functionCalls";
import { mixedCells } from "./mixedCells";

/** Seconds of one process: the model opened, all cells cold, all cells again; its largest memory. */
export interface CellTimes {
  readonly open: number;
  readonly cold: number;
  readonly warm: number;
  readonly megabytes: number;
}

const seconds = (run: () => void): number => {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
};

/** Calculates the cells named on the command line (how many; "inputs" to hand over the range with each) and prints the times. */
export function calculateCells(inputs: InputRows): void {
  const [count, kind] = process.argv.slice(2);
  process.stdout.write(`\n${JSON.stringify(calculate(Number(count), kind === "inputs" ? inputs : null))}\n`);
}

function calculate(count: number, inputs: InputRows | null): CellTimes {
  let functions: ReturnType<typeof createKcFunctions> | undefined;
  const open = seconds(() => {
    functions = createKcFunctions(figureModel());
  });
  const cells = mixedCells(count, inputs);
  const all = functions as unknown as Readonly<Record<string, (...args: readonly KcArgument[]) => unknown>>;
  const calculateAll = (): void => {
    for (const { name, args } of cells) all[name]!(...args);
  };
  return {
    open,
    cold: seconds(calculateAll),
    warm: seconds(calculateAll),
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}
