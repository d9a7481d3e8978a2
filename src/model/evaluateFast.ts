import { clockValue, isClock } from "./clockValues";
import { DRIVERS } from "./drivers";
import { fastReading } from "./fastReading.generated";
import { LINES } from "./lines";
import type { Assumptions, ModelData } from "./modelData";
import { QUARTER_DRIVERS } from "./quarterDrivers";
import { WIDTH } from "./timeline";

const ROW_OF: ReadonlyMap<string, number> = new Map(LINES.map((line, row) => [line.id, row]));

/** Values of the model as doubles: line after line, each with its quarters and then its years; NaN means not disclosed, and zero has no sign. */
export interface FastValues {
  readonly all: Float64Array;
  value(lineId: string, column: number): number;
  /** Values of a line, its quarters and then its years. */
  row(lineId: string): Float64Array;
}

/** A model ready to be flexed many times: facts and calendar are laid out once. */
export interface FastModel {
  /** Calculates one set of assumptions given in the order of DRIVERS and QUARTER_DRIVERS. The result is reused by the next call. */
  flex(drivers: Float64Array): FastValues;
}

/** Assumptions as doubles in the order of DRIVERS, then of QUARTER_DRIVERS with NaN where nothing is typed for a quarter. Throws when one is missing. */
export function driverVector(assumptions: Assumptions): Float64Array {
  const vector = new Float64Array(DRIVERS.length + QUARTER_DRIVERS.length).fill(Number.NaN);
  DRIVERS.forEach(({ id }, place) => {
    const value = assumptions.get(id);
    if (value === undefined) throw new Error(`No value for the assumption "${id}".`);
    vector[place] = Number(value);
  });
  if (assumptions.size > DRIVERS.length)
    QUARTER_DRIVERS.forEach(({ id }, place) => {
      const value = assumptions.get(id);
      if (value !== undefined) vector[DRIVERS.length + place] = Number(value);
    });
  return vector;
}

/** Lays out facts and calendar for the fast reading. */
export function fastModel(data: ModelData): FastModel {
  const template = new Float64Array(LINES.length * WIDTH).fill(Number.NaN);
  LINES.forEach((line, row) => {
    for (let column = 0; column < WIDTH; column++) {
      const known = isClock(line.id)
        ? clockValue(line.id, column, data)
        : Number(data.known(line.id, column)?.value ?? Number.NaN);
      template[row * WIDTH + column] = known + 0;
    }
  });
  const all = new Float64Array(template.length);
  const quarters = QUARTER_DRIVERS.map(({ line, column }) =>
    column > data.opening ? LINES.indexOf(line) * WIDTH + column : -1,
  );
  const values = readingOf(all);
  return {
    flex: (drivers) => {
      all.set(template);
      for (let place = 0, from = DRIVERS.length; from + place < drivers.length; place++) {
        const typed = drivers[from + place]!;
        if (typed === typed && quarters[place]! >= 0) all[quarters[place]!] = typed + 0;
      }
      fastReading(all, template, drivers, data.opening);
      return values;
    },
  };
}

/** Values that stay as they are when the model is calculated again. */
export function keptValues({ all }: Pick<FastValues, "all">): FastValues {
  return readingOf(all.slice());
}

function readingOf(all: Float64Array): FastValues {
  return {
    all,
    value: (lineId, column) => all[startOf(lineId) + column] ?? Number.NaN,
    row: (lineId) => all.subarray(startOf(lineId), startOf(lineId) + WIDTH),
  };
}

function startOf(lineId: string): number {
  const row = ROW_OF.get(lineId);
  if (row === undefined) throw new Error(`Unknown line "${lineId}".`);
  return row * WIDTH;
}
