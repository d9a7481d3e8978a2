/** The error values that a cell shows. */
type ErrorCode = "#DIV/0!" | "#N/A" | "#NAME?" | "#NUM!" | "#REF!" | "#VALUE!";

/** A formula or a function that has no value: what its cell shows, a message that says why, and where in the formula's text, counting characters from 1, if it is the text that cannot be read. */
export class CellError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly at?: number,
  ) {
    super(message);
    this.name = "CellError";
  }
}

/** The error of formula text that cannot be read: what is wrong at which character. */
export function unreadable(what: string, at: number): CellError {
  return new CellError("#VALUE!", `${what} at character ${at}.`, at);
}
