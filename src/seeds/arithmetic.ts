import { Decimal } from "decimal.js";

/** Decimals of 40 significant digits, ties away from zero, as proofs and derived figures use them. */
export const ProofDecimal = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** Powers of ten beyond which no amount lies, and places that no figure is rounded to. */
const mostPlaces = 100;

/** The operations a proof needs, passed in so that one reader gives a value, an interval or a worksheet formula. */
export interface Arithmetic<T> {
  constant(text: string): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  /** Throws a RangeError when the divisor is, or may be, zero. */
  divide(a: T, b: T): T;
  /** Throws a RangeError unless the exponent is a whole number. */
  power(a: T, b: T): T;
  negate(a: T): T;
  absolute(a: T): T;
  sum(all: readonly T[]): T;
  smallest(all: readonly T[]): T;
  largest(all: readonly T[]): T;
  /** To a number of decimal places; halves away from zero. */
  round(a: T, places: T): T;
}

/** Exact reading: one decimal value. */
export const valueArithmetic: Arithmetic<Decimal> = {
  constant: (text) => new ProofDecimal(text),
  add: (a, b) => a.plus(b),
  subtract: (a, b) => a.minus(b),
  multiply: (a, b) => a.times(b),
  divide: (a, b) => {
    if (b.isZero()) throw new RangeError("divides by zero");
    return a.div(b);
  },
  power: (a, b) => {
    if (!b.isInteger()) throw new RangeError("has an exponent that is no whole number");
    const power = a.pow(b);
    if (!power.isFinite() || Math.abs(power.e) > mostPlaces)
      throw new RangeError("has a power beyond all amounts");
    return power;
  },
  negate: (a) => a.neg(),
  absolute: (a) => a.abs(),
  sum: (all) => ProofDecimal.sum(...all),
  smallest: (all) => ProofDecimal.min(...all),
  largest: (all) => ProofDecimal.max(...all),
  round: (a, places) => {
    if (!places.isInteger() || places.abs().gt(mostPlaces))
      throw new RangeError(`rounds to places that are no whole number up to ${mostPlaces}`);
    const scale = new ProofDecimal(10).pow(places);
    return a.times(scale).round().div(scale);
  },
};

/** A closed range of values, low to high. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** Interval reading: every value the inputs allow, by their corners (each input taken as independent, so never too narrow). */
export const intervalArithmetic: Arithmetic<Interval> = {
  constant: (text) => ({ low: new ProofDecimal(text), high: new ProofDecimal(text) }),
  add: (a, b) => ({ low: a.low.plus(b.low), high: a.high.plus(b.high) }),
  subtract: (a, b) => ({ low: a.low.minus(b.high), high: a.high.minus(b.low) }),
  multiply: (a, b) => corners(a, b, valueArithmetic.multiply),
  divide: (a, b) => {
    if (b.low.lte(0) && b.high.gte(0)) throw new RangeError("divides by an interval that holds zero");
    return corners(a, b, valueArithmetic.divide);
  },
  power: (a, b) => {
    if (!b.low.eq(b.high)) throw new RangeError("has an exponent that is no constant");
    const spansZero = a.low.lt(0) && a.high.gt(0);
    if (spansZero && b.low.lt(0)) throw new RangeError("divides by an interval that holds zero");
    const ends = corners(a, b, valueArithmetic.power);
    return spansZero && b.low.mod(2).isZero() ? { low: new ProofDecimal(0), high: ends.high } : ends;
  },
  negate: (a) => ({ low: a.high.neg(), high: a.low.neg() }),
  absolute: (a) => {
    const ends = [a.low.abs(), a.high.abs()] as const;
    const spansZero = a.low.lt(0) && a.high.gt(0);
    return {
      low: spansZero ? new ProofDecimal(0) : ProofDecimal.min(...ends),
      high: ProofDecimal.max(...ends),
    };
  },
  sum: (all) => ofEnds(all, (ends) => ProofDecimal.sum(...ends)),
  smallest: (all) => ofEnds(all, (ends) => ProofDecimal.min(...ends)),
  largest: (all) => ofEnds(all, (ends) => ProofDecimal.max(...ends)),
  round: (a, places) => ({
    low: valueArithmetic.round(a.low, places.low),
    high: valueArithmetic.round(a.high, places.low),
  }),
};

function ofEnds(all: readonly Interval[], of: (ends: readonly Decimal[]) => Decimal): Interval {
  return { low: of(all.map(({ low }) => low)), high: of(all.map(({ high }) => high)) };
}

function corners(a: Interval, b: Interval, of: (x: Decimal, y: Decimal) => Decimal): Interval {
  const all = [of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)];
  return { low: ProofDecimal.min(...all), high: ProofDecimal.max(...all) };
}
