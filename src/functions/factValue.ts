import { lastReported, quarterLabel, quartersOf } from "../analysis";
import type { LineItem, Model } from "../model";
import type { Basis, Fact, Metric } from "../seeds";
import { CellError, Exact } from "../formula";
import type { AskedPeriod } from "./parsePeriod";

/** Bases that state an amount, the ones meant by default first. */
const BASES: readonly (Basis | undefined)[] = [undefined, "guidance", "broker", "share"];

/** The fact stated for a line and a period, on the line's own basis: guidance and brokers never stand in for what was reported. */
export function statedFact(model: Model, line: LineItem, period: AskedPeriod): Fact | undefined {
  return line.fact === undefined ? undefined : chosenFact(model, line.fact, period, [line.basis]);
}

/** The fact that the model uses for a figure and a period, also guidance and broker figures; a date argument finds the fact of that very day first. */
export function chosenFact(
  model: Model,
  metric: string,
  period: AskedPeriod,
  bases: readonly (Basis | undefined)[] = BASES,
): Fact | undefined {
  const labels = [period.date, period.label].filter((label) => label !== undefined);
  for (const basis of bases) {
    for (const label of labels) {
      const fact =
        basis === undefined ? model.seeds.chosen(metric, label) : model.seeds.chosen(metric, label, basis);
      if (fact !== undefined && (fact.modelValue !== null || fact.unit === "date")) return fact;
    }
  }
  return undefined;
}

/** Value of a fact as a cell shows it: percentages as fractions, dates as text. */
export function valueOfFact(fact: Fact, metricUnit: string): number | string {
  if (fact.modelValue === null) return fact.value;
  return new Exact(fact.modelValue).dividedBy(metricUnit === "%" ? 100 : 1).toNumber();
}

/** A figure that only the facts have: as stated for the period, else quarters added up (flows) or the last quarter (stocks). Throws #N/A when it is not disclosed. */
export function metricValue(model: Model, metric: Metric, period: AskedPeriod): number | string {
  const stated = chosenFact(model, metric.id, period);
  if (stated !== undefined) return valueOfFact(stated, metric.unit);
  const parts =
    period.from === period.to
      ? []
      : metric.kind === "flow"
        ? quartersOf(period)
        : metric.kind === "stock"
          ? [period.to]
          : [];
  const facts = parts.map((quarter) => model.seeds.chosen(metric.id, quarterLabel(quarter)));
  const values = facts.map((fact) =>
    fact?.modelValue == null ? Number.NaN : Number(valueOfFact(fact, metric.unit)),
  );
  const total = values.reduce((sum, value) => sum + value, parts.length > 0 ? 0 : Number.NaN);
  if (!Number.isNaN(total)) return total + 0;
  const known = [
    ...new Set(
      model.seeds.facts.filter((fact) => fact.metric === metric.id && fact.chosen).map((fact) => fact.period),
    ),
  ];
  const hint = known.length > 0 ? `; known for ${known.slice(0, 12).join(", ")}` : "";
  throw new CellError("#N/A", `${metric.label}: not disclosed for ${period.date ?? period.label}${hint}.`);
}

/** Whether a period is over by the last reported quarter, so that a figure stated for it is history. */
export function isHistory(model: Model, period: AskedPeriod): boolean {
  return period.to <= lastReported(model.data);
}
