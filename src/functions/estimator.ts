import { CellError } from "../formula";
import { LINES, PERIODS } from "../companies/kingsoftCloud";
import type { LineItem, Model } from "../model";
import { BROKERS } from "../seeds/brokers";
import readBack from "../words/zh-CN/readBack.json";
import { choiceNamed, type Choice } from "./choices";
import { plainName } from "./didYouMean";
import { headPlace } from "./headPlace";
import { isRange, type KcArgument, type KcScalar } from "./kcValue";
import type { AskedPeriod } from "./parsePeriod";

/** Whoever gives estimates in place of a scenario: the consensus or one broker. */
export interface Estimator {
  readonly name: string;
  /** The estimate of a line for a period, in the unit of the line. Throws #N/A that says what is covered. */
  value(line: LineItem, period: AskedPeriod): number;
}

/** An estimate of the facts or of the workbook's own table. */
interface Estimate {
  readonly name: string;
  readonly line: string;
  readonly period: string;
  readonly mean: number;
  readonly weight: number;
  /** Anything that grows with the day. */
  readonly day: number;
  /** Whether it is in the consensus. */
  readonly counts: boolean;
}

/** The mean of the estimates that count. */
const CONSENSUS: Choice = {
  name: "Consensus",
  what: "Mean of the estimates that count",
  also: ["Street", "一致预期", "市场一致预期"],
};

const NAMED: readonly Choice[] = [CONSENSUS, ...BROKERS.map((broker) => ({ ...broker, what: "" }))];

/** Names that may stand where a scenario stands, beside the scenarios. */
export const ESTIMATORS: readonly string[] = NAMED.map(({ name }) => name);

/** Heads of the table of estimates, by which its range is known. */
const HEADS = ["Broker or consensus", "Line", "Period", "Mean", "Number", "Date", "Read as"] as const;

/** Whether a range is the workbook's table of estimates, KC_Consensus, in whatever language. */
export function isConsensusTable(argument: KcArgument): boolean {
  return isRange(argument) && HEADS.every((head) => headPlace(head, argument[0]) >= 0);
}

/** Who is meant by a text in place of a scenario: by name, or in the table of the workbook; null for anything else. */
export function estimatorNamed(model: Model, argument: KcArgument, inputs: KcArgument): Estimator | null {
  if (typeof argument !== "string") return null;
  const text = argument.trim();
  const estimates = isConsensusTable(inputs) ? ofTable(inputs as readonly KcScalar[][]) : ofFacts(model);
  const chosen = choiceNamed(text, NAMED);
  const wanted = plainName(text);
  const name = chosen?.name ?? estimates.find((each) => plainName(each.name) === wanted)?.name;
  if (name === undefined || wanted === "") return null;
  const isConsensus = chosen === CONSENSUS;
  const given = estimates.filter((each) =>
    isConsensus
      ? each.counts
      : plainName(each.name) === plainName(name) ||
        (choiceNamed(each.name, NAMED) === chosen && chosen !== null),
  );
  return {
    name,
    value: (line, { label }) => {
      const found = given.filter((each) => each.line === line.id && each.period === label);
      if (found.length === 0) throw new CellError("#N/A", notCovered(name, line, label, given, estimates));
      if (!isConsensus) return found.reduce((last, each) => (each.day > last.day ? each : last)).mean;
      const weight = found.reduce((sum, each) => sum + each.weight, 0);
      return found.reduce((sum, each) => sum + each.weight * each.mean, 0) / weight;
    },
  };
}

/** The estimates of the facts by model: a sheet asks for them in many cells. */
const KEPT = new WeakMap<Model, readonly Estimate[]>();

function ofFacts(model: Model): readonly Estimate[] {
  const kept = KEPT.get(model) ?? readFacts(model);
  KEPT.set(model, kept);
  return kept;
}

function readFacts({ seeds, data }: Model): readonly Estimate[] {
  const since = PERIODS[data.opening]!.endDate;
  return seeds.estimates.flatMap(({ broker, metric, period, amount, knownFrom }) => {
    const line = LINES.find(({ id, fact, basis }) => basis === undefined && (fact ?? id) === metric);
    if (line === undefined) return [];
    const mean = Number(line.unit === "%" ? `${amount}e-2` : amount);
    const day = Date.parse(knownFrom);
    return [{ name: broker, line: line.id, period, mean, weight: 1, day, counts: knownFrom > since }];
  });
}

/** Rows of the sheet that it could read: those that count, and older ones for whoever asks for them by name. */
function ofTable([heads, ...rows]: readonly KcScalar[][]): readonly Estimate[] {
  const [name, line, period, mean, number, date, state] = HEADS.map((head) => headPlace(head, heads));
  return rows.flatMap((row) => {
    const [read, value] = [row[state!], row[mean!]];
    const counts = read === "counts" || read === readBack.counts;
    if ((!counts && read !== "older" && read !== readBack.older) || typeof value !== "number") return [];
    const named = LINES.find(({ id }) => id.toLowerCase() === String(row[line!]).toLowerCase());
    const weight = row[number!];
    return [
      {
        name: String(row[name!] ?? ""),
        line: named?.id ?? "",
        period: String(row[period!]).toUpperCase(),
        mean: value,
        weight: typeof weight === "number" ? weight : 1,
        day: Number(row[date!]),
        counts,
      },
    ];
  });
}

function notCovered(
  name: string,
  line: LineItem,
  label: string,
  given: readonly Estimate[],
  all: readonly Estimate[],
): string {
  const lead = `${name}: no estimate of ${line.label} for ${label}`;
  const others = all.filter((each) => each.line === line.id);
  if (others.length > 0) return `${lead}. Estimates of it: ${listed(others, (each) => each.name)}.`;
  return given.length > 0
    ? `${lead}, nor by anyone else; it covers ${listed(given, (each) => each.line)}.`
    : `${lead}, nor by anyone else.`;
}

/** Periods by who or what has them: "CICC FY2025, FY2026; Citi FY2026". */
function listed(estimates: readonly Estimate[], by: (each: Estimate) => string): string {
  const periods = new Map<string, Set<string>>();
  for (const each of estimates) periods.set(by(each), (periods.get(by(each)) ?? new Set()).add(each.period));
  return [...periods].map(([key, of]) => `${key} ${[...of].sort().join(", ")}`).join("; ");
}
