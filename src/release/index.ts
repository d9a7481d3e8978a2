export { readActuals, typedOf, type ActualFigure, type ActualsRow, type ReadActuals } from "./readActuals";
export {
  readRelease,
  type KnownBefore,
  type ReadFigure,
  type ReadRelease,
  type ReleaseQuestion,
} from "./readRelease";
export { AMOUNT_SCALES, type AmountScale } from "./amountScale";
export { brokenTies, type BrokenTie } from "./releaseTies";
export { expectations, unitSlip, type UnitSlip } from "./unitSlip";
export { isDay } from "./isDay";
export { COST_LINES } from "./printedSign";
export type { Paste } from "./pastedSections";
export type { ColumnChoice } from "./releaseColumn";
