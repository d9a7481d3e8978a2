/** Steps that give cells their look: one operation for all cells of a style, and number formats by rectangle. */

import type { CellStyle, SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { say } from "../../words";
import { addressLists, type KeyTable, rectanglesByKey } from "./rectangles";
import { excelHas } from "./requirements";
import { estimate, type Step, textBytes } from "./step";

type Format = Excel.RangeFormat;

const vertical = { top: "Top", middle: "Center", bottom: "Bottom" } as const;
const horizontal = { left: "Left", center: "Center", right: "Right" } as const;

function drawBorder(
  format: Format,
  side: "EdgeTop" | "EdgeBottom",
  line: NonNullable<CellStyle["borderTop"]>,
): void {
  const border = format.borders.getItem(side);
  border.style = line === "double" ? "Double" : "Continuous";
  if (line !== "double") border.weight = line === "medium" ? "Medium" : "Thin";
  border.color = "#000000";
}

/** Properties of a style in the order they are set; indents only where Excel has them. */
function styleCalls(style: CellStyle, indents: boolean): ((format: Format) => void)[] {
  const calls: ((format: Format) => void)[] = [];
  const { size, colour, fill, align, vertical: upright, indent, borderTop, borderBottom } = style;
  if (style.bold === true)
    calls.push((format) => {
      format.font.bold = true;
    });
  if (style.italic === true)
    calls.push((format) => {
      format.font.italic = true;
    });
  if (style.underline === true)
    calls.push((format) => {
      format.font.underline = "Single";
    });
  if (size !== undefined)
    calls.push((format) => {
      format.font.size = size;
    });
  if (colour !== undefined)
    calls.push((format) => {
      format.font.color = `#${colour}`;
    });
  if (fill !== undefined)
    calls.push((format) => {
      format.fill.color = `#${fill}`;
    });
  if (align !== undefined)
    calls.push((format) => {
      format.horizontalAlignment = horizontal[align];
    });
  if (upright !== undefined)
    calls.push((format) => {
      format.verticalAlignment = vertical[upright];
    });
  if (style.wrap === true)
    calls.push((format) => {
      format.wrapText = true;
    });
  if (indent !== undefined && indent > 0 && indents)
    calls.push((format) => {
      format.indentLevel = indent;
    });
  if (borderTop !== undefined)
    calls.push((format) => {
      drawBorder(format, "EdgeTop", borderTop);
    });
  if (borderBottom !== undefined)
    calls.push((format) => {
      drawBorder(format, "EdgeBottom", borderBottom);
    });
  if (style.unlocked === true)
    calls.push((format) => {
      format.protection.locked = false;
    });
  return calls;
}

function table(sheet: SheetPlan, key: (style: string) => string | null): KeyTable {
  return sheet.rows.map((row) => row.cells.map((cell) => (cell ? key(cell.style) : null)));
}

/** Looks of every cell of a sheet. */
export function lookSteps(plan: Pick<WorkbookPlan, "styles">, sheet: SheetPlan): Step[] {
  const together = excelHas("1.9");
  const what = say`Formats of ${sheet.name}`;
  const steps: Step[] = [];
  const bordered = (key: string): boolean =>
    plan.styles[key]?.borderTop !== undefined || plan.styles[key]?.borderBottom !== undefined;
  for (const [key, areas] of rectanglesByKey(
    table(sheet, (style) => style),
    (one) => !bordered(one),
  )) {
    const calls = styleCalls(plan.styles[key] ?? {}, together);
    if (calls.length === 0) continue;
    for (const list of addressLists(areas, together))
      steps.push({
        what,
        bytes: estimate(6, calls.length * 2, textBytes(list)) + (bordered(key) ? estimate(4, 4, 0) : 0),
        cells: 0,
        run: (context) => {
          const worksheet = context.workbook.worksheets.getItem(sheet.name);
          const format = (
            together ? worksheet.getRanges(list).format : worksheet.getRange(list).format
          ) as Format;
          for (const call of calls) call(format);
        },
      });
  }
  for (const [format, areas] of rectanglesByKey(
    table(sheet, (style) => plan.styles[style]?.numberFormat ?? null),
  ))
    for (const address of addressLists(areas, false))
      steps.push({
        what,
        bytes: estimate(2, 1, textBytes(format) + address.length),
        cells: 0,
        run: (context) => {
          context.workbook.worksheets.getItem(sheet.name).getRange(address).numberFormat =
            format as unknown as string[][];
        },
      });
  return steps;
}

/** Puts cells back to Excel's plain look, before a new look is laid over an old one. */
export function plainLookStep(sheet: string, address: string): Step {
  return {
    what: say`Formats of ${sheet}`,
    bytes: estimate(2, 1, address.length),
    cells: 0,
    run: (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).clear("Formats");
    },
  };
}
