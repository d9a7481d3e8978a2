/** Steps for a sheet as a whole: sizes, panes, tab, limits on inputs, conditional formats, links and print set-up. */

import type { SheetPlan, ValidationPlan } from "../../workbook/plan";
import { cellAddress, columnLetters, onSheet, parseRectangle } from "../../workbook/address";
import { say } from "../../words";
import { cellInput } from "./cellContents";
import { outlined } from "../../workbook/outline";
import { lineRanges } from "../xlsx/lineRanges";
import { addressLists } from "./rectangles";
import { excelHas } from "./requirements";
import { estimate, type Step, textBytes } from "./step";

/** Points of a column width given in characters of the standard font: seven pixels each and five of padding. */
export function columnPoints(characters: number): number {
  return Math.round((characters * 7 + 5) * 0.75 * 100) / 100;
}

function rule(plan: ValidationPlan): Excel.DataValidationRule {
  const { rule: one } = plan;
  if (one.kind === "list") return { list: { inCellDropDown: true, source: one.values.join(",") } };
  if (one.kind === "listRange")
    return { list: { inCellDropDown: true, source: `=${one.formula.replace(/^=/, "")}` } };
  if (one.kind === "formula") return { custom: { formula: `=${one.formula}` } };
  const limits = { formula1: one.min, formula2: one.max, operator: "Between" as const };
  return one.kind === "decimal" ? { decimal: limits } : { wholeNumber: limits };
}

type OnSheet = (worksheet: Excel.Worksheet) => void;

/** Runs of equal sizes as (first, last, size). */
function runs(sizes: readonly number[]): [number, number, number][] {
  const out: [number, number, number][] = [];
  sizes.forEach((size, index) => {
    const last = out.at(-1);
    if (last?.[2] === size && last[1] === index) last[1] = index + 1;
    else out.push([index + 1, index + 1, size]);
  });
  return out.filter(([, , size]) => size > 0);
}

function frozen(sheet: SheetPlan): OnSheet {
  const { rows, columns } = sheet.freeze;
  return (worksheet) => {
    if (rows > 0 && columns > 0)
      worksheet.freezePanes.freezeAt(worksheet.getRange(`A1:${cellAddress(rows, columns)}`));
    else if (rows > 0) worksheet.freezePanes.freezeRows(rows);
    else if (columns > 0) worksheet.freezePanes.freezeColumns(columns);
    else worksheet.freezePanes.unfreeze();
  };
}

function printSetup(sheet: SheetPlan): OnSheet {
  const { print } = sheet;
  return (worksheet) => {
    const page = worksheet.pageLayout;
    page.orientation = "Landscape";
    page.paperSize = print.paper === "A4" ? "A4" : "A3";
    page.zoom = { horizontalFitToPages: 1 };
    page.setPrintArea(print.area);
    if (print.titleRows)
      page.setPrintTitleRows(`$${String(print.titleRows.from)}:$${String(print.titleRows.to)}`);
    if (print.titleColumns)
      page.setPrintTitleColumns(`$${print.titleColumns.from}:$${print.titleColumns.to}`);
    const text = page.headersFooters.defaultForAllPages;
    text.leftFooter = print.footerLeft;
    text.centerFooter = print.footerCenter;
    text.rightFooter = print.footerRight;
  };
}

/** Links first: Excel gives a linked cell its own look and text, so contents and formats follow. */
export function linkSteps(sheet: SheetPlan): Step[] {
  return sheet.links.map((link) => {
    const place = parseRectangle(link.cell);
    const cell = place && sheet.rows[place.row - 1]?.cells[place.column - 1];
    const input = cellInput(cell);
    const shown =
      typeof cell?.value === "string" && cell.formula === undefined ? { textToDisplay: cell.value } : {};
    return {
      what: say`Links of ${sheet.name}`,
      bytes: estimate(2, 2, textBytes(JSON.stringify(link)) + textBytes(String(input)) * 2),
      cells: 0,
      run: (context) => {
        const range = context.workbook.worksheets.getItem(sheet.name).getRange(link.cell);
        range.hyperlink = {
          documentReference: onSheet(link.sheet, link.target),
          screenTip: link.tooltip,
          ...shown,
        };
        range.formulas = [[input]];
      },
    };
  });
}

