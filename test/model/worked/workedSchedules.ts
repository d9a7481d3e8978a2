import type { Place } from "../place";
import type { Worked } from "./workedLines";

/** A balance that runs off: where its additions stand, and the assumptions on how long it takes. */
interface Schedule {
  readonly additions: string;
  readonly openingLife: string;
  readonly life: string;
}

const SCHEDULES: Readonly<Record<string, Schedule>> = {
  ppeOwned: { additions: "ownedAdditions", openingLife: "openingOwnedLife", life: "ownedLife" },
  rightOfUse: { additions: "leasedAdditions", openingLife: "openingLeaseTerm", life: "leaseTerm" },
  leaseLiabilities: { additions: "leasedAdditions", openingLife: "openingLeaseTerm", life: "leaseTerm" },
  loans: { additions: "loansDrawn", openingLife: "openingDebtTerm", life: "newLoanTerm" },
  financedDebt: { additions: "financedPurchases", openingLife: "financingTerm", life: "financingTerm" },
};

/** Parts of earlier additions that run off in this quarter. */
function partsOfAdditions(at: Place, { additions, life }: Schedule): number {
  const quarters = at.driver(life);
  let total = 0;
  for (let bought = Math.max(at.last + 1, at.t - quarters); bought < at.t; bought++)
    total += at.on(additions, bought) / quarters;
  return total;
}

function schedule(id: string, of: Schedule): Worked {
  const opening = (at: Place): number => at.on(id, at.last);
  const left = (at: Place, quarters: number): number =>
    opening(at) * Math.max(0, 1 - quarters / at.driver(of.openingLife));
  const gone = (at: Place): number => at.t - at.last;
  return {
    [`${id}Opening`]: (at) => at.before(id),
    [`${id}Instalment`]: (at) => opening(at) / at.driver(of.openingLife),
    [`${id}OpeningLeft`]: (at) => left(at, gone(at)),
    [`${id}OpeningRunOff`]: (at) => left(at, gone(at) - 1) - left(at, gone(at)),
    [`${id}NewRunOff`]: (at) => partsOfAdditions(at, of),
    [`${id}RunOff`]: (at) => at.sum(`${id}OpeningRunOff`, `${id}NewRunOff`),
    [id]: (at) => at.before(id) + at.now(of.additions) - at.now(`${id}RunOff`),
  };
}

/** Balances that run off, and what follows from them. */
export const workedSchedules: Worked = {
  ...(Object.assign({}, ...Object.entries(SCHEDULES).map(([id, of]) => schedule(id, of))) as Worked),
  amortisation: (at) => Math.min(at.driver("amortisationRunRate"), at.before("intangibles")),
  intangibles: (at) => at.before("intangibles") - at.now("amortisation"),
  depreciation: (at) => at.sum("ppeOwnedRunOff", "rightOfUseRunOff"),
};
