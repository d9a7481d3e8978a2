import { compare, over, when, type Expression, type Operand } from "../../formula";

/** a ÷ b, or 0 where b is zero or negative; not disclosed where either is. */
export function ratioOrZero(a: Operand, b: Operand): Expression {
  return when(compare(b, "<=", 0), 0, over(a, b));
}
