import { CellError } from "../formula";
import { CAP_PARTIES, capAnswer, yearOf, type CapParty } from "../analysis";
import type { LineItem } from "../model";
import { plainName, unknownName } from "./didYouMean";
import type { Evaluate, Evaluation } from "./evaluations";
import { badArgument, cellNumber, textOf, type KcArgument } from "./kcValue";
import { lineValue } from "./lineValue";
import type { AskedPeriod } from "./parsePeriod";
import { periodOf } from "./revenueFunctions";

const PARTIES: Readonly<Record<string, readonly CapParty[]>> = {
  xiaomi: ["xiaomi"],
  kingsoft: ["kingsoft"],
  combined: ["xiaomi", "kingsoft"],
};
const MEASURES = [
  "cap",
  "used",
  "headroom",
  "utilisation",
  "binding",
  "lost",
  "stopsBinding",
  "marginalValue",
  "sentence",
] as const;

/** What KC.CAP can be asked, in the order of the help. */
export const CAP_MEASURES: readonly string[] = MEASURES;

const OTHER_NAMES: Readonly<Record<string, string>> = {
  mi: "xiaomi",
  ks: "kingsoft",
  both: "combined",
  total: "combined",
  all: "combined",
  ecosystem: "combined",
  utilization: "utilisation",
  use: "used",
  bindingquarter: "binding",
  binds: "binding",
  atrisk: "lost",
  lostdemand: "lost",
  revenueatrisk: "lost",
  stopsbinding: "stopsBinding",
  needed: "stopsBinding",
  neededuplift: "stopsBinding",
  upliftneeded: "stopsBinding",
  marginalvalue: "marginalValue",
  marginal: "marginalValue",
  nextpercent: "marginalValue",
  words: "sentence",
};

/**
 * KC.CAP: cap, used, headroom, lost demand, value of the next step of cap (RMB million), utilisation and the uplift at
 * which the cap stops binding (fractions), binding (quarter as text or "none"), or all of it as a sentence.
 */
export function capFunction(evaluate: Evaluate) {
  return (
    party: KcArgument,
    year: KcArgument,
    measure?: KcArgument,
    scenario?: KcArgument,
    inputs?: KcArgument,
  ): number | string => {
    const evaluation = evaluate(scenario, inputs);
    const parties = PARTIES[oneOf("party", textOf(party, "party"), Object.keys(PARTIES))]!;
    const lines = parties.map((each) => CAP_PARTIES[each].lines);
    const asked = periodOf(evaluation, year, "year");
    if (asked.kind !== "year" && asked.kind !== "quarter")
      throw badArgument(`Caps hold for calendar years: give a year or a quarter, not ${asked.label}.`);
    const wanted = oneOf(
      "measure",
      textOf(measure, "measure") ?? "cap",
      MEASURES,
    ) as (typeof MEASURES)[number];
    if (wanted === "binding")
      return bindingQuarter(
        evaluation,
        lines.map(({ bindingQuarter: line }) => line),
        asked,
      );
    if (wanted === "sentence") return sentence(evaluation, parties, yearOf(asked.from));
    if (wanted === "stopsBinding" && lines.length > 1)
      throw badArgument("Each party's cap stops binding at its own uplift: ask for xiaomi or kingsoft.");
    if (wanted === "stopsBinding") return cellNumber(lineValue(evaluation, lines[0]!.stopsBinding, asked));
    const total = (line: (each: (typeof lines)[number]) => LineItem): number =>
      lines.reduce((sum, each) => sum + lineValue(evaluation, line(each), asked), 0);
    if (wanted === "lost") return cellNumber(total((each) => each.lost));
    if (wanted === "marginalValue") return cellNumber(total((each) => each.nextPercent));
    const cap = wanted === "used" ? 0 : total((each) => each.cap);
    const used = wanted === "cap" ? 0 : total((each) => each.used);
    if (wanted === "utilisation" && cap === 0)
      throw new CellError("#N/A", `No cap is in force in ${asked.label}, so there is no utilisation.`);
    return cellNumber({ cap, used, headroom: cap - used, utilisation: used / cap }[wanted]);
  };
}

/** One sentence for a party, or one for each with its name. */
function sentence(evaluation: Evaluation, parties: readonly CapParty[], year: number): string {
  const { values, assumptions, model } = evaluation;
  const answers = parties.map((party) => capAnswer(party, year, { values, assumptions, data: model.data }));
  return answers
    .map((answer) =>
      parties.length === 1 ? answer.sentence : `${CAP_PARTIES[answer.party].name}: ${answer.sentence}`,
    )
    .join(" ");
}

/** The first quarter of the year in which a cap keeps demand out. */
function bindingQuarter(evaluation: Evaluation, lines: readonly LineItem[], period: AskedPeriod): string {
  const quarters = lines.map((line) => lineValue(evaluation, line, period)).filter((quarter) => quarter > 0);
  return quarters.length === 0 ? "none" : `${yearOf(period.from)}Q${Math.min(...quarters)}`;
}

function oneOf(kind: string, text: string | null, names: readonly string[]): string {
  if (text === null) throw badArgument(`Give a ${kind}: ${names.join(", ")}.`);
  const plain = plainName(text);
  const name = names.find((each) => plainName(each) === plain) ?? OTHER_NAMES[plain];
  if (name !== undefined && names.includes(name)) return name;
  throw badArgument(unknownName(kind, text, names));
}
