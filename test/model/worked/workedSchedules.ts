import type { Place } from "../place";
import { shareOf, total, type Worked } from "./worked";
import { arriving } from "./workedCapacity";

/** A balance that runs off: what is in it, over how long, and where a reported balance may correct it. */
interface Schedule {
  readonly id: string;
  readonly additions: string;
  /** Quarterly amounts that start to run off, and whether from the quarter itself or the one after. */
  readonly starting: (at: Place, quarter: number) => number;
  readonly after: 0 | 1;
  readonly life: string;
  /** Part by which the run-off of the opening balance falls each quarter. */
  readonly decline?: string;
  /** The balance that a reported sheet may correct, and run-off that is reported beyond the schedule. */
  readonly balance?: string;
  readonly beyond?: string;
}

/** Run-off of everything added since the opening that is not older than its life. */
function newRunOff(at: Place, { starting, after, life }: Schedule): number {
  const last = at.t - after;
  const first = Math.max(at.opening + 1, last - at.driver(life) + 1);
  return total(first, last, (quarter) => starting(at, quarter)) / at.driver(life);
}

function schedule(options: Schedule): Worked {
  const { id, additions, life, decline, balance = `${id}Scheduled`, beyond } = options;
  const correction = (at: Place): number => at.now(balance) - at.now(`${id}Scheduled`);
  const beyondSchedule = (at: Place): number => (beyond === undefined ? 0 : at.now(beyond));
  return {
    [`${id}Opening`]: (at) => at.before(balance),
    [`${id}Instalment`]: (at) =>
      at.before(`${id}Instalment`) * (1 - (decline === undefined ? 0 : at.driver(decline))) +
      correction(at) / at.driver(life),
    [`${id}OpeningRunOff`]: (at) => Math.min(at.before(`${id}OpeningLeft`), at.before(`${id}Instalment`)),
    [`${id}OpeningLeft`]: (at) =>
      at.before(`${id}OpeningLeft`) - at.now(`${id}OpeningRunOff`) - beyondSchedule(at) + correction(at),
    [`${id}NewRunOff`]: (at) => newRunOff(at, options),
    [`${id}RunOff`]: (at) => at.now(`${id}OpeningRunOff`) + newRunOff(at, options),
    [`${id}Scheduled`]: (at) =>
      at.before(balance) + at.now(additions) - at.now(`${id}RunOff`) - beyondSchedule(at),
  };
}

const inService =
  (line: string) =>
  (at: Place, quarter: number): number => {
    const bought = quarter - at.driver("inServiceLag");
    return bought >= at.opening ? at.on(line, bought) : 0;
  };
const asBought =
  (line: string) =>
  (at: Place, quarter: number): number =>
    at.on(line, quarter);

/** Part of the owned equipment that runs off in the quarter. */
const ranOff = (at: Place): number =>
  Math.min(1, shareOf(at.now("ppeOwnedRunOff"), at.before("ppeOwned"), 0));

function indicated(at: Place): number {
  const threshold = at.driver("impairmentThreshold");
  const [use, before] = [at.now("aiCapacityUse"), at.before("aiCapacityUse")];
  const rounding = 0.5 / 10 ** at.driver("checkDigits");
  if (threshold - use < rounding || threshold - before < rounding) return 0;
  return at.before("ppeOwned") * at.driver("aiShareOfProcurement") * (1 - use / threshold);
}

function depreciation(at: Place): number {
  if (at.knows("depreciationAmortisation"))
    return at.fact("depreciationAmortisation") - at.now("amortisation");
  return at.sum("ppeOwnedRunOff", "rightOfUseRunOff") - at.now("impairmentRelief");
}

/** Equipment, leases and financed purchases with what runs off of them, and impairment. */
export const workedSchedules: Worked = {
  ownedInService: (at) => arriving(at, "ownedAdditions"),
  leasedInService: (at) => arriving(at, "leasedAdditions"),
  ...schedule({
    id: "ppeOwned",
    additions: "ownedAdditions",
    starting: inService("ownedAdditions"),
    after: 0,
    life: "ownedLife",
    decline: "openingDepreciationDecline",
    balance: "ppeOwned",
    beyond: "depreciationBeyondSchedule",
  }),
  ...schedule({
    id: "rightOfUse",
    additions: "leasedAdditions",
    starting: inService("leasedAdditions"),
    after: 0,
    life: "leaseTerm",
  }),
  ...schedule({
    id: "leaseLiabilities",
    additions: "leasedAdditions",
    starting: asBought("leasedAdditions"),
    after: 1,
    life: "leaseTerm",
    balance: "leaseLiability",
  }),
  ...schedule({
    id: "financedDebt",
    additions: "financedPurchases",
    starting: asBought("financedPurchases"),
    after: 1,
    life: "financingTerm",
  }),
  leaseLiability: (at) => at.now("leaseLiabilitiesScheduled"),
  impairmentIndicated: indicated,
  impairmentOfEquipment: (at) =>
    Math.max(0, indicated(at) * at.driver("impairmentBooked") - at.before("impairmentStock")),
  impairmentStock: (at) => (at.before("impairmentStock") + at.now("impairment")) * (1 - ranOff(at)),
  impairmentRelief: (at) => (at.before("impairmentStock") + at.now("impairment")) * ranOff(at),
  ppeOwned: (at) =>
    at.knows("ppeAndRou")
      ? at.fact("ppeAndRou") - at.now("rightOfUseScheduled") + at.now("impairmentStock")
      : at.now("ppeOwnedScheduled"),
  ppeAndRou: (at) => at.sum("ppeOwnedScheduled", "rightOfUseScheduled") - at.now("impairmentStock"),
  amortisation: (at) => Math.min(at.before("intangibles"), at.driver("amortisationRunRate")),
  intangibles: (at) => at.before("intangibles") - at.now("amortisation"),
  depreciation,
  depreciationBeyondSchedule: (at) =>
    depreciation(at) + at.now("impairmentRelief") - at.sum("ppeOwnedRunOff", "rightOfUseRunOff"),
  depreciationAmortisation: (at) => at.sum("depreciation", "amortisation"),
};
