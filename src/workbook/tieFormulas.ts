import { historyTies, type HistoryTie, type TiePart } from "../analysis";
import { IDENTITIES } from "../companies/kingsoftCloud";
import type { Model } from "../model";
import { onSheet } from "./address";
import { keptForFacts } from "./keptForFacts";
import type { Layout } from "./layout";
import { SHEETS } from "./sheetNames";

/** One comparison as the Checks sheet shows it: two formulas, their values, and what rounding allows. */
export interface TieFormulas {
  readonly label: string;
  readonly period: string;
  readonly partsFormula: string;
  readonly parts: number;
  readonly wholeFormula: string;
  readonly whole: number;
  readonly tolerance: number;
}

/** Every tie that the disclosed figures allow, over the cells of the Actuals sheet. */
export function tieFormulas(model: Model, layout: Layout): readonly TieFormulas[] {
  return keptForFacts(model.data, "ties of the Checks sheet", () => historyTies(model, IDENTITIES)).map(
    (tie) => ({
      label: tie.label,
      period: tie.period,
      partsFormula: sumOf(tie, layout),
      parts: tie.partsValue,
      wholeFormula: onSheet(SHEETS.history, cellOf(tie.whole, layout)),
      whole: tie.wholeValue,
      tolerance: Number((tie.allowed * (1 + 1e-9)).toPrecision(12)),
    }),
  );
}

const cellOf = ({ line, column }: TiePart, { axis, history }: Layout): string =>
  `${axis.letters(column)}${history.line.get(line.id)!}`;

/** Quarters of one line are a range; other parts are added one by one. */
function sumOf({ parts }: HistoryTie, layout: Layout): string {
  const [first, last] = [parts[0]!, parts[parts.length - 1]!];
  if (parts.length > 1 && parts.every(({ line }) => line === first.line)) {
    return `SUM(${onSheet(SHEETS.history, `${cellOf(first, layout)}:${cellOf(last, layout)}`)})`;
  }
  return parts
    .map(
      (part, place) =>
        `${part.sign < 0 ? "-" : place > 0 ? "+" : ""}${onSheet(SHEETS.history, cellOf(part, layout))}`,
    )
    .join("");
}
