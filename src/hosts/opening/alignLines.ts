/** Where the rows or the columns of a sheet of a file stand in the plan; lines count from 1. */
export interface LineMap {
  /** The plan's line for a line of the file; null where the plan has none. */
  toPlan(line: number): number | null;
  /** The file's line for a line of the plan; null where the file has none. */
  toFile(line: number): number | null;
  /** True where every line stands where the plan has it. */
  readonly same: boolean;
}

/** Every line where the plan has it. */
export const SAME_LINES: LineMap = { toPlan: (line) => line, toFile: (line) => line, same: true };

/**
 * Completes lines that were recognised (by line of the file) to a map of all lines up to the last one of either side.
 * A line between two recognised ones counts as the plan's where both have moved alike, and as a person's otherwise.
 */
export function alignLines(
  recognised: ReadonlyMap<number, number>,
  last: { readonly file: number; readonly plan: number },
): LineMap {
  if ([...recognised].every(([file, plan]) => file === plan)) return SAME_LINES;
  const claimed = new Map([...recognised].map(([file, plan]) => [plan, file]));
  const toPlan = new Map<number, number>(recognised);
  const known = [...recognised].sort(([a], [b]) => a - b);
  let next = 0;
  for (let file = 1; file <= last.file; file++) {
    while (next < known.length && known[next]![0] < file) next += 1;
    if (recognised.has(file)) continue;
    const [above, below] = [known[next - 1] ?? ([0, 0] as const), known[next]];
    const plan = above[1] + file - above[0];
    const alike = below === undefined || below[1] - below[0] === above[1] - above[0];
    if (!alike || claimed.has(plan)) continue;
    toPlan.set(file, plan);
    claimed.set(plan, file);
  }
  const [lastFile, lastPlan] = known[known.length - 1] ?? [0, 0];
  return {
    same: false,
    toPlan: (line) => toPlan.get(line) ?? (line > last.file ? line - lastFile + lastPlan : null),
    toFile: (line) => claimed.get(line) ?? (line > last.plan ? line - lastPlan + lastFile : null),
  };
}
