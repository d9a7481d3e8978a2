import { planResources } from "../../../src/hosts/grid/planResources";
import { planSnapshot } from "../../../src/hosts/grid/planSnapshot";
import { sheetIdOf } from "../../../src/hosts/grid/planSheets";
import { planOf, seededModel } from "../../support/seededModel";

const plan = planOf(seededModel());
const snapshot = planSnapshot(plan, [], {}, planResources(plan));

test("every cell of the plan is in the grid, with formula, cached value and a style that exists", () => {
  const wrong = plan.sheets.flatMap((sheet) => {
    const grid = snapshot.sheets[sheetIdOf(sheet.name)]!;
    return sheet.rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => {
        const shown = grid.cellData![row]?.[column];
        if (cell === null) return shown === undefined ? [] : [`${sheet.name} ${row},${column}: not planned`];
        const formula = cell.formula === undefined ? undefined : `=${cell.formula}`;
        // An empty text that a formula gives is a text all the same; a typed one is an empty cell.
        const isEmpty = cell.value === null || (cell.value === "" && formula === undefined);
        const value = isEmpty ? undefined : cell.value;
        const styled = typeof shown?.s !== "string" || snapshot.styles[shown.s] !== undefined;
        return shown?.f === formula && shown?.v === value && styled
          ? []
          : [`${sheet.name} ${row},${column}: ${JSON.stringify(shown)}`];
      }),
    );
  });
  expect(wrong).toEqual([]);
});

test("frozen panes, widths, tab colours and the order of sheets come along", () => {
  expect(snapshot.sheetOrder).toEqual(plan.sheets.map(({ name }) => sheetIdOf(name)));
  for (const sheet of plan.sheets) {
    const grid = snapshot.sheets[sheetIdOf(sheet.name)]!;
    expect(grid.tabColor).toBe(`#${sheet.tabColour}`);
    expect([grid.freeze!.ySplit, grid.freeze!.xSplit]).toEqual([sheet.freeze.rows, sheet.freeze.columns]);
    expect(Object.keys(grid.columnData!)).toHaveLength(sheet.columns.length);
  }
});

test("validation, notes, names and links come along", () => {
  const resource = (name: string): Record<string, unknown> =>
    JSON.parse(snapshot.resources!.find((one) => one.name === name)!.data) as Record<string, unknown>;
  const count = (name: string): number =>
    Object.values(resource(name)).flatMap((one) => Object.values(one as object)).length;
  expect(count("SHEET_DATA_VALIDATION_PLUGIN")).toBe(
    plan.sheets.reduce((sum, { validations }) => sum + validations.length, 0),
  );
  expect(count("SHEET_NOTE_PLUGIN")).toBe(plan.sheets.reduce((sum, { notes }) => sum + notes.length, 0));
  expect(Object.keys(resource("SHEET_DEFINED_NAME_PLUGIN"))).toEqual(plan.names.map(({ name }) => name));
  const linked = Object.values(snapshot.sheets)
    .flatMap((sheet) =>
      Object.values(sheet.cellData!).flatMap((row) => Object.values(row as object) as { p?: unknown }[]),
    )
    .filter(({ p }) => p !== undefined);
  expect(linked).toHaveLength(plan.sheets.reduce((sum, { links }) => sum + links.length, 0));
});
