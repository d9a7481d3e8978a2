import type { Injector } from "@univerjs/core";
import {
  IFormulaCurrentConfigService,
  type IFormulaData,
  type IFormulaDataItem,
} from "@univerjs/engine-formula";

/** Which formulas the grid calculates itself. */
export interface OwnFormulas {
  /** True when the formula of a cell is the model's, whose value the engine gives; rows and columns count from 0. */
  isEngines(sheetId: string, row: number, column: number): boolean;
}

/**
 * Leaves the model's formulas out of the grid's own calculation: it then works through a person's formulas and the
 * conditional formats only, which read the model's cells as plain values.
 */
export function calculateOwnFormulas(injector: Injector, own: OwnFormulas): void {
  const current = injector.get(IFormulaCurrentConfigService);
  const all = current.getFormulaData.bind(current);
  let seen: IFormulaData | null = null;
  let kept: IFormulaData = {};
  current.getFormulaData = () => {
    const data = all();
    if (data !== seen) {
      seen = data;
      kept = withoutEngines(data, own);
    }
    return kept;
  };
}

function withoutEngines(data: IFormulaData, own: OwnFormulas): IFormulaData {
  const kept: IFormulaData = {};
  for (const [unitId, sheets] of Object.entries(data)) {
    const mine: NonNullable<IFormulaData[string]> = {};
    for (const [sheetId, rows] of Object.entries(sheets ?? {})) {
      for (const [row, cells] of Object.entries(rows ?? {})) {
        for (const [column, cell] of Object.entries(cells ?? {})) {
          if (own.isEngines(sheetId, Number(row), Number(column))) continue;
          const sheet = (mine[sheetId] ??= {})!;
          (sheet[Number(row)] ??= {})[Number(column)] = cell as IFormulaDataItem;
        }
      }
    }
    kept[unitId] = mine;
  }
  return kept;
}
