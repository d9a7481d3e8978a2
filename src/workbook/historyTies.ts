import { halfLastPlace, type Fact } from "../seeds";
import { balances, cost, factFor, firstQuarterOf, gross, income, isActual, LINES, opex, PERIODS, QUARTERS, revenue, type LineItem, type Model } from "../model";
import { columnLetters, onSheet, periodColumn } from "./axis";
import { factFactor } from "./factsSheetPlan";
import type { Layout } from "./layout";
import { SHEETS } from "./sheetNames";

/** One comparison of reported figures with each other: parts against a whole, or quarters against their year. */
export interface HistoryTie {
  readonly label: string;
  readonly period: string;
  readonly partsFormula: string;
  readonly parts: number;
  readonly wholeFormula: string;
  readonly whole: number;
  /** How far rounding of the printed figures lets them differ. */
  readonly tolerance: number;
}

/** Sums that reported figures must satisfy: signed parts and their whole. */
const IDENTITIES: readonly { readonly label: string; readonly parts: readonly (readonly [1 | -1, LineItem])[]; readonly whole: LineItem; readonly quartersOnly?: true }[] = [
  { label: "Public and enterprise cloud make revenue", quartersOnly: true, parts: [[1, revenue.public], [1, revenue.enterprise]], whole: revenue.total },
  { label: "Public, enterprise cloud and other make revenue", parts: [[1, revenue.public], [1, revenue.enterprise], [1, revenue.other]], whole: revenue.total },
  { label: "Revenue less cost makes gross profit", parts: [[1, revenue.total], [-1, cost.total]], whole: gross.profit },
  { label: "Cost parts make cost of revenue", parts: [[1, cost.idc], [1, cost.depreciation], [1, cost.solution], [1, cost.fulfilment], [1, cost.other]], whole: cost.total },
  { label: "Adjusted operating expenses by function", parts: [[1, opex.research], [1, opex.selling], [1, opex.general]], whole: opex.total },
  { label: "Result before tax less tax makes net result", parts: [[1, income.pretax], [-1, income.tax]], whole: income.net },
  { label: "Liabilities and equity make total assets", parts: [[1, balances.totalLiabilities], [1, balances.equityAttributable], [1, balances.minorities]], whole: balances.totalAssets },
];

/** Every tie that the disclosed figures allow. */
export function historyTies(model: Model, layout: Layout): readonly HistoryTie[] {
  const actual = PERIODS.map((_, index) => index).filter((index) => isActual(index, model.data.lastActual));
  const identities = IDENTITIES.flatMap(({ label, parts, whole, quartersOnly }) => actual.filter((index) => !quartersOnly || index < QUARTERS.length).flatMap((index) => identityTie(model, layout, label, parts, whole, index)));
  const years = LINES.filter((line) => line.annual === "sum").flatMap((line) => actual.filter((index) => index >= QUARTERS.length).flatMap((index) => yearTie(model, layout, line, index)));
  return [...identities, ...years];
}

const historyCell = (layout: Layout, line: LineItem, index: number): string =>
  onSheet(SHEETS.history, `${columnLetters(periodColumn(index))}${layout.history.line.get(line.id)!}`);

const knownValue = (model: Model, line: LineItem, index: number): number => Number(model.data.known(line.id, index)!.value);

function identityTie(model: Model, layout: Layout, label: string, parts: readonly (readonly [1 | -1, LineItem])[], whole: LineItem, index: number): readonly HistoryTie[] {
  const lines = [...parts.map(([, line]) => line), whole];
  if (lines.some((line) => model.data.known(line.id, index) === undefined)) return [];
  return [{
    label, period: PERIODS[index]!.label,
    partsFormula: parts.map(([sign, line], place) => `${sign < 0 ? "-" : place > 0 ? "+" : ""}${historyCell(layout, line, index)}`).join(""),
    parts: parts.reduce((sum, [sign, line]) => sum + sign * knownValue(model, line, index), 0),
    wholeFormula: historyCell(layout, whole, index), whole: knownValue(model, whole, index),
    tolerance: tolerance(model, lines.map((line) => [line, index])),
  }];
}

function yearTie(model: Model, layout: Layout, line: LineItem, index: number): readonly HistoryTie[] {
  const first = firstQuarterOf(PERIODS[index]!.year);
  const quarters = [0, 1, 2, 3].map((offset) => first + offset);
  if (first < 0 || [index, ...quarters].some((each) => model.data.known(line.id, each) === undefined)) return [];
  return [{
    label: `${line.label}: four quarters make the year`, period: PERIODS[index]!.label,
    partsFormula: `SUM(${historyCell(layout, line, first)}:${columnLetters(periodColumn(first + 3))}${layout.history.line.get(line.id)!})`,
    parts: quarters.reduce((sum, quarter) => sum + knownValue(model, line, quarter), 0),
    wholeFormula: historyCell(layout, line, index), whole: knownValue(model, line, index),
    tolerance: tolerance(model, [index, ...quarters].map((each) => [line, each])),
  }];
}

/** Sum of what each printed figure may be off by: half of its last place, or half of a derived figure's interval. */
function tolerance(model: Model, cells: readonly (readonly [LineItem, number])[]): number {
  const total = cells.reduce((sum, [line, index]) => sum + uncertainty(factFor(model.seeds, line, index)!, model), 0);
  return Number((total * (1 + 1e-9)).toPrecision(12));
}

function uncertainty(fact: Fact, model: Model): number {
  const unit = model.seeds.metrics.find(({ id }) => id === fact.metric)!.unit;
  const factor = Math.abs(factFactor(fact, unit) ?? 1);
  if (fact.low !== undefined && fact.high !== undefined) return (Math.max(Number(fact.high) - Number(fact.value), Number(fact.value) - Number(fact.low))) * factor;
  return halfLastPlace(fact.value).toNumber() * factor * (fact.quality === "rounded" ? 2 : 1);
}
