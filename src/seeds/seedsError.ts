/** One fault of the seeds: the path under seeds/, the line (0 when the whole file is meant) and what to do. */
export interface SeedsProblem {
  readonly file: string;
  readonly row: number;
  readonly message: string;
}

const mostPrinted = 15;
const longest = 500;

/** The seeds were refused; `file` and `row` are those of the first fault, the message lists up to fifteen. */
export class SeedsError extends Error {
  readonly file: string;
  readonly row: number;
  readonly problems: readonly SeedsProblem[];

  constructor(problems: readonly SeedsProblem[]) {
    const lines = problems.slice(0, mostPrinted).map(describe);
    const more = problems.length - lines.length;
    super([...lines, ...(more > 0 ? [`and ${more} more`] : [])].join("\n"));
    this.name = "SeedsError";
    this.file = problems[0]?.file ?? "";
    this.row = problems[0]?.row ?? 0;
    this.problems = problems;
  }
}

/** Gathers the faults of all files so that one message can list them. */
export class SeedsProblems {
  private readonly found: SeedsProblem[] = [];

  add(file: string, row: number, message: string): void {
    this.found.push({
      file,
      row,
      message: message.length > longest ? `${message.slice(0, longest)}…` : message,
    });
  }

  /** Throws one SeedsError when anything was added. */
  throwIfAny(): void {
    if (this.found.length > 0) throw new SeedsError(this.found);
  }
}

function describe({ file, row, message }: SeedsProblem): string {
  return row > 0 ? `seeds/${file} row ${row}: ${message}` : `seeds/${file}: ${message}`;
}
