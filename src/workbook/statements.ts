import { balanceStatement } from "./balanceStatement";
import { capexStatement } from "./capexStatement";
import { cashStatement } from "./cashStatement";
import { incomeStatement } from "./incomeStatement";
import { revenueStatement } from "./revenueStatement";
import type { LineItem } from "../model";
import type { Statement } from "./statement";
import { valuationStatement } from "./valuationStatement";

/** The statement sheets, in the order of their tabs. */
export const STATEMENTS: readonly Statement[] = [
  revenueStatement,
  capexStatement,
  incomeStatement,
  balanceStatement,
  cashStatement,
  valuationStatement,
];

/** The statement that presents a line. Throws when none does. */
export function statementOf(line: LineItem): Statement {
  const found = STATEMENTS.find(({ blocks }) => blocks.some(({ lines }) => lines.includes(line)));
  if (found === undefined) throw new Error(`No statement presents the line "${line.id}".`);
  return found;
}
