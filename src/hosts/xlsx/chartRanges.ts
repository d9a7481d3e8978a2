import type { CellPlan, WorkbookPlan } from "../../workbook/plan";
import { parseReference } from "../../workbook/address";
import { xmlText } from "./xmlText";

/** Looks up the planned cells of a reference such as 'Summary'!$D$20:$W$20, in reading order. */
export type RangeReader = (reference: string) => readonly (CellPlan | null)[];

/** A range reader over the cells of a plan; a reference to no sheet of the plan is an error. */
export function rangeReader(plan: WorkbookPlan): RangeReader {
  const sheets = new Map(plan.sheets.map((sheet) => [sheet.name, sheet]));
  return (reference) => {
    const { sheet: name, row, column, rows, columns } = parseReference(reference);
    const sheet = sheets.get(name);
    if (!sheet) throw new Error(`Chart range ${reference}: there is no sheet "${name}"`);
    return Array.from({ length: rows * columns }, (_, index) => {
      const line = sheet.rows[row - 1 + Math.floor(index / columns)];
      return line?.cells[column - 1 + (index % columns)] ?? null;
    });
  };
}

/** Category labels with their present texts or numbers, so that previews draw the chart without recalculating. */
export function categoryXml(reference: string, cells: readonly (CellPlan | null)[], format: string): string {
  const dated = cells.length > 0 && cells.every((cell) => typeof cell?.value === "number");
  return dated ? numbersXml(reference, cells, format) : textsXml(reference, cells);
}

/** Values of a series with their present numbers; a cell without a number leaves a gap. */
export function numbersXml(reference: string, cells: readonly (CellPlan | null)[], format: string): string {
  const points = cells.map((cell, index) =>
    typeof cell?.value === "number" ? pointXml(index, String(cell.value)) : "",
  );
  const count = `<c:ptCount val="${String(cells.length)}"/>`;
  const cache = `<c:numCache><c:formatCode>${xmlText(format)}</c:formatCode>${count}${points.join("")}</c:numCache>`;
  return `<c:numRef><c:f>${xmlText(reference)}</c:f>${cache}</c:numRef>`;
}

/** Texts of a reference (series name or categories) with their present wording. */
export function textsXml(reference: string, cells: readonly (CellPlan | null)[]): string {
  const points = cells.map((cell, index) =>
    cell?.value == null ? "" : pointXml(index, xmlText(String(cell.value))),
  );
  const cache = `<c:strCache><c:ptCount val="${String(cells.length)}"/>${points.join("")}</c:strCache>`;
  return `<c:strRef><c:f>${xmlText(reference)}</c:f>${cache}</c:strRef>`;
}

function pointXml(index: number, text: string): string {
  return `<c:pt idx="${String(index)}"><c:v>${text}</c:v></c:pt>`;
}
