import { baseOf, familyOf, type LineItem, type Model, type ModelSpec } from "../model";
import { columnLetters, onSheet } from "./address";
import { axisOf } from "./axis";
import { emptyRow, formula, number, rowOf, text } from "./cells";
import { INPUT_COLUMNS, inputColumnsOf } from "./inputColumns";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { linkedInputStyle, numberStyle } from "./styles";
import type { WorkbookValues } from "./workbookValues";

/** Words in the first columns of the rows with the quarters that count. */
export const QUARTER_LINKS = {
  title: "Quarters that count in each scenario",
  header: "driver@quarter",
} as const;

/** The column of a scenario in the assumption table. */
const columnOf = (scenario: number): string => columnLetters(INPUT_COLUMNS.firstScenario + scenario - 1);

/**
 * What is typed for quarters, a row for each: a scenario's own value, or else Base's where its year has Base's value;
 * an empty text where the year's stands. Scenario sheets and KC functions read it here. Not typed here.
 */
export function quarterLinkRows(model: Model, layout: Layout, values: WorkbookValues): readonly RowPlan[] {
  const axis = axisOf(model.spec.timeline);
  const { quarterDrivers, scenarios } = model.spec;
  const baseNumber = baseOf(scenarios).number;
  const limits = new Map(model.rows.map((row) => [row.driver.id, row]));
  const perScenario = (cell: (scenario: number) => CellPlan): Record<number, CellPlan> =>
    Object.fromEntries(
      scenarios.map((scenario) => [INPUT_COLUMNS.firstScenario + scenario.number - 1, cell(scenario.number)]),
    );
  return [
    emptyRow,
    rowOf({ 1: text(QUARTER_LINKS.title, "section"), ...blank(2, inputColumnsOf(scenarios).reason) }),
    rowOf({
      1: text(`From ${SHEETS.quarterly}; type there, not here. Own quarters, else those of Base`, "unit"),
      [INPUT_COLUMNS.driver]: text(QUARTER_LINKS.header, "name"),
      ...perScenario((scenario) => {
        const row = `$${layout.inputs.headerRow}`;
        return formula(
          `COLUMNS($${columnOf(1)}${row}:${columnOf(scenario)}${row})`,
          scenario,
          numberStyle("number", "calculation"),
        );
      }),
    }),
    ...quarterDrivers.map(({ id, label, unit, line, column, ofYear }) => {
      const first = layout.quarterly.row.get(familyOf(line))!;
      const letters = `$${axis.letters(column)}`;
      const typed = onSheet(SHEETS.quarterly, `${letters}${first}:${letters}${first + scenarios.length - 1}`);
      const base = onSheet(SHEETS.quarterly, `${letters}${first + baseNumber - 1}`);
      const year = layout.inputs.driver.get(ofYear.id)!;
      return rowOf({
        1: text(label),
        [INPUT_COLUMNS.driver]: text(id, "name"),
        [INPUT_COLUMNS.unit]: text(unit, "unit"),
        [INPUT_COLUMNS.min]: number(Number(limits.get(ofYear.id)!.min), numberStyle(unit, "calculation")),
        [INPUT_COLUMNS.max]: number(Number(limits.get(ofYear.id)!.max), numberStyle(unit, "calculation")),
        ...perScenario((scenario) => {
          const own = `INDEX(${typed},${columnOf(scenario)}$${layout.inputs.quarters.headerRow})`;
          const follows = `${columnOf(scenario)}${year}=$${columnOf(baseNumber)}${year}`;
          return formula(
            `IF(ISNUMBER(${own}),${own},IF(AND(${follows},ISNUMBER(${base})),${base},""))`,
            values(scenario).quarter(id),
            linkedInputStyle(unit),
          );
        }),
      });
    }),
  ];
}

/** The quarters of a line's assumption in all scenarios, as the range that scenario sheets look into. */
export function quarterLinkRange(
  { quarterDrivers, scenarios }: ModelSpec,
  layout: Layout,
  line: LineItem,
): string {
  const rows = quarterDrivers
    .filter((each) => each.line.id === line.id)
    .map(({ id }) => layout.inputs.quarters.row.get(id)!);
  return onSheet(
    SHEETS.inputs,
    `$${columnOf(1)}$${rows[0]!}:$${columnOf(scenarios.length)}$${rows[rows.length - 1]!}`,
  );
}

function blank(from: number, to: number): Record<number, CellPlan> {
  return Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, place) => [from + place, text("", "section")]),
  );
}
