import { onSheet } from "../../workbook/address";
import { say } from "../../words";
import type { FilledFormula, Message } from "../port";

/** A place that Freeze or Relink has something to say about. */
export interface ReportedPlace {
  /** Address with its sheet. */
  readonly place: string;
  /** The place in words. */
  readonly title: string;
  readonly formula: string;
  /** What became of it, in words. */
  readonly what: string;
}

/** What Freeze or Relink did: the message, and every formula concerned. */
export interface FreezeReport extends Message {
  readonly places: readonly ReportedPlace[];
}

/** A formula's line in the report. */
export function reportedPlace(
  { sheet, area, formula }: Pick<FilledFormula, "sheet" | "area" | "formula">,
  what: string,
): ReportedPlace {
  return { place: onSheet(sheet, area), title: `${sheet} ${area.replace(":", " to ")}`, formula, what };
}

/** A count of KC formulas in words. */
export function formulaCount(count: number): string {
  return say`${count} KC ${count === 1 ? "formula" : "formulas"}`;
}
