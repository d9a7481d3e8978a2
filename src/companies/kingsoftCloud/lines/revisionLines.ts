import { compare, plus, when } from "../../../formula";
import { capDrivers as d } from "../drivers";
import { lineItem, type Lines } from "../../../model";
import { clock } from "./clockLines";

/** Whether the revision of the caps is in effect, and whether it is before the year ends. */
export const revision: Lines<"inEffect" | "byYearEnd"> = {
  inEffect: lineItem("revisionInEffect", {
    unit: "flag",
    annual: "last",
    label: "Revision in effect",
    meaning: "1 from the quarter in which the revised caps apply.",
    forecast: () => when(compare(clock.quarterCode, ">=", d.upliftQuarter), 1, 0),
  }),
  byYearEnd: lineItem("revisionByYearEnd", {
    unit: "flag",
    annual: "last",
    label: "Revision in effect by the year's end",
    meaning: "1 in each quarter of a year in which the revised caps come to apply.",
    forecast: () => when(compare(plus(clock.quarterCode, clock.quartersLeft), ">", d.upliftQuarter), 1, 0),
  }),
};
