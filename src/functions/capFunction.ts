import { CellError } from "../formula";
import { yearOf } from "../analysis";
import { kingsoft, xiaomi, type LineItem } from "../model";
import { plainName, unknownName } from "./didYouMean";
import type { Evaluate, Evaluation } from "./evaluations";
import { badArgument, cellNumber, textOf, type KcArgument } from "./kcValue";
import { lineValue } from "./lineValue";
import type { AskedPeriod } from "./parsePeriod";
import { periodOf } from "./revenueFunctions";

const PARTIES = { xiaomi: [xiaomi], kingsoft: [kingsoft], combined: [xiaomi, kingsoft] } as const;
const MEASURES = ["cap", "used", "headroom", "utilisation", "binding", "lost"] as const;

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
};

/** KC.CAP: cap, used, headroom (RMB million), utilisation (a fraction), binding (quarter as text or "none") or lost demand of a party's year. */
export function capFunction(evaluate: Evaluate) {
  return (
    party: KcArgument,
    year: KcArgument,
    measure?: KcArgument,
    scenario?: KcArgument,
    inputs?: KcArgument,
  ): number | string => {
    const evaluation = evaluate(scenario, inputs);
    const lines =
      PARTIES[oneOf("party", textOf(party, "party"), Object.keys(PARTIES)) as keyof typeof PARTIES];
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
    const total = (line: (each: (typeof lines)[number]) => LineItem): number =>
      lines.reduce((sum, each) => sum + lineValue(evaluation, line(each), asked), 0);
    if (wanted === "lost") return cellNumber(total((each) => each.lost));
    const cap = wanted === "used" ? 0 : total((each) => each.cap);
    const used = wanted === "cap" ? 0 : total((each) => each.used);
    if (wanted === "utilisation" && cap === 0)
      throw new CellError("#N/A", `No cap is in force in ${asked.label}, so there is no utilisation.`);
    return cellNumber({ cap, used, headroom: cap - used, utilisation: used / cap }[wanted]);
  };
}

/** The first quarter of the year in which a cap keeps demand out. */
function bindingQuarter(evaluation: Evaluation, lines: readonly LineItem[], period: AskedPeriod): string {
  const quarters = lines.map((line) => lineValue(evaluation, line, period)).filter((quarter) => quarter > 0);
  return quarters.length === 0 ? "none" : `${yearOf(period.from)}Q${Math.min(...quarters)}`;
}

function oneOf(kind: string, text: string | null, names: readonly string[]): string {
  if (text === null) throw badArgument(`Give a ${kind}: ${names.join(", ")}.`);
  const plain = plainName(text);
  const name = names.find((each) => each === plain) ?? OTHER_NAMES[plain];
  if (name !== undefined && names.includes(name)) return name;
  throw badArgument(unknownName(kind, text, names));
}
