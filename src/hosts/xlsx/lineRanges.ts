/** Numbers of rows or columns as ranges of neighbours, e.g. 3, 4, 5, 9 is "3:5", "9"; `name` gives a number its name. */
export function lineRanges(
  lines: Iterable<number>,
  name: (line: number) => string = String,
): readonly string[] {
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  const ranges: string[] = [];
  let first: number | null = null;
  sorted.forEach((line, index) => {
    first ??= line;
    if (sorted[index + 1] === line + 1) return;
    ranges.push(first === line ? name(line) : `${name(first)}:${name(line)}`);
    first = null;
  });
  return ranges;
}
