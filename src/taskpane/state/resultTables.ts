import {
  PERCENTILES,
  RESPONSE_LINES,
  rowOfDriver,
  type BreakEven,
  type Comparison,
  type Response,
  type Sensitivity,
  type Simulation,
  type Tornado,
} from "../../analysis";
import { LINE_BY_ID } from "../../companies/kingsoftCloud";
import type { LineItem, Model } from "../../model";
import type { ResultCell, ResultTable } from "../../workbook/resultSheetPlan";
import { wordIn } from "../../words";

/** The figure that a result is about, as a line id and a period label. */
export interface Asked {
  readonly line: string;
  readonly period: string;
}

const subject = ({ line, period }: Asked): string => `${LINE_BY_ID.get(line)!.label}, ${period}`;
const figure =
  ({ line }: Asked): ((value: number) => ResultCell) =>
  (value) => ({ value, unit: LINE_BY_ID.get(line)!.unit });

/** Figures of a period in every scenario. */
export function comparisonTable(
  period: string,
  lines: readonly LineItem[],
  { scenarios, measures }: Comparison,
): ResultTable {
  return {
    title: `Scenarios side by side, ${period}`,
    remark: "RMB million unless the figure says otherwise.",
    headings: ["Figure", ...scenarios.map(({ name }) => name)],
    rows: lines.map((line, index) => [
      line.label,
      ...measures[index]!.values.map((value): ResultCell => ({ value, unit: line.unit })),
    ]),
  };
}

/** Which assumptions move a figure most. */
export function tornadoTable(
  model: Model,
  asked: Asked,
  { unchanged, bars }: Tornado,
  most: number,
): ResultTable {
  const result = figure(asked);
  const given = (driver: string, value: number): ResultCell => ({
    value,
    unit: rowOfDriver(model, driver).driver.unit,
  });
  return {
    title: `What moves it most: ${subject(asked)}`,
    remark: "Each assumption alone, from its downside to its upside value, else by a tenth.",
    headings: ["Assumption", "Lower value", "Result", "Upper value", "Result", "Unchanged"],
    rows: bars
      .slice(0, most)
      .map(({ driver, label, low, high }) => [
        label,
        given(driver, low.value),
        result(low.result),
        given(driver, high.value),
        result(high.result),
        result(unchanged),
      ]),
  };
}

/** A figure over values of two assumptions. */
export function sensitivityTable(
  model: Model,
  asked: Asked,
  { rows, columns, results }: Sensitivity,
): ResultTable {
  const [down, across] = [
    rowOfDriver(model, rows.driver).driver,
    columns === null ? null : rowOfDriver(model, columns.driver).driver,
  ];
  return {
    title: `Two assumptions at once: ${subject(asked)}`,
    remark: `Down: ${down.label}. Across: ${across?.label ?? "nothing"}.`,
    headings: ["Down", ...(columns?.values ?? []).map((_, index) => (index === 0 ? "Across" : ""))],
    rows: [
      ["", ...(columns?.values ?? []).map((value): ResultCell => ({ value, unit: across!.unit }))],
      ...rows.values.map((value, row): readonly ResultCell[] => [
        { value, unit: down.unit },
        ...results[row]!.map(figure(asked)),
      ]),
    ],
  };
}

/** The assumption's value that meets a target. */
export function breakEvenTable(
  model: Model,
  asked: Asked,
  target: number,
  driver: string,
  found: BreakEven & { found: true },
): ResultTable {
  const { label, unit } = rowOfDriver(model, driver).driver;
  return {
    title: `Break-even: ${subject(asked)}`,
    remark: "The value of the assumption that brings the figure to its target, all else unchanged.",
    headings: ["Assumption", "Value", wordIn("Target", "figure"), "Reached"],
    rows: [[label, { value: found.value, unit }, figure(asked)(target), figure(asked)(found.reached)]],
  };
}

/** How every assumption moves revenue, results and cash of one of the response's years. */
export function responseTable({ years, rows }: Response, place: number): ResultTable {
  return {
    title: `How each assumption moves the results of FY${years[place]!}`,
    remark: "RMB m at the upper less the lower value, each assumption alone, all else unchanged.",
    headings: [
      "Assumption",
      "Lower value",
      "Upper value",
      ...RESPONSE_LINES.map(({ label }) => label),
      "Why nothing moves",
    ],
    rows: rows.map(({ driver, low, high, effects, why }): readonly ResultCell[] => [
      driver.label,
      { value: low, unit: driver.unit },
      { value: high, unit: driver.unit },
      ...effects.map((effect): ResultCell => ({ value: effect[place]!, unit: "RMB m" })),
      why ?? "",
    ]),
  };
}

/** Spread of a figure over the draws. */
export function simulationTable(
  asked: Asked,
  { seed, draws, distributions, measures }: Simulation,
  base: { readonly unchanged: number; readonly below: number },
): ResultTable {
  const [measure] = measures;
  const result = figure(asked);
  return {
    title: `Simulation: ${subject(asked)}`,
    remark: `${draws} draws of ${distributions.length} assumptions, each from a triangle between its downside and upside value; seed ${seed} repeats them.`,
    headings: ["Statistic", "Value"],
    rows:
      measure === undefined
        ? []
        : [
            ["Unchanged", result(base.unchanged)],
            ["Share of draws below the unchanged figure", { value: base.below, unit: "%" }],
            ["Mean", result(measure.mean)],
            ["Standard deviation", result(measure.deviation)],
            ...PERCENTILES.map((each): readonly ResultCell[] => [
              `${each}% of draws below`,
              result(measure.percentiles[each]),
            ]),
          ],
  };
}
