import type { IRange, IResources } from "@univerjs/core";
import type { SheetPlan, ValidationPlan, WorkbookPlan } from "../../workbook/plan";
import { absolute, onSheet, parseRectangle } from "../../workbook/address";
import { fixedRows, gridRule } from "./conditionalRules";
import { gridNote, type GridNotes } from "./gridNotes";
import { sheetIdOf } from "./planSheets";

/** What of a plan the grid keeps beside its cells: names, validation, conditional formats, notes; sheets go by the ids given. */
export function planResources(
  plan: WorkbookPlan,
  idOf: (planName: string) => string = sheetIdOf,
): IResources {
  const bySheet = <Value>(of: (sheet: SheetPlan, sheetId: string) => Value): Record<string, Value> =>
    Object.fromEntries(plan.sheets.map((sheet) => [idOf(sheet.name), of(sheet, idOf(sheet.name))]));
  return [
    resource("SHEET_DEFINED_NAME_PLUGIN", definedNames(plan)),
    resource(
      "SHEET_DATA_VALIDATION_PLUGIN",
      bySheet((sheet, sheetId) =>
        sheet.validations.map((validation, index) => gridValidation(validation, `${sheetId}-v${index}`)),
      ),
    ),
    resource("SHEET_CONDITIONAL_FORMATTING_PLUGIN", bySheet(conditionalFormats)),
    resource("SHEET_NOTE_PLUGIN", bySheet(notes)),
  ];
}

/** The grid's range of an A1 range without its sheet. */
export function gridRange(range: string): IRange {
  const area = parseRectangle(range);
  if (area === null) throw new Error(`"${range}" is not a range such as B2:D9`);
  return {
    startRow: area.row - 1,
    endRow: area.row + area.rows - 2,
    startColumn: area.column - 1,
    endColumn: area.column + area.columns - 2,
  };
}

function resource(name: string, data: unknown): { name: string; data: string } {
  return { name, data: JSON.stringify(data) };
}

function definedNames(plan: WorkbookPlan): Record<string, unknown> {
  return Object.fromEntries(
    plan.names.map((one) => [
      one.name,
      {
        id: one.name,
        name: one.name,
        formulaOrRefString: onSheet(one.sheet, absolute(one.range)),
        comment: one.comment,
        localSheetId: "AllDefaultWorkbook",
      },
    ]),
  );
}

function gridValidation({ range, rule, ...words }: ValidationPlan, uid: string): Record<string, unknown> {
  const shared = {
    uid,
    ranges: [gridRange(range)],
    allowBlank: false,
    errorStyle: 1,
    showErrorMessage: true,
    showInputMessage: true,
    error: words.error,
    errorTitle: words.errorTitle,
    prompt: words.prompt,
    promptTitle: words.promptTitle,
  };
  if (rule.kind === "list")
    return { ...shared, type: "list", formula1: rule.values.join(","), renderMode: 1, showDropDown: true };
  if (rule.kind === "listRange")
    return { ...shared, type: "list", formula1: `=${rule.formula}`, renderMode: 1, showDropDown: true };
  if (rule.kind === "formula") return { ...shared, type: "custom", formula1: `=${rule.formula}` };
  return {
    ...shared,
    type: rule.kind,
    operator: "between",
    formula1: String(rule.min),
    formula2: String(rule.max),
  };
}

function conditionalFormats(sheet: SheetPlan, sheetId: string): unknown[] {
  return sheet.conditionalFormats
    .filter((format) => fixedRows(sheet, format) === null)
    .map((format, index) => ({
      cfId: `${sheetId}-c${index}`,
      ranges: [gridRange(format.range)],
      stopIfTrue: false,
      rule: {
        type: "highlightCell",
        ...gridRule(format),
        style: {
          cl: { rgb: `#${format.colour}` },
          bg: { rgb: `#${format.fill}` },
          ...(format.bold && { bl: 1 }),
        },
      },
    }));
}

function notes(sheet: SheetPlan, sheetId: string): GridNotes {
  const rows: GridNotes = {};
  for (const note of sheet.notes.map((each) => gridNote(sheetId, each)))
    (rows[note.row] ??= {})[note.col] = note;
  return rows;
}
