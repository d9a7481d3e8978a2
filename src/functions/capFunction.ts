import { CellError } from "../formula";
import { CAP_PARTIES, capAnswer, yearOf, type CapParty } from "../analysis";
import type { LineItem } from "../model";
import { word } from "../words";
import { choose, type Choice } from "./choices";
import type { Evaluate, Evaluation } from "./evaluations";
import { badArgument, cellNumber, type KcArgument } from "./kcValue";
import { lineValue } from "./lineValue";
import type { AskedPeriod } from "./parsePeriod";
import { periodOf } from "./revenueFunctions";

/** A related party, or both. */
interface AskedParty extends Choice {
  readonly parties: readonly CapParty[];
}

/** Related parties under the framework agreements. */
export const PARTIES: readonly AskedParty[] = [
  { name: "xiaomi", what: "Xiaomi", also: ["mi", "小米", "小米集团"], parties: ["xiaomi"] },
  { name: "kingsoft", what: "Kingsoft", also: ["ks", "金山", "金山集团", "金山软件"], parties: ["kingsoft"] },
  {
    name: "combined",
    what: "Both together",
    also: ["both", "total", "all", "ecosystem", "合计", "生态"],
    parties: ["xiaomi", "kingsoft"],
  },
];

type MeasureName =
  | "cap"
  | "used"
  | "headroom"
  | "utilisation"
  | "binding"
  | "lost"
  | "stopsBinding"
  | "marginalValue"
  | "sentence";

/** What to know about a cap. */
export const MEASURES: readonly Choice<MeasureName>[] = [
  { name: "cap", what: "The cap in force, RMB million", also: ["上限", "年度上限"] },
  { name: "used", what: "Revenue counted against the cap, RMB million", also: ["use", "已使用", "已用上限"] },
  { name: "headroom", what: "Cap less use, RMB million", also: ["余额", "上限余量"] },
  { name: "utilisation", what: "Use divided by cap", also: ["utilization", "使用率", "上限使用率"] },
  {
    name: "binding",
    what: "First quarter in which the cap keeps demand out",
    also: ["binding quarter", "binds", "触及上限"],
  },
  {
    name: "lost",
    what: "Demand that the cap keeps out, RMB million",
    also: ["at risk", "lost demand", "revenue at risk", "超出上限的需求"],
  },
  {
    name: "stopsBinding",
    what: "Uplift on the cap without revision at which it stops binding",
    also: ["needed", "needed uplift", "uplift needed"],
  },
  {
    name: "marginalValue",
    what: "Revenue that the next step of cap would let in, RMB million",
    also: ["marginal", "next percent"],
  },
  { name: "sentence", what: "Whether the cap binds and what it would take, in a sentence", also: ["words"] },
];

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
    const { parties } = choose("party", party, PARTIES);
    const lines = parties.map((each) => CAP_PARTIES[each].lines);
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
      word(parties.length === 1 ? answer.sentence : `${CAP_PARTIES[answer.party].name}: ${answer.sentence}`),
    )
    .join(" ");
}

/** The first quarter of the year in which a cap keeps demand out. */
function bindingQuarter(evaluation: Evaluation, lines: readonly LineItem[], period: AskedPeriod): string {
  if (period.to <= evaluation.model.data.opening)
    throw new CellError("#N/A", `Whether a cap kept demand out is not disclosed for ${period.label}.`);
  const quarters = lines.map((line) => lineValue(evaluation, line, period)).filter((quarter) => quarter > 0);
  return quarters.length === 0 ? "none" : `${yearOf(period.from)}Q${Math.min(...quarters)}`;
}
