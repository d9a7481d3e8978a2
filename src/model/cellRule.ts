import { lastQuarter, sumOfQuarters, type Expression } from "../formula";
import type { LineItem } from "./lineItem";
import { firstQuarterOf, PERIODS } from "./timeline";

/** Where a cell gets its value: the preferred of fact and formula, else the other one, else it is not disclosed. */
export interface CellRule {
  readonly prefer: "fact" | "formula";
  readonly expression: Expression | null;
}

/**
 * The rule of one line in one column. Actual quarters hold facts, the last actual quarter may hold an opening balance,
 * forecast quarters hold the line's one formula, years add up their quarters or hold a fact.
 */
export function cellRule(line: LineItem, column: number, lastActual: number): CellRule {
  const period = PERIODS[column]!;
  if (period.kind === "quarter") {
    if (column > lastActual) return { prefer: "formula", expression: line.forecast() };
    if (column === lastActual && line.atLastActual)
      return { prefer: "formula", expression: line.atLastActual() };
    return { prefer: "fact", expression: line.history?.() ?? null };
  }
  if (typeof line.annual === "function") return { prefer: "fact", expression: line.annual() };
  if (line.annual === "none" || firstQuarterOf(period.year) < 0) return { prefer: "fact", expression: null };
  return { prefer: "formula", expression: line.annual === "sum" ? sumOfQuarters(line) : lastQuarter(line) };
}
