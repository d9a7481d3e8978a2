import {
  compare,
  every,
  expressionOf,
  largest,
  minus,
  over,
  plus,
  prior,
  scalarAt,
  smallest,
  times,
  when,
  type Expression,
} from "../../../formula";
import { balanceDrivers, capDrivers as d } from "../drivers";
import { lineItem, type Lines } from "../../../model";
import { clock } from "./clockLines";
import { ratioOrOne, ratioOrZero } from "./formulas";
import { partyOf, type Party } from "./party";
import { revision } from "./revisionLines";
import type { DemandLines } from "./demandLines";

/** Names of one party's cap lines. */
export type CapLines = Lines<
  | "agreed"
  | "revised"
  | "late"
  | "interim"
  | "year"
  | "refiled"
  | "refiledFactor"
  | "yearCap"
  | "cap"
  | "usedBefore"
  | "expected"
  | "left"
  | "paced"
  | "allowed"
  | "planned"
  | "used"
  | "headroom"
  | "utilisation"
  | "binds"
  | "bindingQuarter"
  | "stopsBinding"
  | "nextPercent"
>;

const firstQuarter = (): Expression => compare(clock.quarterOfYear, "=", 1);
const level = { unit: "RMB m", annual: "last" } as const;

/** One party's yearly cap: agreed, revised, renewed, filed again, paced, used. */
export function capLines(name: Party, demand: () => DemandLines): CapLines {
  const party = partyOf(name);
  const lines: CapLines = {
    agreed: lineItem(`capAgreed${name}`, {
      ...level,
      label: `${name}: cap before revision`,
      meaning:
        "Yearly cap on the chosen basis; after the framework the cap of its last year, from which a renewal starts.",
      forecast: () =>
        times(
          scalarAt(party.agreed, clock.agreementYear),
          when(compare(d.basis, "=", 1), 1, over(d.impliedCombined, d.filedCombined)),
        ),
    }),
    revised: lineItem(`capRevised${name}`, {
      ...level,
      label: `${name}: cap of the year after revision`,
      meaning: "What the year may use in all where the revision comes into effect within it.",
      forecast: () =>
        times(lines.agreed, plus(1, times(scalarAt(party.uplift, clock.agreementYear), revision.byYearEnd))),
    }),
    late: lineItem(`renewalLate${name}`, {
      unit: "number",
      annual: "none",
      label: `${name}: quarters of the year before the renewal`,
      meaning: "0 to 4; 0 while the framework lasts.",
      forecast: () =>
        when(
          compare(clock.renewalQuarter, "=", 0),
          0,
          largest(
            0,
            smallest(
              balanceDrivers.quartersInYear,
              plus(minus(d.renewalDelay, clock.renewalQuarter), clock.quarterOfYear),
            ),
          ),
        ),
    }),
    interim: lineItem(`capInterim${name}`, {
      ...level,
      label: `${name}: interim allowance to date`,
      meaning:
        "While a renewal is late: part of the old cap for the quarters passed, as far as they were late.",
      forecast: () =>
        over(
          times(lines.revised, d.interimShare, d.renewalInForce, smallest(clock.quarterOfYear, lines.late)),
          balanceDrivers.quartersInYear,
        ),
    }),
    year: lineItem(`capRenewed${name}`, {
      ...level,
      label: `${name}: cap of the year, renewed`,
      meaning:
        "In the framework the revised cap; after it the renewed cap for the quarters left, zero if the framework lapses.",
      forecast: () =>
        when(
          compare(clock.renewalQuarter, "=", 0),
          lines.revised,
          plus(
            over(
              times(
                lines.revised,
                party.renewal,
                d.renewalInForce,
                minus(balanceDrivers.quartersInYear, lines.late),
              ),
              balanceDrivers.quartersInYear,
            ),
            over(
              times(lines.revised, d.interimShare, d.renewalInForce, lines.late),
              balanceDrivers.quartersInYear,
            ),
          ),
        ),
    }),
    refiled: lineItem(`capRefiled${name}`, {
      unit: "flag",
      annual: "last",
      label: `${name}: cap filed again in the year`,
      meaning: "1 where the year's demand passes the threshold and caps are filed again.",
      opening: () => expressionOf(0),
      forecast: () =>
        when(
          every(compare(clock.quarterOfYear, ">", 1), compare(prior(lines.refiled), "=", 1)),
          1,
          when(
            every(
              compare(d.pacing, ">", plus(1, 1)),
              compare(lines.expected, ">", times(lines.year, party.usable, d.refileThreshold)),
            ),
            1,
            0,
          ),
        ),
    }),
    refiledFactor: lineItem(`capRefiledFactor${name}`, {
      unit: "index",
      annual: "none",
      label: `${name}: factor of a cap filed again, in force`,
      meaning: "1 until its delay has passed.",
      forecast: () =>
        when(
          every(compare(lines.refiled, "=", 1), compare(clock.quarterOfYear, ">", d.refileDelay)),
          plus(1, d.refileStep),
          1,
        ),
    }),
    yearCap: lineItem(`capOfYear${name}`, {
      ...level,
      label: `${name}: cap of the year`,
      emphasis: "subtotal",
      fact: `cap${name}`,
      meaning: "Yearly cap that use is paced to; history is the filed cap.",
      forecast: () => times(lines.year, plus(1, times(d.refileStep, lines.refiled))),
    }),
    cap: lineItem(`cap${name}`, {
      ...level,
      label: `${name}: cap in force`,
      emphasis: "subtotal",
      fact: `cap${name}`,
      meaning: "Most that may have been used by the end of the quarter; history is the filed cap.",
      forecast: () =>
        when(
          compare(clock.renewalQuarter, "=", 0),
          times(
            lines.agreed,
            plus(1, times(scalarAt(party.uplift, clock.agreementYear), revision.inEffect)),
            lines.refiledFactor,
          ),
          when(
            compare(clock.quarterOfYear, "<=", lines.late),
            lines.interim,
            times(lines.year, lines.refiledFactor),
          ),
        ),
    }),
    usedBefore: lineItem(`capUsedBefore${name}`, {
      unit: "RMB m",
      annual: "none",
      label: `${name}: cap used before the quarter`,
      meaning: "Revenue of the year's earlier quarters.",
      history: () => when(firstQuarter(), 0, prior(lines.used)),
      opening: () => when(firstQuarter(), 0, prior(lines.used)),
      forecast: () => when(firstQuarter(), 0, prior(lines.used)),
    }),
    expected: lineItem(`demandExpected${name}`, {
      ...level,
      label: `${name}: demand expected for the year`,
      meaning: "Demand of the quarters passed and of the rest of the year at its growth.",
      forecast: () => plus(demand().before, demand().rest),
    }),
    left: lineItem(`capLeft${name}`, {
      unit: "RMB m",
      annual: "none",
      label: `${name}: cap in force left for the quarter`,
      meaning: "Usable cap in force less what the year has used.",
      forecast: () => largest(0, minus(times(lines.cap, party.usable), lines.usedBefore)),
    }),
    paced: lineItem(`capPaced${name}`, {
      unit: "RMB m",
      annual: "none",
      label: `${name}: the quarter's part of what the year may still use`,
      meaning: "What is left of the year's cap, spread in proportion to the demand of the rest of the year.",
      forecast: () =>
        times(
          largest(0, minus(times(lines.yearCap, party.usable), lines.usedBefore)),
          ratioOrZero(demand().estimate, demand().rest),
        ),
    }),
    allowed: lineItem(`allowed${name}`, {
      unit: "RMB m",
      annual: "sum",
      label: `${name}: demand within the cap`,
      meaning:
        "The smallest of demand, what is left of the cap in force, and the paced part of the year's cap.",
      forecast: () =>
        when(
          compare(minus(d.pacing, 1), "=", 1),
          smallest(demand().estimate, lines.left),
          smallest(demand().estimate, lines.left, lines.paced),
        ),
    }),
    planned: lineItem(`planned${name}`, {
      unit: "RMB m",
      annual: "none",
      label: `${name}: demand that procurement plans for`,
      meaning: "What the cap lets in; while a renewal is late and coming, what the renewed cap will let in.",
      opening: () => expressionOf(demand().revenue),
      forecast: () =>
        when(
          every(compare(clock.quarterOfYear, "<=", lines.late), compare(d.renewalInForce, "=", 1)),
          times(
            demand().estimate,
            smallest(1, ratioOrOne(times(lines.revised, party.renewal, party.usable), lines.expected)),
          ),
          lines.allowed,
        ),
    }),
    used: lineItem(`capUsed${name}`, {
      ...level,
      label: `${name}: cap used in the year to date`,
      meaning: "History splits ecosystem revenue by the filed or estimated parts of the parties.",
      history: () => plus(lines.usedBefore, demand().revenue),
      opening: () => plus(lines.usedBefore, demand().revenue),
      forecast: () => plus(lines.usedBefore, demand().revenue),
    }),
    headroom: lineItem(`capHeadroom${name}`, {
      ...level,
      label: `${name}: headroom`,
      meaning: "Cap in force less cap used to date; a reported quarter above the cap is negative.",
      forecast: () => minus(lines.cap, lines.used),
    }),
    utilisation: lineItem(`capUtilisation${name}`, {
      unit: "%",
      label: `${name}: cap utilisation to date`,
      meaning: "Cap used divided by the cap in force.",
      forecast: () => ratioOrZero(lines.used, lines.cap),
      annual: () => ratioOrZero(lines.used, lines.cap),
    }),
    binds: lineItem(`capBinds${name}`, {
      unit: "flag",
      annual: "sum",
      label: `${name}: cap binds`,
      meaning: "1 where the cap keeps demand out of the quarter; a year counts such quarters.",
      forecast: () => when(compare(demand().estimate, ">", lines.allowed), 1, 0),
    }),
    bindingQuarter: lineItem(`bindingQuarter${name}`, {
      unit: "number",
      annual: "last",
      label: `${name}: quarter in which the cap starts to bind`,
      meaning: "1 to 4; zero while it has not bound in the year.",
      opening: () => expressionOf(0),
      forecast: () =>
        when(
          every(compare(clock.quarterOfYear, ">", 1), compare(prior(lines.bindingQuarter), ">", 0)),
          prior(lines.bindingQuarter),
          times(lines.binds, clock.quarterOfYear),
        ),
    }),
    stopsBinding: lineItem(`capStopsBinding${name}`, {
      unit: "%",
      annual: "last",
      label: `${name}: uplift at which the cap stops binding`,
      meaning:
        "On the cap without revision: what the demand expected for the year needs; zero where that cap is enough.",
      forecast: () =>
        largest(
          0,
          minus(
            ratioOrOne(
              times(
                lines.expected,
                plus(1, times(scalarAt(party.uplift, clock.agreementYear), revision.byYearEnd)),
              ),
              times(lines.yearCap, party.usable),
            ),
            1,
          ),
        ),
    }),
    nextPercent: lineItem(`capNextPercent${name}`, {
      ...level,
      label: `${name}: revenue gained by the next step of cap`,
      meaning: "Yearly revenue that one more step of cap would let in; zero where the cap does not bind.",
      forecast: () =>
        smallest(
          largest(0, minus(lines.expected, times(lines.yearCap, party.usable))),
          times(lines.yearCap, party.usable, d.step),
        ),
    }),
  };
  return lines;
}
