import { STATE_NAMES, type CellReader } from "../../analysis";
import { LINE_BY_ID, periodIndex, PERIODS, QUARTERS, REQUIRED, YEARS } from "../../companies/kingsoftCloud";
import {
  lineKey,
  missingOfSheet,
  missingResults,
  openModel,
  type Assumptions,
  type Model,
  type TypedFigures,
} from "../../model";
import { listed, say } from "../../words";
import { KEY_FIGURES, type KeyFigure } from "./keyFigures";

/** What entering the figures of a quarter would move. */
export interface QuarterPreview {
  readonly quarter: string;
  /** Figures that go in, by id of their line. */
  readonly figures: ReadonlyMap<string, string>;
  /** Lines that are left out because they are doubtful. */
  readonly leftOut: readonly string[];
  /** Lines of which another figure stands there now. */
  readonly replaced: readonly string[];
  /** What is known of the quarter then, in words. */
  readonly known: string;
  /** Key figures by year, before and after. */
  readonly moves: readonly (KeyFigure & {
    readonly period: string;
    readonly before: number;
    readonly after: number;
  })[];
}

/** Works out a preview: the model is opened anew with the figures beside what is typed already. */
export function quarterPreview(
  model: Model,
  typed: TypedFigures,
  assumptions: Assumptions,
  now: CellReader,
  quarter: number,
  figures: ReadonlyMap<string, string>,
  leftOut: readonly string[],
): QuarterPreview {
  const keys = [...figures].map(([line, value]) => [lineKey(line, quarter), value] as const);
  const next = openModel(model.spec, model.seeds, new Map([...typed, ...keys]));
  const after = next.fast(assumptions);
  const { year } = QUARTERS[quarter]!;
  const years = YEARS.filter((each) => each.year === year || each.year === year + 1);
  return {
    quarter: QUARTERS[quarter]!.label,
    figures,
    leftOut,
    replaced: [...figures.keys()].filter((line) => {
      const before = model.data.figure(line, quarter)?.value;
      return before !== undefined && Number(before) !== Number(figures.get(line));
    }),
    known: knownThen(next, quarter),
    moves: years.flatMap(({ label }) =>
      KEY_FIGURES.map((figure) => ({
        ...figure,
        period: label,
        before: now.value(figure.line.id, periodIndex(label)),
        after: after.value(figure.line.id, periodIndex(label)),
      })),
    ),
  };
}

/** How much is known of a quarter and what it lacks, in a sentence. */
export function knownThen({ data }: Pick<Model, "data">, quarter: number): string {
  const { label } = PERIODS[quarter]!;
  const state = data.knowledge(quarter);
  const name = STATE_NAMES[state].toLowerCase();
  if (state === "reported")
    return say`${label} is known whole; the next quarter opens from its balance sheet.`;
  if (state === "forecast") return say`Nothing of ${label} is known yet: all of it is forecast.`;
  const labels = (ids: readonly string[], between: ", " | " or " = ", "): string =>
    listed(
      ids.map((id) => LINE_BY_ID.get(id)!.label),
      between,
    );
  const results = missingResults(REQUIRED, data.figure, quarter);
  if (results.length > 0)
    return say`${label} counts as ${name}: for its results it lacks ${listed(
      results.map((ids) => labels(ids, " or ")),
      "; ",
    )}.`;
  const sheet = missingOfSheet(REQUIRED, data.figure, quarter);
  if (sheet.length === 0)
    return say`${label} counts as ${name}: its balance sheet does not tie, so it is calculated.`;
  const some = sheet.length < REQUIRED.assets.length + REQUIRED.claims.length;
  return say`${label} counts as ${name}: its balance sheet ${some ? say`lacks ${labels(sheet)} and ` : ""}is calculated.`;
}
