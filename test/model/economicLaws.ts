import { PERIODS, periodIndex, QUARTERS } from "../../src/companies/kingsoftCloud";
import type { Model } from "../../src/model";
import { movedBy } from "./plausibleAssumptions";
import { driverPlace, rowOf } from "./place";

/** Reads a line in a column of a model under some assumptions. */
export type Reading = (lineId: string, column: number) => number;

/** Assumptions in the order of the drivers. */
type Assumed = Float64Array;

/** The fast reading under some assumed, kept when the model reads the next ones. */
export function readingOf(model: Model, assumed: Assumed): Reading {
  const all = model.flex(assumed).all.slice();
  return (lineId, column) => all[rowOf(lineId) + column]!;
}

/** What a law of the economics finds wrong under a set of assumed, in words; nothing where it holds. */
export type EconomicLaw = (model: Model, assumed: Assumed) => readonly string[];

const years = ["FY2026", "FY2027", "FY2028"].map(periodIndex);
const exit = periodIndex("2028Q4");
/** Part of a figure by which it may differ. */
const ROUNDING = 1e-9;

/** The same assumptions with other values of some drivers. */
export function changed(assumed: Assumed, values: Readonly<Record<string, number>>): Assumed {
  const copy = assumed.slice();
  for (const [id, value] of Object.entries(values)) copy[driverPlace(id)] = value;
  return copy;
}
const given = (assumed: Assumed, id: string): number => assumed[driverPlace(id)]!;
const yearly = (assumed: Assumed, prefix: string, column: number): number =>
  given(assumed, `${prefix}${PERIODS[column]!.year}`);

/** Quarters of which nothing is known, whose quarter before is of the same year and not known either. */
function neighbours({ data }: Model): readonly number[] {
  const isForecast = (quarter: number): boolean => data.knowledge(quarter) === "forecast";
  return [...QUARTERS.keys()].filter((q) => q % 4 > 0 && isForecast(q) && isForecast(q - 1));
}

const forecast = ({ data }: Model): readonly number[] =>
  [...QUARTERS.keys()].filter((quarter) => data.knowledge(quarter) === "forecast");

/** A line that rises, from one reading to another, by more than rounding: its periods, in words. */
function rises(
  lineId: string,
  columns: readonly number[],
  before: Reading,
  after: Reading,
): readonly string[] {
  return columns
    .filter((c) => after(lineId, c) > before(lineId, c) + ROUNDING * Math.max(1, Math.abs(before(lineId, c))))
    .map((c) => `${lineId} ${PERIODS[c]!.label} rises from ${before(lineId, c)} to ${after(lineId, c)}`);
}

/** Growth of a line into a quarter, against what it must be. */
function growsBy(reading: Reading, lineId: string, quarter: number, factor: number): readonly string[] {
  const [before, now] = [reading(lineId, quarter - 1), reading(lineId, quarter)];
  return Math.abs(now - before * factor) <= 1e-9 * Math.max(1, Math.abs(now))
    ? []
    : [`${lineId} ${PERIODS[quarter]!.label} is ${now}, not ${before * factor}`];
}

/** Within a year a paced cap lets revenue move with demand: nothing of a shortfall lands in one quarter. */
const pacedCaps: EconomicLaw = (model, assumed) => {
  const paced = changed(assumed, { capPacing: 1, renewalDelay: 0, upliftQuarter: 20261 });
  const reading = readingOf(model, paced);
  return neighbours(model).flatMap((quarter) =>
    ["Xiaomi", "Kingsoft"].flatMap((party) => {
      if (reading(`demand${party}`, quarter - 1) === 0) return [];
      const demand = reading(`demand${party}`, quarter) / reading(`demand${party}`, quarter - 1);
      return growsBy(reading, `revenue${party}`, quarter, demand);
    }),
  );
};

