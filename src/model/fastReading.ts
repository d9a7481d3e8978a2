/**
 * Fills the doubles of every line and column: line after line, each with its quarters and then its years.
 * `values` and `known` hold facts and the calendar, NaN elsewhere; `drivers` holds the assumptions, then the values
 * typed for quarters; `opening` is the column of the opening quarter.
 */
export type FastReading = (
  values: Float64Array,
  known: Float64Array,
  drivers: Float64Array,
  opening: number,
) => void;
