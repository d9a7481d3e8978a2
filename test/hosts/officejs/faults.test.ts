/** Failures part-way: the old model is intact, or the report says what is left and a second press finishes. */

import { excelHost } from "../../../src/hosts/officejs/excelHost";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { bootOffice, type Running } from "../../officeHost/bootOffice";
import type { Fault } from "../../officeHost/bridge";
import { Person } from "../../officeHost/person";
import { contentOf, everything, figures } from "./bookState";
import { smallPlan, withCell, withSheet } from "./smallPlan";

let running: Running;
const host = excelHost();
const start = async (): Promise<void> => {
  running = await bootOffice();
};
afterEach(() => {
  running.close();
});

const refuse: Fault = { kind: "refuse", code: "GeneralException" };
const half: Fault = { kind: "half", code: "GeneralException" };
const unanswered: Fault = { kind: "unanswered", code: "GeneralException" };
const lost: Fault = { kind: "lost" };

/** A newer model: other formulas, defaults, looks and charts, one more sheet. */
const newer: WorkbookPlan = (() => {
  const cost = withSheet("Income statement", (sheet) =>
    withCell(sheet, 4, 2, { value: 0, formula: "-B3*0.83", style: "number" }),
  );
  const inputs = withSheet("Inputs", (sheet) => withCell(sheet, 4, 3, { value: 3700, style: "input" }), cost);
  const summary = withSheet(
    "Summary",
    (sheet) => ({
      ...sheet,
      tabColour: "C55A11",
      charts: sheet.charts.map((chart) => ({ ...chart, title: "Revenue" })),
    }),
    inputs,
  );
  return { ...summary, sheets: [...summary.sheets, { ...smallPlan.sheets[0]!, name: "Checks", links: [] }] };
})();

/** Number of round trips of a write that goes well. */
async function trips(prepare: () => Promise<void>, plan: WorkbookPlan): Promise<number> {
  await start();
  await prepare();
  running.bridge.reset();
  const report = await host.write(plan);
  expect(report.problem).toBeNull();
  running.close();
  return running.bridge.batches.length;
}

const nothing = (): Promise<void> => Promise.resolve();
const built = async (): Promise<void> => {
  expect(await host.write(smallPlan)).toMatchObject({ outcome: "built" });
  const person = new Person(running);
  person.type("Inputs", "B4", 3300);
  person.addSheet("Mine");
  person.type("Mine", "A1", "=Summary!B3");
};

test.each([
  ["refused", refuse],
  ["half done", half],
  ["done but not answered", unanswered],
])("a first build that is %s at any round trip leaves the workbook as it was", async (_, fault) => {
  const count = await trips(nothing, smallPlan);
  expect(count).toBeLessThanOrEqual(5);
  for (let trip = 1; trip <= count; trip += 1) {
    await start();
    const before = everything(running.book);
    running.bridge.connection.fault = (batch) => (batch === trip ? fault : null);
    const report = await host.write(smallPlan);
    expect(report).toMatchObject({ outcome: "failed", problem: { code: "GeneralException" }, remains: [] });
    expect(report.problem?.wayOut).not.toBe("");
    expect(everything(running.book)).toBe(before);
    expect(running.book.customXml.size).toBe(0);
    running.close();
  }
  await start();
});

test("a first build whose host is lost says so; the next press finishes it", async () => {
  const count = await trips(nothing, smallPlan);
  await start();
  await host.write(smallPlan);
  const whole = figures(running.book);
  running.close();
  for (let trip = 1; trip <= count; trip += 1) {
    await start();
    running.bridge.connection.fault = (batch) => (batch === trip ? lost : null);
    const report = await host.write(smallPlan);
    expect(report.outcome).toBe("failed");
    running.bridge.reset();
    const state = await host.inspect();
    if (trip === 1) expect(state.kind).toBe("none");
    else if (trip < count)
      expect([state.kind, report.remains.join(" ")]).toEqual([
        "unfinished",
        expect.stringMatching(/README.*Press Update to finish/s),
      ]);
    const second = await host.write(smallPlan);
    expect(second.problem).toBeNull();
    expect(figures(running.book)).toBe(whole);
    expect(await host.inspect()).toMatchObject({ kind: "complete" });
    running.close();
  }
  await start();
});

test("an unfinished build can also be removed", async () => {
  await start();
  const before = everything(running.book);
  running.bridge.connection.fault = (batch) => (batch === 2 ? lost : null);
  await host.write(smallPlan);
  running.bridge.reset();
  expect(everything(running.book)).not.toBe(before);
  await host.remove();
  expect(everything(running.book)).toBe(before);
  expect(await host.inspect()).toMatchObject({ kind: "none" });
});