/** External revenue moves between neighbouring quarters by its drivers and nothing else, as far as capacity carries it. */
const externalWithoutCliff: EconomicLaw = (model, assumed) => {
  const reading = readingOf(model, assumed);
  const isCarried = (quarter: number): boolean =>
    [quarter - 1, quarter].every(
      (q) => reading("externalAiUnserved", q) + reading("redeployedDemand", q) < 1e-9,
    );
  return forecast(model).flatMap((quarter) => {
    if (!forecast(model).includes(quarter - 1)) return [];
    const cut = yearly(assumed, "priceCut", quarter);
    const price = (1 - cut) * (1 + given(assumed, "priceElasticity") * cut);
    const mix = reading("inferenceMix", quarter) / reading("inferenceMix", quarter - 1);
    const grows = (prefix: string): number => (1 + yearly(assumed, prefix, quarter)) * price;
    return [
      ...growsBy(reading, "externalBasic", quarter, grows("externalBasicGrowth")),
      ...(isCarried(quarter) ? growsBy(reading, "externalAi", quarter, grows("externalAiGrowth") * mix) : []),
    ];
  });
};

/** Where volume does not answer, a price cut of external cloud leaves racks, power and everything that is never price-cut as they cost. */
const costsIgnorePrices: EconomicLaw = (model, assumed) => {
  const still = changed(assumed, { priceElasticity: 0 });
  const cut = [2026, 2027, 2028].map((year) => [
    `priceCut${year}`,
    Math.min(0.2, given(assumed, `priceCut${year}`) + 0.01),
  ]);
  const [before, after] = [
    readingOf(model, still),
    readingOf(model, changed(still, Object.fromEntries(cut))),
  ];
  return ["idcAtRates", "upfrontAtRates", "solutionAtRates", "fulfilmentAtRates"].flatMap((lineId) =>
    forecast(model).flatMap((quarter) => {
      const [was, is] = [before(lineId, quarter), after(lineId, quarter)];
      return Math.abs(is - was) <= ROUNDING * Math.max(1, was)
        ? []
        : [`${lineId} ${PERIODS[quarter]!.label}: ${was} became ${is}`];
    }),
  );
};

/** Inside a wide envelope procurement follows contracts: more demand buys more. */
const procurementFollowsDemand: EconomicLaw = (model, assumed) => {
  const wide = { capexEnvelope2026: 1e5, capexEnvelope2027: 1e5, capexEnvelope2028: 1e5 };
  const asContracted = changed(assumed, { ...wide, procurementMode: 1 });
  const growth = Math.min(1, given(assumed, "externalAiGrowth2027") + 0.03);
  const [less, more] = [
    readingOf(model, asContracted),
    readingOf(model, changed(asContracted, { externalAiGrowth2027: growth })),
  ];
  const [before, after] = [less, more].map((reading) => reading("capexCompanyBasis", periodIndex("FY2027")));
  return after! > before!
    ? []
    : [`capital expenditure of FY2027 is ${before} and, with more demand, ${after}`];
};

/** A fleet that could bill more for the same money costs no more racks: EBITDA added up never falls by more than six thousandths of a year's revenue, which is what fewer racks of the opening fleet leave to its other costs. */
const yieldCostsNothing: EconomicLaw = (model, assumed) =>
  [1, 2].flatMap((procurementMode) => {
    const bought = changed(assumed, { procurementMode });
    const higher = changed(bought, { billingYield: given(assumed, "billingYield") * 1.1 });
    const [before, after] = [readingOf(model, bought), readingOf(model, higher)];
    const added = (reading: Reading, until: number): number =>
      years.slice(0, until + 1).reduce((total, year) => total + reading("adjustedEbitda", year), 0);
    return years.flatMap((year, place) => {
      const [was, is] = [added(before, place), added(after, place)];
      return is >= was - 6e-3 * before("revenue", year)
        ? []
        : [`adjusted EBITDA to ${PERIODS[year]!.label} falls from ${was} to ${is}`];
    });
  });

/** A renewal that comes later raises ecosystem revenue in no year to date, as an allowance that is not used early is used later, and not in the last quarter. */
const lateRenewalsBringLess: EconomicLaw = (model, assumed) =>
  [0, 1, 2, 3].flatMap((delay) => {
    const late = (quarters: number): Reading =>
      readingOf(model, changed(assumed, { capPacing: 1, renewalInForce: 1, renewalDelay: quarters }));
    const [sooner, later] = [late(delay), late(delay + 1)];
    return [
      ...rises("capUsed", forecast(model), usedOf(sooner), usedOf(later)),
      ...rises("revenueEcosystem", [exit], sooner, later),
    ];
  });

