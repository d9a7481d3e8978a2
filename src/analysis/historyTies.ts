import { factFor, type Identity, type LineItem, type Model } from "../model";
import { convertUnit, intervalOf, type Fact } from "../seeds";

/** One tie of history: a reported whole against its parts, and whether rounding can reconcile them. */
export interface HistoryTie {
  readonly label: string;
  readonly period: string;
  readonly parts: readonly TiePart[];
  readonly whole: TiePart;
  /** Signed sum of the parts, and the whole, in the unit of the line. */
  readonly partsValue: number;
  readonly wholeValue: number;
  /** Whole less parts, in the unit of the line. */
  readonly difference: number;
  /** Largest difference that the rounding of the printed figures explains. */
  readonly allowed: number;
  readonly ok: boolean;
}

/** A line in a column, added or taken away. */
export interface TiePart {
  readonly sign: 1 | -1;
  readonly line: LineItem;
  readonly column: number;
}

/** Ties of the facts: wholes of some sums against their parts and quarters against reported years, wherever every figure is known. */
export function historyTies(model: Model, sums: readonly Identity[]): readonly HistoryTie[] {
  const { lines, timeline } = model.spec;
  const { quarters, periods, firstQuarterOf, isAfter } = timeline;
  const actual = [...periods.keys()].filter((column) => !isAfter(column, model.data.opening));
  const identities = sums.flatMap(({ label, whole, plus, less = [], quartersOnly, openingOnly }) =>
    actual
      .filter((column) => !quartersOnly || column < quarters.length)
      .filter((column) => !openingOnly || periods[column]!.endDate === periods[model.data.opening]!.endDate)
      .flatMap((column) => {
        const part =
          (sign: 1 | -1) =>
          (line: LineItem): TiePart => ({ sign, line, column });
        return tie(model, label, { sign: 1, line: whole, column }, [
          ...plus.map(part(1)),
          ...less.map(part(-1)),
        ]);
      }),
  );
  const years = lines
    .filter(({ annual }) => annual === "sum")
    .flatMap((line) =>
      actual
        .filter((column) => column >= quarters.length && firstQuarterOf(periods[column]!.year) >= 0)
        .flatMap((column) => {
          const first = firstQuarterOf(periods[column]!.year);
          const parts = [0, 1, 2, 3].map((offset): TiePart => ({ sign: 1, line, column: first + offset }));
          return tie(model, `${line.label}: four quarters make the year`, { sign: 1, line, column }, parts);
        }),
    );
  return [...identities, ...years];
}

function tie(model: Model, label: string, whole: TiePart, parts: readonly TiePart[]): readonly HistoryTie[] {
  const cells = [whole, ...parts];
  const facts = cells.map(({ line, column }) =>
    model.data.known(line.id, column) === undefined
      ? undefined
      : factFor(model.spec, model.seeds, line, column),
  );
  if (facts.some((fact) => fact === undefined || fact.basis === "guidance")) return [];
  const value = ({ line, column }: TiePart): number => Number(model.data.known(line.id, column)!.value);
  const [wholeValue, partsValue] = [
    value(whole),
    parts.reduce((sum, part) => sum + part.sign * value(part), 0),
  ];
  const difference = wholeValue - partsValue;
  const allowed = cells.reduce(
    (sum, { line, column }) => sum + uncertainty(model, factFor(model.spec, model.seeds, line, column)!),
    0,
  );
  return [
    {
      label,
      period: model.spec.timeline.periods[whole.column]!.label,
      parts,
      whole,
      partsValue,
      wholeValue,
      difference: difference + 0,
      allowed,
      ok: Math.abs(difference) <= allowed * (1 + 1e-9) + 1e-9,
    },
  ];
}

/** How far a printed figure may be off, in the unit of its metric: half its interval, a whole one where it is marked rounded. */
function uncertainty({ seeds }: Model, fact: Fact): number {
  const unit = seeds.metrics.find(({ id }) => id === fact.metric)!.unit;
  const scale = Number(convertUnit("1", fact.unit, unit) ?? 1);
  const { low, high } = intervalOf(fact);
  const value = Number(fact.value);
  const half = Math.max(high.toNumber() - value, value - low.toNumber());
  return half * scale * (fact.quality === "rounded" ? 2 : 1);
}
