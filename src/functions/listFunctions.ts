import { LINES, SCENARIOS, type Model } from "../model";
import { plainName } from "./didYouMean";
import { findSubject, sectionOf } from "./findLine";
import { isOmitted, textOf, type KcArgument, type KcTable } from "./kcValue";

/** KC.LINES: every line with label, unit, section and meaning. */
export function linesFunction() {
  return (): KcTable => [
    ["line", "label", "unit", "section", "meaning"],
    ...LINES.map((line) => [line.id, line.label, line.unit, sectionOf(line), line.meaning]),
  ];
}

/** KC.SCENARIOS: every scenario with its number and meaning. */
export function scenariosFunction() {
  return (): KcTable => [
    ["number", "scenario", "meaning"],
    ...SCENARIOS.map(({ number, name, meaning }) => [number, name, meaning]),
  ];
}

/** KC.FACTS: every figure of the facts, or those behind a line. */
export function factsFunction(model: Model) {
  return (line?: KcArgument): KcTable => {
    const metrics = isOmitted(line) ? null : metricsOf(model, line);
    const facts = model.seeds.facts.filter(({ metric }) => metrics === null || metrics.includes(metric));
    return [
      [
        "fact",
        "metric",
        "period",
        "basis",
        "value",
        "unit",
        "as printed",
        "tier",
        "source",
        "quality",
        "chosen",
      ],
      ...facts.map((fact) => [
        fact.id,
        fact.metric,
        fact.period,
        fact.basis,
        fact.unit === "date" ? fact.value : Number(fact.value),
        fact.unit,
        fact.asPrinted,
        fact.tier,
        fact.source,
        fact.quality,
        fact.chosen,
      ]),
    ];
  };
}

function metricsOf(model: Model, argument: KcArgument): readonly string[] {
  const plain = plainName(textOf(argument, "line") ?? "");
  const named = model.seeds.metrics.find(({ id }) => plainName(id) === plain);
  if (named !== undefined) return [named.id];
  const subject = findSubject(model, argument);
  if (subject.kind === "metric") return [subject.metric.id];
  return [subject.line.fact ?? subject.line.id];
}
