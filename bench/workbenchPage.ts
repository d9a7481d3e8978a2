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
        text: `Served to the same machine, without a graphics card; milliseconds, ${found.rounds} rounds, each with an empty cache, and ${found.flexesARound} flexes in each. A flex runs from the key on a lever of the pane until the grid holds the new figure and has drawn it; the longest task counts until every sheet has followed, and one under 50 ms counts as 50. ${found.many.flexes} flexes in a row took ${figure(found.many.first)} ms each at the start and ${figure(found.many.last)} at the end (medians of a tenth), with ${figure(found.many.heapBefore)} MB of heap after the first tenth and ${figure(found.many.heapAfter)} at the end.`,
        head: ["", "median", "min-max", "p95", "aim"],
        rows: [
          ["first view: page ready, the build offered", ...cells(found.ready), "", "600"],
          ["build the model", ...cells(found.build), "", ""],
          ["flex, lever to grid", ...cells(found.flex), figure(found.flexP95), "50"],
          ["longest task of a flex", ...cells(found.longest), "", "100"],
        ],
      },
    ],
    headlines: [
      {
        promise: "Workbench first view and flex",
        found: `first view ${figure(found.ready.median / 1000)} s (aim 0.6), build ${figure(found.build.median / 1000)} s, flex ${figure(found.flex.median)} ms, p95 ${figure(found.flexP95)} (aim 50)`,
      },
    ],
  };
}
