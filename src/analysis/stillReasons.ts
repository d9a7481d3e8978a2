import {
  balanceDrivers,
  capacity,
  capDrivers,
  capacityDrivers,
  costDrivers,
  ecosystem,
  external,
  financingDrivers,
  FRAMEWORK_END_YEAR,
  guidanceDrivers,
  impairment,
  loans,
  procurement,
  revenueDrivers,
  valuationDrivers,
  revolver,
} from "../companies/kingsoftCloud";
import type { Driver, LineItem } from "../model";
import { CAP_PARTIES, capAnswer, type CapParty } from "./capSentence";
import type { CellReader } from "./spanValue";
import type { StillDriver } from "./whyNothingMoves";

/** Why some drivers may move nothing, each under a condition of the scenario; the first rule that answers counts. */
interface StillRule {
  readonly drivers: readonly Driver[];
  why(still: StillDriver): string | null;
}

const always = (words: string) => (): string => words;
const given = (still: StillDriver, { id }: Driver): number => Number(still.assumptions.get(id));
const lapses = (still: StillDriver): boolean => given(still, capDrivers.renewalInForce) === 0;

/** Largest value of a line in the quarters of some years, of all after the opening when none is named. */
function most(still: StillDriver, line: LineItem, year?: number): number {
  const { quarters, firstQuarterOf } = still.model.spec.timeline;
  const first = year === undefined ? still.model.data.opening + 1 : firstQuarterOf(year);
  const last = year === undefined ? quarters.length : first + 4;
  const values = reader(still);
  let largest = -Infinity;
  for (let quarter = first; quarter < last; quarter++)
    largest = Math.max(largest, values.value(line.id, quarter));
  return largest;
}

function reader({ model, unchanged }: StillDriver): CellReader {
  const { rowOf, timeline } = model.spec;
  return {
    value: (lineId, column) => unchanged[rowOf.get(lineId)! * timeline.width + column] ?? Number.NaN,
  };
}

/** Whether a line is more than a last digit above nothing in any of those quarters. */
function some(still: StillDriver, line: LineItem, year?: number): boolean {
  return most(still, line, year) > 1e-6;
}

/** "the 2026 Xiaomi cap does not bind", for the years that a driver of a cap sets; null where it binds in one of them. */
function capIsSlack(still: StillDriver, party: CapParty, years: readonly number[]): string | null {
  const { name } = CAP_PARTIES[party];
  const reading = { values: reader(still), assumptions: still.assumptions, data: still.model.data };
  const inForce = years.filter((year) => !(lapses(still) && year > FRAMEWORK_END_YEAR));
  if (inForce.length === 0) return "the framework lapses, so that nothing is renewed";
  if (inForce.some((year) => capAnswer(party, year, reading).bindsIn.length > 0)) return null;
  return inForce.length === 1
    ? `the ${inForce[0]} ${name} cap does not bind`
    : `the ${name} cap does not bind in ${inForce.join(" or ")}`;
}

/** The forecast years. */
const YEARS_AHEAD = [2026, 2027, 2028] as const;
/** Years that a yearly cap driver of the framework sets: its last year is where a renewal starts. */
const yearsSet = (year: number): readonly number[] =>
  year < FRAMEWORK_END_YEAR ? [year] : YEARS_AHEAD.filter((each) => each >= year);

function capRules(party: CapParty, agreed: readonly Driver[], renewal: Driver): readonly StillRule[] {
  const { uplift, usable } = CAP_PARTIES[party];
  return [
    ...[...agreed, ...uplift].map((driver) => ({
      drivers: [driver],
      why: (still: StillDriver) => capIsSlack(still, party, yearsSet(yearOfDriver(driver))),
    })),
    { drivers: [usable], why: (still) => capIsSlack(still, party, YEARS_AHEAD) },
    {
      drivers: [renewal],
      why: (still) => capIsSlack(still, party, [FRAMEWORK_END_YEAR + 1]) ?? bindsBeforeRenewal(still, party),
    },
  ];
}

function yearOfDriver({ id }: Driver): number {
  return Number(id.slice(-4));
}

/** Where a cap binds only while the renewed one is awaited; null where it binds after that too. */
function bindsBeforeRenewal(still: StillDriver, party: CapParty): string | null {
  const reading = { values: reader(still), assumptions: still.assumptions, data: still.model.data };
  const { lines, name } = CAP_PARTIES[party];
  const first = still.model.spec.timeline.firstQuarterOf(FRAMEWORK_END_YEAR + 1);
  const bound = [0, 1, 2, 3].filter((offset) => reading.values.value(lines.binds.id, first + offset) === 1);
  const late = reading.values.value(lines.late.id, first);
  return bound.every((offset) => offset < late)
    ? `the ${name} cap binds only before the renewed one is in force`
    : null;
}

/** Both parties' caps, where neither binds. */
function noCapBinds(still: StillDriver, years: readonly number[] = YEARS_AHEAD): string | null {
  const parties = (Object.keys(CAP_PARTIES) as CapParty[]).map((party) => capIsSlack(still, party, years));
  if (parties.includes(null)) return null;
  return years.length === YEARS_AHEAD.length ? "no cap binds" : `no cap binds in ${years.join(" or ")}`;
}

const c = capDrivers;

