import type { ScenarioName } from "../seeds";

/** A column of assumptions with its name for people and its number for the selector. */
export interface Scenario {
  readonly id: ScenarioName;
  readonly name: string;
  /** Its name in the product's other language. */
  readonly otherName: string;
  /** 1-based place in every scenario list and column. */
  readonly number: number;
  /** One sentence on what it assumes. */
  readonly meaning: string;
  /** True of the analyst's own: it starts as Base, and the workbook may give it another name. */
  readonly isOwn: boolean;
}
