import type { Model } from "../../src/model";
import { layoutOf } from "../../src/workbook/layout";
import type { CellPlan, WorkbookPlan } from "../../src/workbook/plan";

/** A cell of a sheet apart from Inputs as it was: no names in use, no further sheets. */
function older(cell: CellPlan | null, version: string): CellPlan | null {
  if (cell === null || cell.value === "test") return cell && { ...cell, value: version };
  if (cell.formula === undefined) return cell;
  const { formula: _, ...shown } = cell;
  if (/'Inputs'!\$[F-M]\$[56]/.test(cell.formula)) return shown;
  const formula = cell.formula
    .replaceAll(/'Custom [23]'!/g, "'Custom'!")
    .replaceAll(/('Inputs'!\$[A-Z]+\$?\d+:\$)M/g, "$1K");
  return { ...cell, formula };
}

/** The plan as a release with six scenarios had it: one own column before the tier, names as texts, no rows that name sheets. */
export function withSixScenarios(model: Model, of: WorkbookPlan, version: string): WorkbookPlan {
  const { headerRow } = layoutOf(model).inputs;
  const cut = (cells: readonly (CellPlan | null)[], row: number): (CellPlan | null)[] => {
    if (row === headerRow - 3 || row === headerRow - 2) return cells.slice(0, 1);
    return cells.filter((_, column) => column + 1 !== 12 && column + 1 !== 13);
  };
  return {
    ...of,
    names: of.names.map((name) =>
      name.name === "KC_Inputs" ? { ...name, range: name.range.replace("M", "K") } : name,
    ),
    sheets: of.sheets
      .filter(({ name }) => name !== "Custom 2" && name !== "Custom 3")
      .map((sheet) => ({
        ...sheet,
        links: sheet.links.filter((link) => !["Custom 2", "Custom 3"].includes(link.sheet)),
        rows: sheet.rows.map((row, r) => ({
          ...row,
          cells: sheet.name === "Inputs" ? cut(row.cells, r) : row.cells.map((cell) => older(cell, version)),
        })),
      })),
  };
}
