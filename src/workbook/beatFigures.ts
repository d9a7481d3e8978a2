import { expected, KEPT_LINES, sameWord, type EstimateCell, type KeptEstimate } from "../analysis";
import { missingResults, type LineItem, type Model, type ModelSpec } from "../model";
import type { Explained } from "./beatLines";
import type { ConsensusTable } from "./consensusInputs";

/** What the sheet shows now; "" where there is no figure. */
export interface BeatFigures {
  /** Place of the quarter from 1; 0 where the chosen one is none. */
  readonly quarter: number;
  readonly label: EstimateCell;
  /** Places of the quarters by whether their results are known, 0 where not. */
  readonly known: readonly number[];
  /** For each estimate: place of its last known quarter ("" for none), and its number where it was kept before the quarter, else 0. */
  readonly candidates: readonly { readonly knownTo: number | ""; readonly number: number }[];
  /** Number of the estimate compared, 0 for none. */
  readonly number: number;
  reported(line: LineItem): number | "";
  estimate(line: LineItem): number | "";
  consensus(line: LineItem): { readonly mean: number | ""; readonly number: number };
  /** Amounts of the two parts of a difference. */
  parts(of: Explained): readonly [number | "", number | ""];
}

/** Difference of two figures where both are there. */
export const less = (one: number | "", other: number | ""): number | "" =>
  one === "" || other === "" ? "" : one - other;

/** Works out what is reported and expected of the chosen quarter. */
export function beatFigures(
  model: Model,
  estimates: readonly KeptEstimate[],
  table: ConsensusTable,
  chosen: { readonly quarter: EstimateCell; readonly estimate: EstimateCell },
): BeatFigures {
  const known = model.spec.timeline.quarters.map((_, column) =>
    missingResults(model.spec.required, model.data.figure, column).length === 0 ? column + 1 : 0,
  );
  const label =
    chosen.quarter === "" ? model.spec.timeline.quarters[Math.max(...known) - 1]!.label : chosen.quarter;
  const quarter = quarterPlace(model.spec, label);
  const candidates = estimates.map(({ name, knownTo }, place) => {
    const at = quarterPlace(model.spec, knownTo);
    return {
      knownTo: at === 0 ? ("" as const) : at,
      number: name !== "" && at > 0 && quarter > 0 && at < quarter ? place + 1 : 0,
    };
  });
  const named = estimates.flatMap(({ name }, place) => (sameWord(name, chosen.estimate) ? [place + 1] : []));
  const number =
    chosen.estimate !== "" && named.length === 1
      ? named[0]!
      : Math.max(...candidates.map((each) => each.number));
  const figure = (value: EstimateCell | undefined): number | "" => (typeof value === "number" ? value : "");
  const reported = ({ id }: LineItem): number | "" => {
    const found = quarter === 0 ? undefined : model.data.figure(id, quarter - 1)?.value;
    return found === undefined ? "" : Number(found);
  };
  const estimate = (line: LineItem): number | "" =>
    quarter === 0 ? "" : figure(estimates[number - 1]?.figure(KEPT_LINES.indexOf(line), quarter - 1));
  const difference = (line: LineItem): number | "" => less(reported(line), estimate(line));
  return {
    quarter,
    label,
    known,
    candidates,
    number,
    reported,
    estimate,
    consensus: (line) => {
      const found = quarter === 0 ? null : expected(model.spec, table, line, String(label));
      return { mean: found?.mean ?? "", number: found?.number ?? 0 };
    },
    parts: ({ line, by, lines }) => {
      const [first, second] = lines;
      if (by === "lines") return [difference(first!), difference(second!)];
      const whole = difference(line);
      const own = difference(first!);
      if (own === "" || whole === "") return ["", ""];
      if (by === "rest") return [own, whole - own];
      const [on, of] = [estimate(first!) as number, estimate(line) as number];
      return on > 0 ? [(own * of) / on, whole - (own * of) / on] : ["", ""];
    },
  };
}

/** Place of a quarter from 1 by its label; 0 where it is none. */
export function quarterPlace({ timeline }: ModelSpec, label: EstimateCell): number {
  return timeline.quarters.findIndex((quarter) => sameWord(label, quarter.label)) + 1;
}
