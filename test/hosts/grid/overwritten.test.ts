/** Cells of the model that a person has overwritten: found, calculated by the sheet, saved as what the formulas give, opened again, put back. */

import { readWorkbook } from "../../../src/hosts/xlsx/readXlsx";
import { planToXlsx } from "../../../src/hosts/xlsx/writeXlsx";
import { followInputs, planWithInputs } from "../../../src/workbench/followInputs";
import { openWorkbook } from "../../../src/workbench/openWorkbook";
import { cellAddress, columnLetters, onSheet, parseCell } from "../../../src/workbook/address";
import { TYPED_LINES } from "../../../src/companies/kingsoftCloud";
import { FACT_COLUMNS } from "../../../src/workbook/factsSheetPlan";
import { layoutOf } from "../../../src/workbook/layout";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { headlessGrid } from "../../hostile/headlessGrid";
import { axis } from "../../support/axis";
import { recalculate } from "../../support/libreOffice";
import { planOf, seededModel } from "../../support/seededModel";

const model = seededModel();
const plan = planOf(model);
const [created, version] = ["2026-11-22T00:00:00Z", "test"];
const { headlessHost, presentPlan, end } = headlessGrid();
const NOTHING = { onModel: [], sheets: [], styles: {}, names: [] };

/** The workbench's host with the model shown, and what ends it. */
function shown(): ReturnType<typeof headlessHost> {
  const grid = headlessHost(followInputs(model, created, version));
  grid.host.open(plan, plan, NOTHING);
  return grid;
}

/** Places of planned cells that are alike in some way. */
function placesOf(sheet: string, wanted: (cell: { formula?: string; value: unknown }) => boolean): string[] {
  return plan.sheets
    .find(({ name }) => name === sheet)!
    .rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) =>
        cell !== null && wanted(cell) ? [cellAddress(row + 1, column + 1)] : [],
      ),
    );
}

const INPUT = `'Inputs'!G${layoutOf(model).inputs.driver.get("capXiaomi2027")!}`;
const FLEXED = planOf(model, "base", new Map([["capXiaomi2027", "3000"]]));
/** Row of the scenarios' names on the Inputs sheet. */
const middle = (places: readonly string[]): string => places[Math.floor(places.length / 2)]!;
const numbers = (sheet: string): string[] =>
  placesOf(sheet, ({ formula, value }) => formula === undefined && typeof value === "number");
const formulas = (sheet: string): string[] =>
  placesOf(sheet, ({ formula, value }) => formula !== undefined && typeof value === "number" && value !== 0);

/** One of each kind: a line of a scenario, a statement, a fact, a quarter of history, the number of a scenario. */
const OVERWRITTEN = [
  { sheet: "Base", cell: middle(formulas("Base")), content: 9999 },
  { sheet: "Income statement", cell: middle(formulas("Income statement")), content: "=1+1" },
  { sheet: "Actuals", cell: middle(formulas("Actuals")), content: 77 },
  { sheet: "Facts", cell: middle(numbers("Facts")), content: 12345 },
  { sheet: "Upside", cell: "C7", content: 1 },
] as const;

/** Reads the values that a plan stores. */
function valuesOf({ sheets }: WorkbookPlan): (sheet: string, cell: string) => unknown {
  const rows = new Map(sheets.map((sheet) => [sheet.name, sheet.rows]));
  return (sheet, cell) => {
    const { row, column } = parseCell(cell);
    return rows.get(sheet)?.[row - 1]?.cells[column - 1]?.value;
  };
}

/** Formulas of a plan whose stored value is another than the one given, with both. */
function differing(
  { sheets }: WorkbookPlan,
  valueAt: (sheet: string, cell: string) => unknown,
): { readonly compared: number; readonly wrong: readonly string[] } {
  let compared = 0;
  const wrong = sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => {
        if (cell?.formula === undefined) return [];
        compared += 1;
        const place = cellAddress(row + 1, column + 1);
        const [stored, right] = [cell.value ?? "", valueAt(name, place) ?? ""];
        const same =
          typeof stored === "number" && typeof right === "number"
            ? Math.abs(stored - right) <= 1e-7 * Math.max(1, Math.abs(right))
            : stored === right || (stored === "" && right === 0) || (stored === 0 && right === "");
        return same ? [] : [`${name}!${place}: ${String(stored)} for ${String(right)}`];
      }),
    ),
  );
  return { compared, wrong };
}

