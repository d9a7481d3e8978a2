import type { Injector } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { mapChanges, touchesContent, type CellChanges } from "./cellChanges";

/** What of the grid's formulas follows the cells that are changed. */
const FOLLOWING = [
  "updateFormulaData",
  "updateArrayFormulaCellData",
  "updateArrayFormulaRange",
  "updateImageFormulaData",
] as const;

type Following = Record<
  (typeof FOLLOWING)[number],
  (unitId: string, sheetId: string, changes: CellChanges) => unknown
>;

/**
 * A cell that is given a look keeps its formula, whatever gives it: the grid would take a cell given a look alone for
 * one whose formula is gone, wherever that is not its own menu but a redo, a paste of formats or a number format.
 */
export function keepFormulas(injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  const formulas = model as unknown as Following;
  lookAtOneSheet(model, formulas);
  for (const name of FOLLOWING) {
    const follow = formulas[name].bind(formulas);
    formulas[name] = (unitId, sheetId, changes) =>
      follow(
        unitId,
        sheetId,
        mapChanges(changes, (change) => (touchesContent(change) ? change : undefined)),
      );
  }
}

/** The grid would read every formula of the workbook to follow a change on one sheet. */
function lookAtOneSheet(model: FormulaDataModel, formulas: Following): void {
  const follow = formulas.updateFormulaData.bind(model);
  const all = model.getFormulaData.bind(model);
  formulas.updateFormulaData = (unitId, sheetId, changes) => {
    model.getFormulaData = () => ({ [unitId]: { [sheetId]: model.getSheetFormulaData(unitId, sheetId) } });
    try {
      return follow(unitId, sheetId, changes);
    } finally {
      model.getFormulaData = all;
    }
  };
}
