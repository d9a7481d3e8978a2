import { dataVintage, type ScenarioName } from "../seeds";
import { shippedNames, type Assumptions, type Model, type ScenarioNames, type Unit } from "../model";
import { emptyRow, formula, notDisclosed, number, rowOf, text } from "./cells";
import { INPUT_COLUMNS } from "./inputColumns";
import type { CellPlan, ChartPlan, RowPlan, SheetPlan } from "./plan";
import { nameCell } from "./scenarioNameCells";
import { printPlan } from "./sheetFrame";
import { TAB_COLOURS } from "./sheetNames";
import { COLOURS, numberStyle } from "./styles";

/** A figure of a result with its unit, or words; each may be a formula with what it gives now. */
export type ResultCell =
  | string
  | { readonly value: number; readonly unit: Unit; readonly formula?: string }
  | { readonly words: string; readonly formula: string };

/** Row in which the first row of a result stands. */
export const FIRST_RESULT_ROW = 7;

/** A result of the pane as a table: scenarios side by side, a two-way grid, a simulation and the like. */
export interface ResultTable {
  readonly title: string;
  /** How it was made, in a sentence. */
  readonly remark: string;
  readonly headings: readonly (string | null)[];
  readonly rows: readonly (readonly (ResultCell | null)[])[];
  /** Charts below the table, and the rows that are left free for them. */
  readonly charts?: {
    readonly rows: number;
    on(sheet: string): readonly ChartPlan[];
  };
}

/** What a result was made from. */
export interface ResultOrigin {
  /** Name of the sheet. */
  readonly sheet: string;
  /** ISO date. */
  readonly date: string;
  readonly version: string;
  /** Scenarios it was calculated from, each with all its assumptions. */
  readonly scenarios: readonly { readonly id: ScenarioName; readonly assumptions: Assumptions }[];
  /** Names in use, where the workbook has given some. */
  readonly names?: ScenarioNames;
}

const STATE_ROW = 3;
const [THEN, NOW, CHANGED, DRIVER] = [4, 5, 6, 7];
const HEADINGS = ["Assumption", "Scenario", "Unit", "Then", "Now", "Changed", "Driver"];

/** Columns of KC_Inputs before those of scenarios. */
const BEFORE_SCENARIOS = INPUT_COLUMNS.firstScenario - INPUT_COLUMNS.driver;

/** What the state of a result begins with once an input has moved on. */
export const STALE = "STALE";

/**
 * A sheet of a result: its values, every input they were calculated from, and a formula beside each that compares it
 * with the workbook as it is now. The state needs no add-in.
 */
