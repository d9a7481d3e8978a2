import type { Layout } from "./layout";
import { cellAddress, columnLetters, onSheet } from "./address";
import { FACT_COLUMNS } from "./factsSheetPlan";
import { SHEETS } from "./sheetNames";

/** A proof as a worksheet formula: facts become references, constants get cells of their own. */
export interface ProofFormula {
  readonly formula: string;
  readonly constants: readonly number[];
}

/** Turns a proof's arithmetic over fact ids into a formula in the given row whose constants start at the given column. */
export function proofFormula(
  proof: string,
  layout: Layout,
  row: number,
  firstConstantColumn: number,
): ProofFormula {
  const constants: number[] = [];
  const formula = proof.replace(
    /\{([^{}]*)\}|(\d+(?:\.\d+)?)|\s+/g,
    (_, id: string | undefined, digits: string | undefined) => {
      if (id !== undefined)
        return onSheet(
          SHEETS.facts,
          `$${columnLetters(FACT_COLUMNS.value)}$${layout.facts.row.get(id.trim())!}`,
        );
      if (digits === undefined) return "";
      const value = Number(digits);
      const known = constants.indexOf(value);
      if (known < 0) constants.push(value);
      return cellAddress(row, firstConstantColumn + (known < 0 ? constants.length - 1 : known));
    },
  );
  return { formula, constants };
}
