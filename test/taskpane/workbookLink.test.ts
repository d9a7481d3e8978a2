import { createInputWriter, type InputWriter } from "../../src/taskpane/sheet/inputWriter";
import { linkWorkbook, type WorkbookLink } from "../../src/taskpane/sheet/workbookLink";
import { createEvaluator } from "../../src/taskpane/state/evaluator";
import { seededTable, valueOf, withEdits } from "../../src/taskpane/state/inputTable";
import { initialState, type PaneState } from "../../src/taskpane/state/paneState";
import { createStore, type Store } from "../../src/taskpane/state/store";
import { typedModel } from "../../src/taskpane/state/typedModel";
import type { PaneParts } from "../../src/taskpane/pane";
import { planOf, seededModel } from "../support/seededModel";
import { until } from "../support/until";
import { memoryPort, type MemoryPort } from "./memoryPort";

const model = typedModel(seededModel());
const plan = planOf(model);
const seeded = seededTable(model);
const cap = { scenario: "base", driver: "capXiaomi2026" } as const;

let port: MemoryPort;
let store: Store<PaneState>;
let link: WorkbookLink;
let writer: InputWriter;
/** What the pane asked of the workbook, in order. */
let asked: string[];
/** Events that the pane has heard. */
let rung: number;

beforeEach(async () => {
  port = memoryPort();
  store = createStore(initialState(seeded));
  await port.write(plan);
  rung = 0;
  const { watch } = port;
  port.watch = (addresses, handler) =>
    watch(addresses, (event) => {
      rung += 1;
      handler(event);
    });
  const parts = { model, port, store, seeded, evaluate: createEvaluator(model) } as unknown as PaneParts;
  writer = createInputWriter(parts, () => link);
  link = linkWorkbook(parts, writer.newer);
  await link.look();
  asked = [];
  const { read, edit } = port;
  port.read = (addresses) => {
    asked.push(`read ${addresses.some((address) => address.includes("Inputs")) ? "tables" : "names"}`);
    return read(addresses);
  };
  port.edit = (edits) => {
    asked.push("edit");
    return edit(edits);
  };
});
afterEach(() => link.stop());

/** The pane gives the cap a value and writes it. */
function flex(value: string): Promise<void> {
  store.update(({ table }) => ({ table: withEdits(table, [{ ...cap, entry: { kind: "own", value } }]) }));
  writer.note([cap]);
  return writer.now();
}

const shown = (): string => valueOf(store.get().table, cap.scenario, cap.driver);
const place = (): string => port.edits.at(-1)!.address.split("!")[1]!;

test("an edit of the pane's costs one edit and one reading, which its event rings for", async () => {
  await flex("3000");
  expect(store.get().unwritten).toBe(0);
  await until(() => asked.includes("read names"), "the reading that follows the edit");
  expect(asked).toEqual(["edit", "read tables", "read names"]);
  expect([shown(), port.cell("Inputs", place())]).toEqual(["3000", 3000]);
});

test("who types over the pane's value while it is being written has the last word", async () => {
  const { edit } = port;
  port.edit = async (edits) => {
    await edit(edits);
    port.type("Inputs", edits[0]!.address.split("!")[1]!, 2900);
    await until(() => rung === 3, "the events of input, journal and what was typed");
    // Time for every reading that does not wait for the edit.
    for (let turn = 0; turn < 5; turn += 1) await port.read(["KC_Scenario"]);
  };
  await flex("3000");
  await until(() => shown() === "2900", "the value that was typed");
});

test("a choice of scenario is not taken back by a reading that began before it", async () => {
  const reading = link.look();
  store.update({ scenario: "upside" });
  const seen = new Set<string>();
  store.subscribe(({ scenario }) => seen.add(scenario));
  await Promise.all([reading, link.select("upside")]);
  await until(() => asked.filter((one) => one === "read names").length === 2, "the reading after the choice");
  expect([...seen]).toEqual(["upside"]);
});

test("a failed edit leaves the way free for the next", async () => {
  port.failNext("A cell is being edited.", "Press Enter in the sheet.");
  await flex("3000");
  expect([store.get().notice?.title, store.get().unwritten]).toEqual([
    "The Inputs sheet was not changed: A cell is being edited.",
    1,
  ]);
  await flex("3100");
  expect([port.cell("Inputs", place()), store.get().unwritten]).toEqual([3100, 0]);
});
