/** Older and limited versions of Excel: what is missing is left out and told; what can't work is refused in words. */

import { excelHost } from "../../../src/hosts/officejs/excelHost";
import { bootOffice, type Running } from "../../officeHost/bootOffice";
import { latestSets, oldSets } from "../../officeHost/nativeHost";
import { cellOf, contentOf, everything } from "./bookState";
import { smallPlan } from "./smallPlan";

let running: Running;
const host = excelHost();
afterEach(() => {
  running.close();
});

test.each(["1.7", "1.8", "1.9", "1.11"])("builds and updates with ExcelApi %s", async (version) => {
  running = await bootOffice({ sets: { ...oldSets, ExcelApi: version } });
  const report = await host.write(smallPlan);
  expect(report).toMatchObject({ outcome: "built", problem: null });
  expect(running.host.missing).toEqual([]);
  const { book } = running;
  expect(contentOf(book, "Summary!B3")).toBe("='Income statement'!B3");
  expect(cellOf(book, "Income statement!D5").look).toMatchObject({
    "font.bold": true,
    "border.bottom.style": "Double",
  });
  expect(book.sheet("Inputs")?.validations).toHaveLength(version === "1.7" ? 0 : 2);
  expect(book.sheet("Inputs")?.print.orientation).toBe(
    version === "1.7" || version === "1.8" ? "Portrait" : "Landscape",
  );
  expect(report.notCarried.some((one) => one.startsWith("Drop-down lists"))).toBe(version === "1.7");
  expect(report.notCarried.some((one) => one.startsWith("Print set-up"))).toBe(
    ["1.7", "1.8"].includes(version),
  );
  expect(report.notCarried.some((one) => one.startsWith("Notes"))).toBe(true);
  expect(await host.write(smallPlan)).toMatchObject({ outcome: "unchanged" });
});

test("an Excel that is too old is refused before anything is sent", async () => {
  running = await bootOffice({ sets: { ...latestSets, ExcelApi: "1.5" } });
  const report = await host.write(smallPlan);
  expect(report).toMatchObject({ outcome: "failed", syncs: 0, problem: { code: "ApiNotFound" } });
  expect(report.problem?.wayOut).toContain(".xlsx");
  await expect(host.preview(smallPlan)).rejects.toMatchObject({ name: "HostProblem", code: "ApiNotFound" });
});

test("an Excel that claims a set and then lacks a member leaves the workbook as it was", async () => {
  running = await bootOffice();
  const before = everything(running.book);
  running.bridge.connection.fault = (batch) => (batch === 2 ? { kind: "half", code: "ApiNotFound" } : null);
  const report = await host.write(smallPlan);
  expect(report).toMatchObject({
    outcome: "failed",
    remains: [],
    problem: { code: "ApiNotFound", title: "This version of Excel lacks something the model needs." },
  });
  expect(everything(running.book)).toBe(before);
});

test.each([
  ["AccessDenied", /allow/],
  ["InvalidArgument", /refused part/],
  ["SomethingNew", /unexpected/i],
])("%s is told in words", async (code, title) => {
  running = await bootOffice();
  running.bridge.connection.fault = () => ({ kind: "refuse", code });
  await expect(host.read(["'Sheet1'!A1"])).rejects.toMatchObject({
    code,
    title: expect.stringMatching(title) as string,
  });
});

test("reading a place that is not there is told in words", async () => {
  running = await bootOffice();
  await expect(host.read(["'Nowhere'!A1"])).rejects.toMatchObject({ code: "ItemNotFound" });
  await expect(host.read(["KC_Nothing"])).rejects.toMatchObject({ code: "ItemNotFound" });
});
