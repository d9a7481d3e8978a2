import type { Place } from "../place";
import type { Worked } from "./workedLines";

type Party = "Xiaomi" | "Kingsoft";

/** Year whose agreement applies: that of 2027 goes on as the base of a renewal. */
const agreementYear = ({ year }: Place): number => Math.min(year, 2027);
const share = (party: Party, ofXiaomi: number): number => (party === "Xiaomi" ? ofXiaomi : 1 - ofXiaomi);

/** Quarters into the renewal: 1 in 2028Q1; zero and less before. */
const renewed = ({ year, quarter }: Place): number => (year - 2028) * 4 + quarter;

/** Forecast quarters of the year up to this one. */
function yearToDate({ t, last }: Place): readonly number[] {
  const first = Math.max(t - (t % 4), last + 1);
  return Array.from({ length: t - first + 1 }, (_, index) => first + index);
}

const party = (name: Party): Worked => ({
  [`capAgreed${name}`]: (at) =>
    at.driver("capBasis") === 2
      ? at.driver("capImpliedCombined") * share(name, at.driver("capImpliedXiaomiShare"))
      : at.driver(`cap${name}${agreementYear(at)}`),
  [`capRevised${name}`]: (at) =>
    at.now(`capAgreed${name}`) *
    (at.now("revisionInEffect") === 1 ? 1 + at.driver(`uplift${name}${agreementYear(at)}`) : 1),
  [`capRenewed${name}`]: (at) =>
    at.driver("renewalInForce") === 1 ? at.now(`capRevised${name}`) * at.driver(`renewal${name}`) : 0,
  [`capInterim${name}`]: (at) =>
    Math.min(
      at.now(`capRenewed${name}`),
      at.driver("renewalInForce") === 1
        ? at.now(`capRevised${name}`) * at.driver("interimShare") * (at.quarter / 4)
        : 0,
    ),
  [`cap${name}`]: (at) => {
    if (at.year <= 2027) return at.now(`capRevised${name}`);
    return renewed(at) <= at.driver("renewalDelay")
      ? at.now(`capInterim${name}`)
      : at.now(`capRenewed${name}`);
  },
  [`demand${name}`]: (at) =>
    at.before(`demand${name}`) *
    (1 + at.yearly(name === "Xiaomi" ? "xiaomiDemandGrowth" : "kingsoftDemandGrowth")),
  [`capUsedBefore${name}`]: (at) => (at.quarter === 1 ? 0 : at.before(`capUsed${name}`)),
  [`capLeft${name}`]: (at) => {
    const left = at.now(`cap${name}`) * at.driver(`capUsable${name}`) - at.now(`capUsedBefore${name}`);
    return left > 0 ? left : 0;
  },
  [`allowed${name}`]: (at) => Math.min(at.now(`demand${name}`), at.now(`capLeft${name}`)),
  [`revenue${name}`]: (at) => at.now(`allowed${name}`) * at.now("ecosystemServedShare"),
  [`capUsed${name}`]: (at) => at.now(`capUsedBefore${name}`) + at.now(`revenue${name}`),
  [`capHeadroom${name}`]: (at) => at.now(`cap${name}`) - at.now(`capUsed${name}`),
  [`capUtilisation${name}`]: (at) =>
    at.now(`cap${name}`) > 0 ? at.now(`capUsed${name}`) / at.now(`cap${name}`) : 0,
  [`lostDemand${name}`]: (at) => Math.max(0, at.now(`demand${name}`) - at.now(`capLeft${name}`)),
  [`capBinds${name}`]: (at) => Number(at.now(`demand${name}`) > at.now(`capLeft${name}`)),
  [`capBoundCount${name}`]: (at) =>
    yearToDate(at).reduce((count, quarter) => count + at.on(`capBinds${name}`, quarter), 0),
  [`bindingQuarter${name}`]: (at) => {
    const first = yearToDate(at).find((quarter) => at.on(`capBinds${name}`, quarter) === 1);
    return first === at.t ? at.quarter : 0;
  },
});

/** Caps of related parties and what they let through. */
export const workedCaps: Worked = {
  revisionInEffect: (at) => Number(at.year * 10 + at.quarter >= at.driver("upliftQuarter")),
  ...party("Xiaomi"),
  ...party("Kingsoft"),
  ecosystemAllowed: (at) => at.sum("allowedXiaomi", "allowedKingsoft"),
  ecosystemAiDemand: (at) => at.now("ecosystemAllowed") * at.driver("ecosystemAiShare"),
  ecosystemAi: (at) => Math.min(at.now("ecosystemAiDemand"), at.now("aiCapacity")),
  ecosystemServedShare: (at) => {
    const missing = at.now("ecosystemAiDemand") - at.now("ecosystemAi");
    return missing > 0 ? 1 - missing / at.now("ecosystemAllowed") : 1;
  },
  ecosystemBasic: (at) =>
    at.now("ecosystemAllowed") - at.now("ecosystemAiDemand") - at.now("ecosystemEnterprise"),
  ecosystemEnterprise: (at) => at.now("ecosystemAllowed") * at.driver("ecosystemEnterpriseShare"),
  lostDemand: (at) => at.sum("lostDemandXiaomi", "lostDemandKingsoft"),
  redeployedDemand: (at) => at.now("lostDemand") * at.driver("redeployShare"),
};
