/** Run in a process of its own by inOffice.ts: builds the workbook through the real office.js over the host of the tests, and prints JSON. */

import { readSeedsFolder } from "../src/cli/readSeedsFolder";
import { kingsoftCloud } from "../src/companies/kingsoftCloud";
import { excelHost } from "../src/hosts/officejs/excelHost";
import { openModel } from "../src/model";
import { loadSeeds } from "../src/seeds";
import { buildPlan } from "../src/workbook/buildPlan";
import { bootOffice } from "../test/officeHost/bootOffice";
import { spreadOf, type Spread } from "./rounds";
import { PLAN_OPTIONS } from "./yardstick";

/** A build of the real plan in an open workbook, and the same again when nothing has changed; times in milliseconds. */
export interface OfficeBuildFigures extends BuildCounts {
  readonly rounds: number;
  readonly plan: Spread;
  readonly write: Spread;
  readonly unchanged: Spread;
  readonly startMegabytes: number;
  readonly peakMegabytes: number;
}

interface BuildCounts {
  readonly sheets: number;
  readonly cells: number;
  readonly syncs: number;
  readonly unchangedSyncs: number;
  readonly sentKilobytes: number;
  readonly receivedKilobytes: number;
  readonly largestBatchKilobytes: number;
}

/** Builds some times, each in a new workbook, and prints the figures. */
export async function buildInOffice(): Promise<void> {
  const rounds = 5;
  const startMegabytes = process.memoryUsage().rss / 2 ** 20;
  const model = openModel(kingsoftCloud, loadSeeds(readSeedsFolder("seeds")));
  const [planned, written, again]: [number[], number[], number[]] = [[], [], []];
  let counts: BuildCounts | undefined;
  for (let round = -1; round < rounds; round++) {
    const running = await bootOffice();
    const host = excelHost();
    const start = performance.now();
    const plan = buildPlan(model, PLAN_OPTIONS);
    const ready = performance.now();
    const report = await host.write(plan);
    const done = performance.now();
    const { batches } = running.bridge;
    const sum = (figure: (batch: (typeof batches)[number]) => number): number =>
      batches.reduce((all, batch) => all + figure(batch), 0) / 1024;
    const cost = {
      sentKilobytes: sum((batch) => batch.requestBytes),
      receivedKilobytes: sum((batch) => batch.responseBytes),
      largestBatchKilobytes: Math.max(...batches.map((batch) => batch.requestBytes)) / 1024,
    };
    const from = performance.now();
    const second = await host.write(plan);
    const to = performance.now();
    if (report.outcome !== "built" || second.outcome !== "unchanged" || running.host.missing.length > 0) {
      throw new Error(
        `The build came out as ${report.outcome}, again as ${second.outcome}: ${report.problem?.title ?? second.problem?.title ?? running.host.missing.join(", ")}`,
      );
    }
    running.close();
    counts = {
      sheets: report.sheets,
      cells: report.cells,
      syncs: report.syncs,
      unchangedSyncs: second.syncs,
      ...cost,
    };
    if (round < 0) continue;
    planned.push(ready - start);
    written.push(done - ready);
    again.push(to - from);
  }
  const figures: OfficeBuildFigures = {
    rounds,
    ...counts!,
    plan: spreadOf(planned),
    write: spreadOf(written),
    unchanged: spreadOf(again),
    startMegabytes,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`\n${JSON.stringify(figures)}\n`, () => process.exit(0));
}
