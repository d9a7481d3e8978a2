/** A workbook as large as the model will be: round trips, bytes, and the limit of Excel on the web. */

import { excelHost } from "../../../src/hosts/officejs/excelHost";
import { bootOffice, type Running } from "../../officeHost/bootOffice";
import { largePlan } from "./smallPlan";

let running: Running;
const host = excelHost();
beforeEach(async () => {
  running = await bootOffice();
});
afterEach(() => {
  running.close();
});

const sent = (): number => running.bridge.batches.reduce((sum, one) => sum + one.requestBytes, 0);

test("twenty sheets of 3,000 cells: few round trips, and the estimate covers what is sent", async () => {
  const plan = largePlan();
  const report = await host.write(plan);
  expect(report).toMatchObject({ outcome: "built", problem: null, cells: 60000 });
  expect(report.syncs).toBeLessThanOrEqual(6);
  expect(report.payloadBytes).toBeGreaterThanOrEqual(sent());
  expect(report.payloadBytes).toBeLessThan(sent() * 1.6);
  for (const batch of running.bridge.batches) expect(batch.requestBytes).toBeLessThan(4_000_000);
  running.bridge.reset();
  const again = await host.write(plan);
  expect(again).toMatchObject({ outcome: "unchanged" });
});

test("a smaller limit only means more round trips", async () => {
  running.bridge.connection.payloadLimit = 1_200_000;
  const report = await host.write(largePlan());
  expect(report).toMatchObject({ outcome: "built", problem: null });
  expect(report.syncs).toBeGreaterThan(6);
  const refused = running.bridge.batches.filter((one) => one.failed !== null);
  expect(refused.map((one) => one.failed)).toEqual(
    expect.arrayContaining(["RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded"]),
  );
  expect(running.book.sheets).toHaveLength(21);
  expect(await host.inspect()).toMatchObject({ kind: "complete" });
});

test("a limit nothing fits through is told in words and leaves the workbook as it was", async () => {
  running.bridge.connection.payloadLimit = 20_000;
  const report = await host.write(largePlan(4));
  expect(report).toMatchObject({ outcome: "failed", problem: { code: "RequestPayloadSizeLimitExceeded" } });
  expect(running.book.sheets.map((one) => one.name)).toEqual(["Sheet1"]);
});
