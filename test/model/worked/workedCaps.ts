import type { Place } from "../place";
import { shareOf, type Worked } from "./worked";
import type { Party } from "./workedDemand";

const LAST_AGREED = 2027;
const code = ({ year, quarter }: Place): number => year * 10 + quarter;
const isRenewed = ({ year }: Place): boolean => year > LAST_AGREED;
const inEffect = (at: Place): boolean => code(at) >= at.driver("upliftQuarter");
const byYearEnd = (at: Place): boolean => at.year * 10 + 4 >= at.driver("upliftQuarter");

function agreed(at: Place, party: Party): number {
  const filed = at.yearly(`cap${party}`, LAST_AGREED);
  return at.driver("capBasis") === 1
    ? filed
    : (filed / at.driver("capFiledCombined")) * at.driver("capImpliedCombined");
}

const revised = (at: Place, party: Party, applies: boolean): number =>
  agreed(at, party) * (applies ? 1 + at.yearly(`uplift${party}`, LAST_AGREED) : 1);

/** Quarters of the year that pass before the renewal is in force. */
function late(at: Place): number {
  if (!isRenewed(at)) return 0;
  const passedYears = at.year - LAST_AGREED - 1;
  return Math.min(4, Math.max(0, at.driver("renewalDelay") - 4 * passedYears));
}

/** Part of the old cap that an interim agreement allows over some quarters. */
const interim = (at: Place, party: Party, quarters: number): number =>
  at.driver("renewalInForce") === 1
    ? revised(at, party, byYearEnd(at)) * at.driver("interimShare") * (quarters / 4)
    : 0;

/** Cap that the year may use in all, before it is filed again. */
function yearly(at: Place, party: Party): number {
  const framework = revised(at, party, byYearEnd(at));
  if (!isRenewed(at)) return framework;
  const renewed = at.driver("renewalInForce") === 1 ? framework * at.driver(`renewal${party}`) : 0;
  return (renewed * (4 - late(at))) / 4 + interim(at, party, late(at));
}

/** Whether the cap is filed again: once the year's demand passes the threshold, for the rest of the year. */
function refiled(at: Place, party: Party): boolean {
  if (at.quarter > 1 && at.before(`capRefiled${party}`) === 1) return true;
  const threshold = at.driver("capRefileThreshold") * at.driver(`capUsable${party}`) * yearly(at, party);
  return at.driver("capPacing") === 3 && at.now(`demandExpected${party}`) > threshold;
}

const step = (at: Place, party: Party, counts: boolean): number =>
  refiled(at, party) && counts ? 1 + at.driver("capRefileStep") : 1;

function inForce(at: Place, party: Party): number {
  const approved = step(at, party, at.quarter > at.driver("capRefileDelay"));
  if (!isRenewed(at)) return revised(at, party, inEffect(at)) * approved;
  return at.quarter <= late(at) ? interim(at, party, at.quarter) : yearly(at, party) * approved;
}

/** Revenue of the year's earlier quarters. */
function usedBefore(at: Place, party: Party): number {
  let used = 0;
  for (let quarters = 1; quarters < at.quarter; quarters++) used += at.before(`revenue${party}`, quarters);
  return used;
}

const left = (at: Place, party: Party, cap: number): number =>
  Math.max(0, cap * at.driver(`capUsable${party}`) - usedBefore(at, party));

function allowed(at: Place, party: Party): number {
  const wanted = Math.min(at.now(`demandEstimate${party}`), left(at, party, inForce(at, party)));
  if (at.driver("capPacing") === 2) return wanted;
  return Math.min(wanted, at.now(`capPaced${party}`));
}

function planned(at: Place, party: Party): number {
  if (at.quarter > late(at) || at.driver("renewalInForce") !== 1) return at.now(`allowed${party}`);
  const coming =
    revised(at, party, byYearEnd(at)) * at.driver(`renewal${party}`) * at.driver(`capUsable${party}`);
  const part = shareOf(coming, at.now(`demandExpected${party}`), 1);
  return at.now(`demandEstimate${party}`) * Math.min(1, part);
}

const party = (name: Party): Worked => {
  const usable = (at: Place): number => at.now(`capOfYear${name}`) * at.driver(`capUsable${name}`);
  return {
    [`capAgreed${name}`]: (at) => agreed(at, name),
    [`capRevised${name}`]: (at) => revised(at, name, byYearEnd(at)),
    [`renewalLate${name}`]: late,
    [`capInterim${name}`]: (at) => interim(at, name, Math.min(at.quarter, late(at))),
    [`capRenewed${name}`]: (at) => yearly(at, name),
    [`capRefiled${name}`]: (at) => Number(refiled(at, name)),
    [`capRefiledFactor${name}`]: (at) => step(at, name, at.quarter > at.driver("capRefileDelay")),
    [`capOfYear${name}`]: (at) => yearly(at, name) * step(at, name, true),
    [`cap${name}`]: (at) => inForce(at, name),
    [`capUsedBefore${name}`]: (at) => usedBefore(at, name),
    [`demandExpected${name}`]: (at) => at.now(`demandBefore${name}`) + at.now(`demandRest${name}`),
    [`capLeft${name}`]: (at) => left(at, name, inForce(at, name)),
    [`capPaced${name}`]: (at) =>
      shareOf(at.now(`demandEstimate${name}`), at.now(`demandRest${name}`), 0) *
      left(at, name, at.now(`capOfYear${name}`)),
    [`allowed${name}`]: (at) => allowed(at, name),
    [`planned${name}`]: (at) => planned(at, name),
    [`capUsed${name}`]: (at) => usedBefore(at, name) + at.now(`revenue${name}`),
    [`capHeadroom${name}`]: (at) => inForce(at, name) - usedBefore(at, name) - at.now(`revenue${name}`),
    [`capBinds${name}`]: (at) => Number(at.now(`allowed${name}`) < at.now(`demandEstimate${name}`)),
    [`bindingQuarter${name}`]: (at) => {
      const first = [1, 2, 3, 4].find(
        (quarter) => quarter <= at.quarter && at.before(`capBinds${name}`, at.quarter - quarter) === 1,
      );
      return first ?? 0;
    },
    [`capStopsBinding${name}`]: (at) => {
      const uplift = byYearEnd(at) ? 1 + at.yearly(`uplift${name}`, LAST_AGREED) : 1;
      return Math.max(0, shareOf(at.now(`demandExpected${name}`) * uplift, usable(at), 1) - 1);
    },
    [`capNextPercent${name}`]: (at) => {
      const missing = at.now(`demandExpected${name}`) - usable(at);
      return missing > 0 ? Math.min(missing, usable(at) * at.driver("capStep")) : 0;
    },
  };
};

/** Yearly caps of related parties: agreed, revised, renewed, filed again, paced and used. */
export const workedCaps: Worked = {
  revisionInEffect: (at) => Number(inEffect(at)),
  revisionByYearEnd: (at) => Number(byYearEnd(at)),
  ...party("Xiaomi"),
  ...party("Kingsoft"),
};
