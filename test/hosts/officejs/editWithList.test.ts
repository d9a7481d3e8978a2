/** Figures and the list of their sources, written together through the real office.js. */

import { excelHost } from "../../../src/hosts/officejs/excelHost";
import { readReleases, releasesSheet, withReleases } from "../../../src/taskpane/sheet/releasesList";
import { bootOffice } from "../../officeHost/bootOffice";

const FIGURE = {
  quarter: "2026Q2",
  line: "revenue",
  value: 2965.8,
  source: "=1+1 results",
  published: "2026-08-20",
};

test("cells and list go in together, a text stays a text, and a second list replaces the first", async () => {
  const running = await bootOffice();
  const host = excelHost();
  await host.edit([{ address: "'Sheet1'!B2", contents: 2965.8 }], releasesSheet("Releases", [FIGURE]));
  expect((await host.read(["'Sheet1'!B2"]))[0]!.values).toEqual([[2965.8]]);
  expect(readReleases(await host.formulas.readList("Releases"))).toEqual([FIGURE]);
  const other = { ...FIGURE, line: "grossProfit", value: 348.5, source: "another" };
  const again = { ...FIGURE, value: 2966, source: "restated" };
  await host.edit([], releasesSheet("Releases", withReleases([FIGURE], [other, again])));
  expect(readReleases(await host.formulas.readList("Releases"))).toEqual([other, again]);
  expect(running.host.missing).toEqual([]);
  running.close();
});

test("a list is told from a sheet of the person's own", () => {
  expect(readReleases([])).toEqual([]);
  expect(readReleases([["", ""]])).toEqual([]);
  expect(readReleases([["my notes", 1]])).toBeNull();
});
