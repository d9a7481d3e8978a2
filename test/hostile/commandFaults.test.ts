/** Freeze and relink: a failure at any round trip loses no formula; each stands in its cell or in the visible list, and the next press goes on. */

import { ribbonCommands } from "../../src/commands/ribbonCommands";
import { excelHost } from "../../src/hosts/officejs/excelHost";
import type { Message } from "../../src/hosts/port";
import { readRibbonMessages } from "../../src/hosts/ribbonMessages";
import { bootOffice, type Running } from "../officeHost/bootOffice";
import type { Fault } from "../officeHost/bridge";
import { Range } from "../officeHost/objects/range";
import { Person } from "../officeHost/person";
import { reportFigure } from "../support/figure";
import type * as Support from "../support/shippedSeeds";

jest.mock("../../src/seeds/shippedFigures", () => ({
  shippedFigures: () =>
    jest.requireActual<typeof Support>("../support/shippedSeeds").packedSeedsOfProject().figures,
}));
jest.mock("../../src/seeds/shippedTexts", () => ({
  shippedTexts: () =>
    jest.requireActual<typeof Support>("../support/shippedSeeds").packedSeedsOfProject().texts,
}));
// The in-memory workbook itself never spills.
Object.assign(Range.prototype, { getSpillingToRangeOrNullObject: () => null });

const FORMULAS: readonly (readonly [
  address: string,
  row: number,
  formula: string,
  value: string | number,
])[] = [
  ["A1", 0, '=KC.REVENUE("2025Q3")', 2478],
  ["A2", 1, '=KC.REVENUE("2025Q2")', 2349.2],
  ["A3", 2, '=KC.LINE("revenue","2025Q1")*2', 3940],
  ["A4", 3, '=KC.CAP("xiaomi",2026,"binding")', "none"],
];
let running: Running;
let faults = 0;
afterAll(() =>
  reportFigure("Freeze and relink lose no formula when a step fails", `${faults} failures planted`),
);

async function press(name: "freeze" | "relink"): Promise<Message> {
  await ribbonCommands(excelHost(), () => Promise.resolve())[name]!({ completed: () => undefined });
  const said: Message[] = [];
  readRibbonMessages((message) => said.push(message))();
  expect(said).toHaveLength(1);
  return said[0]!;
}

async function start(): Promise<void> {
  running = await bootOffice();
  const person = new Person(running);
  for (const [address, row, formula, value] of FORMULAS) {
    person.type("Sheet1", address, formula);
    running.book.sheet("Sheet1")!.touch(row, 0).value = value;
  }
  person.type("Sheet1", "B1", "=A1+1");
}

const inCell = (row: number): { formula: string; value: unknown } =>
  running.book.sheet("Sheet1")!.at(row, 0) as { formula: string; value: unknown };
const listed = (): unknown[] =>
  [...(running.book.sheet("KC formulas")?.cells.values() ?? [])].map(({ value }) => value);

/** Every formula stands in its cell or in the list. A frozen cell has its value, or nothing where a relink broke off between emptying it and entering the formula. */
function expectNothingLost(): void {
  for (const [address, row, formula, value] of FORMULAS) {
    const cell = inCell(row);
    if (cell.formula === formula) continue;
    expect([address, cell.formula]).toEqual([address, ""]);
    expect(["", value]).toContain(cell.value);
    expect(listed()).toContain(formula);
  }
  expect(running.book.sheet("Sheet1")!.at(0, 1)!.formula).toBe("=A1+1");
}

async function trips(name: "freeze" | "relink", prepare: () => Promise<unknown>): Promise<number> {
  await start();
  await prepare();
  running.bridge.reset();
  expect(await press(name)).toMatchObject({ kind: "done" });
  const count = running.bridge.batches.length;
  running.close();
  return count;
}

const KINDS = ["refuse", "half", "unanswered", "lost"] as const;
const strike = (kind: Fault["kind"], trip: number): void => {
  faults += 1;
  running.bridge.connection.fault = (batch) =>
    batch === trip ? (kind === "lost" ? { kind } : { kind, code: "AccessDenied" }) : null;
};

test.each(["freeze", "relink"] as const)("%s", async (name) => {
  const prepare = (): Promise<unknown> => (name === "relink" ? press("freeze") : Promise.resolve());
  const count = await trips(name, prepare);
  expect(count).toBeGreaterThan(2);
  for (const kind of KINDS) {
    for (let trip = 1; trip <= count; trip++) {
      await start();
      await prepare();
      running.bridge.reset();
      strike(kind, trip);
      expect(await press(name)).toMatchObject({
        kind: "error",
        title: expect.stringMatching(/\w/) as string,
        wayOut: expect.stringMatching(/\w/) as string,
      });
      expectNothingLost();
      running.bridge.reset();
      running.bridge.connection.fault = () => null;
      await press(name);
      expectNothingLost();
      // Whatever happened before, the two commands still undo each other; Excel shows a value again once a formula is back.
      for (const [, row, , value] of FORMULAS) running.book.sheet("Sheet1")!.touch(row, 0).value = value;
      await press("freeze");
      await press("relink");
      expect(FORMULAS.map(([, row]) => inCell(row).formula)).toEqual(
        FORMULAS.map(([, , formula]) => formula),
      );
      expect(listed()).toEqual([]);
      running.close();
    }
  }
});
