import { columnOfKey, lineKey, openModel, type Model, type ModelData, type TypedFigures } from "../model";

/** Figures of a model that were typed and do not come from the facts; an empty text where a figure of the facts was taken away. */
export function typedFiguresOf(data: ModelData): TypedFigures {
  return new Map(
    data.spec.typedLines.flatMap(({ id }) =>
      data.spec.timeline.quarters.flatMap((_, column) => {
        const [figure, shipped] = [data.figure(id, column), data.shipped(id, column)];
        if (figure === undefined && shipped !== undefined) return [[lineKey(id, column), ""] as const];
        return figure?.factId === null ? [[lineKey(id, column), figure.value] as const] : [];
      }),
    ),
  );
}

/**
 * The model as it stood before a quarter was known: without the figures of that quarter and of later ones, shipped or
 * typed. Throws when no earlier quarter can be opened from.
 */
export function modelBefore({ spec, seeds, data }: Model, column: number): Model {
  const { periods, columnOf } = spec.timeline;
  const hidden = (label: string): boolean => {
    const index = columnOf(label);
    return index >= 0 && periods[index]!.endDate >= periods[column]!.endDate;
  };
  const earlier = [...typedFiguresOf(data)].filter(([key]) => columnOfKey(key) < column);
  return openModel(
    spec,
    {
      ...seeds,
      chosen: (metric, period, basis) =>
        hidden(period) && basis !== "guidance" ? undefined : seeds.chosen(metric, period, basis),
    },
    new Map(earlier),
  );
}
