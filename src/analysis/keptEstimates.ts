import {
  cashFlow,
  gross,
  income,
  isAfter,
  PERIODS,
  procurement,
  QUARTERS,
  revenue,
  target,
  kingsoftCloud,
} from "../companies/kingsoftCloud";
import { keptValues, openModel, type LineItem, type Model } from "../model";
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
  values: CellReader,
  knownTo: number,
): (line: number, index: number) => number | "" {
  return (line, index) => {
    if (!isAfter(index, knownTo)) return "";
    const value = values.value(KEPT_LINES[line]!.id, index);
    return Number.isFinite(value) ? value + 0 : "";
  };
}

const SHIPPED = new WeakMap<Model["seeds"], readonly KeptEstimate[]>();

/** The estimates that ship: Base before the last results were known, and Base with them. Made once for the facts. */
export function shippedKept({ seeds }: Pick<Model, "seeds">): readonly KeptEstimate[] {
  const kept = SHIPPED.get(seeds);
  if (kept !== undefined) return kept;
  const model = openModel(kingsoftCloud, seeds);
  const { reportedTo } = model.data;
  const of = (name: string, then: Model, knownTo: number): KeptEstimate => ({
    name,
    scenario: "Base",
    keptOn: "",
    knownTo: QUARTERS[knownTo]!.label,
    fingerprint: "",
    figure: figuresAfter(keptValues(then.spec, then.fast(model.assumptions("base"))), knownTo),
  });
  const found = [
    of(`Before ${QUARTERS[reportedTo]!.label}`, modelBefore(model, reportedTo), reportedTo - 1),
    of("As shipped", model, reportedTo),
  ];
  SHIPPED.set(seeds, found);
  return found;
}

/** Periods of which estimates are kept: from a year before the opening to the horizon, in the order of PERIODS. */
export function keptPeriods({ data }: Pick<Model, "data">): readonly number[] {
  return [...PERIODS.keys()].filter((index) => isAfter(index, data.opening - QUARTERS_OF_YEAR));
}

const QUARTERS_OF_YEAR = 4;
