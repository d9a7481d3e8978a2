import { LINES, SCENARIOS } from "../companies/kingsoftCloud";
import type { Model } from "../model";
import { word, wordIn } from "../words";
import { plainName } from "./didYouMean";
import { findSubject, sectionOf } from "./findLine";
import { isOmitted, textOf, type KcArgument, type KcTable } from "./kcValue";

const head = (text: string): string => wordIn(text, "head");

/** KC.LINES: every line with label, unit, section and meaning, in the language spoken; ids stay. */
export function linesFunction() {
  return (): KcTable => [
    ["line", "label", "unit", "section", "meaning"].map(head),
    ...LINES.map((line) => [line.id, ...[line.label, line.unit, sectionOf(line), line.meaning].map(word)]),
  ];
}

/** KC.SCENARIOS: every scenario with its number and meaning, in the language spoken. */
export function scenariosFunction() {
  return (): KcTable => [
    ["number", "scenario", "meaning"].map(head),
    ...SCENARIOS.map(({ number, name, meaning }) => [number, word(name), word(meaning)]),
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
      ].map(head),
      ...facts.map((fact) => [
        fact.id,
        fact.metric,
        fact.period,
        word(fact.basis),
        fact.unit === "date" ? fact.value : Number(fact.value),
        word(fact.unit),
        fact.asPrinted,
        word(fact.tier),
        fact.source,
        word(fact.quality),
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
