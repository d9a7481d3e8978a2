import type { Expression, SeriesOperand } from "../formula";
import type { Unit } from "./driver";

/** How a line gets its value in a year's column: total of the quarters, the last quarter, a formula of its own, or none. */
export type AnnualRule = "sum" | "last" | "none" | (() => Expression);

/** What a line item is and how each of its cells comes about. */
export interface LineItemOptions {
  readonly label: string;
  readonly unit: Unit;
  /** One sentence: meaning and sign. */
  readonly meaning: string;
  /** Name of the figure in seeds/metrics.csv that fills history, quarters and years. */
  readonly fact?: string;
  /** Whether a figure on the basis of guidance may stand in for one that is not reported. */
  readonly guidanceStandsIn?: true;
  /** Formula in actual quarters that have no fact. */
  readonly history?: () => Expression;
  /** Formula in the last actual quarter, before any fact: opening balances and calibrations. */
  readonly atLastActual?: () => Expression;
  readonly forecast: () => Expression;
  readonly annual: AnnualRule;
  /** Subtotals and totals stand out. */
  readonly emphasis?: "subtotal" | "total";
}

/** A row of the model, declared once and read as worksheet formula, exact value, fast value, precedents and words. */
export interface LineItem extends SeriesOperand, LineItemOptions {}

/** Declares a line item. */
export function lineItem(id: string, options: LineItemOptions): LineItem {
  return { operand: "series", id, ...options };
}

/** A titled block of lines, in worksheet order. */
export interface Section {
  readonly title: string;
  readonly lines: readonly LineItem[];
}

/** Makes a section from named lines. */
export function section(title: string, lines: Readonly<Record<string, LineItem>>): Section {
  return { title, lines: Object.values(lines) };
}

/** A block of lines by name; the names are listed so that lines may refer to each other in any order. */
export type Lines<Name extends string> = { readonly [name in Name]: LineItem };
