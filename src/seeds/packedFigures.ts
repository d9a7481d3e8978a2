import type { BrokerEstimate } from "./estimatesOf";
import { groupOf } from "./chooseFacts";
import {
  scenarioNames,
  type Assumption,
  type Basis,
  type Fact,
  type Metric,
  type ScenarioName,
  type Seeds,
} from "./fact";
import { factLookUps } from "./factLookUps";
import { packTable, unpackTable, type PackedTable } from "./packedTable";

/** Marks a figure that is no amount in the unit of its metric. */
const NO_AMOUNT = "-";

/** Basis of most figures, left blank. */
const USUAL: Basis = "reported";

/** What every calculation needs: the metrics, the one figure the model uses of each metric, period and basis, and the assumptions. */
export interface PackedFigures {
  readonly metrics: PackedTable<"id" | "label" | "unit" | "kind">;
  /** `metric` is the step from the last row's metric; `unit` is blank for the metric's own and `modelValue` for the value as printed. */
  readonly facts: PackedTable<"metric" | "period" | "basis" | "value" | "unit" | "modelValue">;
  readonly estimates: PackedTable<keyof BrokerEstimate>;
  /** A blank value inherits Base. */
  readonly assumptions: PackedTable<"driver" | "min" | "max" | ScenarioName>;
}

/** Packs the figures of the seeds. */
export function packFigures(seeds: Seeds): PackedFigures {
  const rows = new Map(seeds.metrics.map((metric, row) => [metric.id, { metric, row }]));
  let before = 0;
  const chosen = figuresInOrder(seeds).map((fact) => {
    const { metric, row } = rows.get(fact.metric)!;
    const { period, basis, value } = fact;
    const step = row - before;
    before = row;
    return {
      metric: step === 0 ? "" : String(step),
      period,
      basis: basis === USUAL ? "" : basis,
      value,
      unit: fact.unit === metric.unit ? "" : fact.unit,
      modelValue: packedAmount(fact),
    };
  });
  return {
    metrics: packTable(["id", "label", "unit", "kind"], seeds.metrics),
    facts: packTable(["metric", "period", "basis", "value", "unit", "modelValue"], chosen),
    estimates: packTable(["broker", "metric", "period", "amount", "knownFrom"], seeds.estimates),
    assumptions: packTable(
      ["driver", ...scenarioNames, "min", "max"],
      seeds.assumptions.map(({ driver, min, max, values }) => ({
        driver,
        min,
        max,
        ...(Object.fromEntries(scenarioNames.map((name) => [name, values[name] ?? ""])) as Record<
          ScenarioName,
          string
        >),
      })),
    ),
  };
}

/** The figures that the model uses, by metric, basis and period: neighbours that are alike compress well. */
export function figuresInOrder({ facts, metrics }: Pick<Seeds, "facts" | "metrics">): readonly Fact[] {
  const rows = new Map(metrics.map(({ id }, row) => [id, row]));
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return facts
    .filter(({ chosen }) => chosen)
    .sort(
      (a, b) =>
        rows.get(a.metric)! - rows.get(b.metric)! || byText(a.basis, b.basis) || byText(a.period, b.period),
    );
}

/** A figure's amount in the unit of its metric, as packed. */
export function packedAmount({ value, modelValue }: Fact): string {
  return modelValue === null ? NO_AMOUNT : modelValue === value ? "" : modelValue;
}

/** The amount behind a packed one. */
export function unpackedAmount(value: string, packed: string): string | null {
  return packed === NO_AMOUNT ? null : packed === "" ? value : packed;
}

/** The seeds as far as the figures go: enough for every value of the model, without a word on where it comes from. */
export function unpackFigures(figures: PackedFigures): Seeds {
  const metrics: readonly Metric[] = unpackTable(figures.metrics).map((row) => ({ ...row, description: "" }));
  let at = 0;
  const facts: readonly Fact[] = unpackTable(figures.facts).map((row, index) => {
    at += Number(row.metric);
    const metric = metrics[at]!;
    const { period, value } = row;
    const group = { metric: metric.id, period, basis: row.basis === "" ? USUAL : (row.basis as Basis) };
    return {
      ...group,
      id: groupOf(group),
      value,
      unit: row.unit === "" ? metric.unit : row.unit,
      modelValue: unpackedAmount(value, row.modelValue),
      chosen: true,
      resolution: null,
      asPrinted: "",
      source: "",
      tier: "judgement",
      locator: "",
      quality: "ok",
      note: "",
      knownFrom: "",
      file: "",
      row: index,
    };
  });
  const table = unpackTable(figures.assumptions);
  const assumptions: readonly Assumption[] = table.map(({ driver, min, max, ...values }, row) => ({
    driver,
    min,
    max,
    row,
    tier: "judgement",
    facts: [],
    reason: "",
    values: Object.fromEntries(scenarioNames.map((name) => [name, values[name] || null])) as Record<
      ScenarioName,
      string | null
    >,
  }));
  return {
    metrics,
    sources: [],
    publication: [],
    facts,
    conflicts: [],
    assumptions,
    estimates: unpackTable(figures.estimates),
    ...factLookUps(facts),
  };
}
