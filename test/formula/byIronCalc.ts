import { loadIronCalc } from "../officeHost/ironCalc";
import { INPUT_SHEET, inputRows } from "./exampleSheet";
import type { PlacedTree } from "./expressionTrees";
import type { Reading } from "./readings";

/** Fifteen digits, all that the engine shows of a double. */
const EVERY_DIGIT = "0.00000000000000E+00";
const [NUMBER, BOOLEAN] = [1, 4];

/** What the IronCalc spreadsheet engine makes of formula texts, each in the column of its tree, beside the inputs of the example. */
export function byIronCalc(trees: readonly PlacedTree[], texts: readonly string[]): readonly Reading[] {
  const Model = loadIronCalc();
  const model = new Model("formulas", "en", "UTC", "en");
  try {
    model.pauseEvaluation();
    model.renameSheet(0, INPUT_SHEET);
    inputRows().forEach((cells, row) =>
      cells.forEach((cell, column) => {
        if (cell !== null) model.setUserInput(0, row + 1, column + 1, cell);
      }),
    );
    model.newSheet();
    model.updateRangeStyle(
      { sheet: 1, row: 1, column: 1, width: 40, height: trees.length },
      "num_fmt",
      EVERY_DIGIT,
    );
    texts.forEach((text, index) => model.setUserInput(1, index + 1, trees[index]!.column + 1, `=${text}`));
    model.evaluate();
    return trees.map(({ column }, index) => {
      const [shown, type] = [
        model.getFormattedCellValue(1, index + 1, column + 1),
        model.getCellType(1, index + 1, column + 1),
      ];
      return type === NUMBER ? Number(shown) : type === BOOLEAN ? Number(shown === "TRUE") : shown;
    });
  } finally {
    model.free();
  }
}
