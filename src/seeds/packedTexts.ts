import type { Basis, Conflict, Fact, Metric, Publication, Quality, Seeds, Source, Tier } from "./fact";
import { figuresInOrder, packedAmount, unpackedAmount } from "./packedFigures";
import { knownFromOf } from "./publication";
import { packTable, unpackTable, type PackedTable } from "./packedTable";

const factColumns = [
  "metric",
  "period",
  "basis",
  "value",
  "unit",
  "modelValue",
  "id",
  "asPrinted",
  "source",
  "locator",
  "quality",
  "note",
  "resolution",
  "low",
  "high",
  "file",
  "row",
] as const;
const sourceColumns = ["id", "title", "publisher", "date", "kind", "sha256", "url"] as const;
const publicationColumns = ["of", "knownFrom", "note"] as const;

/** Stands before the place of a fact that the figures hold, in the column of the metric. */
const CHOSEN = "=";

/** Where every figure comes from: documents, places in them, quality, notes, the figures the model leaves aside, and how conflicts were settled. */
export interface PackedTexts {
  readonly metrics: PackedTable<"description">;
  readonly sources: PackedTable<(typeof sourceColumns)[number]>;
  readonly publication: PackedTable<(typeof publicationColumns)[number]>;
  /** In the order of the seeds; a fact of the figures has its figure there. An id is blank up to what metric and period say, a text as printed where it is the value. */
  readonly facts: PackedTable<(typeof factColumns)[number]>;
  readonly conflicts: readonly Conflict[];
  /** Facts are separated by blanks. */
  readonly assumptions: PackedTable<"tier" | "facts" | "reason" | "row">;
}

type FactRow = Record<(typeof factColumns)[number], string>;

/** Packs the texts of the seeds. */
export function packTexts(seeds: Seeds): PackedTexts {
  const places = new Map(seeds.metrics.map(({ id }, row) => [id, String(row)]));
  const order = new Map(figuresInOrder(seeds).map(({ id }, index) => [id, index]));
  const facts = seeds.facts.map((fact, index): FactRow => {
    const { period, basis, value, unit, source, quality, note } = fact;
    const figure = fact.chosen
      ? {
          metric: `${CHOSEN}${order.get(fact.id)!}`,
          period: "",
          basis: "",
          value: "",
          unit: "",
          modelValue: "",
        }
      : { metric: places.get(fact.metric)!, period, basis, value, unit, modelValue: packedAmount(fact) };
    return {
      ...figure,
      id: packedId(fact),
      asPrinted: fact.asPrinted === value ? "=" : fact.asPrinted,
      source,
      locator: fact.locator,
      quality,
      note,
      resolution: fact.resolution ?? "",
      low: fact.low ?? "",
      high: fact.high ?? "",
      file: fact.file,
      row: String(fact.row - (seeds.facts[index - 1]?.row ?? 0)),
    };
  });
  return {
    metrics: packTable(["description"], seeds.metrics),
    sources: packTable(sourceColumns, seeds.sources),
    publication: packTable(publicationColumns, seeds.publication),
    facts: packTable(factColumns, facts),
    conflicts: seeds.conflicts,
    assumptions: packTable(
      ["tier", "facts", "reason", "row"],
      seeds.assumptions.map(({ tier, facts: named, reason, row }) => ({
        tier,
        facts: named.join(" "),
        reason,
        row: String(row),
      })),
    ),
  };
}

/** The whole seeds, from the seeds of the figures and the texts. */
export function unpackTexts(figures: Seeds, texts: PackedTexts): Omit<Seeds, "fact" | "chosen"> {
  const described = unpackTable(texts.metrics);
  const metrics: readonly Metric[] = figures.metrics.map((metric, row) => ({
    ...metric,
    ...described[row]!,
  }));
  const sources = unpackTable(texts.sources) as readonly Source[];
  const publication: readonly Publication[] = unpackTable(texts.publication);
  const tiers = new Map(sources.map(({ id, kind }) => [id, kind]));
  const assumptions = unpackTable(texts.assumptions);
  let row = 0;
  const undated = unpackTable(texts.facts).map((cells): Fact => {
    const own = cells.metric.startsWith(CHOSEN)
      ? figures.facts[Number(cells.metric.slice(CHOSEN.length))]!
      : ownFigure(cells, figures.metrics);
    const { metric, period, basis, value, unit, modelValue, chosen } = own;
    const { source, locator, note, file } = cells;
    row += Number(cells.row);
    const derived = cells.low !== "";
    return {
      id: unpackedId(own, cells.id),
      metric,
      period,
      basis,
      unit,
      note,
      chosen,
      resolution: cells.resolution === "" ? null : cells.resolution,
      value,
      asPrinted: cells.asPrinted === "=" ? value : cells.asPrinted,
      source,
      tier: derived ? "derived" : tiers.get(source)!,
      locator,
      quality: cells.quality as Quality,
      modelValue,
      knownFrom: "",
      ...(derived ? { formula: locator, low: cells.low, high: cells.high } : {}),
      file,
      row,
    };
  });
  const knownFrom = knownFromOf(undated, sources, publication);
  return {
    metrics,
    sources,
    publication,
    facts: undated.map((fact) => ({ ...fact, knownFrom: knownFrom(fact) })),
    conflicts: texts.conflicts,
    estimates: figures.estimates,
    assumptions: figures.assumptions.map((assumption, index) => {
      const { tier, facts: named, reason, row: line } = assumptions[index]!;
      return {
        ...assumption,
        tier: tier as Tier,
        facts: named === "" ? [] : named.split(" "),
        reason,
        row: Number(line),
      };
    }),
  };
}

type Figure = Pick<Fact, "metric" | "period" | "basis" | "value" | "unit" | "modelValue" | "chosen">;

function ownFigure(cells: FactRow, metrics: readonly Metric[]): Figure {
  const { period, value, unit } = cells;
  return {
    metric: metrics[Number(cells.metric)]!.id,
    period,
    basis: cells.basis as Basis,
    value,
    unit,
    modelValue: unpackedAmount(value, cells.modelValue),
    chosen: false,
  };
}

/** Nearly every id begins with metric and period. */
function idStart({ metric, period }: Pick<Fact, "metric" | "period">): string {
  return `${metric}.${period.replaceAll("-", "_")}.`;
}

function packedId(fact: Fact): string {
  const start = idStart(fact);
  return fact.id.startsWith(start) ? fact.id.slice(start.length) : `.${fact.id}`;
}

function unpackedId(figure: Figure, packed: string): string {
  return packed.startsWith(".") ? packed.slice(1) : idStart(figure) + packed;
}
