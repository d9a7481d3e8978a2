import { z } from "zod";
import { calculatedWords, quartersOf, stateWords } from "../../analysis";
import { chosenFact, createKcFunctions } from "../../functions";
import { askedFigure } from "./askedCells";
import { lineInput, overridesInput, periodInput, scenarioInput } from "./inputs";
import { proofOf, proofOfFacts } from "./proof";
import { chosenBy, tool } from "./tool";

/** One figure of the model or of the facts, the same as KC.LINE gives. */
export const figureTool = tool({
  name: "figure",
  title: "Ask for a figure",
  description:
    "Gives a line of the model, or a figure that only the facts have, over a period in a scenario, with values for drivers if wanted; the same figure as KC.LINE in a cell and as kc eval.",
  input: z.object({
    line: lineInput,
    period: periodInput,
    scenario: scenarioInput,
    overrides: overridesInput,
  }),
  run({ line, period, scenario: named, overrides }, desk) {
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
