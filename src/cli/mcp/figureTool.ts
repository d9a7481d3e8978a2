import { z } from "zod";
import { calculatedWords, quartersOf, stateWords } from "../../analysis";
import { SCENARIOS } from "../../companies/kingsoftCloud";
import { chosenFact, createKcFunctions, estimatorNamed } from "../../functions";
import { findScenario } from "../../model";
import { CommandError } from "../commandError";
import { askedFigure } from "./askedCells";
import { lineInput, overridesInput, periodInput, scenarioInput } from "./inputs";
import type { Answer } from "./answer";
import { proofOf, proofOfFacts } from "./proof";
import { chosenBy, tool, type Desk } from "./tool";

/** One figure of the model or of the facts, the same as KC.LINE gives. */
export const figureTool = tool({
  name: "figure",
  title: "Ask for a figure",
  description:
    "Gives a line of the model, or a figure that only the facts have, over a period in a scenario, with values for drivers if wanted; the same figure as KC.LINE in a cell and as kc eval.",
  input: z.object({
    line: lineInput,
    period: periodInput,
    scenario: scenarioInput.describe(
      "A scenario (Base when left out), or Consensus or a broker for what is estimated, e.g. GF Securities.",
    ),
    overrides: overridesInput,
  }),
  run({ line, period, scenario: named, overrides }, desk) {
    if (named !== undefined && findScenario(SCENARIOS, named) === undefined) {
      const estimator = estimatorNamed(desk.model, named, undefined);
      if (estimator !== null) return estimated(desk, line, period, estimator, overrides);
    }
    const chosen = chosenBy(desk, named, overrides);
    const { model, scenario } = chosen;
    const asked = askedFigure(model, line, period);
    const value = createKcFunctions(model, scenario.id).LINE(line, period);
    const { label, unit } = asked.subject.kind === "line" ? asked.subject.line : asked.subject.metric;
    const state =
      asked.cells.length === 1
        ? stateWords(model.data, asked.cells[0]!.column)
        : calculatedWords(model.data, quartersOf(asked.period));
    const shown =
      typeof value === "number"
        ? value.toLocaleString("en-US", { maximumSignificantDigits: 8 })
        : String(value);
    const fact =
      asked.subject.kind === "metric" ? chosenFact(model, asked.subject.metric.id, asked.period) : undefined;
    return {
      text: `${label}, ${asked.period.label}, ${scenario.name}: ${shown} (${unit === "%" ? "a fraction of one" : unit}; ${state.toLowerCase()})`,
      data: {
        line: asked.subject.kind === "line" ? asked.subject.line.id : asked.subject.metric.id,
        label,
        period: asked.period.label,
        scenario: scenario.name,
        value,
        unit,
        state,
      },
      proof:
        asked.subject.kind === "metric"
          ? proofOfFacts(chosen, fact === undefined ? [] : [fact])
          : proofOf(chosen, asked.cells),
    };
  },
});

/** What the consensus or a broker expects, with the estimates of that figure as its facts. */
function estimated(
  desk: Desk,
  named: string,
  asked: string | number,
  { name }: { readonly name: string },
  overrides: Readonly<Record<string, string | number>> | undefined,
): Answer {
  if (Object.keys(overrides ?? {}).length > 0)
    throw new CommandError(`overrides are for a scenario of the model; ${name} has estimates of its own.`);
  const { subject, period } = askedFigure(desk.model, named, asked);
  if (subject.kind === "metric")
    throw new CommandError(`${subject.metric.label} is a fact, which ${name} has no estimate of.`);
  const { line } = subject;
  const value = createKcFunctions(desk.model, "base").LINE(named, asked, name);
  const facts = desk.model.seeds.facts.filter(
    ({ basis, metric, period: of }) =>
      basis === "broker" && metric === (line.fact ?? line.id) && of === period.label,
  );
  return {
    text: `${line.label}, ${period.label}, ${name}: ${String(value)} (${line.unit === "%" ? "a fraction of one" : line.unit}; estimate)`,
    data: {
      line: line.id,
      label: line.label,
      period: period.label,
      scenario: name,
      value,
      unit: line.unit,
      state: "Estimate",
    },
    proof: proofOfFacts(chosenBy(desk, undefined, undefined), facts),
  };
}
