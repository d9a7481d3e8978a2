import type { Addressing } from "../formula";
import type { Model, ModelSpec } from "../model";
import { columnLetters, onSheet } from "./address";
import { AXIS, axisOf } from "./axis";
import type { Layout } from "./layout";
import { SHEETS } from "./sheetNames";

/** Cell of the Actuals sheet that holds a line's figure of a period. Throws for a line that has none. */
export function actualsCell(layout: Layout, lineId: string, index: number): string {
  const { axis } = layout;
  const row = layout.history.line.get(lineId);
  if (row === undefined) throw new Error(`The line "${lineId}" has no row on the sheet "${SHEETS.history}".`);
  return onSheet(SHEETS.history, `${axis.letters(index)}${row}`);
}

/** Condition that such a figure stands before every formula: it is a number, and a balance is part of a sheet that counts. */
export function knownCondition(
  { lineById, timeline }: ModelSpec,
  layout: Layout,
  lineId: string,
  index: number,
): string {
  const { axis } = layout;
  const known = `ISNUMBER(${actualsCell(layout, lineId, index)})`;
  if (lineById.get(lineId)!.typed !== "balance" || index >= timeline.quarters.length) return known;
  const counts = onSheet(SHEETS.history, `${axis.letters(index)}$${layout.history.known.counts}`);
  return `AND(${known},${counts}=1)`;
}

/** Where a scenario sheet's formulas find their quantities, for a formula in one period's column. */
export function scenarioAddressing({ spec, data }: Model, layout: Layout, index: number): Addressing {
  const axis = axisOf(spec.timeline);
  const { quarters: all, periods, firstQuarterOf } = spec.timeline;
  const row = (id: string): number => layout.scenario.line.get(id)!;
  const driverRow = (id: string): number => layout.scenario.driver.get(id)!;
  const value = columnLetters(AXIS.value);
  const quarters = (id: string, from: number): string =>
    `$${axis.letters(from)}${row(id)}:$${axis.letters(all.length - 1)}${row(id)}`;
  const ofYear = (): number => firstQuarterOf(periods[index]!.year);
  return {
    series: ({ id }, shift) => `${axis.letters(index + shift)}${row(id)}`,
    fact: ({ id }) => actualsCell(layout, id, index),
    known: ({ id }) => knownCondition(spec, layout, id, index),
    scalar: ({ id }) => `$${value}$${driverRow(id)}`,
    scalars: (scalars) =>
      `$${value}$${driverRow(scalars[0]!.id)}:$${value}$${driverRow(scalars[scalars.length - 1]!.id)}`,
    allQuarters: ({ id }) => quarters(id, 0),
    forecastQuarters: ({ id }) => quarters(id, data.opening + 1),
    quartersOfYear: ({ id }) => `${axis.letters(ofYear())}${row(id)}:${axis.letters(ofYear() + 3)}${row(id)}`,
    lastQuarterOfYear: ({ id }) => `${axis.letters(ofYear() + 3)}${row(id)}`,
  };
}
