/** Run in a process of its own by workbenchPage.ts: opens, builds and flexes the workbench in Chromium, and prints JSON. */

import type { Page } from "playwright-core";
import { buildModel, gridValue, startWorkbench } from "../test/workbench/runningWorkbench";
import { p95, spreadOf, type Spread } from "./rounds";

/** Milliseconds of each step, over all rounds. */
export interface BrowserFigures {
  readonly rounds: number;
  readonly flexesARound: number;
  readonly ready: Spread;
  readonly build: Spread;
  readonly flex: Spread;
  readonly flexP95: number;
  /** Longest task of each flex, the grid's own calculation and the sheets behind included. */
  readonly longest: Spread;
  readonly many: ManyFlexes;
}

/** Many flexes in a row on one page. */
export interface ManyFlexes {
  readonly flexes: number;
  /** Median milliseconds of the first and of the last tenth. */
  readonly first: number;
  readonly last: number;
  /** Megabytes of the page's heap, collected, after the first tenth and at the end. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

const ROUNDS = 5;
const FLEXES = 9;
const MANY = 200;
const SHOWN = "'Summary'!J12";

/** A task that is shorter is no long task to a browser. */
const SHORTEST_LONG = 50;

interface Flex {
  readonly took: number;
  readonly longest: number;
}

/** Measures in new browser profiles, one a round, and prints the figures. */
export async function browse(): Promise<void> {
  const workbench = await startWorkbench();
  const [ready, build, flexes]: [number[], number[], Flex[]] = [[], [], []];
  let many: ManyFlexes | null = null;
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const { page, faults, readyAfter } = await workbench.open();
      ready.push(readyAfter);
      build.push(await buildModel(page));
      await page.locator("#wb-pane").getByRole("tab", { name: "Scenarios" }).click();
      for (let turn = 0; turn < FLEXES; turn++) flexes.push(await flexed(page, turn));
      if (round === ROUNDS - 1) many = await flexedManyTimes(page);
      if (faults.length > 0) throw new Error(`The page reports: ${faults.join("; ").slice(0, 300)}`);
      await page.context().close();
    }
  } finally {
    await workbench.stop();
  }
  const took = flexes.map((flex) => flex.took);
  const figures: BrowserFigures = {
    rounds: ROUNDS,
    flexesARound: FLEXES,
    ready: spreadOf(ready),
    build: spreadOf(build),
    flex: spreadOf(took),
    flexP95: p95(took),
    longest: spreadOf(flexes.map(({ longest }) => longest)),
    many: many!,
  };
  process.stdout.write(`\n${JSON.stringify(figures)}\n`, () => process.exit(0));
}

/** Flexes many times in a row; heap and time at the start and at the end. */
async function flexedManyTimes(page: Page): Promise<ManyFlexes> {
  const session = await page.context().newCDPSession(page);
  const heap = async (): Promise<number> => {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    return usedSize / 1e6;
  };
  const took: number[] = [];
  let heapBefore = 0;
  for (let turn = 0; turn < MANY; turn++) {
    // The rounds before ended on "Home".
    took.push((await flexed(page, turn + 1)).took);
    if (turn === MANY / 10) heapBefore = await heap();
  }
  const median = (figures: readonly number[]): number => spreadOf(figures).median;
  return {
    flexes: MANY,
    first: median(took.slice(0, MANY / 10)),
    last: median(took.slice(-MANY / 10)),
    heapBefore,
    heapAfter: await heap(),
  };
}

/** By the page's own clock: from the key on a lever until the grid holds the new figure and has drawn it, and the longest task until everything has followed. */
async function flexed(page: Page, turn: number): Promise<Flex> {
  const slider = page.getByRole("slider", { name: /^Xiaomi cap as agreed 2027/ });
  await slider.focus();
  const before = await gridValue(page, SHOWN);
  const watching = page.evaluate(`new Promise((resolve, reject) => {
    let [pressed, longest] = [0, 0];
    const tasks = new PerformanceObserver((list) => {
      for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
    });
    tasks.observe({ type: "longtask" });
    document.addEventListener("keydown", () => { pressed = performance.now(); }, { capture: true, once: true });
    const drawn = () => new Promise((done) => requestAnimationFrame(done));
    const look = async () => {
      for (const started = performance.now(); performance.now() - started < 20000;) {
        await drawn();
        const [{ values }] = await window.kcWorkbook.read([${JSON.stringify(SHOWN)}]);
        if (pressed > 0 && values[0][0] !== ${JSON.stringify(before)}) {
          // The frame in which it is drawn, and its end.
          await drawn();
          await new Promise((done) => setTimeout(done, 0));
          const took = performance.now() - pressed;
          await window.kcWorkbook.calculated();
          await drawn();
          tasks.disconnect();
          return { took, longest: Math.max(longest, ${SHORTEST_LONG}) };
        }
      }
      throw new Error("The grid does not follow the lever.");
    };
    look().then(resolve, reject);
  })`) as Promise<Flex>;
  // Base has room under its caps: only a cap of nothing moves what is shown.
  await slider.press(turn % 2 === 0 ? "Home" : "End");
  return watching;
}
