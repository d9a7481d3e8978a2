/** A made-up year entered on the pane's Quarter tab in Excel: figures, beat or miss and kept estimates after each step, then back to the start and forth again. */

import { createHash } from "node:crypto";
import { vintageOf } from "../../../src/analysis";
import { excelHost } from "../../../src/hosts/officejs/excelHost";
import { LINE_BY_ID, periodIndex, PERIODS, SCENARIOS } from "../../../src/companies/kingsoftCloud";
import type { Model } from "../../../src/model";
import { quarterActions, quarterOf, type QuarterActions } from "../../../src/taskpane/actions/quarterActions";
import type { LinkedParts, PaneParts } from "../../../src/taskpane/pane";
import { linkWorkbook } from "../../../src/taskpane/sheet/workbookLink";
import { beatOrMiss } from "../../../src/taskpane/state/beatOrMiss";
import { estimateBefore } from "../../../src/taskpane/state/estimateBefore";
import { createEvaluator } from "../../../src/taskpane/state/evaluator";
import { seededTable } from "../../../src/taskpane/state/inputTable";
import { KEY_FIGURES } from "../../../src/taskpane/state/keyFigures";
import { initialState, type PaneState } from "../../../src/taskpane/state/paneState";
import { createStore, type Store } from "../../../src/taskpane/state/store";
import { typedModel } from "../../../src/taskpane/state/typedModel";
import { BEAT_COLUMNS as AT, beatRow } from "../../../src/workbook/beatPlaces";
import { KEPT_COLUMNS, keptPlaces, OWN_KEPT } from "../../../src/workbook/keptPlaces";
import { layoutOf } from "../../../src/workbook/layout";
import { SHEETS } from "../../../src/workbook/sheetNames";
import { bootOffice, type Running } from "../../officeHost/bootOffice";
import type { Scalar } from "../../officeHost/book";
import { IronCalculation } from "../../officeHost/calculation";
import { UndoSteps } from "../../officeHost/undoSteps";
import { axis } from "../../support/axis";
import { planOf, seededModel } from "../../support/seededModel";
import { until } from "../../support/until";
import { modelAfter, yearOfQuarters, type YearStep } from "../../support/yearOfQuarters";
import { everything } from "./bookState";

const shipped = seededModel();
const steps = yearOfQuarters(shipped);
const layout = layoutOf(shipped);
const port = excelHost();

let running: Running;
let excel: UndoSteps;
let store: Store<PaneState>;
let parts: LinkedParts;
let actions: QuarterActions;

beforeAll(async () => {
  running = await bootOffice({ calculation: new IronCalculation() });
  await port.write(planOf(shipped));
  const model = typedModel(shipped);
  const seeded = seededTable(model);
  store = createStore(initialState(seeded));
  const evaluate = createEvaluator(model);
  const pane = { model, port, store, seeded, evaluate, locale: "." } as unknown as PaneParts;
  parts = { ...pane, link: linkWorkbook(pane, () => []) };
  await parts.link.look();
  actions = quarterActions(parts);
  excel = new UndoSteps(running);
});
afterAll(async () => {
  await parts.link.stop();
  running.close();
});
afterEach(() => {
  expect(running.host.missing).toEqual([]);
  expect(store.get().notice?.kind ?? "done").toBe("done");
});

/** A checksum of everything that the workbook holds, and what its cells show. */
interface Digest {
  readonly checksum: string;
  readonly shown: ReadonlyMap<string, Scalar>;
}

function digest(): Digest {
  running.host.calculate(true);
  const { book } = running;
  const shown = book.sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([key, { value }]) => (value === "" ? [] : [[`${name} ${key}`, value] as const])),
  );
  return {
    checksum: createHash("sha256").update(everything(book)).digest("hex"),
    shown: new Map(shown),
  };
}

/** Where two states differ; calculating anew may move last digits. */
function changes(before: Digest, after: Digest): readonly string[] {
  const near = (a: unknown, b: unknown): boolean =>
    typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return [
    ...(before.checksum === after.checksum ? [] : ["contents, looks or sheets"]),
    ...[...new Set([...before.shown.keys(), ...after.shown.keys()])].filter((place) => {
      const [a, b] = [before.shown.get(place), after.shown.get(place)];
      return a !== b && !near(a, b);
    }),
  ].slice(0, 5);
}

const valueAt = (sheet: string, row: number, column: number): unknown =>
  running.book.sheet(sheet)?.at(row - 1, column - 1)?.value;

/** Enters the figures of a step on the Quarter tab, settles what is doubtful ("802.335" may be thousands), and puts them into the workbook. */
async function enter({ quarter, figures, what }: YearStep): Promise<void> {
  actions.pick(quarter);
  for (const [line, value] of Object.entries(figures)) {
    actions.type(line, String(value));
    const { others } = store.get().quarter.entries.get(line)!;
    if (others.includes(String(value))) actions.choose(line, String(value));
    else actions.agree(line);
  }
  actions.say({ source: `${quarter}: ${what}`, date: "2026-08-20" });
  actions.preview();
  const { lacks, step } = store.get().quarter;
  expect([what, lacks, step.at === "preview" && step.preview.figures.size]).toEqual([
    what,
    "",
    Object.keys(figures).length,
  ]);
  actions.apply();
  await until(
    () => store.get().quarter.step.at === "applied",
    () => `${what} is applied; ${JSON.stringify(store.get().notice)}`,
  );
}

