import { tieDifference } from "../analysis";
import { FIGURE_TIES, FIGURE_TOLERANCE } from "../companies/kingsoftCloud";
import type { LineItem, Model } from "../model";
import { AXIS, axisOf } from "./axis";
import { formula, number, rowOf, text } from "./cells";
import type { Layout } from "./layout";
import type { RowPlan } from "./plan";
import { numberStyle, typedStyle } from "./styles";

/** A row a tie: what known figures of a quarter after the opening miss; column C holds what rounding may leave. */
export function figureTieRows(model: Model, layout: Layout): readonly RowPlan[] {
  const axis = axisOf(model.spec.timeline);
  return FIGURE_TIES.map((tie) => {
    const { label, whole, plus, less = [], lessIfKnown = [] } = tie;
    const cells = [...model.spec.timeline.quarters.keys()].filter((column) => column > model.data.opening);
    return rowOf({
      1: text(label),
      2: text("RMB m", "unit"),
      [AXIS.value]: number(FIGURE_TOLERANCE, typedStyle(FIGURE_TOLERANCE)),
      ...Object.fromEntries(
        cells.map((column) => {
          const at = (line: LineItem): string =>
            `${axis.letters(column)}${layout.history.line.get(line.id)!}`;
          const all = [whole, ...plus, ...less];
          const known = `AND(${all.map((line) => `ISNUMBER(${at(line)})`).join(",")})`;
          const taken = [...less.map(at), ...lessIfKnown.map((line) => `SUM(${at(line)})`)];
          const sum = `${at(whole)}${plus.map((line) => `-${at(line)}`).join("")}${taken.map((each) => `+${each}`).join("")}`;
          return [
            axis.column(column),
            formula(
              `IF(${known},${sum},0)`,
              tieDifference(model.data, tie, column),
              numberStyle("RMB m", "calculation"),
            ),
          ];
        }),
      ),
      [axis.lineName]: text(`tie:${whole.id}`, "name"),
    });
  });
}
