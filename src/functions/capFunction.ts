import { CellError } from "../formula";
import { yearOf } from "../analysis";
import { kingsoft, xiaomi, type LineItem } from "../model";
import { choose, type Choice } from "./choices";
import type { Evaluate, Evaluation } from "./evaluations";
import { badArgument, cellNumber, type KcArgument } from "./kcValue";
import { lineValue } from "./lineValue";
import type { AskedPeriod } from "./parsePeriod";
import { periodOf } from "./revenueFunctions";

/** A related party, or both, with the lines that stand for it. */
interface Party extends Choice {
  readonly lines: readonly (typeof xiaomi | typeof kingsoft)[];
}

/** Related parties under the framework agreements. */
export const PARTIES: readonly Party[] = [
  { name: "xiaomi", what: "Xiaomi", also: ["mi"], lines: [xiaomi] },
  { name: "kingsoft", what: "Kingsoft", also: ["ks"], lines: [kingsoft] },
  {
    name: "combined",
    what: "Both together",
    also: ["both", "total", "all", "ecosystem"],
    lines: [xiaomi, kingsoft],
  },
];

type MeasureName = "cap" | "used" | "headroom" | "utilisation" | "binding" | "lost";

/** What to know about a cap. */
export const MEASURES: readonly Choice<MeasureName>[] = [
  { name: "cap", what: "The cap in force, RMB million" },
  { name: "used", what: "Revenue counted against the cap, RMB million", also: ["use"] },
  { name: "headroom", what: "Cap less use, RMB million" },
  { name: "utilisation", what: "Use divided by cap", also: ["utilization"] },
  {
    name: "binding",
    what: "First quarter in which the cap keeps demand out",
    also: ["binding quarter", "binds"],
  },
  {
    name: "lost",
    what: "Demand that the cap keeps out, RMB million",
    also: ["at risk", "lost demand", "revenue at risk"],
  },
];

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
    const { lines } = choose("party", party, PARTIES);
    const asked = periodOf(evaluation, year, "year");
    if (asked.kind !== "year" && asked.kind !== "quarter")
      throw badArgument(`Caps hold for calendar years: give a year or a quarter, not ${asked.label}.`);
    const wanted = choose("measure", measure, MEASURES, "cap").name;
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
