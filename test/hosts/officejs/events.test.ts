/** The pane and the sheet: edits in both directions, selection, sheets renamed and deleted, and no loops. */

import { excelHost } from "../../../src/hosts/officejs/excelHost";
import type { CellValue, WorkbookEvent } from "../../../src/hosts/port";
import { bootOffice, type Running } from "../../officeHost/bootOffice";
import { IronCalculation } from "../../officeHost/calculation";
import { latestSets, oldSets, type RequirementSets } from "../../officeHost/nativeHost";
import { Person } from "../../officeHost/person";
import { until } from "../../support/until";
import { contentOf } from "./bookState";
import { smallPlan } from "./smallPlan";

let running: Running;
let person: Person;
let events: WorkbookEvent[];
const host = excelHost();

async function start(sets: RequirementSets = latestSets): Promise<() => Promise<void>> {
  running = await bootOffice({ calculation: new IronCalculation(), sets });
  person = new Person(running);
  const heard: WorkbookEvent[] = [];
  events = heard;
  await host.write(smallPlan);
  return host.watch(["KC_Inputs", "'Summary'!B3:D3"], (event) => heard.push(event));
}

/** What the sheet holds that an event rang for, as the pane reads it. */
async function inputs(): Promise<readonly (readonly CellValue[])[]> {
  return (await host.read(["KC_Inputs"]))[0]!.values;
}

/** Waits until every event raised so far has been handled: they are handled in order, so a selection made now is told last. */
async function settled(sheet = "Inputs"): Promise<void> {
  person.select(sheet, "F9");
  await until(
    () => events.some((one) => one.kind === "selected" && one.range === "F9"),
    `the selection after ${JSON.stringify(events)}`,
  );
  expect(events.pop()).toMatchObject({ kind: "selected", range: "F9" });
}
afterEach(() => {
  expect(running.host.missing).toEqual([]);
  running.close();
});

test.each([
  ["current", latestSets],
  ["old", oldSets],
])("an edit on the sheet rings once, and the new values are there to be read (%s Excel)", async (_, sets) => {
  await start(sets);
  person.type("Inputs", "B4", 3300);
  person.type("README", "A1", "elsewhere");
  await settled();
  expect(events).toEqual([{ kind: "edited", sheet: "Inputs" }]);
  expect((await inputs())[1]).toEqual(["Cap", 3300, 3500, 4000]);
});

test.each([
  ["current", latestSets],
  ["old", oldSets],
])("the pane's own edit rings like any other (%s Excel)", async (_, sets) => {
  await start(sets);
  await host.edit([
    { address: "'Inputs'!C4", contents: 3600 },
    { address: "'Inputs'!B5:D5", contents: [[0.8, null, 0.85]] },
  ]);
  await settled();
  expect(contentOf(running.book, "Inputs!C4")).toBe(3600);
  expect(contentOf(running.book, "Inputs!C5")).toBe(0.92);
  expect(events).toEqual(Array(2).fill({ kind: "edited", sheet: "Inputs" }));
  const [summary] = await host.read(["'Summary'!B3:D3"]);
  expect(summary?.values[0]?.map((one) => Math.round(Number(one)))).toEqual([2475, 3312, 3400]);
});

test("two people edit at once: both edits ring, none is lost", async () => {
  await start();
  running.bridge.connection.latency = 5;
  const mine = host.edit([{ address: "KC_Scenario", contents: "Upside" }]);
  person.type("Inputs", "D4", 4100);
  await mine;
  await settled();
  expect(contentOf(running.book, "Inputs!B3")).toBe("Upside");
  expect(contentOf(running.book, "Inputs!D4")).toBe(4100);
  expect((await inputs()).map((row) => row[3])).toEqual(["", 4100, 0.94]);
  expect(events).toEqual(Array(2).fill({ kind: "edited", sheet: "Inputs" }));
});

test("a colleague's edit rings too", async () => {
  await start();
  const sheet = running.book.sheet("Inputs")!;
  sheet.touch(3, 1).value = 3200;
  running.host.events.raise(10, sheet.id, {
    address: "B4",
    changeType: "RangeEdited",
    source: "Remote",
    triggerSource: "Unknown",
    worksheetId: sheet.id,
    shiftDirection: "None",
  });
  running.bridge.flushEvents();
  await settled();
  expect(events).toEqual([{ kind: "edited", sheet: "Inputs" }]);
  expect((await inputs())[1]![1]).toBe(3200);
});

test("selection, renaming and deletion are told; after a renaming edits still arrive", async () => {
  await start();
  person.select("Summary", "B3");
  person.renameSheet("Inputs", "My inputs");
  person.type("My inputs", "B4", 3300);
  person.deleteSheet("Summary");
  await settled("My inputs");
  expect(events).toEqual([
    { kind: "selected", sheet: "Summary", range: "B3" },
    { kind: "sheets" },
    { kind: "edited", sheet: "My inputs" },
    { kind: "sheets" },
  ]);
});

test("an Excel without renaming events notices at the next edit", async () => {
  await start(oldSets);
  person.renameSheet("Inputs", "My inputs");
  person.type("My inputs", "B4", 3300);
  await settled("My inputs");
  expect(events.map((one) => one.kind)).toEqual(["sheets", "edited"]);
});

test.each([
  ["current", latestSets, 0],
  ["old", oldSets, 1],
])("an event asks %s Excel for nothing but names that it would not hear of", async (_, sets, trips) => {
  await start(sets);
  running.bridge.reset();
  person.type("Inputs", "B4", 3300);
  await settled();
  expect(running.bridge.batches.length).toBe(trips);
});

test("stopping takes every handler off", async () => {
  const stop = await start();
  expect(running.host.events.count).toBeGreaterThan(0);
  await stop();
  expect(running.host.events.count).toBe(0);
  // A second watch, so that it is seen that the edit was told at all.
  const [stopped, other]: WorkbookEvent[][] = [events, []];
  events = other!;
  await host.watch(["KC_Inputs"], (event) => other!.push(event));
  person.type("Inputs", "B4", 3300);
  await settled();
  expect(events).toEqual([{ kind: "edited", sheet: "Inputs" }]);
  expect(stopped).toEqual([]);
});

test("show brings a place into view", async () => {
  await start();
  await host.show("'Income statement'!B4");
  expect(running.book.active.name).toBe("Income statement");
  expect(running.book.selection).toEqual({ row: 3, column: 1, rows: 1, columns: 1 });
});
