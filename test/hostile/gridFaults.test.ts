/** The grid's own code over its real library: a failure at any step of building, updating, opening or removing leaves the workbook as it was. */

import { planOf, seededModel } from "../support/seededModel";
import { followInputs, planWithInputs, readWorkbookInputs } from "../../src/workbench/followInputs";
import type { GridHost } from "../../src/hosts/grid/gridHost";
import type { SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { reportFigure } from "../support/figure";
import { headlessGrid } from "./headlessGrid";

const grid = headlessGrid();
const model = seededModel();
/** Some sheets of the real plan, which show all there is to lose in a fraction of the time. */
const few = (plan: WorkbookPlan): WorkbookPlan => ({
  ...plan,
  sheets: plan.sheets.filter(({ name }) => ["Summary", "Inputs", "Cash flow"].includes(name)),
});
const shipped = few(planOf(model));
const upside = few(planOf(model, "upside"));
let host: GridHost;
let end: () => void;
let failures = 0;

beforeEach(() => {
  const { host: made, univer } = grid.headlessHost(followInputs(model, "2026-11-22T00:00:00Z", "test"));
  host = made;
  end = () => {
    host.settle();
    univer.dispose();
  };
});
afterEach(() => end());
afterAll(() =>
  reportFigure(
    "A failed build, update, opening or removal in the workbench leaves the grid as it was",
    `${failures} failures planted`,
  ),
);

/** All that a person could tell the workbook by, and where the engine behind it stands. */
function everything(): string {
  const snapshot = host.book.snapshot();
  const written = host.book.written?.title ?? null;
  const engine = ["shown", "inputs", "restructured", "beyond"].map(
    (member) => Reflect.get(host.live, member) as unknown,
  );
  return JSON.stringify([
    snapshot,
    written,
    host.book.workbook().getActiveSheet()?.getName(),
    host.live.gridCalculates(),
    engine,
  ]);
}

/** Where showing another workbook can fail: a member that throws instead of doing its work, or after it. */
const breakable = (): readonly (readonly [target: object, member: string, when: "instead" | "after"])[] => [
  [host.book.grid.univer, "createUnit", "instead"],
  [host.book.grid.univer, "createUnit", "after"],
  [host.live, "start", "after"],
  [host.book.commands, "syncExecuteCommand", "instead"],
];

/** Breaks a member once; the result mends it. */
function broken(target: object, name: string, when: "instead" | "after"): () => void {
  const whole = Reflect.get(target, name) as (...args: unknown[]) => unknown;
  let left = 1;
  Reflect.set(target, name, (...args: unknown[]) => {
    if (left-- <= 0) return whole.apply(target, args);
    if (when === "after") whole.apply(target, args);
    throw new Error("planted");
  });
  return () => {
    expect(left).toBeLessThan(1);
    Reflect.set(target, name, whole);
  };
}

async function withAModel(): Promise<void> {
  expect(await host.write(shipped)).toMatchObject({ outcome: "built" });
  await host.edit([
    { address: "Inputs!G10", contents: 3300 },
    { address: "Summary!Z90", contents: "mine" },
  ]);
  host.settle();
  // At rest: sheets behind the one in front would follow while the faults are tried.
  host.live.finish();
  await host.show("'Cash flow'!A1");
}

const theirs: SheetPlan = {
  ...shipped.sheets[0]!,
  name: "Theirs",
  rows: [{ cells: [{ value: "x", style: Object.keys(shipped.styles)[0]! }] }],
  validations: [],
  conditionalFormats: [],
  notes: [],
  links: [],
  charts: [],
};

/** An opened file with another value for an input. */
function openOther(): void {
  const inputs = readWorkbookInputs(model, host.live.reader());
  if (!("rows" in inputs)) throw new Error("The inputs of the test are unusable");
  host.open(shipped, few(planWithInputs(model, inputs, "2026-11-22T00:00:00Z", "test")), {
    onModel: [],
    sheets: [theirs],
    styles: {},
    names: [],
  });
}

test.each<[string, () => Promise<void>, () => Promise<unknown>]>([
  ["first build", () => Promise.resolve(), () => host.write(shipped)],
  ["update", withAModel, () => host.write(upside)],
  [
    "opening a file",
    withAModel,
    async () => {
      await Promise.resolve();
      openOther();
    },
  ],
  ["removal", withAModel, () => host.remove()],
])("%s", async (name, prepare, act) => {
  await prepare();
  const before = everything();
  for (const [target, member, when] of breakable()) {
    // A removal brings no sheet to the front.
    if (name === "removal" && member === "syncExecuteCommand") continue;
    const mend = broken(target, member, when);
    const outcome = await Promise.resolve()
      .then(act)
      .then(
        (report) => report,
        (error: Error) => error,
      );
    if (outcome instanceof Error) expect(outcome.message).toBe("planted");
    else
      expect(outcome).toMatchObject({
        outcome: "failed",
        problem: {
          title: "The grid could not take the model: planted",
          wayOut: expect.stringContaining("as it was") as string,
        },
      });
    mend();
    failures += 1;
    expect(everything()).toBe(before);
  }
  await act();
  expect(everything()).not.toBe(before);
});
