import type { LineItem } from "./lineItem";

/** A whole and the lines that make it. */
export interface LineSum {
  readonly label: string;
  readonly whole: LineItem;
  /** Parts that are added. */
  readonly plus: readonly LineItem[];
  /** Parts that are taken away. */
  readonly less?: readonly LineItem[];
}

/** A sum that reported figures must satisfy. */
export interface Identity extends LineSum {
  readonly quartersOnly?: true;
  /** Earlier balance sheets are not known line by line. */
  readonly openingOnly?: true;
}

/** A sum that figures of one quarter must satisfy where all of them are known. */
export interface FigureTie extends LineSum {
  /** Taken off as well where they are known: a release that does not state them has none. */
  readonly lessIfKnown?: readonly LineItem[];
}
