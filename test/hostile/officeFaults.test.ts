/** Plans through the real office.js: a failure at any round trip never leaves half a model. The small plan goes in many small batches, the real one in the few that it takes. */

import { excelHost } from "../../src/hosts/officejs/excelHost";
import type * as Requests from "../../src/hosts/officejs/excelRequests";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { bootOffice, type Running } from "../officeHost/bootOffice";
import type { Fault } from "../officeHost/bridge";
import { Person } from "../officeHost/person";
import { contentOf, everything, figures } from "../hosts/officejs/bookState";
import { smallPlan, withCell, withSheet } from "../hosts/officejs/smallPlan";
import { planOf, seededModel } from "../support/seededModel";
import { reportFigure } from "../support/figure";
import { PROVES } from "../support/runs";

const mockBatchLimit = { bytes: 0 };
jest.mock("../../src/hosts/officejs/excelRequests", () => {
  const real: typeof Requests = jest.requireActual("../../src/hosts/officejs/excelRequests");
  /** The same, with batches as small as the test wants them. */
  class ExcelRequests extends real.ExcelRequests {
    constructor(...[signal, onProgress]: ConstructorParameters<typeof real.ExcelRequests>) {
      super(signal, onProgress, mockBatchLimit.bytes);
    }
  }
  return { ...real, ExcelRequests };
});
const { batchLimit } = jest.requireMock<typeof Requests>("../../src/hosts/officejs/excelRequests");

/** A plan, a newer one, an input and a free cell of it, and how it is sent. */
interface Subject {
  readonly plan: () => WorkbookPlan;
  readonly newer: () => WorkbookPlan;
  readonly input: string;
  readonly limit: number;
  /** The round trips at which it fails: all of an act, or these. */
  readonly trips: "all" | readonly number[];
  /** Least number of round trips of a build. */
  readonly least: number;
}

const withNewCost = withSheet("Income statement", (sheet) =>
  withCell(sheet, 4, 2, { value: 0, formula: "-B3*0.83", style: "number" }),
);
const smallSubject: Subject = {
  plan: () => smallPlan,
  newer: () =>
    withSheet(
      "Inputs",
      (sheet) => withCell(sheet, 4, 3, { value: 3700, style: "input" }),
      withSheet("Summary", (sheet) => ({ ...sheet, tabColour: "C55A11" }), withNewCost),
    ),
  input: "B4",
  limit: 6000,
  trips: "all",
  least: 8,
};
const model = seededModel();
const realSubject: Subject = {
  plan: () => planOf(model),
  newer: () => planOf(model, "upside", new Map([["taxRate", "0.2"]])),
  input: "G10",
  limit: batchLimit,
  trips: PROVES ? "all" : [3],
  least: 4,
};

const host = excelHost();
let running: Running;
const faults = { small: 0, real: 0 };
afterAll(() =>
  reportFigure(
    "A failure at any step never leaves half a model",
    `${faults.small} failures planted in a small plan sent in many batches, ${faults.real} in the real plan`,
  ),
);

describe.each([
  ["small", smallSubject],
  ["real", realSubject],
] as const)("the %s plan", (size, { plan: given, newer: updated, input, limit, trips, least }) => {
  const [plan, newer] = [given(), updated()];
  beforeAll(() => {
    mockBatchLimit.bytes = limit;
  });

  async function start(prepare: () => Promise<void>): Promise<void> {
    running = await bootOffice();
    await prepare();
    running.bridge.reset();
  }
  const nothing = (): Promise<void> => Promise.resolve();
  const built = async (): Promise<void> => {
    expect(await host.write(plan)).toMatchObject({ outcome: "built" });
    const person = new Person(running);
    person.type("Inputs", input, 3300);
    person.type("Summary", "Z90", "mine");
    person.addSheet("Mine");
    person.type("Mine", "A1", "=Summary!B3");
  };
  /** What is the analyst's, whatever happens. */
  const theirs = (): unknown[] =>
    [`Inputs!${input}`, "Summary!Z90", "Mine!A1"].map((address) => contentOf(running.book, address));

  /** The round trips of an act at which it is to fail. */
  async function tripsOf(
    prepare: () => Promise<void>,
    act: () => Promise<unknown>,
    atLeast = least,
  ): Promise<readonly number[]> {
    if (trips !== "all") return trips;
    await start(prepare);
    await act();
    const count = running.bridge.batches.length;
    running.close();
    expect(count).toBeGreaterThanOrEqual(atLeast);
    return Array.from({ length: count }, (_, index) => index + 1);
  }

  /** The fault strikes at one round trip only, "lost" from then on. */
  function strike(kind: Fault["kind"], trip: number): void {
    faults[size] += 1;
    running.bridge.connection.fault = (batch) =>
      batch === trip ? (kind === "lost" ? { kind } : { kind, code: "GeneralException" }) : null;
  }

  test("a first build that fails half-way through a round trip leaves the workbook as it was", async () => {
    for (const trip of await tripsOf(nothing, () => host.write(plan))) {
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

  // The real plan is lost and removed at every round trip by npm run proof.
  const where = size === "small" || PROVES ? test : test.skip;

  where("a first build whose host is lost says so; the next press finishes it", async () => {
    await start(nothing);
    await host.write(plan);
    const whole = figures(running.book);
    running.close();
    for (const trip of await tripsOf(nothing, () => host.write(plan))) {
      await start(nothing);
      strike("lost", trip);
      expect((await host.write(plan)).outcome).toBe("failed");
      running.bridge.reset();
      expect((await host.write(plan)).problem).toBeNull();
      expect(figures(running.book)).toBe(whole);
      running.close();
    }
  });

  test("an update that fails half-way through a round trip keeps what is the analyst's, and the next press finishes it", async () => {
    for (const trip of await tripsOf(built, () => host.write(newer))) {
      await start(built);
      const [before, mine] = [figures(running.book), theirs()];
      strike("half", trip);
      const report = await host.write(newer);
      expect(theirs()).toEqual(mine);
      expect(report.outcome).toBe("failed");
      if (report.remains.length === 0) expect(figures(running.book)).toBe(before);
      else expect(await host.inspect()).toMatchObject({ kind: "unfinished" });
      running.bridge.reset();
      expect((await host.write(newer)).problem).toBeNull();
      expect(theirs()).toEqual(mine);
      expect(await host.inspect()).toMatchObject({ kind: "complete" });
      running.close();
    }
  });

  where(
    "a removal that fails half-way through a round trip says so, keeps the analyst's sheets, and is finished by the next press",
    async () => {
      for (const trip of await tripsOf(built, () => host.remove(), 3)) {
        await start(built);
        strike("half", trip);
        await expect(host.remove()).rejects.toMatchObject({
          title: expect.stringMatching(/\w/) as string,
          wayOut: expect.stringMatching(/\w/) as string,
        });
        expect(contentOf(running.book, "Mine!A1")).toBeDefined();
        running.bridge.reset();
        await host.remove();
        expect(await host.inspect()).toMatchObject({ kind: "none" });
        expect(running.book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Mine"]);
        running.close();
      }
    },
  );
});
