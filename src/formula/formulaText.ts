import type { BinaryOperator } from "./expression";

/** Formula text as a tree of its own: what stands in the text, not what it means in the model. `at` counts characters from 1. */
export type FormulaText =
  | { readonly kind: "number"; readonly value: number; readonly at: number }
  | { readonly kind: "text"; readonly value: string; readonly at: number }
  | { readonly kind: "boolean"; readonly value: boolean; readonly at: number }
  /** An argument left out, as in KC.REVENUE("3Q25",,"Upside"). */
  | { readonly kind: "omitted"; readonly at: number }
  /** An array constant such as {1,2;3,4}. */
  | {
      readonly kind: "array";
      readonly rows: readonly (readonly (number | string | boolean)[])[];
      readonly at: number;
    }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly args: readonly FormulaText[];
      readonly at: number;
    }
  | {
      readonly kind: "sign";
      readonly operator: "-" | "+";
      readonly operand: FormulaText;
      readonly at: number;
    }
  | { readonly kind: "percent"; readonly operand: FormulaText; readonly at: number }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator | "&";
      readonly left: FormulaText;
      readonly right: FormulaText;
      readonly at: number;
    };