/** Cells of the scenario sheets that are not what the engine says. */
function apart(now: Model): { readonly compared: number; readonly different: readonly string[] } {
  running.host.calculate(true);
  const different: string[] = [];
  let compared = 0;
  for (const { id, name } of SCENARIOS) {
    const values = now.fast(now.assumptions(id));
    for (const [line, row] of layout.scenario.line)
      PERIODS.forEach(({ label }, column) => {
        const [wanted, found] = [values.value(line, column), valueAt(name, row, axis.column(column))];
        if (Number.isNaN(wanted) || typeof found !== "number") return;
        compared += 1;
        if (!(Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))))
          different.push(`${name} ${line} ${label}: ${found}, not ${wanted}`);
      });
  }
  return { compared, different };
}

/** Reported, estimate and word of total revenue on the sheet Beat or miss. */
const beat = (): readonly unknown[] => {
  const row = beatRow(LINE_BY_ID.get("revenue")!);
  return [AT.reported, AT.estimate, AT.word].map((column) => valueAt(SHEETS.beat, row, column));
};

/** Name and last known quarter of the estimates that were kept by the pane. */
function kept(): readonly unknown[] {
  const { block, shipped: known } = keptPlaces(shipped);
  return Array.from({ length: OWN_KEPT }, (_, own) => block(known.length + own))
    .map((row) =>
      [KEPT_COLUMNS.name, KEPT_COLUMNS.knownTo].map((column) => valueAt(SHEETS.estimates, row, column)),
    )
    .filter(([name]) => name !== "" && name !== undefined);
}

test("the pane's Take back is one step, as each entry is", async () => {
  const [release] = steps;
  const start = digest();
  await enter(release!);
  const entered = digest();
  expect([excel.count, changes(start, entered)[0]]).toEqual([1, "contents, looks or sheets"]);
  actions.takeBack();
  await until(() => store.get().quarter.step.at === "entry", "the figures are taken back");
  expect([excel.count, changes(start, digest())]).toEqual([2, []]);
  excel.undo();
  expect(changes(entered, digest())).toEqual([]);
  excel.undo();
  expect(changes(start, digest())).toEqual([]);
});

test("each step of the year: every scenario, the pane's key figures, beat or miss and the estimate before it are the engine's; undo leads back to the start, redo to the end", async () => {
  const start = digest();
  const names = (): string[] => running.book.sheets.map(({ name }) => name);
  const sheets = names();
  const wantedKept: (readonly [string, string])[] = [];
  let results = "2026Q1";
  let before = shipped;
  for (const step of steps) {
    await enter(step);
    const now = modelAfter(shipped, step);
    const { compared, different } = apart(now);
    expect([step.what, different.slice(0, 5)]).toEqual([step.what, []]);
    expect(compared).toBeGreaterThan(50_000);
    expect([step.what, valueAt(SHEETS.checks, 4, 3)]).toEqual([step.what, step.isWell ? 0 : 1]);

    // The pane reads the workbook, and says what the engine says.
    expect(store.get().typed).toEqual(step.typed);
    const { table, scenario } = store.get();
    const [shown, engine] = [parts.evaluate(table, scenario).values, now.fast(now.assumptions("base"))];
    for (const { line } of KEY_FIGURES)
      for (const year of ["FY2026", "FY2027", "FY2028"])
        expect([line.id, shown.value(line.id, periodIndex(year))]).toEqual([
          line.id,
          engine.value(line.id, periodIndex(year)),
        ]);

    // The estimate before a new quarter is kept by itself, and the quarter is held against it.
    const name = `Before ${step.quarter}`;
    if (step.quarter > results && !wantedKept.some(([each]) => each === name))
      wantedKept.push([name, results]);
    expect([step.what, kept()]).toEqual([step.what, wantedKept]);
    const { results: newest } = vintageOf(now.data);
    if (newest !== results) {
      expect(newest).toBe(step.quarter);
      const [revenue, estimate] = [step.figures["revenue"]!, before.fast(before.assumptions("base"))].map(
        (each) => (typeof each === "number" ? each : each.value("revenue", periodIndex(step.quarter))),
      );
      const difference = revenue! - estimate!;
      const word = Math.abs(difference) < 0.05 ? "in line" : difference > 0 ? "beat" : "miss";
      const [reported, expected, said] = beat();
      expect([step.what, reported, said]).toEqual([step.what, revenue, word]);
      expect(expected).toBeCloseTo(estimate!, 6);
      const told = beatOrMiss(
        parts.model,
        estimateBefore(parts.model, table, scenario, quarterOf(store.get(), parts.model)),
        periodIndex(step.quarter),
      ).find(({ line }) => line.id === "revenue")!;
      expect([told.reported, told.better]).toEqual([revenue, word === "in line" ? null : word === "beat"]);
      expect(told.estimate).toBeCloseTo(estimate!, 6);
      results = newest;
    }
    before = now;
  }
  const end = digest();
  expect(excel.count).toBe(steps.length);
  for (const _ of steps) excel.undo();
  expect(names()).toEqual(sheets);
  expect(changes(start, digest())).toEqual([]);
  await until(() => store.get().typed.size === 0, "the pane follows back to the start");
  for (const _ of steps) excel.redo();
  expect(changes(end, digest())).toEqual([]);
  await until(() => store.get().typed.size === steps.at(-1)!.typed.size, "the pane follows to the end");
});
