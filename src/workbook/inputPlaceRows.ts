import { DRIVER_GROUPS, type Driver, type Unit } from "../model";
import { absolute, cellAddress, columnLetters, onSheet } from "./address";
import { AXIS } from "./axis";
import { formula, rowOf, text } from "./cells";
import { CROSS_FLAG_STYLE, flagOf, perScenario } from "./checkCells";
import { INPUT_COLUMNS } from "./inputColumns";
import type { Layout } from "./layout";
import type { RowPlan } from "./plan";
import { scenarioSheet, SHEETS } from "./sheetNames";

/** Units whose values are whole numbers, with what the check says of them. */
const WHOLE: readonly (readonly [unit: Unit, label: string])[] = [
  ["switch", "Every switch is a whole number"],
  ["choice", "Every choice is a whole number"],
  ["quarters", "Every number of quarters is whole"],
  ["quarter", "Every quarter is a whole number"],
  ["digits", "Every number of digits is whole"],
];

/** Flags on rows of the assumption table that are not where the scenario sheets look for them, as after a sort, and on parts of what can't be parted. */
export function inputPlaceRows(layout: Layout): readonly RowPlan[] {
  const drivers = DRIVER_GROUPS.flatMap((group) => group.drivers);
  const placed = [...layout.scenario.driver.values()];
  const [first, last] = [placed[0]!, placed[placed.length - 1]!];
  const ofScenario = (n: number, column: number): string =>
    onSheet(scenarioSheet(n), absolute(`${cellAddress(first, column)}:${cellAddress(last, column)}`));
  // The two tables have the same rows, so the names stand side by side.
  const shift = layout.inputs.driver.get(drivers[0]!.id)! - first;
  const letters = columnLetters(INPUT_COLUMNS.driver);
  const names = onSheet(SHEETS.inputs, `$${letters}$${first + shift}:$${letters}$${last + shift}`);
  return [
    rowOf({
      1: text("Every assumption stands in its row"),
      2: text("Names of the assumptions against those of the scenario's sheet: sorting moves them", "unit"),
      ...perScenario((n) =>
        formula(flagOf(`SUMPRODUCT(1*(${names}<>${ofScenario(n, AXIS.lineName)}))=0`), 0, CROSS_FLAG_STYLE),
      ),
    }),
    ...WHOLE.flatMap(([unit, label]): RowPlan[] => {
      const one = drivers.find((driver: Driver) => driver.unit === unit);
      if (one === undefined) return [];
      return [
        rowOf({
          1: text(label),
          2: text("Values with a part behind the decimal point", "unit"),
          ...perScenario((n) => {
            const own = onSheet(
              scenarioSheet(n),
              absolute(cellAddress(layout.scenario.driver.get(one.id)!, AXIS.unit)),
            );
            const values = ofScenario(n, AXIS.value);
            return formula(
              flagOf(`SUMPRODUCT((${ofScenario(n, AXIS.unit)}=${own})*(${values}<>ROUND(${values},0)))=0`),
              0,
              CROSS_FLAG_STYLE,
            );
          }),
        }),
      ];
    }),
  ];
}
