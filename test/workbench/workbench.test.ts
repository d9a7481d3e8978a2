import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import { cellAddress } from "../../src/workbook/address";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { SCENARIOS } from "../../src/companies/kingsoftCloud";
import { layoutOf } from "../../src/workbook/layout";
import { smallPlan } from "../hosts/xlsx/smallPlan";
import { recalculate } from "../support/libreOffice";
import { PROVES } from "../support/runs";
import { seededModel } from "../support/seededModel";
import { until } from "../support/until";
import { differences, enginePlan } from "./comparePlan";
import {
  buildModel,
  calculated,
  drawnTwice,
  enter,
  gridValue,
  readGrid,
  showCell,
  snapshotOf,
  startWorkbench,
  typeInto,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";

const SHEET_CANVAS = 'canvas[id^="univer-sheet-main-canvas"]';
const model = seededModel();
const inputRow = (driver: string): number => layoutOf(model).inputs.driver.get(driver)!;
const baseCell = (driver: string): string => `'Inputs'!G${inputRow(driver)}`;

let workbench: RunningWorkbench;
let open: OpenPage;
let folder: string;

beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open();
  folder = await mkdtemp(join(tmpdir(), "kc-workbench-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await workbench.stop();
});

/** Waits until a cell of the grid holds something else. */
async function changed(address: string, before: unknown): Promise<void> {
  await until(
    async () => (await gridValue(open.page, address)) !== before,
    `${address} holds something else than ${String(before)}`,
  );
}

test("one press builds the model, with the engine's values", async () => {
  await buildModel(open.page);
  const { compared, differing } = await differences(open.page, enginePlan(model, "base"));
  expect(compared).toBeGreaterThan(30_000);
  expect(differing).toEqual([]);
  expect(await open.page.locator("#wb-pane").innerText()).toContain("Checks OK");
});

test("KC functions answer in a cell, with completion and argument help, or say what to do", async () => {
  const { page } = open;
  await showCell(page, "'Summary'!N20");
  await page.keyboard.type("=KC.REV");
  await page.getByText("KC.REVENUE", { exact: false }).first().waitFor();
  await page.keyboard.type('ENUE("3Q25"');
  await page.getByText("[segment]").first().waitFor();
  await page.keyboard.type(")");
  await enter(page, '=KC.REVENUE("3Q25")');
  await changed("'Summary'!N20", "");
  expect(await gridValue(page, "'Summary'!N20")).toBeCloseTo(2478, 0);

  await typeInto(page, "'Summary'!N22", '=KC.REVENUE("FY2031")');
  await changed("'Summary'!N22", "");
  expect(await gridValue(page, "'Summary'!N22")).toBe("#VALUE!");
  await page.getByText("No FY2031: the model ends in FY2028.").waitFor();

  await typeInto(page, "'Summary'!N24", '=KC.SERIES("revenue","1Q25","4Q25")');
  await changed("'Summary'!N24", "");
  const [series] = await readGrid(page, "'Summary'!N24:Q25");
  expect(series!.values[1]!.every((value) => typeof value === "number" && value > 1000)).toBe(true);

  // A formula over the model's cells and the assumption range follows them.
  await typeInto(page, "'Summary'!N27", '=KC.REVENUE("FY2027",,,KC_Inputs)-J12');
  await follows(page);
});

/** Waits until the person's own formula, the model's revenue by function less the cell, is nothing. */
async function follows(page: OpenPage["page"]): Promise<void> {
  await until(
    async () => Math.abs((await gridValue(page, "'Summary'!N27")) as number) < 1e-6,
    "the person's own formula",
  );
}

test("an input typed over recalculates sheets and pane, and undo brings it back", async () => {
  const { page } = open;
  const before = await gridValue(page, "'Summary'!J12");
  await typeInto(page, baseCell("capXiaomi2027"), "2500");
  await changed("'Summary'!J12", before);
  const lower = enginePlan(model, "base", { base: { capXiaomi2027: 2500 } });
  expect((await differences(page, lower)).differing).toEqual([]);
  // The lower cap binds: nothing is left of it, and demand is lost.
  const [headroom, lost] = await readGrid(page, "'Summary'!J21", "'Summary'!J25");
  expect(headroom!.values[0]![0]).toBeCloseTo(0, 6);
  expect(lost!.values[0]![0]).toBeGreaterThan(100);
  // A person's own formula has followed too.
  await follows(page);

  await page.locator("#wb-pane").getByRole("tab", { name: "Scenarios" }).click();
  await page.locator("#field-capXiaomi2027").waitFor();
  expect((await page.locator("#field-capXiaomi2027").inputValue()).replaceAll(",", "")).toBe("2500");

  const low = await gridValue(page, "'Summary'!J12");
  await page.locator(SHEET_CANVAS).click({ position: { x: 300, y: 200 } });
  await page.keyboard.press("Control+z");
  await changed("'Summary'!J12", low);
  expect(await gridValue(page, "'Summary'!J12")).toBe(before);
});

test("levers of the pane, by keyboard and by pointer, reach the grid", async () => {
  const { page } = open;
  const before = await gridValue(page, "'Summary'!J12");
  const field = page.locator("#field-capXiaomi2027");
  await field.fill("2600");
  await field.press("Enter");
  await changed("'Summary'!J12", before);
  expect(await gridValue(page, baseCell("capXiaomi2027"))).toBe(2600);
  const typed = enginePlan(model, "base", { base: { capXiaomi2027: 2600 } });
  expect((await differences(page, typed)).differing).toEqual([]);

  const slider = page.getByRole("slider", { name: /^Xiaomi cap as agreed 2027/ });
  const box = (await slider.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await changed(baseCell("capXiaomi2027"), 2600);
  const dragged = (await gridValue(page, baseCell("capXiaomi2027"))) as number;
  await calculated(page);
  expect(
    (await differences(page, enginePlan(model, "base", { base: { capXiaomi2027: dragged } }))).differing,
  ).toEqual([]);
});

test("a result inserted as a sheet goes stale when an input moves on, and comes back to current", async () => {
  const { page } = open;
  const pane = page.locator("#wb-pane");
  await pane.getByRole("tab", { name: "Compare" }).click();
  await pane.getByRole("button", { name: "Insert into workbook: the grid" }).click();
  await pane.getByText("The result is on the sheet Result 1.").waitFor();
  expect(await gridValue(page, "'Result 1'!B3")).toBe("Current: the inputs are as they were.");
  const cap = (await gridValue(page, baseCell("capXiaomi2027"))) as number;
  await page.locator(SHEET_CANVAS).click({ position: { x: 300, y: 200 } });
  await typeInto(page, baseCell("capXiaomi2027"), "3123");
  await changed("'Result 1'!B3", "Current: the inputs are as they were.");
  expect(await gridValue(page, "'Result 1'!B3")).toBe(
    `STALE: 1 of ${model.rows.length} inputs have changed since.`,
  );
  const stale = await gridValue(page, "'Result 1'!B3");
  await typeInto(page, baseCell("capXiaomi2027"), String(cap));
  await changed("'Result 1'!B3", stale);
  expect(await gridValue(page, "'Result 1'!B3")).toBe("Current: the inputs are as they were.");
  await pane.getByRole("tab", { name: "Scenarios" }).click();
});

test("the scenario chosen in the sheet shows everywhere", async () => {
  const { page } = open;
  const before = await gridValue(page, "'Summary'!J12");
  await page.evaluate(() =>
    (window as unknown as { kcWorkbook: { edit(edits: unknown): Promise<void> } }).kcWorkbook.edit([
      { address: "KC_Scenario", contents: "Upside" },
    ]),
  );
  await changed("'Summary'!J12", before);
  const cap = (await gridValue(page, baseCell("capXiaomi2027"))) as number;
  expect(
    (await differences(page, enginePlan(model, "upside", { base: { capXiaomi2027: cap } }))).differing,
  ).toEqual([]);
});

test("a saved workbook equals LibreOffice's recalculation, and brings inputs, scenario and own cells back", async () => {
  const { page } = open;
  const cap = (await gridValue(page, baseCell("capXiaomi2027"))) as number;
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save .xlsx" }).click();
  const path = join(folder, "saved.xlsx");
  await (await coming).saveAs(path);
  const bytes = new Uint8Array(await readFile(path));
  const recalculated = await recalculate(bytes);
  const plan = enginePlan(model, "upside", { base: { capXiaomi2027: cap } });
  let compared = 0;
  const wrong = plan.sheets.flatMap((sheet) =>
    sheet.rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => {
        if (cell?.formula === undefined || typeof cell.value !== "number") return [];
        compared += 1;
        const address = cellAddress(row + 1, column + 1);
        const { value } = recalculated.sheet(sheet.name).cell(address);
        return typeof value === "number" &&
          Math.abs(value - cell.value) <= 1e-7 * Math.max(1, Math.abs(cell.value))
          ? []
          : [`${sheet.name}!${address}: ${String(value)} for ${cell.value}`];
      }),
    ),
  );
  expect(compared).toBeGreaterThan(30_000);
  expect(wrong).toEqual([]);

  const fresh = await workbench.open();
  const chooser = fresh.page.waitForEvent("filechooser");
  await fresh.page.getByRole("button", { name: "Open .xlsx" }).click();
  await (await chooser).setFiles(path);
  await fresh.page.getByText("saved.xlsx is open.").waitFor();
  const [input, scenario, own] = await readGrid(
    fresh.page,
    baseCell("capXiaomi2027"),
    "KC_Scenario",
    "'Summary'!N20",
  );
  expect(input!.values[0]![0]).toBe(cap);
  expect(scenario!.values[0]![0]).toBe("Upside");
  expect(own!.formulas[0]![0]).toBe('=KC.REVENUE("3Q25")');
  expect((await differences(fresh.page, plan)).differing).toEqual([]);
  await fresh.page.locator("#wb-pane").getByRole("tab", { name: "Scenarios" }).click();
  await fresh.page.locator("#field-capXiaomi2027").waitFor();
  expect([...fresh.outside, ...fresh.faults]).toEqual([]);
  await fresh.page.context().close();
});

