import { discounting } from "../companies/kingsoftCloud";
import type { Model } from "../model";
import type { CellReader } from "./spanValue";

/** Columns of the years after the opening. */
export function forecastYears({ data }: Pick<Model, "data">): readonly number[] {
  const { quarters, periods, isAfter } = data.spec.timeline;
  return [...periods.keys()].filter((index) => index >= quarters.length && isAfter(index, data.opening));
}

/** Column of the year whose target price is the headline; the last forecast year where none is flagged. */
export function headlineYear(model: Pick<Model, "data">, values: CellReader): number {
  const years = forecastYears(model);
  return years.find((year) => values.value(discounting.headline.id, year) === 1) ?? years.at(-1)!;
}
