import type { WorkbookPlan } from "../../src/workbook/plan";
import { loadIronCalc } from "../officeHost/ironCalc";

const EVERY_DIGIT = "0.00000000000000E+00";
const NUMBER = 1;

/** Formula cells of the wanted sheets that IronCalc calculates otherwise, with both answers; a blank answer is "". */
export function consensusByIronCalc(
  file: Pick<WorkbookPlan, "sheets">,
  wanted: Pick<WorkbookPlan, "sheets">,
): readonly string[] {
  const Model = loadIronCalc();
  const model = new Model("consensus", "en", "UTC", "en");
  try {
    model.pauseEvaluation();
    file.sheets.forEach(({ name, rows }, index) => {
      if (index > 0) model.newSheet();
      model.renameSheet(index, name);
      model.updateRangeStyle(
        { sheet: index, row: 1, column: 1, width: 40, height: rows.length },
        "num_fmt",
        EVERY_DIGIT,
      );
    });
    file.sheets.forEach(({ rows }, index) =>
      rows.forEach(({ cells }, row) =>
        cells.forEach((cell, column) => {
          if (cell === null || (cell.value === null && cell.formula === undefined)) return;
          const { formula, value } = cell;
          const given =
            formula !== undefined
              ? `=${formula.replaceAll(/(?<![@\w.])INDEX\(/g, "@INDEX(")}`
              : typeof value === "string"
                ? `'${value}`
                : String(value).toUpperCase();
          model.setUserInput(index, row + 1, column + 1, given);
        }),
      ),
    );
    model.resumeEvaluation();
    model.evaluate();
    return wanted.sheets.flatMap(({ name, rows }) => {
      const index = file.sheets.findIndex((each) => each.name === name);
      return rows.flatMap(({ cells }, row) =>
        cells.flatMap((cell, column) => {
          if (cell?.formula === undefined) return [];
          const shown = model.getFormattedCellValue(index, row + 1, column + 1);
          const isNumber = model.getCellType(index, row + 1, column + 1) === NUMBER;
          const same =
            typeof cell.value === "number"
              ? isNumber && Math.abs(Number(shown) - cell.value) <= 1e-9 * Math.max(1, Math.abs(cell.value))
              : shown === cell.value;
          return same
            ? []
            : [`${name} ${row + 1},${column + 1} =${cell.formula}: ${shown} for ${String(cell.value)}`];
        }),
      );
    });
  } finally {
    model.free();
  }
}
