/** Run in a process of its own by workbenchPage.ts: opens, builds and flexes the workbench in Chromium, and prints JSON. */

import type { Page } from "playwright-core";
import { buildModel, gridValue, startWorkbench } from "../test/workbench/runningWorkbench";
import { spreadOf, type Spread } from "./rounds";

/** Milliseconds of each step, over all rounds. */
export interface BrowserFigures {
  readonly rounds: number;
  readonly flexesARound: number;
  readonly ready: Spread;
  readonly build: Spread;
  readonly flex: Spread;
}

const ROUNDS = 5;
const FLEXES = 9;
const SHOWN = "'Summary'!J12";

/** Measures in new browser profiles, one a round, and prints the figures. */
export async function browse(): Promise<void> {
  const workbench = await startWorkbench();
  const [ready, build, flex]: [number[], number[], number[]] = [[], [], []];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const { page, faults, readyAfter } = await workbench.open();
      ready.push(readyAfter);
      build.push(await buildModel(page));
      await page.locator("#wb-pane").getByRole("tab", { name: "Scenarios" }).click();
      for (let turn = 0; turn < FLEXES; turn++) flex.push(await flexed(page, turn));
      if (faults.length > 0) throw new Error(`The page reports: ${faults.join("; ").slice(0, 300)}`);
      await page.context().close();
    }
  } finally {
    await workbench.stop();
  }
  const figures: BrowserFigures = {
    rounds: ROUNDS,
    flexesARound: FLEXES,
    ready: spreadOf(ready),
    build: spreadOf(build),
    flex: spreadOf(flex),
  };
  process.stdout.write(`\n${JSON.stringify(figures)}\n`, () => process.exit(0));
}

/** Milliseconds by the page's own clock from the key on a lever until the grid holds the new figure and has drawn twice. */
async function flexed(page: Page, turn: number): Promise<number> {
  const slider = page.getByRole("slider", { name: /^Xiaomi cap as agreed 2027/ });
  await slider.focus();
  const before = await gridValue(page, SHOWN);
  const watching = page.evaluate(`new Promise((resolve, reject) => {
    let pressed = 0;
    document.addEventListener("keydown", () => { pressed = performance.now(); }, { capture: true, once: true });
    const drawn = () => new Promise((done) => requestAnimationFrame(done));
    const look = async () => {
      for (const started = performance.now(); performance.now() - started < 20000;) {
        await drawn();
        const [{ values }] = await window.kcWorkbook.read([${JSON.stringify(SHOWN)}]);
        if (pressed > 0 && values[0][0] !== ${JSON.stringify(before)}) {
          await drawn();
          await drawn();
          return performance.now() - pressed;
        }
      }
      throw new Error("The grid does not follow the lever.");
    };
    look().then(resolve, reject);
  })`) as Promise<number>;
  // Base has room under its caps: only a cap of nothing moves what is shown.
  await slider.press(turn % 2 === 0 ? "Home" : "End");
  return watching;
}
