/** Gives the figures with some levers moved: 1 for each that is. */
export type ValuesWith = (moved: Uint8Array) => readonly number[];

/** Parts of levers in the change of figures: a row for each lever, a column for each figure. */
export interface Shares {
  readonly parts: readonly (readonly number[])[];
  /** Standard errors, 0 where the parts are exact. */
  readonly errors: readonly (readonly number[])[];
  /** Orders that were drawn; null where all of them count. */
  readonly orders: number | null;
}

/** Work that can be left between two calculations; what it yields is how much of it is done, from 0 to 1. */
export type Stepwise<Answer> = Generator<number, Answer, void>;

/** Does stepwise work to its end. */
export function finished<Answer>(work: Stepwise<Answer>): Answer {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** Shapley values over every set of levers: a set of so many of n counts as many times as it comes first in an order. */
export function* exactShares(levers: number, figures: number, value: ValuesWith): Stepwise<Shares> {
  const sets = 2 ** levers;
  const values = new Float64Array(sets * figures);
  const moved = new Uint8Array(levers);
  for (let set = 0; set < sets; set++) {
    for (let lever = 0; lever < levers; lever++) moved[lever] = (set >> lever) & 1;
    values.set(value(moved), set * figures);
    yield (set + 1) / sets;
  }
  const weights = weightsBySize(levers);
  const sizes = sizesOf(sets);
  const parts = table(levers, figures);
  for (let lever = 0; lever < levers; lever++) {
    const bit = 1 << lever;
    for (let set = 0; set < sets; set++) {
      if ((set & bit) !== 0) continue;
      const weight = weights[sizes[set]!]!;
      for (let figure = 0; figure < figures; figure++)
        parts[lever]![figure]! +=
          weight * (values[(set | bit) * figures + figure]! - values[set * figures + figure]!);
    }
  }
  return { parts, errors: table(levers, figures), orders: null };
}

/** The same over orders drawn at random, each followed by its reverse; every order adds up to the whole change. */
export function* sampledShares(
  levers: number,
  figures: number,
  value: ValuesWith,
  calculations: number,
  random: () => number,
): Stepwise<Shares> {
  const pairs = Math.max(2, Math.floor(calculations / (2 * levers)));
  const [sums, squares] = [table(levers, figures), table(levers, figures)];
  for (let pair = 0; pair < pairs; pair++) {
    const order = shuffled(levers, random);
    const added = table(levers, figures);
    for (const each of [order, [...order].reverse()]) {
      walk(each, value, added);
      yield (pair + 1) / pairs;
    }
    added.forEach((amounts, lever) =>
      amounts.forEach((amount, figure) => {
        sums[lever]![figure]! += amount / 2;
        squares[lever]![figure]! += (amount / 2) ** 2;
      }),
    );
  }
  const parts = sums.map((row) => row.map((sum) => sum / pairs));
  const errors = squares.map((row, lever) =>
    row.map((square, figure) => {
      const variance = Math.max(0, square / pairs - parts[lever]![figure]! ** 2);
      return Math.sqrt(variance / (pairs - 1));
    }),
  );
  return { parts, errors, orders: 2 * pairs };
}

/** Adds what each lever of an order adds to those before it. */
function walk(order: readonly number[], value: ValuesWith, added: number[][]): void {
  const moved = new Uint8Array(order.length);
  let before = value(moved);
  for (const lever of order) {
    moved[lever] = 1;
    const now = value(moved);
    now.forEach((amount, figure) => (added[lever]![figure]! += amount - before[figure]!));
    before = now;
  }
}

/** Part of all orders in which a set of a size stands first and a given lever next: s! (n − s − 1)! ÷ n!. */
function weightsBySize(levers: number): readonly number[] {
  const weights: number[] = [];
  for (let size = 0; size < levers; size++)
    weights.push(size === 0 ? 1 / levers : (weights[size - 1]! * size) / (levers - size));
  return weights;
}

function sizesOf(sets: number): Uint8Array {
  const sizes = new Uint8Array(sets);
  for (let set = 1; set < sets; set++) sizes[set] = sizes[set >> 1]! + (set & 1);
  return sizes;
}

function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

const table = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
