import { LexerTreeBuilder } from "@univerjs/engine-formula";

/** A formula (without "=") as it reads when it is copied so many rows down and columns across. */
export function movedFormula(formula: string, down: number, across: number): string {
  return new LexerTreeBuilder().moveFormulaRefOffset(`=${formula}`, across, down).slice(1);
}