export function resultSheetPlan(
  model: Model,
  { title, remark, headings, rows, charts }: ResultTable,
  { sheet, date, version, scenarios, names = shippedNames(model.spec.scenarios) }: ResultOrigin,
): SheetPlan {
  const room = charts?.rows ?? 0;
  const first = FIRST_RESULT_ROW + rows.length + room + 3;
  const inputs = scenarios.flatMap(({ id, assumptions }) => {
    const scenario = model.spec.scenarios.find((each) => each.id === id)!;
    const { number: place } = scenario;
    return model.rows.map(({ driver }) => ({
      driver,
      scenario,
      place: BEFORE_SCENARIOS + place,
      value: Number(assumptions.get(driver.id)),
    }));
  });
  const last = first + inputs.length - 1;
  const changes = `SUM($F$${first}:$F$${last})`;
  const state = `IF(${changes}=0,"Current: the inputs are as they were.","${STALE}: "&${changes}&" of ${inputs.length} inputs have changed since.")`;
  const body: RowPlan[] = [
    rowOf({ 1: text(title, "title") }, 24),
    rowOf({
      1: text(
        `Values of ${date}, from KC Model ${version} with data to ${dataVintage(model.seeds)}. They do not recalculate; the state below does.`,
        "subtitle",
      ),
    }),
    rowOf({
      1: text("State", "label"),
      2: formula(state, "Current: the inputs are as they were.", "scenarioName"),
    }),
    rowOf({ 1: text(remark, "subtitle") }),
    emptyRow,
    rowOf(
      placed(headings, (heading, index) => text(heading, index === 0 ? "heading" : "headingRight")),
      30,
    ),
    ...rows.map((cells) => rowOf(placed(cells, resultCell))),
    ...Array.from({ length: room + 1 }, () => emptyRow),
    rowOf(
      Object.fromEntries(
        HEADINGS.map((_, index) => [
          index + 1,
          text(index === 0 ? "Inputs when this was made" : "", "section"),
        ]),
      ),
    ),
    rowOf(
      Object.fromEntries(
        HEADINGS.map((heading, index) => [
          index + 1,
          text(heading, index >= THEN - 1 && index <= CHANGED - 1 ? "headingRight" : "heading"),
        ]),
      ),
    ),
    ...inputs.map(({ driver, scenario, place, value }, index): RowPlan => {
      const [row, style] = [
        first + index,
        driver.unit === "%" ? "percentFollowing" : numberStyle(driver.unit, "calculation"),
      ];
      // An own scenario may be given another name: its place is its own.
      const found = `VLOOKUP($G${row},KC_Inputs,${place},0)`;
      const now = scenario.isOwn
        ? `IFERROR(${found},"gone")`
        : `IFERROR(IF(INDEX(KC_Inputs,1,${place})=$B${row},${found},"gone"),"gone")`;
      const changed = `IF(ISNUMBER(E${row}),IF(ABS(E${row}-D${row})<=1E-12*MAX(1,ABS(D${row})),0,1),1)`;
      return rowOf({
        1: text(driver.label),
        2: scenario.isOwn
          ? nameCell(scenario.number, names.get(scenario.id)!, "labelCrossSheet")
          : text(scenario.name),
        3: text(driver.unit, "unit"),
        [THEN]: number(value, style),
        [NOW]: formula(now, value, style),
        [CHANGED]: formula(changed, 0, "changedFlag"),
        [DRIVER]: text(driver.id, "name"),
      });
    }),
  ];
  return {
    name: sheet,
    tabColour: TAB_COLOURS.control,
    columns: [46, 14, 13, 13, 13, 13, 28].map((width) => ({ width })),
    rows: body,
    freeze: { rows: STATE_ROW, columns: 1 },
    gridlines: false,
    zoom: 85,
    validations: [],
    notes: [],
    links: [],
    charts: charts?.on(sheet) ?? [],
    conditionalFormats: [
      {
        range: `B${STATE_ROW}`,
        formula: `LEFT($B$${STATE_ROW},${STALE.length})="${STALE}"`,
        colour: COLOURS.bad,
        fill: COLOURS.badFill,
        bold: true,
      },
      {
        range: `F${first}:F${last}`,
        formula: `$F${first}<>0`,
        colour: COLOURS.input,
        fill: COLOURS.changedFill,
        bold: true,
      },
    ],
    print: printPlan(HEADINGS.length, last, "Values with their inputs", 0, false),
  };
}

/** Cells by the number of their column; null leaves one empty. */
function placed<Part>(
  parts: readonly (Part | null)[],
  cell: (part: Part, index: number) => CellPlan,
): Record<number, CellPlan> {
  return Object.fromEntries(
    parts.flatMap((part, index) => (part === null ? [] : [[index + 1, cell(part, index)] as const])),
  );
}

function resultCell(cell: ResultCell): CellPlan {
  if (typeof cell === "string") return text(cell);
  if ("words" in cell) return formula(cell.formula, cell.words, "label");
  if (!Number.isFinite(cell.value)) return notDisclosed;
  const style = numberStyle(cell.unit, "calculation");
  return cell.formula === undefined ? number(cell.value, style) : formula(cell.formula, cell.value, style);
}