/** Cap used by both parties in the year to date. */
const usedOf =
  (reading: Reading): Reading =>
  (lineId, column) =>
    reading(`${lineId}Xiaomi`, column) + reading(`${lineId}Kingsoft`, column);

/** With what is bought given, no idle equipment sold again or impaired, a higher cap, usable part, uplift or renewal, and an earlier revision, lower no revenue and no result before tax of any year and of the exit. */
const higherCapsBringMore: EconomicLaw = (model, assumed) => {
  const planned = changed(assumed, {
    procurementMode: 2,
    capPacing: 1,
    redeployShare: 0,
    impairmentBooked: 0,
  });
  const base = readingOf(model, planned);
  const row = (id: string) => model.rows.find(({ driver }) => driver.id === id)!;
  const raised = [
    ...["capXiaomi2026", "capXiaomi2027", "capKingsoft2026", "capKingsoft2027"],
    ...["upliftXiaomi2026", "upliftXiaomi2027", "upliftKingsoft2026", "upliftKingsoft2027"],
    ...["capUsableXiaomi", "capUsableKingsoft", "renewalXiaomi", "renewalKingsoft", "interimShare"],
  ];
  return raised.flatMap((id) => {
    const higher = readingOf(model, changed(planned, { [id]: movedBy(row(id), given(planned, id), 0.2) }));
    const falls = ["revenue", "adjustedEbitda", "adjustedOperatingResult", "pretaxResult"].flatMap((lineId) =>
      rises(lineId, [...years, exit], higher, base),
    );
    return falls.map((fall) => `without more of ${id}: ${fall}`);
  });
};

/** With what is bought given, equipment that comes into service later raises revenue, added up, by no year. */
const laterServiceBringsLess: EconomicLaw = (model, assumed) => {
  const planned = changed(assumed, { procurementMode: 2 });
  const added =
    (reading: Reading): Reading =>
    (lineId, column) =>
      years.filter((year) => year <= column).reduce((total, year) => total + reading(lineId, year), 0);
  return [1, 2, 3].flatMap((inServiceLag) => {
    const [sooner, later] = [inServiceLag, inServiceLag + 1].map((lag) =>
      added(readingOf(model, changed(planned, { inServiceLag: lag }))),
    );
    return rises("revenue", years, sooner!, later!);
  });
};

/** Ten per cent more of the envelope lowers adjusted EBITDA in no year all of whose quarters turn AI demand away even so. */
const envelopeWhereCapacityBinds: EconomicLaw = (model, assumed) => {
  const envelopes = (factor: number): Assumed =>
    changed(
      assumed,
      Object.fromEntries(
        [2026, 2027, 2028].map((year) => [
          `capexEnvelope${year}`,
          given(assumed, `capexEnvelope${year}`) * factor,
        ]),
      ),
    );
  const [before, after] = [readingOf(model, envelopes(0.4)), readingOf(model, envelopes(0.44))];
  return [2026, 2027, 2028].flatMap((year, place) => {
    const first = (year - PERIODS[0]!.year) * 4;
    const binds = [0, 1, 2, 3].every((q) => after("externalAiUnserved", first + q) > 1e-6);
    return binds ? rises("adjustedEbitda", [years[place]!], after, before) : [];
  });
};

/** Laws of the economics that hold for what an analyst might assume. */
export const ECONOMIC_LAWS: Readonly<Record<string, EconomicLaw>> = {
  "paced caps let revenue move with demand": pacedCaps,
  "external revenue has no cliff": externalWithoutCliff,
  "costs of what is never price-cut ignore prices": costsIgnorePrices,
  "procurement follows demand": procurementFollowsDemand,
  "a higher yield costs nothing": yieldCostsNothing,
  "late renewals bring less": lateRenewalsBringLess,
  "higher caps bring more": higherCapsBringMore,
  "later service brings less": laterServiceBringsLess,
  "a larger envelope never lowers EBITDA where capacity binds": envelopeWhereCapacityBinds,
};
