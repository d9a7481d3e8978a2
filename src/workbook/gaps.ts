import { precedents, type Expression } from "../formula";
import { phaseOf, quarterFormula, yearFormula, type LineItem, type Model, type Phase } from "../model";
import { keptForFacts } from "./keptForFacts";

/** Lines of which something is not disclosed: in a quarter before the opening, in the opening, in a year up to its, in a later year. */
export interface Gaps {
  readonly history: ReadonlySet<string>;
  readonly opening: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
  readonly laterYears: ReadonlySet<string>;
}

/** The gaps of history, which no assumption fills: only there a formula may have no value. */
export function gapsOf(model: Model): Gaps {
  return keptForFacts(model.data, "gaps of history", () => {
    const { opening } = model.data;
    const { lines, timeline } = model.spec;
    const { periods, quarters, width } = timeline;
    const { all } = model.fast(model.assumptions("base"));
    const missing = (columns: readonly number[]): ReadonlySet<string> =>
      new Set(
        lines
          .filter((_, row) => columns.some((column) => Number.isNaN(all[row * width + column])))
          .map(({ id }) => id),
      );
    const years = [...periods.keys()].filter((column) => column >= quarters.length);
    return {
      history: missing([...Array(opening).keys()]),
      opening: missing([opening]),
      years: missing(years.filter((column) => periods[column]!.year <= periods[opening]!.year)),
      laterYears: missing(years.filter((column) => periods[column]!.year > periods[opening]!.year)),
    };
  });
}

/** Whether a formula that has its turn reads a line in a column: where nothing can be known, its cell says so, as an empty one would count as zero. */
export function isRead(model: Model, line: LineItem, column: number): boolean {
  return keptForFacts(model.data, "cells that formulas read", () => readCells(model)).has(
    `${line.id}:${column}`,
  );
}

function readCells({ spec, data }: Model): ReadonlySet<string> {
  const { lines, timeline } = spec;
  const read = new Set<string>();
  for (const line of lines) {
    const byPhase = new Map<Phase, ReturnType<typeof seriesOf>>();
    timeline.periods.forEach(({ kind, year }, column) => {
      const phase = phaseOf(column, data.opening);
      if (kind === "quarter" && !byPhase.has(phase))
        byPhase.set(phase, seriesOf(quarterFormula(line, phase)));
      const series = kind === "quarter" ? byPhase.get(phase)! : seriesOf(yearFormula(line, year, timeline));
      for (const { id, shift } of series) read.add(`${id}:${column + shift}`);
    });
  }
  return read;
}

function seriesOf(expression: Expression | null): readonly { readonly id: string; readonly shift: number }[] {
  if (expression === null) return [];
  return precedents(expression).flatMap((each) =>
    each.kind === "series" ? [{ id: each.series.id, shift: each.shift }] : [],
  );
}
