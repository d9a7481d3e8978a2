import type { Place } from "../place";

/** Lines worked out a second time from others, in plain arithmetic: value by line id. */
export type Worked = Readonly<Record<string, (at: Place) => number>>;

/** a ÷ b, or what stands for it where b is not positive; missing where b is. */
export function shareOf(a: number, b: number, otherwise: number): number {
  return b <= 0 ? otherwise : a / b;
}

/** a − b where that is more than what checks round away, else 0. */
export function excess(at: Place, a: number, b: number): number {
  return a - b >= 0.5 / 10 ** at.driver("checkDigits") ? a - b : 0;
}

/** Adds up a figure over some columns. */
export function total(from: number, to: number, figure: (column: number) => number): number {
  let sum = 0;
  for (let column = from; column <= to; column++) sum += figure(column);
  return sum;
}
