import { cashFlow, gross, income, procurement, revenue, target } from "../companies/kingsoftCloud";
import { keptValues, openModel, type LineItem, type Model, type ModelSpec } from "../model";
import type { EstimateCell } from "./estimates";
import type { CellReader } from "./spanValue";
import { modelBefore } from "./modelBefore";

/** Lines of an estimate that is kept: those that a results release answers, free cash flow and the target price. */
export const KEPT_LINES: readonly LineItem[] = [
  revenue.total,
  revenue.public,
  revenue.enterprise,
  revenue.ecosystem,
  revenue.aiGrossBilling,
  gross.profit,
  income.adjustedEbitda,
  income.adjustedOperating,
  income.net,
  income.adjustedNet,
  procurement.capexCompanyBasis,
  cashFlow.freeCashFlow,
  target.price,
];

/** What the model said at one time, as it is kept; "" is an empty cell. */
export interface KeptEstimate {
  readonly name: EstimateCell;
  readonly scenario: EstimateCell;
  /** Excel date of the day on which it was kept. */
  readonly keptOn: EstimateCell;
  /** Label of the last quarter of which results were known. */
  readonly knownTo: EstimateCell;
  /** Tells sets of inputs apart. */
  readonly fingerprint: EstimateCell;
  /** Figure of a line (its place in KEPT_LINES) in a period, in the unit of the line. */
  figure(line: number, index: number): EstimateCell;
}

/** Figures of the periods that end after a quarter; earlier ones, and what has none, are left empty. */
export function figuresAfter(
  { timeline }: ModelSpec,
  values: CellReader,
  knownTo: number,
): (line: number, index: number) => number | "" {
  return (line, index) => {
    if (!timeline.isAfter(index, knownTo)) return "";
    const value = values.value(KEPT_LINES[line]!.id, index);
    return Number.isFinite(value) ? value + 0 : "";
  };
}

const SHIPPED = new WeakMap<Model["seeds"], { spec: ModelSpec; estimates: readonly KeptEstimate[] }>();

/** The estimates that ship: Base before the last results were known, and Base with them. Made once for the facts. */
export function shippedKept({ spec, seeds }: Pick<Model, "spec" | "seeds">): readonly KeptEstimate[] {
  const kept = SHIPPED.get(seeds);
  if (kept?.spec === spec) return kept.estimates;
  const model = openModel(spec, seeds);
  const { quarters } = spec.timeline;
  const { reportedTo } = model.data;
  const of = (name: string, then: Model, knownTo: number): KeptEstimate => ({
    name,
    scenario: "Base",
    keptOn: "",
    knownTo: quarters[knownTo]!.label,
    fingerprint: "",
    figure: figuresAfter(spec, keptValues(spec, then.fast(model.assumptions("base"))), knownTo),
  });
  const estimates = [
    of(`Before ${quarters[reportedTo]!.label}`, modelBefore(model, reportedTo), reportedTo - 1),
    of("As shipped", model, reportedTo),
  ];
  SHIPPED.set(seeds, { spec, estimates });
  return estimates;
}

/** Periods of which estimates are kept: from a year before the opening to the horizon, in the order of columns. */
export function keptPeriods({ data }: Pick<Model, "data">): readonly number[] {
  const { periods, isAfter } = data.spec.timeline;
  return [...periods.keys()].filter((index) => isAfter(index, data.opening - QUARTERS_OF_YEAR));
}

const QUARTERS_OF_YEAR = 4;
