import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import { openModel } from "../../src/model";
import { SHEETS } from "../../src/workbook/sheetNames";
import { cellsOf, formulasOf } from "./placedCells";
import { model, plan } from "./realPlan";
import { planOf } from "../support/seededModel";

test("every formula has a value beside it, a finite number or a text", () => {
  // An estimate that nobody gives is an empty text.
  const ofEstimates = (sheet: string, text: string): boolean =>
    sheet === SHEETS.consensus || text.startsWith(`'${SHEETS.consensus}'!`);
  const bad = formulasOf(plan).filter(({ sheet, cell }) =>
    typeof cell.value === "number"
      ? !Number.isFinite(cell.value)
      : typeof cell.value !== "string" ||
        (cell.value === "" && !/,""\)+$/.test(cell.formula) && !ofEstimates(sheet.name, cell.formula)),
  );
  expect(bad.map(({ at, cell }) => `${at} ${String(cell.value)}`)).toEqual([]);
});

test("no value is an error, negative zero or not a number; only inputs that wait for a figure or for words are empty, what a fact leaves open of an estimate, the rows of the journal, and titles beside their words", () => {
  const bad = cellsOf(plan).filter(({ sheet, cell: { value, style } }) =>
    value === null &&
    (plan.styles[style]!.unlocked ||
      style === "section" ||
      [SHEETS.consensus, SHEETS.journal].includes(sheet.name as never))
      ? false
      : typeof value === "number"
        ? !Number.isFinite(value) || Object.is(value, -0)
        : typeof value === "string"
          ? /^#[A-Z/0!?]+$|NaN|undefined|\[object/.test(value)
          : true,
  );
  expect(bad.map(({ at, cell }) => `${at} ${String(cell.value)}`)).toEqual([]);
});

test("formulas with a text beside them bring names, heads, n/d and sentences, never a number as text", () => {
  const texts = formulasOf(plan).filter(({ cell }) => typeof cell.value === "string");
  expect(
    texts.filter(({ cell }) => /^[-(]?[\d.,]+%?\)?$/.test(String(cell.value))).map(({ at }) => at),
  ).toEqual([]);
});

test("building twice gives equal plans", () => {
  // A model of its own: what was planned before is kept with the model.
  expect(planOf(openModel(model.spec, model.seeds))).toEqual(plan);
});

test("plans of two scenarios differ in the selector, cached values and nothing else", () => {
  const bare = (of: typeof plan): unknown => ({
    ...of,
    sheets: of.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell?.formula === undefined && cell?.style !== "selector" ? cell : { ...cell, value: null },
        ),
      })),
    })),
  });
  const wanted = JSON.stringify(bare(plan));
  for (const scenario of ["downside", "upside", "renewalDelayed", "renewalLapses", "custom"] as const) {
    expect([scenario, JSON.stringify(bare(planOf(model, scenario))) === wanted]).toEqual([scenario, true]);
  }
});

test("an override changes one input, cached values and nothing else", () => {
  const overridden = planOf(model, "upside", new Map([["upliftXiaomi2026", "0.2"]]));
  const before = new Map(cellsOf(planOf(model, "upside")).map((placed) => [placed.at, placed]));
  const changed = cellsOf(overridden).filter(({ at, cell }) => {
    const was = before.get(at)!.cell;
    return (
      was.formula !== cell.formula ||
      was.style !== cell.style ||
      (cell.formula === undefined && was.value !== cell.value)
    );
  });
  expect(changed.map(({ sheet, column, cell }) => [sheet.name, column, cell])).toEqual([
    [SHEETS.inputs, INPUT_COLUMNS.firstScenario + 2, { value: 0.2, style: "percentInput" }],
  ]);
});
