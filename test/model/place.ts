import { DRIVERS, LINES, PERIODS, QUARTER_DRIVERS, QUARTERS, WIDTH } from "../../src/companies/kingsoftCloud";

/** A reading of the whole model that laws are held against. */
export interface Setting {
  /** Values of every line, quarters and then years, in the order of LINES; NaN is not disclosed. */
  readonly values: Float64Array;
  /** Figures that are known and count, in the same order; NaN where none is. */
  readonly known: Float64Array;
  /** Assumptions behind them, in the order of DRIVERS and QUARTER_DRIVERS. */
  readonly drivers: Float64Array;
  /** Column of the opening quarter. */
  readonly opening: number;
}

const FIRST_YEAR = QUARTERS.length;
const MISSING = Number.NaN;
const ROW: ReadonlyMap<string, number> = new Map(LINES.map(({ id }, row) => [id, row * WIDTH]));
const DRIVER: ReadonlyMap<string, number> = new Map(DRIVERS.map(({ id }, index) => [id, index]));

const QUARTERLY: ReadonlyMap<string, number> = new Map(
  QUARTER_DRIVERS.map(({ id, column }, index) => [
    `${id.slice(0, id.indexOf("@"))}:${column}`,
    DRIVERS.length + index,
  ]),
);

/** Place of a line's first value. Throws when there is no such line. */
export function rowOf(lineId: string): number {
  const row = ROW.get(lineId);
  if (row === undefined) throw new Error(`No line is called "${lineId}".`);
  return row;
}

/** Place of an assumption in the order of DRIVERS. Throws when there is none of this name. */
export function driverPlace(id: string): number {
  const index = DRIVER.get(id);
  if (index === undefined) throw new Error(`No assumption is called "${id}".`);
  return index;
}

/** One column of a reading: lines by name, now and before, what is known of them, and assumptions. */
export class Place {
  private readonly values: Float64Array;
  private readonly figures: Float64Array;
  private readonly drivers: Float64Array;
  readonly opening: number;

  constructor(
    setting: Setting,
    readonly t: number,
  ) {
    this.values = setting.values;
    this.figures = setting.known;
    this.drivers = setting.drivers;
    this.opening = setting.opening;
  }

  get year(): number {
    return PERIODS[this.t]!.year;
  }

  /** 1 to 4. */
  get quarter(): number {
    return (this.t % 4) + 1;
  }

  /** Value of a line in this column. */
  now(lineId: string): number {
    return this.values[rowOf(lineId) + this.t]!;
  }

  /** Value of a line some columns before; none before the first quarter and the first year. */
  before(lineId: string, columns = 1): number {
    if (this.t - columns < (this.t < FIRST_YEAR ? 0 : FIRST_YEAR)) return MISSING;
    return this.values[rowOf(lineId) + this.t - columns]!;
  }

  /** Value of a line in a column. */
  on(lineId: string, column: number): number {
    return this.values[rowOf(lineId) + column]!;
  }

  /** Figure of a line that is known in this column and counts; NaN where none is. */
  fact(lineId: string): number {
    return this.figures[rowOf(lineId) + this.t]!;
  }

  /** Whether a figure of each line is known in this column. */
  knows(...lineIds: readonly string[]): boolean {
    for (const lineId of lineIds) if (Number.isNaN(this.fact(lineId))) return false;
    return true;
  }

  /** What the line has gained since the column before. */
  change(lineId: string): number {
    return this.now(lineId) - this.before(lineId);
  }

  /** Lines added up. */
  sum(...lineIds: readonly string[]): number {
    let total = 0;
    for (const lineId of lineIds) total += this.now(lineId);
    return total;
  }

  /** Value of an assumption. Throws when there is none of this name. */
  driver(id: string): number {
    return this.drivers[driverPlace(id)]!;
  }

  /** Value of this year's assumption among those that have one a year from 2026; the first before it. */
  yearly(prefix: string, last = 2028): number {
    return this.driver(`${prefix}${Math.min(Math.max(this.year, 2026), last)}`);
  }

  /** Value of an assumption that is typed for this quarter, or for one so many quarters later; NaN where none is. */
  typed(prefix: string, ahead = 0): number {
    const place = QUARTERLY.get(`${prefix}:${this.t + ahead}`);
    return place === undefined || this.t + ahead <= this.opening ? MISSING : this.drivers[place]!;
  }

  /** Value of an assumption in this quarter, or in one so many quarters later of the same year: typed, or else the year's. */
  quarterly(prefix: string, ahead = 0): number {
    const typed = this.typed(prefix, ahead);
    return Number.isNaN(typed) ? this.yearly(prefix) : typed;
  }
}
