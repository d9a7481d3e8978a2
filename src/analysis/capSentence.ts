import {
  capDrivers,
  FRAMEWORK_END_YEAR,
  kingsoft,
  xiaomi,
  type PartyLines,
} from "../companies/kingsoftCloud";
import type { Driver, LineItem, ModelData } from "../model";
import type { AssumptionReader } from "./flexFrom";
import type { CellReader } from "./spanValue";

/** A related party whose yearly revenue is capped. */
export type CapParty = "xiaomi" | "kingsoft";

/** A related party's name for people, its lines and its assumptions. */
export interface CapPartyParts {
  readonly name: string;
  readonly lines: PartyLines;
  readonly uplift: readonly Driver[];
  readonly usable: Driver;
}

/** The related parties. */
export const CAP_PARTIES: Readonly<Record<CapParty, CapPartyParts>> = {
  xiaomi: {
    name: "Xiaomi",
    lines: xiaomi,
    uplift: capDrivers.xiaomiUplift,
    usable: capDrivers.usableXiaomi,
  },
  kingsoft: {
    name: "Kingsoft",
    lines: kingsoft,
    uplift: capDrivers.kingsoftUplift,
    usable: capDrivers.usableKingsoft,
  },
};

/** What there is to say about one party's cap in one year; amounts in RMB m, shares as fractions, NaN where not disclosed. */
export interface CapAnswer {
  readonly party: CapParty;
  readonly year: number;
  readonly cap: number;
  readonly used: number;
  readonly headroom: number;
  readonly utilisation: number;
  readonly lost: number;
  /** Uplift on the cap without revision at which the cap stops binding. */
  readonly stopsBinding: number;
  /** Revenue that the next step of cap would let in. */
  readonly marginalValue: number;
  /** Quarters in which the cap keeps demand out, e.g. 2028Q3. */
  readonly bindsIn: readonly string[];
  /** The answer in one sentence that follows the flags of each quarter. */
  readonly sentence: string;
}

/** Where an answer is read: the calculated model, its assumptions and what is known. */
export interface CapReading {
  readonly values: CellReader;
  readonly assumptions: AssumptionReader;
  readonly data: ModelData;
}

/** Amounts that round to nothing at the checks' precision. */
const NOTHING = 1e-6;

/** Reads one party's cap of one year. */
export function capAnswer(party: CapParty, year: number, reading: CapReading): CapAnswer {
  const { lines } = CAP_PARTIES[party];
  const of = (line: LineItem): number => inYear(line, year, reading) + 0;
  const [cap, used] = [of(lines.cap), of(lines.used)];
  const { quarters: all, firstQuarterOf } = reading.data.spec.timeline;
  const first = firstQuarterOf(year);
  const quarters = first < 0 ? [] : [first, first + 1, first + 2, first + 3];
  const bindsIn = quarters.filter((quarter) => reading.values.value(lines.binds.id, quarter) === 1);
  const answer: Figures = {
    party,
    year,
    cap,
    used,
    headroom: cap - used,
    utilisation: cap === 0 ? Number.NaN : used / cap,
    lost: of(lines.lost),
    stopsBinding: of(lines.stopsBinding),
    marginalValue: of(lines.nextPercent),
    bindsIn: bindsIn.map((quarter) => all[quarter]!.label),
  };
  return { ...answer, sentence: sentenceOf(answer, bindsIn, reading) };
}

/** The answers of both parties for some years. */
export function capAnswers(reading: CapReading, years: readonly number[]): readonly CapAnswer[] {
  return (Object.keys(CAP_PARTIES) as CapParty[]).flatMap((party) =>
    years.map((year) => capAnswer(party, year, reading)),
  );
}

type Figures = Omit<CapAnswer, "sentence">;

function sentenceOf(answer: Figures, bindsIn: readonly number[], reading: CapReading): string {
  const { party, year, cap, used, utilisation, lost } = answer;
  const { isAfter, columnOf } = reading.data.spec.timeline;
  if (!isAfter(columnOf(`FY${year}`), reading.data.opening))
    return Number.isFinite(cap) && Number.isFinite(used)
      ? `Of the ${year} cap of RMB ${amount(cap)} m, RMB ${amount(used)} m was used, ${percent(utilisation)}, as far as the parties' parts are known.`
      : `What the ${year} cap left is not disclosed.`;
  if (cap === 0 && bindsIn.length === 4)
    return `No cap is in force in ${year}: the framework ended with ${FRAMEWORK_END_YEAR}, and demand of RMB ${amount(lost)} m stays out.`;
  const again =
    inYear(CAP_PARTIES[party].lines.refiled, year, reading) === 1 ? " It is filed again in the year." : "";
  return bindsIn.length === 0
    ? `The ${year} cap does not bind: ${slackWords(answer, reading)}; ${percent(1 - utilisation)} of the cap is left.${again}`
    : `The ${year} cap binds in ${listed(answer.bindsIn)}: ${tightWords(answer, bindsIn, reading)}.${again}`;
}

