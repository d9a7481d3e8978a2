import type { Language } from "../words";

/** Where a command runs and where it prints. */
export interface CommandPlace {
  /** Top folder of the project. */
  readonly root: string;
  /** Folder that the command was typed in; relative paths of the person start here. */
  readonly calledIn: string;
  readonly version: string;
  /** The language that --lang names, or null. */
  readonly language: Language | null;
  /** Prints a line of the result, in the language spoken. */
  print(line: string): void;
  /** Prints what is in its words already, or is read by programs, as it is. */
  data(text: string): void;
  /** Prints a line about what is going on, beside the result, in the language spoken. */
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
