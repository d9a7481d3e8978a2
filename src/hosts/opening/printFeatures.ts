import { parseRectangle } from "../../workbook/address";
import type { SheetPlan } from "../../workbook/plan";
import type { Feature } from "../xlsx/feature";
import { printNames } from "../xlsx/printSetup";
import type { SurveyedName } from "../xlsx/workbookSurvey";

/** The print area and the repeated rows and columns of a sheet of a person's own, which is printed whole here. */
export function ownPrintFeatures(names: readonly SurveyedName[], plan: SheetPlan): readonly Feature[] {
  return printed(names, plan.name).filter(
    ({ kind, where }) => kind !== "printArea" || !covers(where, plan.print.area),
  );
}

/** The same of a sheet of the model (`sheet` is its name in the file), as far as they are not the plan's. */
export function modelPrintFeatures(
  names: readonly SurveyedName[],
  sheet: string,
  plan: SheetPlan,
): readonly Feature[] {
  const planned = printed(
    printNames(plan).map(({ name, range }) => ({ name, scope: sheet, reference: range })),
    sheet,
  );
  return printed(names, sheet).filter(
    ({ kind, where }) => !planned.some((each) => each.kind === kind && each.where === where),
  );
}

function printed(names: readonly SurveyedName[], sheet: string): readonly Feature[] {
  return names.flatMap(({ name, scope, reference }): Feature[] => {
    const [, what] = /^(?:_xlnm\.)?Print_(Area|Titles)$/i.exec(name) ?? [];
    // Gnumeric writes titles that no program can read.
    if (what === undefined || scope !== sheet || reference.includes("ERROR(")) return [];
    return [{ kind: what.toLowerCase() === "area" ? "printArea" : "printTitles", where: plain(reference) }];
  });
}

/** A reference without the name of its sheet and without dollars, its parts in order. */
function plain(reference: string): string {
  const parts = reference
    .replaceAll(/(?:'(?:[^']|'')*'|[^'!,]*)!/g, "")
    .replaceAll("$", "")
    .split(",");
  return parts.sort().join(", ");
}

/** Whether an area has all cells of another one that begins in A1. */
function covers(where: string, used: string): boolean {
  const [area, all] = [parseRectangle(where), parseRectangle(used)];
  return (
    area !== null &&
    all !== null &&
    area.row === 1 &&
    area.column === 1 &&
    area.rows >= all.rows &&
    area.columns >= all.columns
  );
}