test.each([
  ["broken.xlsx", async () => (await readFile(join(folder, "saved.xlsx"))).subarray(0, 20_000), "cut short"],
  ["notes.xlsx", async () => Buffer.from("plain text"), "not an .xlsx workbook"],
  ["foreign.xlsx", async () => Buffer.from(await planToXlsx(smallPlan)), "holds no KC model"],
])("%s gets a clear message and changes nothing", async (name, bytes, words) => {
  const { page } = open;
  const path = join(folder, name);
  await writeFile(path, await bytes());
  const before = await readGrid(page, "'Summary'!A1:K42");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open .xlsx" }).click();
  await (await chooser).setFiles(path);
  await page.getByText(`${name} was not opened; nothing has changed.`).waitFor();
  expect(await page.locator("#wb-notice").innerText()).toContain(words);
  expect(await readGrid(page, "'Summary'!A1:K42")).toEqual(before);
});

test("the grid's own calculation agrees with the values pushed, and takes over while a formula is overwritten", async () => {
  const own = await workbench.open();
  const { page } = own;
  await buildModel(page);
  const gridCalculates = (): Promise<boolean> =>
    page.evaluate(() =>
      (window as unknown as { kcWorkbook: { gridCalculates(): boolean } }).kcWorkbook.gridCalculates(),
    );
  expect(await gridCalculates()).toBe(false);
  const edit = (edits: readonly { readonly address: string; readonly contents: string | number }[]) =>
    page.evaluate(
      (all) =>
        (window as unknown as { kcWorkbook: { edit(edits: unknown): Promise<void> } }).kcWorkbook.edit(all),
      edits,
    );
  // The numbers of the six scenarios, each overwritten by a formula that gives the same number: every formula follows.
  await edit(SCENARIOS.map(({ name }, index) => ({ address: `'${name}'!C7`, contents: `=${index + 1}` })));
  await until(gridCalculates, "the grid calculates for itself");
  // Both in one step, because the grid calculates every formula after each.
  await edit([
    { address: baseCell("capXiaomi2027"), contents: 2500 },
    { address: baseCell("capexEnvelope2027"), contents: 3000 },
  ]);
  const plan = enginePlan(model, "base", { base: { capXiaomi2027: 2500, capexEnvelope2027: 3000 } });
  await calculated(page);
  const { compared, differing } = await differences(page, plan);
  expect(differing.slice(0, 20)).toEqual([]);
  expect(compared).toBeGreaterThan(30_000);
  expect([...own.outside, ...own.faults]).toEqual([]);
  await page.context().close();
});

