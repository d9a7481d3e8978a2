import { revenue } from "../companies/kingsoftCloud";
import type { Model } from "../model";
import { vintageOf } from "./vintage";

/** A quarter without results, and the ISO day by which the company has published such a quarter so far. */
export interface DueQuarter {
  readonly label: string;
  readonly due: string;
}

const DAY = 86_400_000;
/** Days after the latest publication so far that a quarter may still take. */
const GRACE = 7;

/**
 * The quarters of the model of which no results are known, each with the day by which they have come so far: as many
 * days after its end as the same quarter of the year has taken at the most in the facts, and a week. Revenue is what
 * tells; a quarter of the year that the facts do not have takes as long as the slowest.
 */
export function dueQuarters({ seeds, data }: Pick<Model, "seeds" | "data">): readonly DueQuarter[] {
  const { quarters } = data.spec.timeline;
  const lags = quarters.flatMap(({ label, endDate }) => {
    const fact = seeds.chosen(revenue.total.fact ?? revenue.total.id, label);
    const days = fact === undefined ? Number.NaN : (Date.parse(fact.knownFrom) - Date.parse(endDate)) / DAY;
    return Number.isFinite(days) && days > 0 ? [{ of: label.slice(-1), days }] : [];
  });
  const slowest = (of: readonly { readonly days: number }[]): number =>
    Math.max(...of.map(({ days }) => days));
  const { results } = vintageOf(data);
  const last = quarters.findIndex(({ label }) => label === results);
  return quarters.slice(last + 1).map(({ label, endDate }) => {
    const same = lags.filter(({ of }) => of === label.slice(-1));
    const days = slowest(same.length > 0 ? same : lags) + GRACE;
    return { label, due: new Date(Date.parse(endDate) + days * DAY).toISOString().slice(0, 10) };
  });
}
