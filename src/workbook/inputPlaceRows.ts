import { clock } from "../companies/kingsoftCloud";
import type { Model, ModelSpec, Unit } from "../model";
import { absolute, cellAddress, columnLetters, onSheet } from "./address";
import { AXIS, axisOf } from "./axis";
import { formula, rowOf, text } from "./cells";
import { CROSS_FLAG_STYLE, flagOf, perScenario } from "./checkCells";
import { INPUT_COLUMNS } from "./inputColumns";
import type { Layout } from "./layout";
import type { RowPlan } from "./plan";
import { scenarioSheet, SHEETS } from "./sheetNames";
import { timelineRow } from "./timelineRow";

/** Units whose values are whole numbers, with what the check says of them; quarters must be on the calendar besides. */
const WHOLE: readonly (readonly [unit: Unit, label: string])[] = [
  ["switch", "Every switch is a whole number"],
  ["choice", "Every choice is a whole number"],
  ["quarters", "Every number of quarters is whole"],
  ["digits", "Every number of digits is whole"],
];

/** Flags on rows of the assumption table that are not where the scenario sheets look for them, as after a sort, and on parts of what can't be parted. */
export function inputPlaceRows({ spec }: Model, layout: Layout): readonly RowPlan[] {
  const { drivers, scenarios, timeline } = spec;
  const axis = axisOf(timeline);
  const placed = [...layout.scenario.driver.values()];
  const [first, last] = [placed[0]!, placed[placed.length - 1]!];
  const ofScenario = (n: number, column: number): string =>
    onSheet(
      scenarioSheet(scenarios, n),
      absolute(`${cellAddress(first, column)}:${cellAddress(last, column)}`),
    );
  const cellOf = (n: number, driver: string, column: number): string =>
    onSheet(scenarioSheet(scenarios, n), absolute(cellAddress(layout.scenario.driver.get(driver)!, column)));
  // The two tables have the same rows, so the names stand side by side.
  const shift = layout.inputs.driver.get(drivers[0]!.id)! - first;
  const letters = columnLetters(INPUT_COLUMNS.driver);
  const names = onSheet(SHEETS.inputs, `$${letters}$${first + shift}:$${letters}$${last + shift}`);
  const codes = quarterCodes(spec, timeline.quarters.length - 1);
  const flags = (label: string, about: string, condition: (n: number) => string): RowPlan =>
    rowOf({
      1: text(label),
      2: text(about, "unit"),
      ...perScenario(scenarios, (n) => formula(flagOf(condition(n)), 0, CROSS_FLAG_STYLE)),
    });
  return [
    flags(
      "Every assumption stands in its row",
      "Names of the assumptions against those of the scenario's sheet: sorting moves them",
      (n) => `SUMPRODUCT(1*(${names}<>${ofScenario(n, axis.lineName)}))=0`,
    ),
    ...WHOLE.map(([unit, label]) => {
      const one = drivers.find((driver) => driver.unit === unit)!;
      // Whole powers of −1 only are numbers; INT and ROUND of an area are not the same in every spreadsheet.
      return flags(label, "Parts of a whole: −1 has no such power", (n) => {
        const own = `${ofScenario(n, AXIS.unit)}=${cellOf(n, one.id, AXIS.unit)}`;
        return `ISNUMBER(SUMPRODUCT((-1)^(${ofScenario(n, AXIS.value)}*(${own}))))`;
      });
    }),
    flags("Every quarter is on the calendar", "Quarters that the Timeline has not, such as 20265", (n) =>
      drivers
        .filter(({ unit }) => unit === "quarter")
        .map(({ id }) => `COUNTIF(${codes},${cellOf(n, id, AXIS.value)})`)
        .join("*")
        .concat("=1"),
    ),
  ];
}

/** The codes of all quarters on the Timeline. */
function quarterCodes(spec: ModelSpec, last: number): string {
  const axis = axisOf(spec.timeline);
  const row = timelineRow(spec, clock.quarterCode.id);
  return onSheet(SHEETS.timeline, `$${axis.letters(0)}$${row}:$${axis.letters(last)}$${row}`);
}
