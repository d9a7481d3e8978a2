/** Values typed by hand for single quarters move every scenario as a build with the same values does, without the add-in. */

import type { ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { periodIndex, QUARTER_DRIVERS, SCENARIOS } from "../../src/companies/kingsoftCloud";
import type { Model, TypedQuarters } from "../../src/model";
import { buildPlan } from "../../src/workbook/buildPlan";
import { layoutOf } from "../../src/workbook/layout";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { SHEETS } from "../../src/workbook/sheetNames";
import { axis } from "../support/axis";
import { recalculateByGnumeric } from "../support/gnumeric";
import { recalculateAll } from "../support/libreOffice";
import { planOf } from "../support/seededModel";
import { typedInto } from "./factStates";
import { cellAtAddress, cellsOf, formulasOf, sheetOf } from "./placedCells";
import { model, plan, SCENARIO_SHEETS } from "./realPlan";
import { differences, errorCells, onlySheets, withoutValues } from "./recalculatedCells";

const typed = (values: Readonly<Record<string, number>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(values).map(([key, value]) => [key, String(value)]));

/** What an analyst may have typed, by name. */
const STATES: Readonly<Record<string, TypedQuarters>> = {
  "one quarter": { base: typed({ "capexEnvelope@2026Q3": 700 }) },
  "a year in Base, and quarters of other scenarios": {
    base: typed({
      ...{ "externalAiGrowth@2027Q1": 0.02, "externalAiGrowth@2027Q2": 0.05 },
      ...{ "externalAiGrowth@2027Q3": -0.01, "externalAiGrowth@2027Q4": 0 },
      ...{ "priceCut@2026Q4": 0.04, "opexGrowth@2028Q1": 0.1, "otherIncome@2027Q2": -55 },
    }),
    upside: typed({ "externalAiGrowth@2027Q2": 0.2, "inferenceShare@2026Q3": 0.5 }),
    renewalLapses: typed({ "capexEnvelope@2028Q1": 0, "xiaomiDemandGrowth@2026Q3": 0.3 }),
    custom: typed({ "creditLoss@2026Q4": 90, "idcSaving@2027Q1": 0.03 }),
  },
};

const modelWith = (quarters: TypedQuarters): Model => ({ ...model, quarters });
const built = new Map(Object.entries(STATES).map(([state, typed]) => [state, planOf(modelWith(typed))]));

/** Numbers by cell of Quarterly inputs. */
function cellsFor(quarters: TypedQuarters): ReadonlyMap<string, number> {
  const { row } = layoutOf(model).quarterly;
  return new Map(
    SCENARIOS.flatMap(({ id, number }) =>
      [...(quarters[id] ?? [])].map(([key, value]) => {
        const [family, quarter] = key.split("@") as [string, string];
        return [
          `${axis.letters(periodIndex(quarter))}${row.get(family)! + number - 1}`,
          Number(value),
        ] as const;
      }),
    ),
  );
}

const SOME = [SHEETS.quarterly, SHEETS.inputs, SHEETS.history, SHEETS.timeline, ...SCENARIO_SHEETS];

async function typedFile(state: string, sheets: readonly string[]): Promise<Uint8Array> {
  const part = onlySheets(plan, sheets);
  return typedInto(await planToXlsx(withoutValues(part)), part, cellsFor(STATES[state]!), SHEETS.quarterly);
}

test.each([...built.keys()])(
  "with %s, the workbook has the formulas and looks of the one without",
  (state) => {
    const shape = (of: WorkbookPlan): string[] =>
      formulasOf(of).map(({ at, cell }) => `${at} =${cell.formula} [${cell.style}]`);
    expect(shape(built.get(state)!)).toEqual(shape(plan));
  },
);

test.each(Object.entries(STATES))(
  "a build with %s types it into the cells that wait for it, and into no other",
  (state, quarters) => {
    const waiting = new Set(cellsOf(plan).flatMap(({ at, cell }) => (cell.value === null ? [at] : [])));
    const filled = cellsOf(built.get(state)!).filter(
      ({ at, cell }) => waiting.has(at) && cell.value !== null,
    );
    expect(new Map(filled.map(({ at, cell }) => [at.split("!")[1], cell.value]))).toEqual(cellsFor(quarters));
  },
);

test("every quarter to come has a cell in every scenario, in the look of an input, and a link that says nothing", () => {
  const [sheet, inputs] = [sheetOf(plan, SHEETS.quarterly), sheetOf(plan, SHEETS.inputs)];
  const layout = layoutOf(model);
  for (const { id, line, column } of QUARTER_DRIVERS)
    for (const { number } of SCENARIOS) {
      const family = id.slice(0, id.indexOf("@"));
      const at = `${axis.letters(column)}${layout.quarterly.row.get(family)! + number - 1}`;
      const cell = cellAtAddress(sheet, at);
      expect([line.id, at, cell?.value, plan.styles[cell!.style]!.unlocked]).toEqual([
        line.id,
        at,
        null,
        true,
      ]);
      const link = inputs.rows[layout.inputs.quarters.row.get(id)! - 1]!.cells[5 + number - 1];
      expect(link?.value).toBe("");
    }
});

test("a scenario takes Base's quarter where its year has Base's value, and its own before that", () => {
  const values = (state: string, scenario: string, line: string, quarter: string): unknown => {
    const row = layoutOf(model).scenario.line.get(line)!;
    return cellAtAddress(sheetOf(built.get(state)!, scenario), `${axis.letters(periodIndex(quarter))}${row}`)!
      .value;
  };
  const state = "a year in Base, and quarters of other scenarios";
  const growth = "externalAiGrowthInEffect";
  expect(values(state, "Base", growth, "2027Q2")).toBe(0.05);
  expect(values(state, "Custom", growth, "2027Q2")).toBe(0.05);
  expect(values(state, "Upside", growth, "2027Q2")).toBe(0.2);
  const own = Number(model.assumptions("downside").get("externalAiGrowth2027"));
  expect(own).not.toBe(Number(model.assumptions("base").get("externalAiGrowth2027")));
  expect(values(state, "Downside", growth, "2027Q2")).toBe(own);
  expect(values(state, "Renewal lapses", "envelopeLimit", "2028Q1")).toBe(0);
  expect(values("one quarter", "Base", "envelopeLimit", "2026Q3")).toBe(700);
});

test("an override of a quarter is typed like any other", () => {
  const by = buildPlan(model, {
    scenario: "base",
    overrides: new Map([["capexEnvelope@2026Q3", "700"]]),
    created: "2026-11-22T00:00:00Z",
    version: "test",
  });
  expect(by).toEqual(built.get("one quarter"));
});

describe("recalculated", () => {
  let answers: readonly ReadWorkbook[];

  beforeAll(async () => {
    answers = await recalculateAll(
      await Promise.all(Object.keys(STATES).map((state) => typedFile(state, SOME))),
    );
  }, 900_000);

  it.each(Object.keys(STATES).map((state, place) => [state, place] as const))(
    "by LibreOffice, %s typed by hand is what a build with the same values says",
    (state, place) => {
      const found = differences(onlySheets(built.get(state)!, SOME), answers[place]!);
      expect(found.different.slice(0, 10)).toEqual([]);
      expect(found.compared).toBeGreaterThan(25_000);
      expect(errorCells(answers[place]!)).toEqual([]);
      expect(differences(onlySheets(plan, SOME), answers[place]!).different.length).toBeGreaterThan(500);
    },
  );

  it("by Gnumeric too", async () => {
    const state = "a year in Base, and quarters of other scenarios";
    const sheets = [
      SHEETS.quarterly,
      SHEETS.inputs,
      SHEETS.history,
      SHEETS.timeline,
      "Upside",
      "Renewal lapses",
    ];
    const found = differences(
      onlySheets(built.get(state)!, sheets),
      await recalculateByGnumeric(await typedFile(state, sheets)),
    );
    expect(found.different.slice(0, 10)).toEqual([]);
    expect(found.compared).toBeGreaterThan(8_000);
  });
});
