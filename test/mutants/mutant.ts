/** One change to the text of a source file. */
export interface Mutant {
  /** Path from the top folder. */
  readonly file: string;
  /** Line of the change, from 1. */
  readonly line: number;
  /** Place in the file's text that is replaced. */
  readonly start: number;
  readonly end: number;
  /** What stood there and what stands there now, on one line. */
  readonly original: string;
  readonly replacement: string;
  /** The kind of change, e.g. "plus for minus". */
  readonly operator: string;
}

const LONGEST = 110;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Names for mutants that hold while their own code stays as it is: the file, the change, and which of equal changes in the file it is. */
export function mutantNames(mutants: readonly Mutant[]): readonly string[] {
  const seen = new Map<string, number>();
  return mutants.map(({ file, original, replacement, operator }) => {
    const name = `${file}: ${original.length + replacement.length > 2 * LONGEST ? `${short(original)} (${operator})` : `${original} → ${replacement}`}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** The file's text with the change made. */
export function mutatedText(text: string, { start, end, replacement }: Mutant): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
