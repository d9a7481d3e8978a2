import {
  call,
  compare,
  every,
  expressionOf,
  largest,
  minus,
  over,
  plus,
  prior,
  smallest,
  times,
  when,
  type Expression,
  type Operand,
} from "../../../formula";
import { capacityDrivers, costDrivers as d, guidanceDrivers } from "../drivers";
import { lineItem, type Lines } from "../../../model";
import { capacity } from "./capacityLines";
import { ratioOrZero } from "./formulas";
import { income } from "./incomeLines";
import { equipment, owned } from "./scheduleLines";

const inner = { unit: "RMB m", annual: "none" } as const;

/** Idle equipment: what an impairment test would look at, and what is booked. */
export const impairment: Lines<"indicated" | "booked" | "stock" | "relief"> = {
  indicated: lineItem("impairmentIndicated", {
    unit: "RMB m",
    annual: "last",
    label: "Impairment indicated by idle capacity",
    emphasis: "subtotal",
    meaning:
      "Idle part of the owned AI equipment after two quarters below the threshold of use; an indicator, not booked by itself.",
    forecast: () =>
      when(
        every(
          compare(belowThreshold(capacity.use), ">", 0),
          compare(belowThreshold(prior(capacity.use)), ">", 0),
        ),
        times(minus(1, over(capacity.use, d.idleThreshold)), prior(equipment.owned), capacityDrivers.aiPart),
        0,
      ),
  }),
  booked: lineItem("impairmentOfEquipment", {
    unit: "RMB m",
    annual: "sum",
    label: "Impairment booked",
    meaning:
      "What the booked part of the indicated amount adds to earlier bookings; positive is a cost, not cash.",
    forecast: () =>
      largest(0, minus(times(impairment.indicated, d.impairmentBooked), prior(impairment.stock))),
  }),
  stock: lineItem("impairmentStock", {
    unit: "RMB m",
    annual: "last",
    label: "Impairment on the books",
    meaning:
      "Impairment booked or reported less the depreciation they save; never more than the equipment itself.",
    opening: () => expressionOf(0),
    forecast: () => minus(plus(prior(impairment.stock), income.impairment), impairment.relief),
  }),
  relief: lineItem("impairmentRelief", {
    ...inner,
    label: "Depreciation saved by impairment",
    meaning: "Impaired equipment runs off as the rest does; lowers depreciation.",
    forecast: () =>
      times(
        plus(prior(impairment.stock), income.impairment),
        smallest(1, ratioOrZero(owned.runOff, prior(equipment.owned))),
      ),
  }),
};

/** By how much use lies below the threshold, rounded: what a last digit makes of full use is not idle. */
function belowThreshold(use: Operand): Expression {
  return call("ROUND", minus(d.idleThreshold, use), guidanceDrivers.checkDigits);
}