/** Drivers whose effect hangs on a cap, a choice or an amount, with what keeps them still. */
export const STILL_RULES: readonly StillRule[] = [
  ...capRules("xiaomi", c.xiaomiAgreed, c.renewalXiaomi),
  ...capRules("kingsoft", c.kingsoftAgreed, c.renewalKingsoft),
  {
    drivers: [c.impliedCombined, c.filedCombined],
    why: (still) =>
      given(still, c.basis) === 1
        ? "counts only where caps are scaled to the 40 % statement"
        : noCapBinds(still),
  },
  { drivers: [c.basis], why: (still) => noCapBinds(still) },
  {
    drivers: [c.pacing],
    why: (still) =>
      noCapBinds(still) ??
      (bindsBeforeRenewal(still, "xiaomi") !== null && bindsBeforeRenewal(still, "kingsoft") !== null
        ? "caps bind only before the renewed ones are in force, where there is nothing to pace"
        : null),
  },
  { drivers: [c.upliftQuarter], why: (still) => noCapBinds(still, [2026, 2027]) },
  {
    drivers: [c.refileThreshold, c.refileStep, c.refileDelay],
    why: (still) =>
      given(still, c.pacing) < 3
        ? "counts only where caps are filed again"
        : (noCapBinds(still) ?? "no year's demand passes the threshold"),
  },
  {
    drivers: [c.renewalDelay, c.interimShare],
    why: (still) => {
      if (lapses(still)) return "the framework lapses, so that nothing is renewed";
      return given(still, c.renewalDelay) === 0 && still.row.driver === c.interimShare
        ? "counts only while a renewal is late"
        : noCapBinds(still, [FRAMEWORK_END_YEAR + 1]);
    },
  },
  {
    drivers: [c.redeployShare, c.redeployRamp, c.redeployDiscount],
    why: (still) =>
      some(still, ecosystem.setFree)
        ? some(still, external.aiAgain)
          ? null
          : "what the caps set free finds no room beside other demand"
        : "the caps set no capacity free",
  },
  {
    drivers: [revenueDrivers.elasticity],
    why: (still) =>
      [...revenueDrivers.priceCut, ...revenueDrivers.ecosystemPriceCut].some((cut) => given(still, cut) !== 0)
        ? null
        : "no price is cut",
  },
  { drivers: [c.step], why: always("sets a step that is shown; no result follows it") },
  { drivers: [revenueDrivers.xiaomiShareBefore], why: always("splits history only") },
  ...[
    ...revenueDrivers.xiaomiGrowth,
    ...revenueDrivers.kingsoftGrowth,
    ...revenueDrivers.ecosystemPriceCut,
  ].map((driver): StillRule => ({
    drivers: [driver],
    why: (still) =>
      lapses(still) && yearOfDriver(driver) > FRAMEWORK_END_YEAR
        ? "no cap is in force, so that demand brings nothing"
        : null,
  })),
  ...revenueDrivers.externalAiGrowth.map((driver): StillRule => ({
    drivers: [driver],
    why: (still) =>
      some(still, external.aiUnserved, yearOfDriver(driver))
        ? "capacity, not demand, sets external AI billing"
        : null,
  })),
  ...capacityDrivers.envelope.map((driver): StillRule => ({
    drivers: [driver],
    why: (still) =>
      given(still, capacityDrivers.procurementMode) === 1 ? "contracts ask for less than the envelope" : null,
  })),
  {
    drivers: [capacityDrivers.pipeline],
    why: ({ model }) =>
      model.data.known(procurement.capexCompanyBasis.id, model.data.opening) === undefined
        ? null
        : "capital expenditure of the opening quarter is reported and stands",
  },
  {
    drivers: [costDrivers.spotShare],
    why: (still) =>
      some(still, capacity.rented) ? null : "the fleet carries every contract, none is rented",
  },
  {
    drivers: [
      costDrivers.researchShare,
      costDrivers.sellingShare,
      costDrivers.sbcResearch,
      costDrivers.sbcSelling,
    ],
    why: always("splits expenses between functions; their total stays"),
  },
  {
    drivers: [costDrivers.taxRate, costDrivers.openingLosses],
    why: always("no quarter has a profit left after losses carried forward"),
  },
  { drivers: [costDrivers.minorityShare], why: always("splits the net result; its total stays") },
  {
    drivers: [costDrivers.idleThreshold, costDrivers.impairmentBooked],
    why: (still) =>
      some(still, impairment.indicated) ? null : "AI capacity is nowhere idle for two quarters in a row",
  },
  {
    drivers: [financingDrivers.cashCeiling],
    why: (still) => (some(still, loans.early) ? null : "cash does not pass it while loans are due"),
  },
  {
    drivers: [financingDrivers.revolverLimit],
    why: (still) => (some(still, revolver.gap) ? null : "the revolver does not reach it"),
  },
  {
    drivers: [financingDrivers.revolverRate],
    why: (still) => (some(still, revolver.closing) ? null : "the revolver is not drawn"),
  },
  {
    drivers: [financingDrivers.loanShare],
    why: (still) => (some(still, loans.drawn) ? null : "no loan is needed"),
  },
  {
    drivers: [financingDrivers.raiseQuarter],
    why: (still) =>
      given(still, financingDrivers.raiseAmount) > 0 ? null : "counts only with an equity raise",
  },
  {
    drivers: [financingDrivers.raisePrice, financingDrivers.awardPrice, financingDrivers.openingAds],
    why: always("sets the number of ADS and figures per ADS only"),
  },
  { drivers: Object.values(valuationDrivers), why: always("values the firm and changes nothing of it") },
  { drivers: [balanceDrivers.quartersInYear], why: always("a year has four quarters") },
  { drivers: [guidanceDrivers.lowUse, guidanceDrivers.costOfDebt], why: always("sets an alarm only") },
  { drivers: [guidanceDrivers.checkDigits], why: always("sets the precision of checks only") },
];
