/** Run in a process of its own by officeRuns.ts: measures on the real office.js over the host of the tests, and prints JSON. */

import { createRequire } from "node:module";
import { join } from "node:path";
import { readSeedsFolder } from "../src/cli/readSeedsFolder";
import { excelHost } from "../src/hosts/officejs/excelHost";
import { openModel } from "../src/model";
import { loadSeeds } from "../src/seeds";
import { buildPlan } from "../src/workbook/buildPlan";
import { bootOffice } from "../test/officeHost/bootOffice";
import { callFunctions } from "../test/officeHost/customFunctionCalls";
import { latestSets, oldSets } from "../test/officeHost/nativeHost";
import { VARIED } from "./functionCalls";
import { spreadOf, type Spread } from "./rounds";

/** Memory of one process, in MB. */
export interface MemoryFigures {
  readonly startMegabytes: number;
  readonly peakMegabytes: number;
}

/** Microseconds a call through the custom functions runtime, and medians as multiples of a function that does nothing. */
export interface OfficeCallFigures extends MemoryFigures {
  readonly callsARound: number;
  readonly rounds: number;
  readonly microseconds: Readonly<Record<string, Spread>>;
  readonly ratios: Readonly<Record<string, number>>;
  readonly callsPerSecond: Readonly<Record<string, number>>;
}

/** A build of the real plan in an open workbook, and the same again when nothing has changed. */
export interface OfficeBuildFigures extends MemoryFigures {
  readonly rounds: number;
  readonly sheets: number;
  readonly cells: number;
  readonly syncs: number;
  readonly sentKilobytes: number;
  readonly receivedKilobytes: number;
  readonly largestBatchKilobytes: number;
  readonly planMilliseconds: Spread;
  readonly writeMilliseconds: Spread;
  readonly unchangedSyncs: number;
  readonly unchangedMilliseconds: Spread;
}

/** The library waits half a second after it has sent results before it sends the next; rounds start after that. */
const REST_MILLISECONDS = 700;
const EMPTY = "a function that does nothing";

async function measureCalls(sets: typeof oldSets, functionsFile: string, rounds: number, callsARound: number): Promise<OfficeCallFigures> {
  const startMegabytes = residentMegabytes();
  const running = await bootOffice({ sets });
  const { shippedModel } = createRequire(join(process.cwd(), "package.json"))(`./${functionsFile}`) as { shippedModel: () => Promise<unknown> };
  await shippedModel();
  CustomFunctions.associate("NOTHING", () => 0);
  const contenders = [
    { name: EMPTY, call: () => ({ name: "NOTHING", args: ["FY2026", "xiaomi", "Base", null] }) },
    { name: "KC.REVENUE, same arguments", call: () => ({ name: "REVENUE", args: ["FY2026", "xiaomi", "Base", null] }) },
    { name: "KC.REVENUE, arguments vary", call: (index: number) => ({ name: "REVENUE", args: VARIED[index % VARIED.length]! }) },
  ].map(({ name, call }) => ({ name, calls: Array.from({ length: callsARound }, (_, index) => call(index)), times: [] as number[] }));
  for (let round = -1; round < rounds; round++) {
    for (const { name, calls, times } of contenders) {
      await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS));
      const start = process.hrtime.bigint();
      const answers = await callFunctions(running, calls);
      const took = Number(process.hrtime.bigint() - start) / 1000 / callsARound;
      const failed = answers.find((answer) => "error" in answer);
      if (failed !== undefined) throw new Error(`${name}: ${JSON.stringify(failed)}`);
      if (round >= 0) times.push(took);
    }
  }
  running.close();
  const spreads = contenders.map(({ name, times }) => [name, spreadOf(times)] as const);
  const nothing = spreads[0]![1].median;
  return {
    callsARound,
    rounds,
    microseconds: Object.fromEntries(spreads),
    ratios: Object.fromEntries(spreads.map(([name, { median }]) => [name, median / nothing])),
    callsPerSecond: Object.fromEntries(spreads.map(([name, { median }]) => [name, Math.round(1e6 / median)])),
    startMegabytes,
    peakMegabytes: peakMegabytes(),
  };
}

async function measureBuild(rounds: number): Promise<OfficeBuildFigures> {
  const startMegabytes = residentMegabytes();
  const model = openModel(loadSeeds(readSeedsFolder("seeds")));
  const [planned, written, again]: [number[], number[], number[]] = [[], [], []];
  let counts: Pick<OfficeBuildFigures, "sheets" | "cells" | "syncs" | "sentKilobytes" | "receivedKilobytes" | "largestBatchKilobytes" | "unchangedSyncs"> | undefined;
  for (let round = -1; round < rounds; round++) {
    const running = await bootOffice();
    const host = excelHost();
    const start = performance.now();
    const plan = buildPlan(model, { scenario: "base", overrides: new Map(), created: "2026-01-01T00:00:00Z", version: "bench" });
    const ready = performance.now();
    const report = await host.write(plan);
    const done = performance.now();
    const { batches } = running.bridge;
    const sum = (figure: (batch: (typeof batches)[number]) => number): number => batches.reduce((all, batch) => all + figure(batch), 0) / 1024;
    const cost = { sentKilobytes: sum((batch) => batch.requestBytes), receivedKilobytes: sum((batch) => batch.responseBytes), largestBatchKilobytes: Math.max(...batches.map((batch) => batch.requestBytes)) / 1024 };
    const from = performance.now();
    const second = await host.write(plan);
    const to = performance.now();
    if (report.outcome !== "built" || second.outcome !== "unchanged" || running.host.missing.length > 0) {
      throw new Error(`The build came out as ${report.outcome}, again as ${second.outcome}: ${report.problem?.title ?? second.problem?.title ?? running.host.missing.join(", ")}`);
    }
    running.close();
    counts = { sheets: report.sheets, cells: report.cells, syncs: report.syncs, unchangedSyncs: second.syncs, ...cost };
    if (round < 0) continue;
    planned.push(ready - start);
    written.push(done - ready);
    again.push(to - from);
  }
  return { rounds, ...counts!, planMilliseconds: spreadOf(planned), writeMilliseconds: spreadOf(written), unchangedMilliseconds: spreadOf(again), startMegabytes, peakMegabytes: peakMegabytes() };
}

const residentMegabytes = (): number => process.memoryUsage().rss / 2 ** 20;
const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

async function main([what, functionsFile = "", calls = "10000"]: readonly string[]): Promise<void> {
  const found = what === "build" ? await measureBuild(5) : await measureCalls(what === "cards" ? latestSets : oldSets, functionsFile, 5, Number(calls));
  finished = true;
  process.stdout.write(`\n${JSON.stringify(found)}\n`, () => process.exit(0));
}

let finished = false;
process.on("exit", (code) => {
  if (finished || code !== 0) return;
  process.stderr.write("The library left calls without an answer.");
  process.exitCode = 1;
});

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`, () => process.exit(1));
});
