/** Key figures of the pane against the grid, the engine and LibreOffice, in every scenario, as shipped and flexed. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { periodIndex, SCENARIOS } from "../../src/companies/kingsoftCloud";
import { KEY_FIGURES } from "../../src/taskpane/state/keyFigures";
import { formatValue } from "../../src/taskpane/state/formatValue";
import type { ScenarioName } from "../../src/seeds";
import { cellAddress, parseCell } from "../../src/workbook/address";
import { layoutOf } from "../../src/workbook/layout";
import { axis } from "../support/axis";
import { reportFigure } from "../support/figure";
import { recalculate } from "../support/libreOffice";
import { seededModel } from "../support/seededModel";
import { until } from "../support/until";
import { enginePlan } from "./comparePlan";
import {
  buildModel,
  calculated,
  readGrid,
  saveFile,
  startWorkbench,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";

const model = seededModel();
const layout = layoutOf(model);
const YEARS = [2026, 2027, 2028] as const;

/** One flex of each kind, in the Base column, which other scenarios follow where they have no value of their own. */
const FLEXES = [
  { kind: "a cap", driver: "capXiaomi2027", typed: "2000", value: 2000 },
  { kind: "an uplift", driver: "upliftXiaomi2027", typed: "20%", value: 0.2 },
  { kind: "the renewal", driver: "renewalDelay", typed: "1", value: 1 },
  { kind: "demand", driver: "externalAiGrowth2027", typed: "8%", value: 0.08 },
  { kind: "prices", driver: "priceCut2027", typed: "1%", value: 0.01 },
  { kind: "capex", driver: "capexEnvelope2027", typed: "3000", value: 3000 },
  { kind: "the procurement mix", driver: "leasedShare", typed: "25%", value: 0.25 },
  { kind: "costs", driver: "solutionRatio", typed: "75%", value: 0.75 },
  { kind: "financing", driver: "loanShareOfCapex", typed: "40%", value: 0.4 },
] as const;

let workbench: RunningWorkbench;
let open: OpenPage;
let folder: string;

beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open();
  folder = await mkdtemp(join(tmpdir(), "kc-figures-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await workbench.stop();
});

/** Cell of a driver in the Base column. */
const inputCell = (driver: string): string => `'Inputs'!G${layout.inputs.driver.get(driver)!}`;

/** Place of a key figure on the scenario sheets. */
const placeOf = (lineId: string, year: number): string =>
  cellAddress(layout.scenario.line.get(lineId)!, axis.column(periodIndex(`FY${year}`)));

/** What the pane shows, by line and year. */
async function paneFigures(page: Page): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const year of YEARS) {
    await page.getByRole("radio", { name: `FY${year % 100}` }).check();
    await page.getByLabel(`Key figures of FY${year}`).waitFor();
    for (const [line, text] of await page
      .locator(".figure")
      .evaluateAll((cards) =>
        cards.map(
          (card) =>
            [
              card.getAttribute("data-line")!,
              card.querySelector(".figure-value")!.textContent.trim(),
            ] as const,
        ),
      ))
      found[`${line} ${year}`] = text;
  }
  return found;
}

/** The same figures out of the cells of a scenario sheet. */
function shownAs(cell: (place: string) => unknown): Record<string, string> {
  return Object.fromEntries(
    YEARS.flatMap((year) =>
      KEY_FIGURES.map(({ line }) => [
        `${line.id} ${year}`,
        formatValue(Number(cell(placeOf(line.id, year))), line.unit),
      ]),
    ),
  );
}

async function gridFigures(page: Page, scenario: string): Promise<Record<string, string>> {
  const places = YEARS.flatMap((year) => KEY_FIGURES.map(({ line }) => placeOf(line.id, year)));
  const readings = await readGrid(page, ...places.map((place) => `'${scenario}'!${place}`));
  const cells = new Map(places.map((place, index) => [place, readings[index]!.values[0]![0]]));
  return shownAs((place) => cells.get(place));
}

function engineFigures(scenario: string, values: Readonly<Record<string, number>>): Record<string, string> {
  const sheet = enginePlan(model, "base", { base: values }).sheets.find(({ name }) => name === scenario)!;
  return shownAs((place) => {
    const { row, column } = parseCell(place);
    return sheet.rows[row - 1]!.cells[column - 1]?.value;
  });
}

async function choose(page: Page, id: ScenarioName): Promise<void> {
  await page.locator("#wb-pane .scenario-bar .field select").selectOption(id);
  const { name } = SCENARIOS.find((scenario) => scenario.id === id)!;
  await until(
    async () => (await readGrid(page, "KC_Scenario"))[0]!.values[0]![0] === name,
    `${name} reaches the sheet`,
  );
  await calculated(page);
}

