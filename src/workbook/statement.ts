import type { LineItem } from "../model";

/** Lines under one title. */
export interface Block {
  readonly title: string;
  readonly lines: readonly LineItem[];
}

/** A sheet that presents lines of the selected scenario. */
export interface Statement {
  readonly name: string;
  readonly title: string;
  readonly conventions: string;
  readonly blocks: readonly Block[];
}
