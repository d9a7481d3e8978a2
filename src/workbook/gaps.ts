import { isAfter, LINES, PERIODS, QUARTERS, WIDTH, type Model } from "../model";
import { keptForFacts } from "./keptForFacts";

/** Lines with a quarter, or a year, up to the opening of which nothing is disclosed. */
export interface Gaps {
  readonly quarters: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
}

/** The gaps of history, which no assumption fills: only there a formula may have no value. */
export function gapsOf(model: Model): Gaps {
  return keptForFacts(model.data, "gaps of history", () => {
    const { all } = model.fast(model.assumptions("base"));
    const over = PERIODS.map((_, column) => column).filter((column) => !isAfter(column, model.data.opening));
    const missing = (from: (column: number) => boolean): ReadonlySet<string> =>
      new Set(
        LINES.filter((_, row) =>
          over.some((column) => from(column) && Number.isNaN(all[row * WIDTH + column])),
        ).map(({ id }) => id),
      );
    return {
      quarters: missing((column) => column < QUARTERS.length),
      years: missing((column) => column >= QUARTERS.length),
    };
  });
}
