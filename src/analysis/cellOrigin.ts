import type { Expression } from "../formula";
import {
  addsUp,
  phaseOf,
  quarterFormula,
  quarterKey,
  yearFormula,
  type KnownValue,
  type LineItem,
  type Model,
} from "../model";
import type { Fact } from "../seeds";
import type { AssumptionReader } from "./flexFrom";
import type { CellReader } from "./spanValue";

/** Where the value of one cell of the model comes from. */
export type CellOrigin =
  | { readonly kind: "calendar" }
  /** A figure of the facts. */
  | { readonly kind: "fact"; readonly fact: Fact }
  /** A figure typed into the workbook, decimal digits in the line's unit. */
  | { readonly kind: "typed"; readonly value: string }
  /** A formula; `beside` is a figure that is known for the same cell and does not count there, e.g. a year's whose quarters add up. */
  | {
      readonly kind: "formula";
      readonly expression: Expression;
      readonly beside: KnownOrigin | null;
    }
  | { readonly kind: "notDisclosed" };

/** A figure that is known. */
export type KnownOrigin = Extract<CellOrigin, { readonly kind: "fact" | "typed" }>;

/** How the words call a figure that a person typed. */
export const TYPED_WORDS = "typed into the workbook";

/** Where a cell gets its value, by the rule of the worksheet: known or else calculated; a year adds up its quarters where they are all there. */
export function cellOrigin(
  model: Model,
  line: LineItem,
  column: number,
  values: CellReader,
  assumptions: AssumptionReader,
): CellOrigin {
  if (line.clock !== undefined) return { kind: "calendar" };
  const { data } = model;
  const { timeline } = data.spec;
  const typed = typedQuarter(model, line, column, assumptions);
  if (typed !== undefined) return { kind: "typed", value: typed };
  const known = originOfKnown(model, data.known(line.id, column));
  const isYear = column >= timeline.quarters.length;
  if (known !== null && !(isYear && addsUp(line))) return known;
  const expression = isYear
    ? yearFormula(line, timeline.periods[column]!.year, timeline)
    : quarterFormula(line, phaseOf(column, data.opening));
  const calculated =
    expression !== null &&
    !Number.isNaN(values.value(line.id, column)) &&
    isWhole(model, expression, column, values);
  if (!calculated) return known ?? { kind: "notDisclosed" };
  return { kind: "formula", expression, beside: known };
}

/** What is typed for the quarter of an assumption that the line shows, where it counts. */
export function typedQuarter(
  { data }: Pick<Model, "data">,
  line: LineItem,
  column: number,
  assumptions: AssumptionReader,
): string | undefined {
  const { timeline } = data.spec;
  const isAssumed =
    line.quarterly !== undefined && column > data.opening && column < timeline.quarters.length;
  return isAssumed ? assumptions.get(quarterKey(line, column, timeline)) : undefined;
}

function originOfKnown(model: Model, known: KnownValue | undefined): KnownOrigin | null {
  if (known === undefined) return null;
  const fact = known.factId === null ? undefined : model.seeds.fact(known.factId);
  return fact === undefined ? { kind: "typed", value: known.value } : { kind: "fact", fact };
}

/** Whether all quarters of a year are there, where it adds them up. */
function isWhole({ spec }: Model, expression: Expression, column: number, values: CellReader): boolean {
  if (expression.kind !== "quarters") return true;
  const first = spec.timeline.firstQuarterOf(spec.timeline.periods[column]!.year);
  const quarters = expression.how === "sum" ? [0, 1, 2, 3] : [3];
  return quarters.every((offset) => !Number.isNaN(values.value(expression.series.id, first + offset)));
}
