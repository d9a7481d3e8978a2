import {
  balanceDrivers,
  equipment,
  equity,
  gross,
  income,
  intangible,
  procurement,
  revenue,
} from "../companies/kingsoftCloud";
import type { Assumptions, LineItem, Model } from "../model";
import type { Seeds } from "../seeds";
import { modelBefore } from "./modelBefore";

/** Lines that a hindcast compares: revenue, and results down to depreciation. */
export const HINDCAST_LINES: readonly LineItem[] = [
  revenue.total,
  revenue.public,
  revenue.enterprise,
  revenue.ecosystem,
  revenue.aiGrossBilling,
  gross.profit,
  intangible.depreciationAndAmortisation,
  income.adjustedEbitda,
];

/** Borders before the opening at which the model is opened again. */
const BORDERS = 3;

/** What the model forecast for a quarter that is known by now. */
export interface Hindcast {
  readonly line: LineItem;
  /** Column of the last quarter that the model knew. */
  readonly border: number;
  /** Column of the quarter that it forecast. */
  readonly column: number;
  /** Forecast with the shipped Base, in the line's unit. */
  readonly forecast: number;
  /** The figure known today. */
  readonly known: number;
}

/**
 * The shipped Base opened with only the results known at earlier borders, against what came: by line, border and
 * quarter. Assumptions are today's, and where a year before their first has none of its own it takes the first's. Of
 * balance sheets only totals are known at those borders: the opening one stands in, with the equipment that capital
 * expenditure and depreciation since the last reported equipment make.
 */
export function hindcast(model: Model): readonly Hindcast[] {
  const { opening } = model.data;
  const { quarters, isAfter } = model.spec.timeline;
  const borders = [...quarters.keys()].slice(opening - BORDERS, opening);
  return borders.flatMap((border) => {
    const then = modelBefore(withSheetAt(model, border), border + 1);
    const { value } = then.fast(assumptionsAt(model, then));
    return HINDCAST_LINES.flatMap((line) =>
      [...quarters.keys()]
        .filter((column) => isAfter(column, border))
        .flatMap((column): readonly Hindcast[] => {
          const known = model.data.known(line.id, column);
          if (known === undefined) return [];
          return [{ line, border, column, forecast: value(line.id, column), known: Number(known.value) }];
        }),
    );
  });
}

/** One line's errors at one distance from the border, over the borders that have it. */
export interface HindcastError {
  readonly line: LineItem;
  /** Quarters from the border: 1 is the quarter after it. */
  readonly horizon: number;
  /** Forecasts compared. */
  readonly count: number;
  /** Mean error as a part of what came: positive is too high. */
  readonly bias: number;
  /** Mean size of the error as a part of what came. */
  readonly size: number;
}

/** Errors of a hindcast by line and horizon, in the order of its lines. */
export function hindcastErrors(compared: readonly Hindcast[]): readonly HindcastError[] {
  return HINDCAST_LINES.flatMap((line) => {
    const of = compared.filter((each) => each.line === line);
    const horizons = [...new Set(of.map(({ border, column }) => column - border))].sort((a, b) => a - b);
    return horizons.map((horizon): HindcastError => {
      const errors = of
        .filter(({ border, column }) => column - border === horizon)
        .map(({ forecast, known }) => forecast / known - 1);
      const mean = (values: readonly number[]): number =>
        values.reduce((sum, value) => sum + value, 0) / values.length;
      return { line, horizon, count: errors.length, bias: mean(errors), size: mean(errors.map(Math.abs)) };
    });
  });
}

/** Base as it ships, with leased equipment as large a part of all equipment as it is at the opening. */
function assumptionsAt({ data, assumptions }: Model, then: Model): Assumptions {
  const base = assumptions("base");
  const of = (model: Pick<Model, "data">): number =>
    Number(model.data.known(equipment.total.id, model.data.opening)!.value);
  const part = of(then) / of({ data });
  const { id } = balanceDrivers.openingRou;
  return new Map(base).set(id, String(Number(base.get(id)) * part));
}

/** The opening balance sheet stands in at the border with the equipment of then; equity takes up the difference. */
function withSheetAt(model: Model, border: number): Model {
  const { lineById, required, timeline } = model.spec;
  const metrics = new Set([...required.assets, ...required.claims].map((id) => lineById.get(id)!.fact));
  const [at, from] = [border, model.data.opening].map((column) => timeline.periods[column!]!.label);
  const { seeds } = model;
  const fewer = equipmentAt(model, border) - figure(model, equipment.total, model.data.opening);
  const moved: ReadonlySet<string | undefined> = new Set([equipment.total.fact, equity.closing.fact]);
  const chosen: Seeds["chosen"] = (metric, period, basis) => {
    if (period !== at || !metrics.has(metric)) return seeds.chosen(metric, period, basis);
    const fact = seeds.chosen(metric, from!, basis);
    if (fact?.modelValue == null || !moved.has(metric)) return fact;
    return { ...fact, modelValue: String(Number(fact.modelValue) + fewer) };
  };
  return { ...model, seeds: { ...seeds, chosen } };
}

const figure = ({ data }: Model, { id }: LineItem, column: number): number =>
  Number(data.known(id, column)?.value ?? Number.NaN);

/** Equipment at a border: the last reported before it, with capital expenditure and without depreciation since. */
function equipmentAt(model: Model, border: number): number {
  let column = border;
  while (column > 0 && Number.isNaN(figure(model, equipment.total, column))) column--;
  let stock = figure(model, equipment.total, column);
  for (let quarter = column + 1; quarter <= border; quarter++)
    stock +=
      figure(model, procurement.capexCompanyBasis, quarter) -
      figure(model, intangible.depreciationAndAmortisation, quarter) +
      figure(model, intangible.amortisation, quarter);
  return stock;
}
