import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";

/** Names of the sheets on which more than the name of the scenario changes when another one is chosen. */
export function changingSheets(one: WorkbookPlan, other: WorkbookPlan): readonly string[] {
  const values = ({ rows }: SheetPlan): unknown[] =>
    rows.flatMap(({ cells }) => cells.map((cell) => cell?.value));
  return one.sheets.flatMap((sheet, index) => {
    const after = values(other.sheets[index]!);
    return values(sheet).filter((value, place) => value !== after[place]).length > 1 ? [sheet.name] : [];
  });
}

/** The named sheets of a plan under names with a number behind, each formula turned to the copies where it reads one of them; without charts. */
export function sheetCopies(plan: WorkbookPlan, names: readonly string[], number: number): SheetPlan[] {
  const reference = new RegExp(`(?:'(${names.join("|")})'|\\b(${names.join("|")}))!`, "g");
  const turned = (formula: string): string =>
    formula.replace(reference, (_, quoted?: string, plain?: string) => `'${quoted ?? plain!} ${number}'!`);
  const copied = (cell: CellPlan | null): CellPlan | null =>
    cell?.formula === undefined ? cell : { ...cell, formula: turned(cell.formula) };
  return plan.sheets
    .filter(({ name }) => names.includes(name))
    .map((sheet) => ({
      ...sheet,
      charts: [],
      name: `${sheet.name} ${number}`,
      rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(copied) })),
    }));
}