test("pane, grid, engine and LibreOffice show the same figures, as shipped and after every kind of flex", async () => {
  const { page } = open;
  await buildModel(page);
  await page.locator("#wb-pane").getByRole("tab", { name: "Scenarios" }).click();
  await page.locator(".figure").first().waitFor();
  const values: Record<string, number> = {};
  const [shipped] = [await paneFigures(page)];
  expect(shipped).toEqual(engineFigures("Base", values));
  expect(await gridFigures(page, "Base")).toEqual(shipped);

  await page.locator("#wb-pane").evaluate((root) =>
    root.querySelectorAll("details.group").forEach((group) => {
      (group as HTMLDetailsElement).open = true;
    }),
  );
  let before = shipped;
  for (const { kind, driver, typed, value } of FLEXES) {
    const field = page.locator(`#field-${driver}`);
    await field.fill(typed);
    await field.press("Enter");
    values[driver] = value;
    const engine = engineFigures("Base", values);
    expect([kind, engine]).not.toEqual([kind, before]);
    await until(
      async () => Number((await readGrid(page, inputCell(driver)))[0]!.values[0]![0]) === value,
      `${kind} reaches the sheet`,
    );
    await calculated(page);
    expect([kind, await gridFigures(page, "Base")]).toEqual([kind, engine]);
    expect([kind, await paneFigures(page)]).toEqual([kind, engine]);
    before = engine;
  }

  const recalculated = await recalculate(await saveFile(page, join(folder, "flexed.xlsx")));
  for (const { id, name } of SCENARIOS) {
    await choose(page, id);
    const engine = engineFigures(name, values);
    expect([name, shownAs((place) => recalculated.sheet(name).cell(place).value)]).toEqual([name, engine]);
    expect([name, await gridFigures(page, name)]).toEqual([name, engine]);
    expect([name, await paneFigures(page)]).toEqual([name, engine]);
  }
  const figures = KEY_FIGURES.length * YEARS.length;
  reportFigure(
    "Pane, grid, engine and LibreOffice show the same figures",
    `${figures} key figures as shipped, after each of ${FLEXES.length} kinds of flex, and in ${SCENARIOS.length} scenarios: no difference`,
  );
});

test("a cap that binds has no headroom left, and the pane says in which quarters", async () => {
  const { page } = open;
  await choose(page, "base");
  await page.getByRole("radio", { name: "FY27" }).check();
  await page.getByText("Xiaomi: The 2027 cap binds in").first().waitFor();
  const quarter = async (year: number): Promise<[number, number]> => {
    const at = (line: string): string =>
      `'Base'!${cellAddress(layout.scenario.line.get(line)!, axis.column(periodIndex(`FY${year}`)))}`;
    const [headroom, binds] = await readGrid(page, at("capHeadroomXiaomi"), at("bindingQuarterXiaomi"));
    return [Number(headroom!.values[0]![0]), Number(binds!.values[0]![0])];
  };
  const bound = (
    await Promise.all(YEARS.map(async (year) => [year, ...(await quarter(year))] as const))
  ).filter(([, , from]) => from > 0);
  expect(bound.map(([year]) => year)).toContain(2027);
  for (const [, headroom] of bound) expect(headroom).toBeCloseTo(0, 6);
  const words = await page.locator(".binding").innerText();
  const [, , from] = bound.find(([year]) => year === 2027)!;
  expect(words).toContain(`binds in 2027Q${from}`);
  await page.locator("#field-capXiaomi2027").fill("9000");
  await page.locator("#field-capXiaomi2027").press("Enter");
  await page.waitForFunction(() =>
    document.querySelector(".binding")!.textContent.includes("The 2027 cap does not bind"),
  );
});

test("an input that can't be used fails a check, is not saved, and is repaired from the pane", async () => {
  const { page } = open;
  const pane = page.locator("#wb-pane");
  // Typed, it would be refused at once; pasted, it gets in.
  const address = inputCell("capXiaomi2027");
  await until(
    async () => Number((await readGrid(page, address))[0]!.values[0]![0]) === 9000,
    "the pane's value reaches the sheet",
  );
  await page.evaluate(
    (place) =>
      (window as unknown as { kcWorkbook: { edit(edits: unknown): Promise<void> } }).kcWorkbook.edit([
        { address: place, contents: "lots" },
      ]),
    address,
  );
  // The engine has no figure for it, so the grid calculates the model's formulas itself.
  await pane.getByText(/^#VALUE! in the model$/).waitFor({ timeout: 150_000 });
  await page.getByRole("button", { name: "Save .xlsx" }).click();
  await page.getByText("The workbook was not saved.").waitFor();
  await pane.getByRole("button", { name: /^Repair/ }).click();
  await pane.getByText("Checks OK").waitFor();
  expect([...open.outside, ...open.faults]).toEqual([]);
  reportFigure(
    "The workbench asks nothing of any other host",
    "0 requests to other hosts, 0 errors or warnings on the console",
  );
});