test("the charts of the Summary sheet lie over it with the same series, and give way on other sheets or at a press", async () => {
  const { page } = open;
  const cap = (await gridValue(page, baseCell("capXiaomi2027"))) as number;
  const plan = enginePlan(model, "upside", { base: { capXiaomi2027: cap } });
  await showCell(page, "'Summary'!N12");
  const drawn = page.locator("#wb-charts .wb-chart");
  const { charts } = plan.sheets.find(({ name }) => name === "Summary")!;
  await drawn.nth(charts.length - 1).waitFor({ state: "attached" });
  for (const [index, chart] of charts.entries()) {
    const words = await drawn.nth(index).locator("text").allTextContents();
    expect(words).toContain(chart.title);
    for (const { name } of chart.series) expect(words).toContain(name);
  }
  // Columns of the first chart are as high as the values of its cells.
  const [{ series }] = charts as [(typeof charts)[0]];
  const readings = await readGrid(page, ...series.map(({ values }) => values.replaceAll("$", "")));
  const values = readings[0]!.values[0]!.flatMap((_, place) =>
    readings.map((reading) => Number(reading.values[0]![place])),
  );
  const heights = await drawn
    .first()
    .locator("rect")
    .evaluateAll((all) => all.map((column) => Number(column.getAttribute("height"))));
  expect(heights.length).toBe(values.length);
  const scale = heights.at(-1)! / values.at(-1)!;
  heights.forEach((height, index) => expect(height).toBeCloseTo(values[index]! * scale, 6));

  const place = async (): Promise<number> => (await drawn.first().boundingBox())!.x;
  const before = await place();
  await showCell(page, "'Summary'!D12");
  await until(async () => (await place()) !== before, "the charts move with the sheet");
  await page.getByRole("button", { name: "Charts", exact: true }).click();
  expect(await drawn.count()).toBe(0);
  await page.getByRole("button", { name: "Charts", exact: true }).click();
  expect(await drawn.count()).toBe(charts.length);
  await showCell(page, "'Inputs'!G10");
  await until(async () => (await drawn.count()) === 0, "the charts are gone");
});

