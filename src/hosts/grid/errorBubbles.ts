import type { Injector } from "@univerjs/core";
import { CellAlertManagerService } from "@univerjs/sheets-ui";

/** Room that the bubble at a cell needs for its words, in pixels and letters. */
const SIZE = { width: 340, line: 18, rest: 52, letters: 50 } as const;

/** Lets the bubble at a cell with an error value say why it is there; rows and columns count from 0. */
export function explainErrors(
  injector: Injector,
  wordsAt: (sheetId: string, row: number, column: number) => string | null,
): void {
  const alerts = injector.get(CellAlertManagerService);
  const show = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert) => {
    const { subUnitId, row, col } = alert.location;
    const words = alert.key === FORMULA_ERROR ? wordsAt(subUnitId, row, col) : null;
    if (words === null) return show(alert);
    const height = SIZE.rest + SIZE.line * Math.ceil(words.length / SIZE.letters);
    return show({ ...alert, message: words, width: SIZE.width, height });
  };
}

/** The grid's name for the bubble of an error value. */
const FORMULA_ERROR = "SHEET_FORMULA_ALERT";
