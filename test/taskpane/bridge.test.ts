import type { Page } from "playwright-core";
import { bridge, waterfall, type ModelState, type Waterfall } from "../../src/analysis";
import { LINE_BY_ID, periodIndex, SCENARIOS } from "../../src/companies/kingsoftCloud";
import { lineKey } from "../../src/model";
import type { ScenarioName } from "../../src/seeds";
import { bridgeActions } from "../../src/taskpane/actions/bridgeActions";
import type { PaneParts } from "../../src/taskpane/pane";
import { changedScenarios, BRIDGE_GROUP } from "../../src/taskpane/state/bridgeState";
import { formatFixed, formatPart } from "../../src/taskpane/state/formatFixed";
import { seededTable, withEdits } from "../../src/taskpane/state/inputTable";
import { initialState, type PaneState } from "../../src/taskpane/state/paneState";
import { createStore } from "../../src/taskpane/state/store";
import { typedModel } from "../../src/taskpane/state/typedModel";
import { seededModel } from "../support/seededModel";
import { paneBrowser, type OpenedPane, type PaneBrowser } from "./paneBrowser";

const shipped = seededModel();
const state = (id: ScenarioName): ModelState => ({ model: shipped, assumptions: shipped.assumptions(id) });
const figure = { line: LINE_BY_ID.get("revenue")!, column: periodIndex("FY2027") };
const bridged = bridge(state("base"), state("upside"), [figure]);
const toUpside = waterfall(bridged, 0);

describe("while it is calculated", () => {
  const cap = { scenario: "base", driver: "capXiaomi2027" } as const;
  let clock = 0;
  let tasks: (() => void)[] = [];

  beforeEach(() => {
    [clock, tasks] = [0, []];
    // Each look at the clock finds it five milliseconds on, so that slices end without a wait.
    jest.spyOn(performance, "now").mockImplementation(() => (clock += 5));
    jest.spyOn(globalThis, "setTimeout").mockImplementation(((task: () => void) => {
      tasks.push(task);
      return tasks.length;
    }) as unknown as typeof setTimeout);
  });
  afterEach(() => jest.restoreAllMocks());

  function opened(): { readonly parts: PaneParts; readonly stop: () => void } {
    const model = typedModel(shipped);
    const seeded = seededTable(model);
    const store = createStore<PaneState>({ ...initialState(seeded), tab: "compare" });
    const parts = { model, store, seeded } as unknown as PaneParts;
    const actions = bridgeActions(parts);
    actions.open(true);
    return { parts, stop: () => actions.stop() };
  }
  const next = (): void => tasks.shift()!();
  const drawnIn = ({ store }: PaneParts): Waterfall | null => {
    const progress = store.get().compare.bridge;
    return progress.at === "done" ? waterfall(progress.bridge, 0) : null;
  };
  const at = ({ store }: PaneParts): string => store.get().compare.bridge.at;

  test("the page gets its turn between a few calculations", () => {
    const { parts } = opened();
    const flexes = jest.spyOn(parts.model.present(), "flex");
    let [turns, most] = [0, 0];
    while (tasks.length > 0 && turns < 10_000) {
      flexes.mockClear();
      next();
      turns += 1;
      if (at(parts) === "running") most = Math.max(most, flexes.mock.calls.length);
    }
    expect(at(parts)).toBe("done");
    expect(turns).toBeGreaterThan(100);
    // Three looks at the clock are three walks of all levers.
    expect(most).toBeLessThanOrEqual(3 * (bridged.steps.length + 1));
    expect(drawnIn(parts)).toEqual(toUpside);
  });

  test("a changed input ends it and begins another, and what was of other inputs is never shown", () => {
    const { parts } = opened();
    for (let turn = 0; turn < 5; turn++) next();
    expect(at(parts)).toBe("running");
    parts.store.update(({ table }) => ({
      table: withEdits(table, [{ ...cap, entry: { kind: "own", value: "2000" } }]),
    }));
    parts.store.subscribe(({ compare, table }) => {
      if (compare.bridge.at === "done") expect(compare.bridge.of.table).toBe(table);
    });
    while (tasks.length > 0) next();
    const done = parts.store.get().compare.bridge;
    expect(done).toMatchObject({ at: "done", of: { table: parts.store.get().table } });
    expect(drawnIn(parts)!.before).toBeLessThan(toUpside.before);
    parts.store.update(({ table }) => ({
      table: withEdits(table, [{ ...cap, entry: { kind: "own", value: "2100" } }]),
    }));
    expect(at(parts)).toBe("running");
  });

  test("nothing is calculated once the fold is closed or the pane is gone", () => {
    const { parts, stop } = opened();
    next();
    parts.store.update({ openGroups: new Set() });
    next();
    expect(tasks).toEqual([]);
    parts.store.update({ openGroups: new Set([BRIDGE_GROUP]) });
    expect(tasks).toHaveLength(1);
    stop();
    parts.store.update({ openGroups: new Set([BRIDGE_GROUP]) });
    expect(tasks).toHaveLength(1);
  });

  test("scenarios as shipped are offered where inputs or figures have changed", () => {
    const model = typedModel(shipped);
    const seeded = seededTable(model);
    expect(changedScenarios(seeded, seeded, model)).toEqual([]);
    const upside = withEdits(seeded, [{ ...cap, scenario: "upside", entry: { kind: "own", value: "1" } }]);
    expect(changedScenarios(upside, seeded, model)).toEqual(["upside"]);
    const base = withEdits(seeded, [{ ...cap, entry: { kind: "own", value: "1" } }]);
    expect(changedScenarios(base, seeded, model)).toHaveLength(SCENARIOS.length);
    model.type(new Map([[lineKey("revenue", periodIndex("2026Q2")), "3100"]]));
    expect(changedScenarios(seeded, seeded, model)).toHaveLength(SCENARIOS.length);
  });
});