test("overwritten cells are found, and a saved file's values are what its formulas give", async () => {
  const { host, univer } = shown();
  expect((await host.deviations!()).overwritten).toEqual([]);
  await host.edit(
    OVERWRITTEN.map(({ sheet, cell, content }) => ({ address: onSheet(sheet, cell), contents: content })),
  );
  await host.edit([{ address: INPUT, contents: 3000 }]);
  const { plan: saved } = await presentPlan(model, host, created, version);
  const { overwritten } = await host.deviations!();
  const places = ({ sheet, cell }: { sheet: string; cell: string }): string => `${sheet}!${cell}`;
  expect(overwritten.map(places).sort()).toEqual(OVERWRITTEN.map(places).sort());
  expect(overwritten.map(({ role }) => role)).toEqual(OVERWRITTEN.map(() => "figure"));

  const bytes = await planToXlsx(saved);
  const recalculated = await recalculate(bytes);
  const { compared, wrong } = differing(saved, (sheet, cell) => recalculated.sheet(sheet).cell(cell).value);
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(compared).toBeGreaterThan(30_000);
  // The engine's own values would have been others.
  expect(differing(saved, valuesOf(FLEXED)).wrong.length).toBeGreaterThan(100);

  // Each is marked in the file, and known again when it is opened.
  const marks = saved.sheets.flatMap(({ notes }) =>
    notes.filter(({ text }) => text.startsWith("Overwritten by hand.")),
  );
  expect(marks.length).toBe(OVERWRITTEN.length);
  // Two grids in one process would share what the library keeps of their formulas.
  end(univer);
  const opened = await openWorkbook(model, bytes, plan);
  const again = headlessHost(followInputs(model, created, version));
  again.host.open(plan, planWithInputs(model, opened.inputs, created, version), opened.parts);
  const { plan: savedAgain } = await presentPlan(model, again.host, created, version);
  expect((await again.host.deviations!()).overwritten).toEqual(overwritten);
  expect(differing(savedAgain, valuesOf(saved)).wrong).toEqual([]);
  expect(savedAgain.sheets.map(({ notes }) => notes)).toEqual(saved.sheets.map(({ notes }) => notes));

  // Put back, everything is the model's again.
  await again.host.edit(
    overwritten.map(({ sheet, cell, planned }) => ({ address: onSheet(sheet, cell), contents: planned })),
  );
  const { plan: restored } = await presentPlan(model, again.host, created, version);
  expect(await again.host.deviations!()).toEqual({ overwritten: [], errors: [] });
  // The journal alone tells that something was changed.
  const { wrong: left } = differing(restored, valuesOf(FLEXED));
  expect(left).toEqual(["Journal!C4: 1 for 0"]);
  expect(restored.sheets.map(({ notes }) => notes)).toEqual(FLEXED.sheets.map(({ notes }) => notes));
  end(again.univer);
});

test("a figure typed on Actuals is a fact that the engine follows; a fact and a free cell that are typed over are overwritten", async () => {
  const { host, univer } = shown();
  const { history, facts } = layoutOf(model);
  const next = model.data.opening + 1;
  const known = TYPED_LINES.find(({ id }) => model.data.shipped(id, next)?.factId)!;
  const fact = facts.row.get(model.data.shipped(known.id, next)!.factId!)!;
  const typedCell = `${axis.letters(next + 1)}${history.line.get("revenue")!}`;
  const free = `${axis.letters(next + 1)}${history.line.get("cashFromOperations")!}`;
  await host.edit([{ address: onSheet("Actuals", typedCell), contents: 2750 }]);
  expect((await host.deviations!()).overwritten).toEqual([]);
  await host.edit([
    { address: onSheet("Facts", `${columnLetters(FACT_COLUMNS.modelValue)}${fact}`), contents: 4321 },
    { address: onSheet("Actuals", free), contents: 55 },
  ]);
  const { plan: saved } = await presentPlan(model, host, created, version);
  expect((await host.deviations!()).overwritten.map(({ sheet, cell }) => `${sheet}!${cell}`).sort()).toEqual(
    [`Actuals!${free}`, `Facts!${columnLetters(FACT_COLUMNS.modelValue)}${fact}`].sort(),
  );
  const recalculated = await recalculate(await planToXlsx(saved));
  const { wrong } = differing(saved, (sheet, cell) => recalculated.sheet(sheet).cell(cell).value);
  expect(wrong.slice(0, 10)).toEqual([]);
  // The link to the fact is a link still.
  const link = saved.sheets.find(({ name }) => name === "Actuals")!.rows[history.line.get(known.id)! - 1]!
    .cells[axis.column(next) - 1]!;
  expect(link.formula).toMatch(/^'Facts'!/);
  end(univer);
});

test("an error that an overwritten cell spreads is counted, saved as an error and opened again", async () => {
  const { host, univer } = shown();
  const header = { sheet: "Summary", cell: "B5" };
  await host.edit([{ address: onSheet(header.sheet, header.cell), contents: "=NA()" }]);
  const { plan: saved } = await presentPlan(model, host, created, version);
  const { overwritten, errors } = await host.deviations!();
  expect(overwritten.map(({ sheet, cell, role }) => ({ sheet, cell, role }))).toEqual([
    { ...header, role: "figure" },
  ]);
  expect(errors.length).toBeGreaterThan(1000);
  expect(errors.every(({ value }) => value === "#N/A")).toBe(true);
  const bytes = await planToXlsx(saved);
  const recalculated = await recalculate(bytes);
  expect(
    differing(saved, (sheet, cell) => recalculated.sheet(sheet).cell(cell).value).wrong.slice(0, 10),
  ).toEqual([]);
  const { sheet } = (await readWorkbook(bytes)) as {
    sheet(name: string): { cell(place: string): { value: unknown } };
  };
  expect(sheet("Summary").cell(errors.find((each) => each.sheet === "Summary")!.cell).value).toBe("#N/A");

  const { inputs, parts, left } = await openWorkbook(model, bytes, plan);
  expect(inputs.scenario).toBe("base");
  expect(left).toEqual([]);
  expect(parts.onModel.flatMap(({ contents }) => contents.map(({ content }) => content))).toEqual(["=NA()"]);
  end(univer);
});
