import {
  CommandType,
  ICommandService,
  type ICommandInfo,
  type IExecutionOptions,
  type IObjectMatrixPrimitiveType,
} from "@univerjs/core";
import {
  CalculateController,
  FormulaDataModel,
  IFormulaCurrentConfigService,
  SetArrayFormulaDataMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
  type IFormulaData,
  type IFormulaDataItem,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from "@univerjs/sheets";
import type { GridBook } from "./gridBook";
import { STALE_ID } from "./staleRanges";

/** Which formulas the grid calculates itself. */
export interface OwnFormulas {
  /** True when the formula of a cell is the model's, whose value the engine gives; rows and columns count from 0. */
  isEngines(sheetId: string, row: number, column: number): boolean;
}

type SheetFormulas = IObjectMatrixPrimitiveType<IFormulaDataItem>;

/** Mutations that leave every formula as it is. */
export const LEAVE_FORMULAS: ReadonlySet<string> = new Set<string>([
  STALE_ID,
  SetArrayFormulaDataMutation.id,
  SetFormulaCalculationNotificationMutation.id,
  SetFormulaCalculationResultMutation.id,
  SetFormulaCalculationStartMutation.id,
  SetFormulaCalculationStopMutation.id,
]);

/** What of the grid asks for its formulas before it calculates. */
interface Asking {
  _calculate(...given: readonly unknown[]): unknown;
  loadDataLite(...given: readonly unknown[]): unknown;
}

/**
 * Leaves the model's formulas out of the grid's own calculation: it then works through a person's formulas and the
 * conditional formats only, which read the model's cells as plain values. What it calculates is looked up again only on
 * sheets whose formulas may have changed. The result forgets all of it, for when others are the engine's.
 */
export function calculateOwnFormulas(book: GridBook, own: OwnFormulas): () => void {
  const injector = book.grid.univer.__getInjector();
  const formulas = injector.get(FormulaDataModel);
  const known = new Map<string, SheetFormulas | null>();
  injector.get(ICommandService).onCommandExecuted((command, options) => {
    const changed = formulasChangedBy(command, options);
    if (changed === "all") known.clear();
    else if (changed !== null) known.delete(changed);
  });
  const ownFormulas = (): IFormulaData => {
    const [workbook, mine] = [book.workbook(), {} as Record<string, SheetFormulas>];
    const unitId = workbook.getUnitId();
    for (const sheet of workbook.getSheets()) {
      const id = sheet.getSheetId();
      if (!known.has(id))
        known.set(id, withoutEngines(formulas.getSheetFormulaData(unitId, id) as SheetFormulas, id, own));
      const kept = known.get(id)!;
      if (kept !== null) mine[id] = kept;
    }
    return { [unitId]: mine };
  };
  const all = formulas.getFormulaData.bind(formulas);
  const amongOwn = <Given extends readonly unknown[], T>(ask: (...given: Given) => T) =>
    function asked(...given: Given): T {
      formulas.getFormulaData = ownFormulas;
      try {
        return ask(...given);
      } finally {
        formulas.getFormulaData = all;
      }
    };
  // Both ask before they first wait for anything.
  const controller = injector.get(CalculateController) as unknown as Asking;
  controller._calculate = amongOwn(controller._calculate.bind(controller));
  const current = injector.get(IFormulaCurrentConfigService) as unknown as Asking;
  current.loadDataLite = amongOwn(current.loadDataLite.bind(current));
  return () => known.clear();
}

/** The sheet whose formulas a command may have changed, "all" where it may be any, null where it is none. */
function formulasChangedBy(
  { id, type, params }: Readonly<ICommandInfo>,
  options?: IExecutionOptions,
): string | null {
  if (type !== CommandType.MUTATION || LEAVE_FORMULAS.has(id)) return null;
  if (id !== SetRangeValuesMutation.id) return "all";
  const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
  if (!options?.["fromFormula"]) return subUnitId;
  const rows = Object.values(cellValue ?? {}) as (Record<
    string,
    { f?: unknown; si?: unknown } | null
  > | null)[];
  const changes = rows.some((row) =>
    Object.values(row ?? {}).some((cell) => cell?.f !== undefined || cell?.si !== undefined),
  );
  return changes ? subUnitId : null;
}

function withoutEngines(rows: SheetFormulas, sheetId: string, own: OwnFormulas): SheetFormulas | null {
  const kept: SheetFormulas = {};
  let any = false;
  for (const [row, cells] of Object.entries(rows)) {
    for (const [column, cell] of Object.entries(cells ?? {})) {
      if (own.isEngines(sheetId, Number(row), Number(column))) continue;
      (kept[Number(row)] ??= {})[Number(column)] = cell as IFormulaDataItem;
      any = true;
    }
  }
  return any ? kept : null;
}
