import { createInputWriter } from "../../src/taskpane/sheet/inputWriter";
import { linkWorkbook } from "../../src/taskpane/sheet/workbookLink";
import { leverActions, type LeverActions } from "../../src/taskpane/actions/leverActions";
import type { PaneParts } from "../../src/taskpane/pane";
import { createEvaluator } from "../../src/taskpane/state/evaluator";
import {
  assumptionsOf,
  changedFromSeeds,
  quartersOf,
  seededTable,
  withEdits,
} from "../../src/taskpane/state/inputTable";
import { moveToOwn } from "../../src/taskpane/state/moveToOwn";
import { initialState, type PaneState } from "../../src/taskpane/state/paneState";
import { createStore, type Store } from "../../src/taskpane/state/store";
import { typedModel } from "../../src/taskpane/state/typedModel";
import { periodIndex, procurement, QUARTER_DRIVERS, SCENARIOS } from "../../src/companies/kingsoftCloud";
import { inputRow } from "../../src/model";
import { cellAddress } from "../../src/workbook/address";
import { layoutOf } from "../../src/workbook/layout";
import { quarterlyCell } from "../../src/workbook/quarterlyCell";
import { planOf, seededModel } from "../support/seededModel";
import { until } from "../support/until";
import { memoryPort, type MemoryPort } from "./memoryPort";

const model = typedModel(seededModel());
const seeded = seededTable(model);
const plan = planOf(seededModel());
const line = procurement.limit;
const key = (quarter: string): string => `capexEnvelope@${quarter}`;

/** Cell of a quarter's input on its sheet. */
function cellOf(id: string, scenario = "base"): string {
  const driver = QUARTER_DRIVERS.find((each) => each.id === id)!;
  const at = quarterlyCell(
    layoutOf(model),
    driver,
    SCENARIOS.find((each) => each.id === scenario)!,
  );
  return cellAddress(at.row, at.column);
}

let port: MemoryPort;
let store: Store<PaneState>;
let levers: LeverActions;
let stop: () => Promise<void>;

beforeEach(async () => {
  port = memoryPort();
  store = createStore(initialState(seeded));
  await port.write(plan);
  const parts = {
    model,
    port,
    store,
    seeded,
    locale: null,
    evaluate: createEvaluator(model),
  } as unknown as PaneParts;
  const writer = createInputWriter(parts, () => link);
  const link = linkWorkbook(parts, writer.newer);
  await link.look();
  levers = leverActions(parts, writer, link);
  stop = () => link.stop();
});
afterEach(() => stop());

const typed = (): Record<string, string> => Object.fromEntries(quartersOf(store.get().table, "base"));
const inEffect = (quarter: string): number => {
  const { table, scenario } = store.get();
  return model.fast(assumptionsOf(table, scenario)).value(line.id, periodIndex(quarter));
};
/** Asks for a stretch of quarters and applies it. */
function move(from: string, to: string, how: "times" | "value", text: string): void {
  const asked = { line: line.id, from: periodIndex(from), to: periodIndex(to), how, text, wrong: "" };
  levers.askQuarters(asked);
  levers.moveQuarters(line);
}

test("capital expenditure halved from a quarter on is one step, which undo takes back, on the sheet too", async () => {
  const before = ["2026Q2", "2026Q3", "2028Q4"].map(inEffect);
  move("2026Q3", "2028Q4", "times", "0.5");
  expect(Object.keys(typed())).toHaveLength(10);
  expect(["2026Q2", "2026Q3", "2028Q4"].map(inEffect)).toEqual([
    before[0],
    expect.closeTo(before[1]! / 2, 8),
    expect.closeTo(before[2]! / 2, 8),
  ]);
  expect(store.get().history.done.map(({ label }) => label)).toEqual([
    "Capital expenditure envelope, company basis 2026Q3 to 2028Q4 × 0.5",
  ]);
  await until(() => store.get().unwritten === 0, "the pane's values on the sheet");
  expect(port.cell("Quarterly inputs", cellOf(key("2026Q3")))).toBe(Number(typed()[key("2026Q3")]));
  levers.undo();
  expect(typed()).toEqual({});
  await until(() => store.get().unwritten === 0, "the emptied cells");
  expect(port.cell("Quarterly inputs", cellOf(key("2026Q3")))).toBe("");
  levers.redo();
  expect(Object.keys(typed())).toHaveLength(10);
});

test("a value is typed for each quarter of the stretch, and the year's stands again where they are emptied", () => {
  move("2026Q3", "2026Q4", "value", "1,200");
  expect(typed()).toEqual({ [key("2026Q3")]: "1200", [key("2026Q4")]: "1200" });
  expect(inEffect("2026Q4")).toBe(1200);
  levers.askQuarters({ ...store.get().quarterly!, to: periodIndex("2026Q3") });
  levers.emptyQuarters(line);
  expect(typed()).toEqual({ [key("2026Q4")]: "1200" });
  levers.resetAll();
  expect(typed()).toEqual({});
});

test.each([
  ["times", "half", "is no factor"],
  ["times", "-1", "is no factor"],
  ["times", "1000", "must lie between"],
  ["value", "much", "is not a number"],
  ["value", "-5", "must lie between"],
] as const)("%s %s is refused in words, and nothing changes", (how, text, words) => {
  move("2026Q3", "2028Q4", how, text);
  expect(store.get().quarterly?.wrong).toContain(words);
  expect(typed()).toEqual({});
});

test("what a person types on the sheet is read, emptied again it is gone, and a text is said to be none", async () => {
  port.type("Quarterly inputs", cellOf(key("2027Q1"), "upside"), 900);
  await until(() => quartersOf(store.get().table, "upside").size === 1, "the typed quarter");
  expect(changedFromSeeds(store.get().table, seeded, "upside").map(({ driver }) => driver)).toEqual([
    key("2027Q1"),
  ]);
  port.type("Quarterly inputs", cellOf(key("2027Q1"), "upside"), "");
  await until(() => quartersOf(store.get().table, "upside").size === 0, "the emptied quarter");
  port.type("Quarterly inputs", cellOf(key("2027Q1")), "lots");
  await until(() => store.get().faults.length === 1, "the fault");
  expect(store.get().faults[0]).toMatchObject({ driver: key("2027Q1"), scenario: "base" });
  levers.repair("base", inputRow(model, key("2027Q1"))!);
  await until(() => port.cell("Quarterly inputs", cellOf(key("2027Q1"))) === "", "the repaired cell");
});

test("a scenario moved to Custom takes its quarters along, and those of Base it follows", () => {
  const own = (scenario: "base" | "upside", driver: string, value: string) =>
    ({ scenario, driver, entry: { kind: "own", value } }) as const;
  const table = withEdits(seeded, [
    own("base", "priceCut@2027Q1", "0.05"),
    own("upside", "opexGrowth@2026Q4", "0.2"),
  ]);
  const moved = withEdits(table, moveToOwn(table, seeded, "upside", "custom"));
  const quarters = (name: "upside" | "custom", of = moved): Record<string, string> =>
    Object.fromEntries([...assumptionsOf(of, name)].filter(([id]) => id.includes("@")));
  expect(quarters("custom")).toEqual(quarters("upside", table));
  expect(quartersOf(moved, "upside").size).toBe(0);
  expect(quarters("custom")["opexGrowth@2026Q4"]).toBe("0.2");
});
