import {
  calculatedWords,
  cellOrigin,
  columnOf,
  documentOf,
  factOrigin,
  quartersOf,
  spanOfColumn,
  stateWords,
  TYPED_WORDS,
  typedQuarter,
  type KnownOrigin,
  type Span,
} from "../analysis";
import { precedents, toWords, type Expression } from "../formula";
import { LINE_BY_ID } from "../companies/kingsoftCloud";
import type { LineItem, Model, Unit } from "../model";
import type { Fact } from "../seeds";
import type { Evaluate, Evaluation } from "./evaluations";
import { chosenFact, isHistory, metricValue, statedFact, valueOfFact } from "./factValue";
import { phrase, word, wordIn } from "../words";
import { findSubject } from "./findLine";
import { NOT_AVAILABLE, type KcArgument, type KcTable } from "./kcValue";
import { lineValue } from "./lineValue";
import type { AskedPeriod } from "./parsePeriod";
import { periodOf } from "./revenueFunctions";

/** Rows whose texts are evidence and stay as they are printed. */
const AS_PRINTED: readonly unknown[] = ["Document", "Publisher", "Locator", "As printed"];

/** Rows of label and value in the language spoken. */
function inWords(rows: KcTable): KcTable {
  return rows.map(([label, value]) => [
    wordIn(label as string, "head"),
    typeof value !== "string" || AS_PRINTED.includes(label) ? value! : word(value),
  ]);
}

/** KC.SOURCE: where a number comes from, as rows of label and value: the document of a known figure, the arithmetic of a derived one, that it was typed, or else the formula in words and its drivers. */
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
      return inWords([
        ["Figure", metric.label],
        ["Period", asked.date ?? asked.label],
        ["Value", value],
        ["Unit", unit],
        ...origin,
      ]);
    }
    const item = subject.line;
    const value = lineValue(evaluation, item, asked);
    const unit = item.unit === "%" ? "% (as a fraction)" : item.unit;
    return inWords([
      ["Line", item.label],
      ["Period", asked.label],
      ["Value", value],
      ["Unit", unit],
      ["Meaning", item.meaning],
      ...originRows(evaluation, item, asked),
    ]);
  };
}

function originRows(evaluation: Evaluation, line: LineItem, period: AskedPeriod): KcTable {
  const { model } = evaluation;
  const column = columnOf(period);
  if (column >= 0) return cellRows(evaluation, line, column);
  const stated = isHistory(model, period) ? statedFact(model, line, period) : undefined;
  if (stated !== undefined && (period.from < 0 || line.annual === "none")) return factRows(model, stated);
  if (line.annual === "last") return cellRows(evaluation, line, period.to);
  const tier = calculatedWords(model.data, quartersOf(period));
  if (typeof line.annual === "function") {
    return [
      ["Tier", tier],
      ["Formula", toWords(line.annual(), phrase)],
      ["Over", labels(period)],
      ...driverRows(evaluation, line.annual()),
    ];
  }
  return [["Tier", tier], ["Formula", `sum of ${labels(period)}`], ...partRows(evaluation, line, period)];
}

/** Where one cell of the model gets its value, by the same rule as the worksheet. */
function cellRows(evaluation: Evaluation, line: LineItem, column: number): KcTable {
  const { model, values, assumptions } = evaluation;
  const origin = cellOrigin(model, line, column, values, assumptions);
  if (origin.kind === "calendar") return [["Tier", "calendar"]];
  if (origin.kind === "notDisclosed") return [["Tier", "not disclosed"]];
  if (origin.kind !== "formula") return knownRows(model, line, origin);
  const { expression, beside } = origin;
  const span = spanOfColumn(column);
  const isSum = expression.kind === "quarters";
  if (isSum && line.annual === "last") return cellRows(evaluation, line, span.to);
  // A figure that is known for a year whose quarters add up stands beside them.
  const behind = beside === null ? [] : knownRows(model, line, beside).filter(([label]) => label !== "Tier");
  return [
    ["Tier", calculatedWords(model.data, quartersOf(span))],
    ["State", stateWords(model.data, column)],
    ["Scenario", evaluation.scenario.name],
    ["Formula", toWords(expression, phrase)],
    ...(isSum ? partRows(evaluation, line, span) : []),
    ...driverRows(evaluation, expression, column),
    ...behind,
  ];
}

/** A figure that stands before every formula: its document, or that a person typed it. */
function knownRows(model: Model, line: LineItem, origin: KnownOrigin): KcTable {
  if (origin.kind === "fact") return factRows(model, origin.fact);
  return [
    ["Tier", TYPED_WORDS],
    ["Typed value", `${origin.value} ${line.unit}`],
  ];
}

/** One row for each quarter of a span: where it comes from in a few words. */
function partRows({ model, values, assumptions }: Evaluation, line: LineItem, span: Span): KcTable {
  return quartersOf(span).map((quarter) => {
    const label = spanOfColumn(quarter).label;
    const origin = cellOrigin(model, line, quarter, values, assumptions);
    if (origin.kind === "fact") {
      const { fact } = origin;
      return [
        label,
        `${valueOfFact(fact, line.unit)} (${fact.tier}: ${documentOf(model.seeds, fact)}, ${fact.locator})`,
      ];
    }
    const value = values.value(line.id, quarter);
    if (Number.isNaN(value)) return [label, NOT_AVAILABLE];
    const words = origin.kind === "typed" ? TYPED_WORDS : calculatedWords(model.data, [quarter]);
    return [label, `${Number(value.toPrecision(10))} (${words})`];
  });
}

/** The assumptions that a formula reads, also those of quarters; what is typed for the quarter stands before the year's. */
function driverRows(evaluation: Evaluation, expression: Expression, column = -1): KcTable {
  const { model, assumptions } = evaluation;
  return precedents(expression).flatMap((each): KcTable => {
    const inEffect = each.kind === "series" && each.shift === 0 ? LINE_BY_ID.get(each.series.id) : undefined;
    if (inEffect?.quarterly !== undefined) {
      const value = typedQuarter(model, inEffect, column, assumptions);
      return value === undefined
        ? driverRows(evaluation, inEffect.forecast!(), column)
        : [[`Driver: ${inEffect.label}`, `${shownValue(value, inEffect.unit)} (${TYPED_WORDS})`]];
    }
    const row =
      each.kind === "scalar" ? model.rows.find(({ driver }) => driver.id === each.scalar.id) : undefined;
    if (row === undefined) return [];
    const { driver, assumption } = row;
    const value = assumptions.get(driver.id)!;
    const changed =
      value === (row.own.base ?? row.base)
        ? `${assumption.tier}: ${assumption.reason}`
        : `${assumption.tier}; Base ${row.base}: ${assumption.reason}`;
    return [[`Driver: ${driver.label}`, `${shownValue(value, driver.unit)} (${changed})`]];
  });
}

function shownValue(value: string, unit: Unit): string {
  return unit === "%" ? `${Number((Number(value) * 100).toPrecision(12))} %` : value;
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
