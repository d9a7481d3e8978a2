import type { Expression, SeriesOperand } from "../formula";
import type { Driver, Unit } from "./driver";
import type { ModelData } from "./modelData";
import type { Quarter } from "./timeline";

/** How a line gets its value in a year's column: total of the quarters, the last quarter, a known figure only, a formula of its own, or none. */
export type AnnualRule = "sum" | "last" | "fact" | "none" | (() => Expression);

/** Assumptions of years that a line brings to quarters, where a person may type a quarter's own value in each scenario. */
export interface QuarterlyValue {
  /** The year's assumptions, or one for all years. */
  readonly of: readonly Driver[];
  /** What a value typed for a quarter says, for the label of its cells, e.g. "the quarter's rate". */
  readonly says: string;
}

/** Value of a calendar line in a quarter, which may depend on where the facts end. */
export type ClockValue = (
  quarter: Quarter,
  column: number,
  borders: Pick<ModelData, "opening" | "reportedTo">,
) => number;

/** What a line item is and how each of its cells comes about. */
export interface LineItemOptions {
  readonly label: string;
  readonly unit: Unit;
  /** One sentence: meaning and sign. */
  readonly meaning: string;
  /** Name of the figure in seeds/metrics.csv: where it is known, in any quarter, it stands before every formula. */
  readonly fact?: string;
  /** Where the figure may be typed for quarters after the opening: never, or on its own, or as part of a balance sheet that counts only whole. */
  readonly typed?: "result" | "balance";
  /** Basis of the figure where it is neither reported nor adjusted. */
  readonly basis?: "guidance";
  /** Formula in quarters before the opening. */
  readonly history?: () => Expression;
  /** Formula in the opening quarter: where states start from reported figures. */
  readonly opening?: () => Expression;
  /** Formula in quarters after the opening; reads earlier quarters and assumptions only, never how far the border is. Lines of years have none. */
  readonly forecast?: () => Expression;
  /** The line is the value in effect of assumptions: a value typed for a quarter stands before the formula. */
  readonly quarterly?: QuarterlyValue;
  /** The line is part of the calendar: its value in a quarter; years have none. */
  readonly clock?: ClockValue;
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
