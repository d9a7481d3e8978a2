import type { ICellData, IDataValidationRule, Nullable } from "@univerjs/core";
import { DataValidationModel } from "@univerjs/data-validation";
import {
  DataValidationFormulaService,
  DataValidationListCacheService,
} from "@univerjs/sheets-data-validation";
import { parseRectangle, splitAddress } from "../../workbook/address";
import type { GridArea, GridBook } from "./gridBook";

/** What the library keeps of the formulas of a rule. */
type Results = NonNullable<ReturnType<DataValidationFormulaService["getRuleFormulaResultSync"]>>;

/** The library's mark of a formula that has been calculated. */
const CALCULATED = 2;

/**
 * Choices of a list that names cells are what these cells hold now. The library would go by its last calculation, and
 * refuse a scenario that has just come into the list, or offer none before the first calculation is done. Before a
 * choice is judged or offered, the sheet of these cells is looked at.
 */
export function presentChoices(book: GridBook, look: (sheetId: string) => void): void {
  const injector = book.grid.univer.__getInjector();
  const rules = injector.get(DataValidationModel);
  const formulas = injector.get(DataValidationFormulaService);
  const lists = injector.get(DataValidationListCacheService);
  const place = (unitId: string, sheetId: string, ruleId: string): GridArea | null =>
    namedCells(book, sheetId, rules.getRuleById(unitId, sheetId, ruleId));

  const calculated = formulas.getRuleFormulaResult.bind(formulas);
  formulas.getRuleFormulaResult = (...rule) => {
    const cells = place(...rule);
    if (cells === null) return calculated(...rule);
    look(cells.sheet.getSheetId());
    const [first, second] = held(book, cells, rule[2]);
    return Promise.resolve([first, second]);
  };
  const calculatedSync = formulas.getRuleFormulaResultSync.bind(formulas);
  formulas.getRuleFormulaResultSync = (...rule) => {
    const cells = place(...rule);
    return cells === null ? calculatedSync(...rule) : held(book, cells, rule[2]);
  };
  const kept = lists.getOrCompute.bind(lists);
  lists.getOrCompute = (unitId, sheetId, rule) => {
    const cells = namedCells(book, sheetId, rule);
    return cells === null
      ? kept(unitId, sheetId, rule)
      : lists.computeAndCache(unitId, sheetId, rule, held(book, cells, rule.uid));
  };
}

/** The cells whose values are the choices of a rule; null where it is no list of cells. */
function namedCells(book: GridBook, sheetId: string, rule: Nullable<IDataValidationRule>): GridArea | null {
  if (rule?.type !== "list" || !rule.formula1?.startsWith("=")) return null;
  const { sheet: name, range } = splitAddress(rule.formula1.slice(1));
  const area = parseRectangle(range);
  const sheet = name === null ? book.workbook().getSheetBySheetId(sheetId) : book.sheetNamed(name);
  return area === null || !sheet ? null : { sheet, area };
}

/** What cells hold now, in the shape of results of a rule's two formulas. */
function held(
  book: GridBook,
  { sheet, area }: GridArea,
  formulaId: string,
): [Results[number], Results[number]] {
  const rows = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column): Nullable<ICellData> => {
      const value = book.value(sheet, area.row - 1 + row, area.column - 1 + column);
      return value === "" ? null : { v: value };
    }),
  );
  return [{ result: { 0: { 0: rows } }, status: CALCULATED, formulaId, callbacks: new Set() }, null];
}
