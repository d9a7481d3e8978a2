import type { LineItem } from "./lineItem";

/** A sum that figures of one quarter must satisfy where all of them are known. */
export interface FigureTie {
  readonly label: string;
  readonly whole: LineItem;
  readonly plus: readonly LineItem[];
  readonly less: readonly LineItem[];
  /** Taken off as well where they are known: a release that does not state them has none. */
  readonly lessIfKnown?: readonly LineItem[];
}
