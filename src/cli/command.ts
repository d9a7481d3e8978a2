/** Where a command runs and where it prints. */
export interface CommandPlace {
  /** Top folder of the project. */
  readonly root: string;
  /** Folder that the command was typed in; relative paths of the person start here. */
  readonly calledIn: string;
  readonly version: string;
  /** Prints a line of the result. */
  print(line: string): void;
  /** Prints a line about what is going on, beside the result. */
  tell(line: string): void;
}

/** One kc command. */
export interface Command {
  readonly name: string;
  /** What to type after the name. */
  readonly usage: string;
  /** One sentence on what it does. */
  readonly meaning: string;
  /** Runs it and gives the exit code. */
  run(args: readonly string[], place: CommandPlace): number | Promise<number>;
}
