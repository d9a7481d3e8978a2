/** The real plan through the real office.js: a failure at any round trip never leaves half a model. */

import { excelHost } from "../../src/hosts/officejs/excelHost";
import { bootOffice, type Running } from "../officeHost/bootOffice";
import type { Fault } from "../officeHost/bridge";
import { Person } from "../officeHost/person";
import { contentOf, everything, figures } from "../hosts/officejs/bookState";
import { planOf, seededModel } from "../support/seededModel";
import { reportFigure } from "../support/figure";

const host = excelHost();
const model = seededModel();
const plan = planOf(model);
const newer = planOf(model, "upside", new Map([["taxRate", "0.2"]]));
let running: Running;
let faults = 0;
afterAll(() =>
  reportFigure(
    "A failure at any step never leaves half a model",
    `${faults} failures planted in the real plan`,
  ),
);

async function start(prepare: () => Promise<void>): Promise<void> {
  running = await bootOffice();
  await prepare();
  running.bridge.reset();
}
const nothing = (): Promise<void> => Promise.resolve();
const built = async (): Promise<void> => {
  expect(await host.write(plan)).toMatchObject({ outcome: "built" });
  const person = new Person(running);
  person.type("Inputs", "G10", 3300);
  person.type("Summary", "Z90", "mine");
  person.addSheet("Mine");
  person.type("Mine", "A1", "=Summary!B3");
};
/** What is the analyst's, whatever happens. */
const theirs = (): unknown[] =>
  ["Inputs!G10", "Summary!Z90", "Mine!A1"].map((address) => contentOf(running.book, address));

/** Round trips of an act that goes well. */
async function trips(prepare: () => Promise<void>, act: () => Promise<unknown>): Promise<number> {
  await start(prepare);
  await act();
  const count = running.bridge.batches.length;
  running.close();
  return count;
}

/** The fault strikes at one round trip only, "lost" from then on. */
function strike(kind: Fault["kind"], trip: number): void {
  faults += 1;
  running.bridge.connection.fault = (batch) =>
    batch === trip ? (kind === "lost" ? { kind } : { kind, code: "GeneralException" }) : null;
}

test("a first build that fails half-way through any round trip leaves the workbook as it was", async () => {
  const count = await trips(nothing, () => host.write(plan));
  for (let trip = 1; trip <= count; trip++) {
    await start(nothing);
    const before = everything(running.book);
    strike("half", trip);
    expect(await host.write(plan)).toMatchObject({
      outcome: "failed",
      problem: { wayOut: expect.stringMatching(/\w/) as string },
      remains: [],
    });
    expect(everything(running.book)).toBe(before);
    expect(running.book.customXml.size).toBe(0);
    running.close();
  }
});

test("a first build whose host is lost says so; the next press finishes it", async () => {
  const count = await trips(nothing, () => host.write(plan));
  await start(nothing);
  await host.write(plan);
  const whole = figures(running.book);
  running.close();
  for (let trip = 1; trip <= count; trip++) {
    await start(nothing);
    strike("lost", trip);
    expect((await host.write(plan)).outcome).toBe("failed");
    running.bridge.reset();
    running.bridge.connection.fault = () => null;
    expect((await host.write(plan)).problem).toBeNull();
    expect(figures(running.book)).toBe(whole);
    running.close();
  }
});

test("an update that fails half-way through any round trip keeps what is the analyst's, and the next press finishes it", async () => {
  const count = await trips(built, () => host.write(newer));
  for (let trip = 1; trip <= count; trip++) {
    await start(built);
    const [before, mine] = [figures(running.book), theirs()];
    strike("half", trip);
    const report = await host.write(newer);
    expect(theirs()).toEqual(mine);
    expect(report.outcome).toBe("failed");
    if (report.remains.length === 0) expect(figures(running.book)).toBe(before);
    else expect(await host.inspect()).toMatchObject({ kind: "unfinished" });
    running.bridge.reset();
    running.bridge.connection.fault = () => null;
    expect((await host.write(newer)).problem).toBeNull();
    expect(theirs()).toEqual(mine);
    expect(await host.inspect()).toMatchObject({ kind: "complete" });
    running.close();
  }
});

test("a removal that fails half-way through any round trip says so, keeps the analyst's sheets, and is finished by the next press", async () => {
  const count = await trips(built, () => host.remove());
  for (let trip = 1; trip <= count; trip++) {
    await start(built);
    strike("half", trip);
    await expect(host.remove()).rejects.toMatchObject({
      title: expect.stringMatching(/\w/) as string,
      wayOut: expect.stringMatching(/\w/) as string,
    });
    expect(contentOf(running.book, "Mine!A1")).toBeDefined();
    running.bridge.reset();
    running.bridge.connection.fault = () => null;
    await host.remove();
    expect(await host.inspect()).toMatchObject({ kind: "none" });
    expect(running.book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Mine"]);
    running.close();
  }
});
