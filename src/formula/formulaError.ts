/** A formula that has no value, with Excel's own error code. */
export class FormulaError extends Error {
  constructor(
    readonly code: "#DIV/0!" | "#NAME?" | "#NUM!" | "#VALUE!" | "#REF!",
    message: string,
  ) {
    super(message);
    this.name = "FormulaError";
  }
}
