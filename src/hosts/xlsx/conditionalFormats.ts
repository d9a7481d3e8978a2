import type { ConditionalRule } from "hucre/xlsx";
import type { ConditionalFormatPlan } from "../../workbook/plan";

/** Conditional formats of a sheet, first one strongest. */
export function fileConditionalFormats(plans: readonly ConditionalFormatPlan[]): ConditionalRule[] {
  return plans.map((plan, index) => ({
    type: "expression",
    priority: index + 1,
    range: plan.range,
    formula: plan.formula,
    style: {
      font: { color: { rgb: plan.colour }, ...(plan.bold === true && { bold: true }) },
      // A conditional fill takes its colour from the background, unlike a cell's own fill.
      fill: { type: "pattern", pattern: "solid", bgColor: { rgb: plan.fill } },
    },
  }));
}