describe("in the pane", () => {
  let browser: PaneBrowser;
  let page: OpenedPane;

  beforeAll(async () => {
    browser = await paneBrowser();
  });
  afterEach(async () => {
    const { faults } = page;
    await page.close();
    expect(faults).toEqual([]);
  });
  afterAll(() => browser.close());

  async function built(): Promise<Page> {
    page = await browser.open();
    await page.page.getByRole("button", { name: "Build model" }).click();
    await page.page.getByText("Checks OK").waitFor();
    await page.page.getByRole("tab", { name: "Compare" }).click();
    return page.page;
  }
  const fold = (of: Page) => of.locator("[data-bridge]");
  const rows = (of: Page) => fold(of).locator("tbody tr");

  test("opened by keyboard it is the bridge of kc diff, as a picture in words and as a table that adds up", async () => {
    const pane = await built();
    await fold(pane).locator("> summary").focus();
    await pane.keyboard.press("Enter");
    await fold(pane).locator("[data-waterfall]").waitFor();
    const { unit } = figure.line;
    const wanted = toUpside.bars.map(({ label, part }) => `${label} ${formatPart(part, unit)}`);
    const words = await fold(pane).locator("svg[role=img]").getAttribute("aria-label");
    expect(words).toBe(
      `Total revenue, FY2027, RMB m: from Base to Upside. ${[`Base ${formatFixed(toUpside.before, unit)}`, ...wanted, `Upside ${formatFixed(toUpside.after, unit)}`].join("; ")}.`,
    );
    await fold(pane).locator(".chart-table > summary").press("Enter");
    const shown = await rows(pane).locator("td:nth-child(2)").allInnerTexts();
    const units = shown.map((text) =>
      Math.round(Number(text.replaceAll(/[+,]/g, "").replace("−", "-")) * 10),
    );
    expect(units.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(units.at(-1));
    expect(await fold(pane).locator("p.quiet").innerText()).toContain("standard error");
  });

  test("from the model as shipped to what it is now, once an input was changed; inserted with that input", async () => {
    const pane = await built();
    await fold(pane).locator("> summary").click();
    await fold(pane).locator("[data-waterfall]").waitFor();
    expect(await fold(pane).getByRole("combobox", { name: "From" }).locator("option").count()).toBe(
      SCENARIOS.length,
    );
    const at = await pane.evaluate(async () => {
      const [reading] = await window.port.read(["'Inputs'!B1:B400"]);
      return `G${reading!.values.findIndex(([id]) => id === "capXiaomi2027") + 1}`;
    });
    await pane.evaluate((address) => window.port.type("Inputs", address, 2000), at);
    await fold(pane)
      .getByLabel("From")
      .locator("option", { hasText: "Base as shipped" })
      .waitFor({ state: "attached" });
    await fold(pane).getByRole("combobox", { name: "From" }).selectOption({ label: "Base as shipped" });
    await fold(pane).getByRole("combobox", { name: "To" }).selectOption({ label: "Base" });
    await pane.locator("[data-bridge] figcaption", { hasText: "from Base as shipped to Base" }).waitFor();
    expect(await fold(pane).locator("tr[data-lever]").count()).toBe(1);
    expect(await fold(pane).locator("p.quiet").innerText()).toContain("Every order of the levers counts");
    await fold(pane).getByRole("button", { name: "Insert into workbook: the bridge" }).click();
    await pane.getByText("The result is on the sheet Result 1.").waitFor();
    expect(
      await pane.evaluate(() => ["A1", "A8", "C10"].map((cell) => window.port.cell("Result 1", cell))),
    ).toEqual([
      "Bridge: Total revenue, FY2027, RMB m: from Base as shipped to Base",
      "Xiaomi cap as agreed",
      expect.stringContaining("The parts add up."),
    ]);
  });
});
