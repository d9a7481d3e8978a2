/** What several rounds of a measurement gave. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Least, middle and largest of some figures. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  return { min: sorted[0]!, median: sorted[Math.floor(sorted.length / 2)]!, max: sorted[sorted.length - 1]! };
}

/** The figure that 95 of 100 do not exceed. */
export function p95(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.ceil(0.95 * sorted.length) - 1]!;
}

/** A thing to time. */
export interface Contender {
  readonly name: string;
  readonly calls: number;
  readonly run: (call: number) => void;
}

/** Microseconds a call of each contender: rounds of all of them in turn, so that a slow moment of the machine hits all. */
export function timeInTurn(contenders: readonly Contender[], rounds: number): ReadonlyMap<string, Spread> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (const contender of contenders) timed(contender);
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) times.get(contender.name)!.push(timed(contender));
  }
  return new Map([...times].map(([name, figures]) => [name, spreadOf(figures)]));
}

function timed({ calls, run }: Contender): number {
  const start = process.hrtime.bigint();
  for (let call = 0; call < calls; call++) run(call);
  return Number(process.hrtime.bigint() - start) / 1000 / calls;
}