/** What demand needs, where the cap has room. */
function slackWords({ party, year, stopsBinding }: Figures, reading: CapReading): string {
  if (year > FRAMEWORK_END_YEAR) {
    const room =
      usableCap(party, year, reading) / inYear(CAP_PARTIES[party].lines.expected, year, reading) - 1;
    return Number.isFinite(room) ? `demand could be ${percent(room)} higher` : "there is no demand";
  }
  return stopsBinding < NOTHING ? "demand needs no uplift" : upliftWords(party, year, stopsBinding, reading);
}

/** What demand needs, what stays out and what the next step brings, where the cap binds. */
function tightWords(answer: Figures, bindsIn: readonly number[], reading: CapReading): string {
  const { party, year, stopsBinding, used, lost, marginalValue } = answer;
  const out = `RMB ${amount(lost)} m of demand stays out`;
  const renewed = year > FRAMEWORK_END_YEAR;
  if (bindsIn.every((quarter) => waits(party, quarter, reading)))
    return `the ${renewed ? "renewed" : "higher"} cap is not yet in force then; ${out}`;
  // A reported quarter may have used more than the model thought, so that less is left than the year's demand tells.
  const short = (used + lost) / usableCap(party, year, reading) - 1;
  const onFiled = (1 + short) * (1 + upliftOf(party, year, reading)) - 1;
  const need = renewed
    ? `demand needs a cap ${percent(short)} higher`
    : upliftWords(party, year, stopsBinding < NOTHING ? onFiled : stopsBinding, reading);
  const step = percent(Number(reading.assumptions.get(capDrivers.step.id)));
  const next =
    marginalValue < NOTHING ? "" : `; the next ${step} of cap brings RMB ${amount(marginalValue)} m`;
  return `${need}; ${out}${next}`;
}

/** Whether only the cap in force holds a quarter back, since a larger one of the same year comes later. */
function waits(party: CapParty, quarter: number, { values }: CapReading): boolean {
  const { left, paced, estimate } = CAP_PARTIES[party].lines;
  const limit = values.value(left.id, quarter);
  return limit < values.value(paced.id, quarter) && limit < values.value(estimate.id, quarter);
}

function upliftWords(party: CapParty, year: number, needed: number, reading: CapReading): string {
  return `demand needs ${percent(needed, "+")} on the filed cap, ${percent(upliftOf(party, year, reading), "+")} is assumed`;
}

/** Uplift of a year in the framework that is in effect by its end. */
function upliftOf(party: CapParty, year: number, reading: CapReading): number {
  const { lines, uplift } = CAP_PARTIES[party];
  const revised = inYear(lines.revised, year, reading) > inYear(lines.agreed, year, reading);
  const driver = uplift.find(({ id }) => id.endsWith(String(year)));
  return revised && driver !== undefined ? Number(reading.assumptions.get(driver.id)) : 0;
}

function usableCap(party: CapParty, year: number, reading: CapReading): number {
  const { lines, usable } = CAP_PARTIES[party];
  return inYear(lines.yearCap, year, reading) * Number(reading.assumptions.get(usable.id));
}

function inYear(line: LineItem, year: number, { values, data }: CapReading): number {
  return values.value(line.id, data.spec.timeline.columnOf(`FY${year}`));
}

function amount(value: number): string {
  return (Math.round(value) + 0).toLocaleString("en-US");
}

function percent(share: number, plus = ""): string {
  const digits = (Math.abs(share) * 100).toLocaleString("en-US", { maximumFractionDigits: 1 });
  return `${digits === "0" ? "" : share < 0 ? "−" : plus}${digits} %`;
}

function listed(labels: readonly string[]): string {
  const [last, ...rest] = [...labels].reverse();
  return rest.length === 0 ? last! : `${rest.reverse().join(", ")} and ${last}`;
}