test.each([
  ["refused", refuse],
  ["half done", half],
  ["done but not answered", unanswered],
])("an update that is %s at any round trip keeps figures, inputs and own sheets", async (_, fault) => {
  const count = await trips(built, newer);
  for (let trip = 1; trip <= count; trip += 1) {
    await start();
    await built();
    const before = figures(running.book);
    running.bridge.reset();
    running.bridge.connection.fault = (batch) => (batch === trip ? fault : null);
    const report = await host.write(newer);
    if (report.outcome === "updated") expect([trip, fault]).toEqual([count, unanswered]);
    else expect(report).toMatchObject({ outcome: "failed", problem: { code: "GeneralException" } });
    if (report.outcome === "updated") expect(await host.inspect()).toMatchObject({ kind: "complete" });
    else if (report.remains.length === 0) expect(figures(running.book)).toBe(before);
    else {
      expect(report.remains.join(" ")).toMatch(/Press Update to finish/);
      expect(await host.inspect()).toMatchObject({ kind: "unfinished" });
      expect(contentOf(running.book, "Income statement!B4")).toBe("=-B3*0.83");
    }
    expect(contentOf(running.book, "Inputs!B4")).toBe(3300);
    expect(contentOf(running.book, "Mine!A1")).toBe("=Summary!B3");
    running.bridge.reset();
    expect((await host.write(newer)).problem).toBeNull();
    expect(contentOf(running.book, "Inputs!B4")).toBe(3300);
    expect(contentOf(running.book, "Inputs!C4")).toBe(3700);
    expect(running.book.sheet("Summary")?.charts.map((one) => one.look["title.text"])).toEqual(["Revenue"]);
    expect(await host.inspect()).toMatchObject({ kind: "complete" });
    running.close();
  }
  await start();
});

test("an update whose host is lost at any round trip can be finished later", async () => {
  const count = await trips(built, newer);
  for (let trip = 1; trip <= count; trip += 1) {
    await start();
    await built();
    running.bridge.reset();
    running.bridge.connection.fault = (batch) => (batch === trip ? lost : null);
    expect((await host.write(newer)).outcome).toBe("failed");
    running.bridge.reset();
    expect((await host.write(newer)).problem).toBeNull();
    expect(contentOf(running.book, "Inputs!B4")).toBe(3300);
    expect(contentOf(running.book, "Income statement!B4")).toBe("=-B3*0.83");
    expect(contentOf(running.book, "Mine!A1")).toBe("=Summary!B3");
    expect(await host.inspect()).toMatchObject({ kind: "complete" });
    expect((await host.preview(newer)).filter((one) => one.applies)).toEqual([]);
    running.close();
  }
  await start();
});

test("cancelling before and during a write leaves everything as it was", async () => {
  await start();
  const before = everything(running.book);
  expect(await host.write(smallPlan, { signal: AbortSignal.abort() })).toMatchObject({
    outcome: "cancelled",
    remains: [],
  });
  expect(everything(running.book)).toBe(before);
  await built();
  const old = figures(running.book);
  const signal = { aborted: false };
  const report = await host.write(newer, {
    signal,
    onProgress: ({ done }) => {
      if (done > 0) signal.aborted = true;
    },
  });
  expect(report.outcome).toBe("cancelled");
  expect(figures(running.book)).toBe(old);
});

test("a cell being edited is waited for", async () => {
  await start();
  let refusals = 0;
  running.bridge.connection.fault = () =>
    (refusals += 1) <= 2 ? { kind: "refuse", code: "InvalidOperationInCellEditMode" } : null;
  const steps: string[] = [];
  const report = await host.write(smallPlan, { onProgress: ({ step }) => steps.push(step) });
  expect(report.outcome).toBe("built");
  expect(steps).toContain("Waiting until the cell being edited is finished");
});

test("an update of a renamed sheet that fails leaves the analyst's name for it", async () => {
  await start();
  await built();
  new Person(running).renameSheet("Inputs", "My inputs");
  const before = figures(running.book);
  const count = running.bridge.batches.length;
  running.bridge.connection.fault = (batch) => (batch === count + 4 ? unanswered : null);
  const report = await host.write(newer);
  expect(report).toMatchObject({ outcome: "failed", remains: [] });
  expect(figures(running.book)).toBe(before);
});