test("rows of the model stay where they are; a person's own sheet is theirs", async () => {
  const { page } = open;
  await showCell(page, "'Summary'!A15");
  await page.keyboard.press("Escape");
  await page.locator(SHEET_CANVAS).click({ button: "right", position: { x: 200, y: 300 } });
  await page.getByText("Insert", { exact: true }).last().hover();
  await page
    .getByText("rows above")
    .locator("xpath=../..")
    .click({ position: { x: 12, y: 12 } });
  await page.getByText("Rows and columns of Summary stay where they are.").waitFor();
  expect(await gridValue(page, "'Summary'!A12")).toBe("Total revenue");
});

test("a sheet of the model keeps its place and its name", async () => {
  const { page } = open;
  const tab = page.locator('[data-id="kc-summary"]');
  await showCell(page, "'Summary'!A12");
  await tab.dblclick();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Mine");
  await page.keyboard.press("Enter");
  await page.getByText("Summary is part of the model and stays, under its name.").waitFor();
  await page.waitForFunction(
    () => document.querySelector('[data-id="kc-summary"]')!.textContent === "Summary",
  );
  expect((await snapshotOf(page)).sheets["kc-summary"]!.name).toBe("Summary");
});

test.each<[string, BrowserContextOptions]>([
  ["narrow", { viewport: { width: 420, height: 860 } }],
  ["dark", { colorScheme: "dark" }],
])("the page is of use %s", async (_, options) => {
  const small = await workbench.open(options);
  const { page } = small;
  await buildModel(page);
  if (options.viewport) {
    await page.getByRole("button", { name: "Pane", exact: true }).click();
    await page.locator("#wb-pane").getByRole("tab", { name: "Scenarios" }).click();
    await page.locator("#field-capXiaomi2027").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420);
    // What is shown in the workbook comes to the front; figures have room beside no frozen columns.
    await page.locator("#wb-pane").getByRole("tab", { name: "Sources" }).click();
    await page.locator("#wb-pane").getByRole("button", { name: "Look up" }).click();
    await page.locator("#wb-pane").getByRole("button", { name: "Show in the workbook" }).click();
    await page.locator(SHEET_CANVAS).waitFor();
    expect(await page.locator("#workbench").getAttribute("data-front")).toBe("sheet");
    expect(
      Object.values((await snapshotOf(page)).sheets)
        .filter(({ freeze }) => freeze!.xSplit > 0)
        .map(({ name }) => name),
    ).toEqual([]);
  } else {
    expect(await page.locator("#wb-pane").getAttribute("data-theme")).toBe("dark");
    await page.getByRole("button", { name: "Light colours" }).click();
    expect(await page.locator("#wb-pane").getAttribute("data-theme")).toBe("light");
  }
  expect([...small.outside, ...small.faults]).toEqual([]);
  await page.context().close();
});

