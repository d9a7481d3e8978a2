import type { LineItem } from "./lineItem";

/** A sum that reported figures must satisfy. */
export interface Identity {
  readonly label: string;
  readonly whole: LineItem;
  /** Parts that are added. */
  readonly plus: readonly LineItem[];
  /** Parts that are taken away. */
  readonly less?: readonly LineItem[];
  readonly quartersOnly?: true;
  /** Earlier balance sheets are not known line by line. */
  readonly openingOnly?: true;
}
