import { compilePart, runPart } from "./childRun";
import { cells, figure, type Findings } from "./findings";
import type { BrowserFigures } from "./inBrowser";

/** The workbench in Chromium: from the address to a page that can be used, the press that builds the model, and a lever. */
export async function measureWorkbench(): Promise<Findings> {
  const file = await compilePart(
    `import { browse } from "./bench/inBrowser"; browse().catch((error) => { console.error(error.message.split('\\n')[0]); process.exit(1); });`,
    "inBrowser",
  );
  const found = runPart<BrowserFigures>(file);
  return {
    figures: found,
    tables: [
      {
        title: "Workbench in Chromium",
        text: `Served to the same machine, without a graphics card; milliseconds, ${found.rounds} rounds, each with an empty cache, and ${found.flexesARound} flexes in each. A flex runs from the key on a lever of the pane until the grid holds the new figure and has drawn twice.`,
        head: ["", "median", "min-max", "aim"],
        rows: [
          ["first view: page ready, the build offered", ...cells(found.ready), "5,000"],
          ["build the model", ...cells(found.build), ""],
          ["flex, lever to grid", ...cells(found.flex), "500"],
        ],
      },
    ],
    headlines: [
      {
        promise: "Workbench first view and flex",
        found: `first view ${figure(found.ready.median / 1000)} s (aim 5), build ${figure(found.build.median / 1000)} s, flex ${figure(found.flex.median / 1000)} s (aim 0.5)`,
      },
    ],
  };
}
