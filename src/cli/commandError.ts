/** A command that cannot go on, in words for the person who typed it; the command ends with 1. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CommandError";
  }
}