(process.env["KC_SCREENSHOTS"] === "1" ? test : test.skip)("a picture for the README", async () => {
  const shot = await workbench.open({ viewport: { width: 1600, height: 950 } });
  const { page } = shot;
  await buildModel(page);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.locator("#wb-pane").getByRole("tab", { name: "Scenarios" }).click();
  await page.locator("#field-capXiaomi2027").fill("2400");
  await page.locator("#field-capXiaomi2027").press("Enter");
  await page.locator("#wb-pane [role=tabpanel]").evaluate((panel) => panel.scrollTo(0, 0));
  // Figures of the forecast, and the first charts to their right.
  await showCell(page, "'Summary'!N12");
  await calculated(page);
  await drawnTwice(page);
  await page.screenshot({ path: join(__dirname, "../../assets/workbench.png") });
  await page.context().close();
});

test("every lever moved by keyboard, then one of each group by pointer, reaches the grid, and all cells equal the engine", async () => {
  // With the pane in front the grid need not draw each of the steps.
  const { page } = await workbench.open({ viewport: { width: 420, height: 860 } });
  await buildModel(page);
  const pane = page.locator("#wb-pane");
  await page.getByRole("button", { name: "Pane", exact: true }).click();
  await pane.getByRole("tab", { name: "Scenarios" }).click();
  await pane.locator(".lever").first().waitFor({ state: "attached" });
  await pane.evaluate((root) =>
    root.querySelectorAll("details").forEach((group) => {
      group.open = true;
    }),
  );
  // A group draws its levers once it is open.
  await until(
    () =>
      pane
        .locator("details.group:not(.journal)")
        .evaluateAll((groups) => groups.every((group) => group.querySelector(".lever") !== null)),
    "every group has drawn its levers",
  );
  const levers = await pane
    .locator(".lever")
    .evaluateAll((all) => all.map((lever) => lever.getAttribute("data-driver")!));
  expect(levers.length).toBeGreaterThan(20);
  const last = Math.max(...levers.map(inputRow));
  const inputs = async (): Promise<Record<string, number>> => {
    const [column] = await readGrid(page, `'Inputs'!G1:G${last}`);
    return Object.fromEntries(
      levers.map((driver) => [driver, Number(column!.values[inputRow(driver) - 1]![0])]),
    );
  };
  /** Waits until every lever has reached the grid. */
  const reached = (moved: readonly string[], before: Record<string, number>): Promise<void> =>
    until(async () => {
      const now = await inputs();
      return moved.every((driver) => now[driver] !== before[driver]);
    }, "every lever reaches the grid");
  const equalsEngine = async (): Promise<void> => {
    await calculated(page);
    expect((await differences(page, enginePlan(model, "base", { base: await inputs() }))).differing).toEqual(
      [],
    );
  };

  const shipped = await inputs();
  for (const driver of levers) {
    const control = pane
      .locator(`.lever[data-driver="${driver}"]`)
      .locator("input[type=range], select, input[type=checkbox]")
      .first();
    await control.focus();
    const [kind, atEnd] = await control.evaluate((element) =>
      element instanceof HTMLSelectElement
        ? (["choice", element.selectedIndex === element.options.length - 1] as const)
        : ([
            (element as HTMLInputElement).type,
            (element as HTMLInputElement).value === (element as HTMLInputElement).max,
          ] as const),
    );
    await page.keyboard.press(
      kind === "checkbox"
        ? "Space"
        : kind === "choice"
          ? atEnd
            ? "ArrowUp"
            : "ArrowDown"
          : atEnd
            ? "ArrowLeft"
            : "ArrowRight",
    );
  }
  await reached(levers, shipped);
  await equalsEngine();

  const stepped = await inputs();
  // The pointer moves the same control as the keyboard does; npm run proof takes it to every one.
  const sliders = await pane
    .locator(".lever:has(input[type=range])")
    .evaluateAll(
      (all, everyOne) =>
        all
          .filter(
            (lever) =>
              everyOne || lever.closest("details")!.querySelector(".lever:has(input[type=range])") === lever,
          )
          .map((lever) => lever.getAttribute("data-driver")!),
      PROVES,
    );
  for (const driver of sliders) {
    const slider = pane.locator(`.lever[data-driver="${driver}"] input[type=range]`);
    const before = await slider.inputValue();
    // A click may land where the slider stands already.
    for (const part of [0.15, 0.3]) {
      if ((await slider.inputValue()) !== before) break;
      const { width, height } = (await slider.boundingBox())!;
      await slider.click({ position: { x: width * part, y: height / 2 } });
    }
  }
  await reached(sliders, stepped);
  expect(sliders.length).toBeGreaterThan(PROVES ? 20 : 4);
  await equalsEngine();
  await page.context().close();
});

test("nothing was asked of others, and the console stayed quiet", () => {
  expect(open.outside).toEqual([]);
  expect(open.faults).toEqual([]);
});
