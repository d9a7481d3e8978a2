import { target, valuationDrivers } from "../companies/kingsoftCloud";
import { driverFamily, type Assumptions, type Model, type ModelSpec } from "../model";
import { flexFrom } from "./flexFrom";
import { headlineYear } from "./headlineYear";
import { rowOfDriver } from "./measure";

/** Assumptions that are moved together, each by the same factor. */
export interface ImpliedPath {
  readonly label: string;
  /** Ids of the drivers. */
  readonly drivers: readonly string[];
}

/** What the price of an ADS implies of a path: the factor on its assumptions at which the value is the price. */
export interface Implied {
  readonly path: ImpliedPath;
  /** Times what is assumed; null where no factor from 0 to the highest tried gives the price. */
  readonly factor: number | null;
  /** First and last assumption of the path as assumed, and as implied; in the model's unit. */
  readonly assumed: readonly [number, number];
  readonly implied: readonly [number, number] | null;
}

/** What an analyst would ask the price about: caps, their renewal, demand, prices, yield and the multiple. */
function impliedPaths({ drivers }: ModelSpec): readonly ImpliedPath[] {
  const family = (...names: readonly string[]): readonly string[] =>
    drivers.map(({ id }) => id).filter((id) => names.includes(driverFamily(id)));
  return [
    { label: "Caps of both parties as agreed", drivers: family("capXiaomi", "capKingsoft") },
    { label: "Renewed caps of both parties", drivers: ["renewalXiaomi", "renewalKingsoft"] },
    { label: "Growth of Xiaomi's demand", drivers: family("xiaomiDemandGrowth") },
    { label: "Growth of external AI", drivers: family("externalAiGrowth") },
    { label: "Price cuts", drivers: family("priceCut", "ecosystemPriceCut") },
    { label: "Billing of AI equipment, sold out", drivers: ["billingYield"] },
    { label: "Racks and bandwidth of basic cloud", drivers: ["idcRatioBasic"] },
    { label: "EV to EBITDA, now and at exit", drivers: ["evToEbitda", "exitMultiple"] },
  ];
}

const MOST = 4;
const STEPS = 80;
const HALVINGS = 60;

/** For each path the factor nearest to 1 at which the weighted value of an ADS, in the headline year, is its price. A value outside a driver's range stays at the end of it. */
export function impliedByPrice(model: Model, assumptions: Assumptions): readonly Implied[] {
  const year = headlineYear(model, model.fast(assumptions));
  const price =
    Number(assumptions.get(valuationDrivers.adsPrice.id)) *
    Number(assumptions.get(valuationDrivers.usdCny.id));
  return impliedPaths(model.spec).map((path) => {
    const rows = path.drivers.map((driver) => rowOfDriver(model, driver));
    const present = path.drivers.map((driver) => Number(assumptions.get(driver)));
    const flex = flexFrom(model, assumptions, path.drivers);
    const moved = (factor: number): readonly number[] =>
      present.map((value, index) => {
        const moved = Math.min(Number(rows[index]!.max), Math.max(Number(rows[index]!.min), value * factor));
        return factor === 1 ? value : moved;
      });
    const gap = (factor: number): number => flex(moved(factor)).values.value(target.fair.id, year) - price;
    const factor = nearestRoot(gap);
    const ends = (values: readonly number[]): readonly [number, number] => [values[0]!, values.at(-1)!];
    return { path, factor, assumed: ends(present), implied: factor === null ? null : ends(moved(factor)) };
  });
}

/** The factor nearest to 1 at which a gap closes, found between steps and then by halving. */
function nearestRoot(gap: (factor: number) => number): number | null {
  const points = Array.from({ length: STEPS + 1 }, (_, step) => (MOST * step) / STEPS);
  const gaps = points.map(gap);
  const roots = points.slice(1).flatMap((high, index): number[] => {
    const [before, after] = [gaps[index]!, gaps[index + 1]!];
    if (before === 0) return [points[index]!];
    return before < 0 !== after < 0 ? [halved(gap, points[index]!, high, before)] : [];
  });
  const sorted = roots.sort((one, other) => Math.abs(one - 1) - Math.abs(other - 1));
  return sorted[0] ?? null;
}

function halved(gap: (factor: number) => number, from: number, to: number, atFrom: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (gap(middle) < 0 === atFrom < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