/** Rows and columns that can be folded away, on a sheet that is new: grouping what is grouped would only deepen it. */
export function outlineSteps(sheet: SheetPlan): Step[] {
  if (!excelHas("1.10")) return [];
  const groups = [
    ...lineRanges(outlined(sheet.columns), columnLetters).map((range) => [range, "ByColumns"] as const),
    ...lineRanges(outlined(sheet.rows)).map((range) => [range, "ByRows"] as const),
  ];
  return groups.map(([range, option]) => ({
    what: say`Outline of ${sheet.name}`,
    bytes: estimate(2, 1, textBytes(range)),
    cells: 0,
    run: (context) => {
      const lines = range.includes(":") ? range : `${range}:${range}`;
      context.workbook.worksheets.getItem(sheet.name).getRange(lines).group(option);
    },
  }));
}

/** Everything else about a sheet. Conditional formats of the same ranges are replaced, so the steps can be repeated. */
export function sheetSteps(sheet: SheetPlan): Step[] {
  const steps: Step[] = [];
  const add = (what: string, paths: number, calls: number, text: string, apply: OnSheet): void => {
    steps.push({
      what: `${what} of ${sheet.name}`,
      bytes: estimate(paths + 1, calls, textBytes(text)),
      cells: 0,
      run: (context) => {
        apply(context.workbook.worksheets.getItem(sheet.name));
      },
    });
  };
  add("Tab", 2, 2, sheet.tabColour, (worksheet) => {
    worksheet.tabColor = `#${sheet.tabColour}`;
    if (excelHas("1.8")) worksheet.showGridlines = sheet.gridlines;
  });
  for (const [from, to, width] of runs(sheet.columns.map((column) => column.width)))
    add("Columns", 2, 1, "", (worksheet) => {
      worksheet.getRange(`${columnLetters(from)}:${columnLetters(to)}`).format.columnWidth =
        columnPoints(width);
    });
  for (const [from, to, height] of runs(sheet.rows.map((row) => row.height ?? 0)))
    add("Rows", 2, 1, "", (worksheet) => {
      worksheet.getRange(`${String(from)}:${String(to)}`).format.rowHeight = height;
    });
  add("Panes", 2, 1, "", frozen(sheet));
  if (excelHas("1.8"))
    for (const one of sheet.validations)
      add("Input limits", 2, 3, JSON.stringify(one), (worksheet) => {
        const validation = worksheet.getRange(one.range).dataValidation;
        validation.rule = rule(one);
        validation.prompt = { showPrompt: true, title: one.promptTitle, message: one.prompt };
        validation.errorAlert = { showAlert: true, style: "Stop", title: one.errorTitle, message: one.error };
      });
  const ranges = [...new Set(sheet.conditionalFormats.map((one) => one.range))];
  for (const list of addressLists(
    ranges.flatMap((range) => parseRectangle(range) ?? []),
    false,
  ))
    add("Conditional formats", 2, 1, list, (worksheet) => {
      worksheet.getRange(list).conditionalFormats.clearAll();
    });
  // Excel puts the newest first, so the plan's first rule is added last.
  for (const one of [...sheet.conditionalFormats].reverse())
    add("Conditional formats", 7, 4, JSON.stringify(one), (worksheet) => {
      const custom = worksheet.getRange(one.range).conditionalFormats.add("Custom").custom;
      custom.rule.formula = `=${one.formula.replace(/^=/, "")}`;
      custom.format.font.color = `#${one.colour}`;
      custom.format.fill.color = `#${one.fill}`;
      if (one.bold === true) custom.format.font.bold = true;
    });
  if (excelHas("1.9")) add("Print set-up", 4, 9, JSON.stringify(sheet.print), printSetup(sheet));
  return steps;
}
