import { balanceStatement } from "./balanceStatement";
import { capexStatement } from "./capexStatement";
import { cashStatement } from "./cashStatement";
import { incomeStatement } from "./incomeStatement";
import { revenueStatement } from "./revenueStatement";
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
