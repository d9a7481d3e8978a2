import { clockValue } from "./clockValue";
import type { FastReading } from "./fastReading";
import type { Assumptions, ModelData } from "./modelData";
import type { ModelSpec } from "./modelSpec";

/** Values of the model as doubles: line after line, each with its quarters and then its years; NaN means not disclosed, and zero has no sign. */
export interface FastValues {
  readonly all: Float64Array;
  value(lineId: string, column: number): number;
  /** Values of a line, its quarters and then its years. */
  row(lineId: string): Float64Array;
}

/** A model ready to be flexed many times: facts and calendar are laid out once. */
export interface FastModel {
  /** Calculates one set of assumptions given in the order of the model's vector. The result is reused by the next call. */
  flex(drivers: Float64Array): FastValues;
}

/** Assumptions as doubles in the order of the drivers, then of the quarters with NaN where nothing is typed for one. Throws when one is missing. */
export function driverVector({ drivers, quarterDrivers }: ModelSpec, assumptions: Assumptions): Float64Array {
  const vector = new Float64Array(drivers.length + quarterDrivers.length).fill(Number.NaN);
  drivers.forEach(({ id }, place) => {
    const value = assumptions.get(id);
    if (value === undefined) throw new Error(`No value for the assumption "${id}".`);
    vector[place] = Number(value);
  });
  if (assumptions.size > drivers.length)
    quarterDrivers.forEach(({ id }, place) => {
      const value = assumptions.get(id);
      if (value !== undefined) vector[drivers.length + place] = Number(value);
    });
  return vector;
}

/** Lays out facts and calendar for a fast reading of the model. */
export function fastModel(spec: ModelSpec, data: ModelData, reading: FastReading): FastModel {
  const { lines, rowOf, timeline, quarterDrivers } = spec;
  const { width } = timeline;
  const template = new Float64Array(lines.length * width).fill(Number.NaN);
  lines.forEach((line, row) => {
    for (let column = 0; column < width; column++) {
      const known =
        line.clock === undefined
          ? Number(data.known(line.id, column)?.value ?? Number.NaN)
          : clockValue(line, column, timeline, data);
      template[row * width + column] = known + 0;
    }
  });
  const all = new Float64Array(template.length);
  const from = spec.drivers.length;
  const quarters = quarterDrivers.map(({ line, column }) =>
    column > data.opening ? rowOf.get(line.id)! * width + column : -1,
  );
  const values = readingOf(spec, all);
  return {
    flex: (drivers) => {
      all.set(template);
      for (let place = 0; from + place < drivers.length; place++) {
        const typed = drivers[from + place]!;
        if (typed === typed && quarters[place]! >= 0) all[quarters[place]!] = typed + 0;
      }
      reading(all, template, drivers, data.opening);
      return values;
    },
  };
}

/** Values that stay as they are when the model is calculated again. */
export function keptValues(spec: ModelSpec, { all }: Pick<FastValues, "all">): FastValues {
  return readingOf(spec, all.slice());
}

function readingOf({ rowOf, timeline: { width } }: ModelSpec, all: Float64Array): FastValues {
  const startOf = (lineId: string): number => {
    const row = rowOf.get(lineId);
    if (row === undefined) throw new Error(`Unknown line "${lineId}".`);
    return row * width;
  };
  return {
    all,
    value: (lineId, column) => all[startOf(lineId) + column] ?? Number.NaN,
    row: (lineId) => all.subarray(startOf(lineId), startOf(lineId) + width),
  };
}
