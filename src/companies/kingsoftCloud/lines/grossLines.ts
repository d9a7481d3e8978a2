import { factOf, isKnown, minus, over, plus, when, type Expression } from "../../../formula";
import { costDrivers as d } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../../../model";
import { cost } from "./costLines";
import { revenue } from "./revenueLines";

const flow = { unit: "RMB m", annual: "sum" } as const;

/** A ratio of two lines, the same in every period. */
export function margin(id: string, label: string, meaning: string, formula: () => Expression): LineItem {
  return lineItem(id, {
    unit: "%",
    label,
    meaning,
    history: formula,
    opening: formula,
    forecast: formula,
    annual: formula,
  });
}

/** Gross profit, reported and adjusted. */
export const gross: Lines<"profit" | "sbcInCost" | "adjusted" | "margin" | "adjustedMargin"> = {
  profit: lineItem("grossProfit", {
    ...flow,
    label: "Gross profit",
    emphasis: "total",
    fact: "grossProfit",
    typed: "result",
    meaning: "Revenue less cost of revenue.",
    history: () => minus(revenue.total, cost.total),
    opening: () => minus(revenue.total, cost.total),
    forecast: () => minus(revenue.total, cost.total),
  }),
  sbcInCost: lineItem("sbcInCost", {
    ...flow,
    label: "Share-based pay in cost of revenue",
    meaning: "Added back; positive is a cost. Reported quarters: adjusted less reported gross profit.",
    fact: "shareBasedInCost",
    opening: () => when(isKnown(gross.adjusted), minus(factOf(gross.adjusted), gross.profit), d.sbcInCost),
    forecast: () => when(isKnown(gross.adjusted), minus(factOf(gross.adjusted), gross.profit), d.sbcInCost),
  }),
  adjusted: lineItem("adjustedGrossProfit", {
    ...flow,
    label: "Adjusted gross profit",
    emphasis: "subtotal",
    fact: "adjustedGrossProfit",
    typed: "result",
    meaning: "Gross profit before share-based pay.",
    opening: () => plus(gross.profit, gross.sbcInCost),
    forecast: () => plus(gross.profit, gross.sbcInCost),
  }),
  margin: margin("grossMargin", "Gross margin", "Gross profit divided by revenue.", () =>
    over(gross.profit, revenue.total),
  ),
  adjustedMargin: margin(
    "adjustedGrossMargin",
    "Adjusted gross margin",
    "Adjusted gross profit divided by revenue.",
    () => over(gross.adjusted, revenue.total),
  ),
};
