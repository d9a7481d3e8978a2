import { balances, credit, financingDrivers } from "../companies/kingsoftCloud";
import type { Model, Assumptions } from "../model";
import { RESPONSE_LINES, type Response } from "./response";

/** What is to be known about a whole response before its rows are read, in words. */
export function responseNotes(
  model: Model,
  assumptions: Assumptions,
  { years, rows }: Response,
): readonly string[] {
  const values = model.fast(assumptions);
  const minimum = Number(assumptions.get(financingDrivers.minimumCash.id));
  const held = years.filter(
    (year) =>
      Math.abs(values.value(balances.cash.id, model.spec.timeline.columnOf(`FY${year}`)) - minimum) < 1e-6,
  );
  const cash = RESPONSE_LINES.indexOf(balances.cash);
  const debt = RESPONSE_LINES.indexOf(credit.netDebt);
  const hidden = rows.some(
    ({ effects }) =>
      effects[cash]!.every((effect) => effect === 0) && effects[debt]!.some((effect) => effect !== 0),
  );
  if (held.length === 0 || !hidden) return [];
  return [
    `Cash ends ${held.join(", ")} at its minimum of RMB ${minimum.toLocaleString("en-US")} m: loans and the revolver take up the difference, which shows in net debt.`,
  ];
}
