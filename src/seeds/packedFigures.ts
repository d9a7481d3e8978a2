import { groupOf } from "./chooseFacts";
import { scenarioNames, type Assumption, type Basis, type Fact, type Metric, type ScenarioName, type Seeds } from "./fact";
import { factLookUps } from "./factLookUps";
import { packTable, unpackTable, type PackedTable } from "./packedTable";

/** Marks a figure that is no amount in the unit of its metric. */
const NO_AMOUNT = "-";

/** What every calculation needs: the metrics, the one figure the model uses of each metric, period and basis, and the assumptions. */
export interface PackedFigures {
  readonly metrics: PackedTable<"id" | "label" | "unit" | "kind">;
  /** `metric` is a place in the metrics; `unit` is blank for the metric's own and `modelValue` for the value as printed. */
  readonly facts: PackedTable<"metric" | "period" | "basis" | "value" | "unit" | "modelValue">;
  /** A blank value inherits Base. */
  readonly assumptions: PackedTable<"driver" | "calibration" | "min" | "max" | ScenarioName>;
}

/** Packs the figures of the seeds. */
export function packFigures(seeds: Seeds): PackedFigures {
  const rows = new Map(seeds.metrics.map((metric, row) => [metric.id, { metric, row }]));
  const chosen = seeds.facts.filter((fact) => fact.chosen).map((fact) => {
    const { metric, row } = rows.get(fact.metric)!;
    const { period, basis, value } = fact;
    return { metric: String(row), period, basis, value, unit: fact.unit === metric.unit ? "" : fact.unit, modelValue: packedAmount(fact) };
  });
  return {
    metrics: packTable(["id", "label", "unit", "kind"], seeds.metrics),
    facts: packTable(["metric", "period", "basis", "value", "unit", "modelValue"], chosen),
    assumptions: packTable(
      ["driver", "calibration", ...scenarioNames, "min", "max"],
      seeds.assumptions.map(({ driver, calibration, min, max, values }) => ({
        driver, calibration, min, max, ...(Object.fromEntries(scenarioNames.map((name) => [name, values[name] ?? ""])) as Record<ScenarioName, string>),
      })),
    ),
  };
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
  const facts: readonly Fact[] = unpackTable(figures.facts).map((row, index) => {
    const metric = metrics[Number(row.metric)]!;
    const { period, value } = row;
    const group = { metric: metric.id, period, basis: row.basis as Basis };
    return {
      ...group, id: groupOf(group), value, unit: row.unit === "" ? metric.unit : row.unit, modelValue: unpackedAmount(value, row.modelValue), chosen: true, resolution: null,
      asPrinted: "", source: "", tier: "judgement", locator: "", quality: "ok", note: "", file: "", row: index,
    };
  });
  const assumptions: readonly Assumption[] = unpackTable(figures.assumptions).map(({ driver, calibration, min, max, ...values }, row) => ({
    driver, calibration, min, max, row, tier: "judgement", facts: [], reason: "",
    values: Object.fromEntries(scenarioNames.map((name) => [name, values[name] || null])) as Record<ScenarioName, string | null>,
  }));
  return { metrics, sources: [], facts, conflicts: [], assumptions, ...factLookUps(facts) };
}
