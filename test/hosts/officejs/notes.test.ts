/** Notes: written where Excel has them; the analyst's own notes and edits stay. */

import { excelHost } from "../../../src/hosts/officejs/excelHost";
import { bootOffice, type Running } from "../../officeHost/bootOffice";
import { latestSets } from "../../officeHost/nativeHost";
import { addNotes } from "../../officeHost/notesLibrary";
import { Person } from "../../officeHost/person";
import { smallPlan, withSheet } from "./smallPlan";

let running: Running;
const host = excelHost();
const notes = (sheet: string): [string, string][] =>
  [...(running.book.sheet(sheet)?.notes ?? [])].map(([cell, note]) => [cell, note.content]);
const planned = "Annual cap with Xiaomi, HKEX announcement";
const reworded = withSheet("Inputs", (sheet) => ({
  ...sheet,
  notes: [
    { cell: "A4", text: "Annual cap, reworded" },
    { cell: "A5", text: "New" },
  ],
}));

beforeEach(async () => {
  running = await bootOffice({ afterLoad: addNotes });
  expect(await host.write(smallPlan)).toMatchObject({ outcome: "built", problem: null });
});
afterEach(() => {
  expect(running.host.missing).toEqual([]);
  running.close();
});

test("notes of the plan are written once", async () => {
  expect(notes("Inputs")).toEqual([["A4", planned]]);
  expect(await host.write(smallPlan)).toMatchObject({ outcome: "unchanged" });
  expect(notes("Inputs")).toEqual([["A4", planned]]);
});

test("the analyst's own notes stay; untouched notes of the plan follow it", async () => {
  new Person(running).note("Inputs", "B4", "Checked with IR");
  expect(await host.write(reworded)).toMatchObject({ outcome: "updated", problem: null });
  expect(notes("Inputs")).toEqual([
    ["A4", "Annual cap, reworded"],
    ["B4", "Checked with IR"],
    ["A5", "New"],
  ]);
  expect(await host.write(smallPlan)).toMatchObject({ outcome: "updated" });
  expect(notes("Inputs")).toEqual([
    ["A4", planned],
    ["B4", "Checked with IR"],
  ]);
});

test("a note of the plan that the analyst edited is kept and told", async () => {
  new Person(running).note("Inputs", "A4", "Annual cap; see mail of 3 March");
  const changes = await host.preview(reworded);
  expect(
    changes.filter((one) => one.kind === "note").map((one) => [one.cell, one.applies, one.reason]),
  ).toEqual([
    ["A4", false, "your note is kept"],
    ["A5", true, "new note"],
  ]);
  await host.write(reworded);
  expect(notes("Inputs")[0]).toEqual(["A4", "Annual cap; see mail of 3 March"]);
});

test("a set without notes is told instead of failing", async () => {
  running.close();
  running = await bootOffice({ afterLoad: addNotes, sets: { ...latestSets, ExcelApi: "1.17" } });
  const report = await host.write(smallPlan);
  expect(report).toMatchObject({ outcome: "built", problem: null });
  expect(report.notCarried).toContainEqual(expect.stringContaining("Notes on cells"));
  expect(notes("Inputs")).toEqual([]);
});
