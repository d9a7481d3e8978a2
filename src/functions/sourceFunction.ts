import { columnOf, documentOf, factOrigin, quartersOf, spanOfColumn, type Span } from "../analysis";
import { precedents, toWords, type Expression } from "../formula";
import { cellRule, isActual, type LineItem, type Model } from "../model";
import type { Fact } from "../seeds";
import type { Evaluate, Evaluation } from "./evaluations";
import { chosenFact, isActualPeriod, metricValue, valueOfFact } from "./factValue";
import { findSubject } from "./findLine";
import { NOT_AVAILABLE, type KcArgument, type KcTable } from "./kcValue";
import { lineValue } from "./lineValue";
import type { AskedPeriod } from "./parsePeriod";
import { periodOf } from "./revenueFunctions";

/** KC.SOURCE: where a number comes from, as rows of label and value: the document of a fact, the arithmetic of a derived one, the formula in words and the drivers of a forecast. */
export function sourceFunction(evaluate: Evaluate) {
  return (line: KcArgument, period: KcArgument, scenario?: KcArgument, inputs?: KcArgument): KcTable => {
    const evaluation = evaluate(scenario, inputs);
    const { model } = evaluation;
    const subject = findSubject(model, line);
    const asked = periodOf(evaluation, period);
    if (subject.kind === "metric") {
      const { metric } = subject;
      const value = metricValue(model, metric, asked);
      const fact = chosenFact(model, metric.id, asked);
      const unit = metric.unit === "%" ? "% (as a fraction)" : metric.unit;
      const origin: KcTable =
        fact === undefined ? [["Made of", "quarters of the facts"]] : factRows(model, fact);
      return [
        ["Figure", metric.label],
        ["Period", asked.date ?? asked.label],
        ["Value", value],
        ["Unit", unit],
        ...origin,
      ];
    }
    const item = subject.line;
    const value = lineValue(evaluation, item, asked);
    const unit = item.unit === "%" ? "% (as a fraction)" : item.unit;
    return [
      ["Line", item.label],
      ["Period", asked.label],
      ["Value", value],
      ["Unit", unit],
      ["Meaning", item.meaning],
      ...originRows(evaluation, item, asked),
    ];
  };
}

function originRows(evaluation: Evaluation, line: LineItem, period: AskedPeriod): KcTable {
  const { model } = evaluation;
  const column = columnOf(period);
  if (column >= 0) return cellRows(evaluation, line, column);
  const stated =
    isActualPeriod(model, period) && line.fact !== undefined
      ? chosenFact(model, line.fact, period)
      : undefined;
  if (stated !== undefined && (period.from < 0 || line.annual === "none")) return factRows(model, stated);
  if (line.annual === "last") return cellRows(evaluation, line, period.to);
  if (typeof line.annual === "function") {
    return [
      ["Tier", tierOfSpan(model, period)],
      ["Formula", toWords(line.annual())],
      ["Over", labels(period)],
      ...driverRows(evaluation, line.annual()),
    ];
  }
  return [
    ["Tier", tierOfSpan(model, period)],
    ["Formula", `sum of ${labels(period)}`],
    ...partRows(evaluation, line, period),
  ];
}

/** Where one cell of the model gets its value, by the same rule as the worksheet. */
function cellRows(evaluation: Evaluation, line: LineItem, column: number): KcTable {
  const { model } = evaluation;
  const { prefer, expression } = cellRule(line, column, model.data.lastActual);
  const known = model.data.known(line.id, column);
  const fact = known === undefined ? undefined : model.seeds.fact(known.factId);
  const span = spanOfColumn(column);
  const isSum = expression?.kind === "quarters";
  const parts = isSum && line.annual === "sum" ? partRows(evaluation, line, span) : [];
  const incomplete = parts.some(([, origin]) => origin === NOT_AVAILABLE);
  if (fact !== undefined && (prefer === "fact" || expression === null || incomplete))
    return factRows(model, fact);
  if (expression === null) return [["Tier", "not disclosed"]];
  if (isSum && line.annual === "last") return cellRows(evaluation, line, span.to);
  const tier = isActual(column, model.data.lastActual) ? "calculated from facts" : "forecast";
  // An opening balance is an assumption that takes its value from a fact.
  const behind = fact === undefined ? [] : factRows(model, fact).filter(([label]) => label !== "Tier");
  return [
    ["Tier", tier],
    ["Scenario", evaluation.scenario.name],
    ["Formula", toWords(expression)],
    ...parts,
    ...driverRows(evaluation, expression),
    ...behind,
  ];
}

/** One row for each quarter of a span: where it comes from in a few words. */
function partRows({ model, values }: Evaluation, line: LineItem, span: Span): KcTable {
  return quartersOf(span).map((quarter) => {
    const known = model.data.known(line.id, quarter);
    const fact = known === undefined ? undefined : model.seeds.fact(known.factId);
    const label = spanOfColumn(quarter).label;
    if (fact !== undefined)
      return [
        label,
        `${valueOfFact(fact, line.unit)} (${fact.tier}: ${documentOf(model.seeds, fact)}, ${fact.locator})`,
      ];
    const value = values.value(line.id, quarter);
    if (Number.isNaN(value)) return [label, NOT_AVAILABLE];
    return [
      label,
      `${Number(value.toPrecision(10))} (${quarter > model.data.lastActual ? "forecast" : "calculated from facts"})`,
    ];
  });
}

function driverRows({ model, assumptions }: Evaluation, expression: Expression): KcTable {
  return precedents(expression).flatMap((each) => {
    const row =
      each.kind === "scalar" ? model.rows.find(({ driver }) => driver.id === each.scalar.id) : undefined;
    if (row === undefined) return [];
    const { driver, assumption } = row;
    const value = assumptions.get(driver.id)!;
    const changed =
      value === (row.own.base ?? row.base)
        ? `${assumption.tier}: ${assumption.reason}`
        : `${assumption.tier}; Base ${row.base}: ${assumption.reason}`;
    return [
      [
        `Driver: ${driver.label}`,
        `${driver.unit === "%" ? `${Number((Number(value) * 100).toPrecision(12))} %` : value} (${changed})`,
      ],
    ];
  });
}

function factRows(model: Model, fact: Fact): KcTable {
  const origin = factOrigin(model, fact);
  const rows: KcTable = [
    ["Tier", fact.tier],
    ["Document", origin.document],
    ["Publisher", origin.publisher],
    ["Date", origin.date],
    ["Locator", origin.place],
    ["As printed", origin.asPrinted],
    ["Printed value", origin.stated],
    ["Basis", fact.basis],
    ["Quality", fact.quality],
    ["Note", fact.note],
    ["Fact", fact.id],
    ["Formula", origin.formula],
    ["Rounding interval", origin.interval],
    ["Conflict", origin.conflict],
  ];
  return rows.filter(([, value]) => value !== "");
}

function labels(span: Span): string {
  return quartersOf(span)
    .map((quarter) => spanOfColumn(quarter).label)
    .join(", ");
}

function tierOfSpan({ data }: Model, span: Span): string {
  if (span.to <= data.lastActual) return "calculated from facts";
  return span.from > data.lastActual ? "forecast" : "actual and forecast";
}
