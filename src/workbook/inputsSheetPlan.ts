import { driverMeaning } from "../companies/kingsoftCloud";
import {
  domainOf,
  type Driver,
  type DriverRow,
  type Model,
  type Scenario,
  type ScenarioHeads,
  type Scenarios,
} from "../model";
import { cellAddress, columnLetters } from "./address";
import { HEADER } from "./axis";
import { formula, number, rowOf, text, wrappedHeight } from "./cells";
import { INPUT_COLUMNS, inputColumnsOf } from "./inputColumns";
import { knownFigureRows } from "./knownFigureRows";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan, SheetPlan, ValidationPlan } from "./plan";
import { quarterLinkRows } from "./quarterLinkRows";
import { NAME_LIMITS, nameInUse, nameValidation, selectedScenario } from "./scenarioNameCells";
import { flagFormat, masterFlag, printPlan } from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { COLOURS, numberStyle } from "./styles";
import type { WorkbookValues } from "./workbookValues";

const SOURCE_WIDTH = 64;
const REASON_WIDTH = 120;

/** What the assumption table shows: own values per scenario after overrides; a scenario without its own value follows Base. */
export interface InputValues {
  /** The scenario's own value, or null when it follows Base; of a quarter, null when nothing is typed for it. */
  own(driverId: string, scenarioNumber: number): number | null;
}

/** The assumption table: scenarios side by side, allowed range, tier, source and reason of every value. */
export function inputsSheetPlan(
  model: Model,
  layout: Layout,
  own: InputValues,
  values: WorkbookValues,
  scenarioName: string,
  heads: ScenarioHeads = new Map(),
): SheetPlan {
  const rows = new Map(model.rows.map((row) => [row.driver.id, row]));
  const { scenarios } = model.spec;
  const baseColumn = inputColumnsOf(scenarios).base;
  const titles = [
    ...["Assumption", "Driver", "Unit", "Lowest", "Highest"],
    ...scenarios.map(({ name }) => name),
    ...["Tier", "Source", "Reason"],
  ];
  const perScenario = (cell: (scenario: Scenario) => CellPlan): Record<number, CellPlan> =>
    Object.fromEntries(
      scenarios.map((scenario) => [INPUT_COLUMNS.firstScenario + scenario.number - 1, cell(scenario)]),
    );
  const body: RowPlan[] = [
    rowOf({ 1: text("Inputs: assumptions of all scenarios", "title") }, 24),
    rowOf({
      1: text("Scenario shown", "subtitle"),
      2: selectedScenario(scenarios, scenarioName, SHEETS.inputs),
      4: text("Checks", "subtitle"),
      5: masterFlag(),
    }),
    rowOf({
      1: text(
        "Blue on yellow is typed and may be changed; black follows the Base column until you type over it. All scenarios are live at once.",
        "subtitle",
      ),
    }),
    rowOf({
      1: text(
        "Percentages are typed as percentages (12.5%); a quarter is typed as year and quarter, 20262 shows as 2026Q2. A value for one quarter only is typed on Quarterly inputs.",
        "subtitle",
      ),
    }),
    rowOf({
      1: text(
        "A value outside its range or a text is refused, and counted on the Checks sheet if pasted in.",
        "subtitle",
      ),
      ...NAME_LIMITS[0],
      [INPUT_COLUMNS.max]: text("Sheet", "nameRight"),
      ...perScenario(({ name }) => text(name, "nameRight")),
    }),
    rowOf({
      1: text(
        "The last three columns are your own: type a name over a head, and lists, heads and charts take it.",
        "subtitle",
      ),
      ...NAME_LIMITS[1],
      [INPUT_COLUMNS.max]: text("Name in use", "nameRight"),
      ...perScenario((scenario) =>
        formula(nameInUse(scenarios, scenario), values(scenario.number).name, "nameShown"),
      ),
    }),
    rowOf(
      {
        ...Object.fromEntries(
          titles.map((title, index) => [
            index + 1,
            text(
              title,
              index + 1 >= INPUT_COLUMNS.min && index < inputColumnsOf(scenarios).lastScenario
                ? "headingRight"
                : "heading",
            ),
          ]),
        ),
        ...perScenario(({ id, name, isOwn }) =>
          isOwn ? headCell(heads.has(id) ? heads.get(id) : name) : text(name, "headingRight"),
        ),
      },
      30,
    ),
    ...model.spec.driverGroups.flatMap((group): RowPlan[] => [
      rowOf(
        Object.fromEntries(
          titles.map((_, index) => [index + 1, text(index === 0 ? group.title : "", "section")]),
        ),
      ),
      ...group.drivers.map((driver) =>
        driverRowPlan(model, driver, rows.get(driver.id)!, layout, own, values),
      ),
    ]),
    ...quarterLinkRows(model, layout, values),
    ...knownFigureRows(model, layout),
  ];
  const first = cellAddress(layout.inputs.firstRow, INPUT_COLUMNS.firstScenario);
  const last = cellAddress(layout.inputs.lastRow, inputColumnsOf(scenarios).lastScenario);
  return {
    name: SHEETS.inputs,
    tabColour: TAB_COLOURS.input,
    columns: [72, 30, 12, 11, 11, ...scenarios.map(() => 13), 13, SOURCE_WIDTH, REASON_WIDTH].map(
      (width) => ({
        width,
      }),
    ),
    rows: body,
    freeze: { rows: HEADER.rows + 1, columns: 1 },
    gridlines: false,
    zoom: 85,
    validations: [
      nameValidation(scenarios),
      ...model.spec.driverGroups.flatMap((group) =>
        group.drivers.map((driver) =>
          validation(scenarios, driver, rows.get(driver.id)!, layout.inputs.driver.get(driver.id)!),
        ),
      ),
    ],
    conditionalFormats: [
      flagFormat("E2"),
      {
        range: `${first}:${last}`,
        formula: `AND(ISNUMBER($${columnLetters(baseColumn)}${layout.inputs.firstRow}),${first}<>$${columnLetters(baseColumn)}${layout.inputs.firstRow})`,
        colour: COLOURS.input,
        fill: COLOURS.changedFill,
        bold: true,
      },
    ],
    notes: [
      {
        cell: cellAddress(layout.inputs.headerRow, baseColumn),
        text: "Base is the column that the other scenarios follow where they have no value of their own. Orange marks a value that differs from Base.",
      },
    ],
    links: [],
    charts: [],
    print: printPlan(
      inputColumnsOf(scenarios).reason,
      body.length,
      "All scenarios",
      layout.inputs.headerRow,
      false,
    ),
  };
}

/** The head of an own scenario's column as it was typed. */
function headCell(head: unknown): CellPlan {
  const value =
    typeof head === "string" || typeof head === "number" || typeof head === "boolean" ? head : null;
  return { value: value === "" ? null : value, style: "nameInput" };
}

function driverRowPlan(
  model: Model,
  driver: Driver,
  row: DriverRow,
  layout: Layout,
  own: InputValues,
  values: WorkbookValues,
): RowPlan {
  const { scenarios } = model.spec;
  const line = layout.inputs.driver.get(driver.id)!;
  const limit = numberStyle(driver.unit, "calculation");
  const [source, reason] = [sourceTitles(model, row), reasonOf(row)];
  const baseColumn = columnLetters(inputColumnsOf(scenarios).base);
  const scenarioCells = model.spec.scenarios.map(({ number: scenario }): [number, CellPlan] => {
    const value = own.own(driver.id, scenario);
    const column = INPUT_COLUMNS.firstScenario + scenario - 1;
    if (value !== null)
      return [
        column,
        number(value, driver.unit === "%" ? "percentInput" : numberStyle(driver.unit, "input")),
      ];
    return [
      column,
      formula(
        `$${baseColumn}${line}`,
        values(scenario).driver(driver.id),
        driver.unit === "%" ? "percentFollowing" : numberStyle(driver.unit, "calculation"),
      ),
    ];
  });
  return rowOf(
    {
      1: text(driver.label),
      2: text(driver.id, "name"),
      3: text(driver.unit, "unit"),
      4: number(Number(row.min), limit),
      5: number(Number(row.max), limit),
      ...Object.fromEntries(scenarioCells),
      [inputColumnsOf(scenarios).tier]: text(row.assumption.tier, "unit"),
      [inputColumnsOf(scenarios).source]: text(source, "nameWrapped"),
      [inputColumnsOf(scenarios).reason]: text(reason, "nameWrapped"),
    },
    wrappedHeight([
      [source, SOURCE_WIDTH],
      [reason, REASON_WIDTH],
    ]),
  );
}

/** Titles of the documents behind an assumption, each once. */
export function sourceTitles(model: Model, row: DriverRow): string {
  const titles = row.assumption.facts.map((id) => {
    const fact = model.seeds.fact(id)!;
    return fact.tier === "derived"
      ? `derived: ${fact.id}`
      : (model.seeds.sources.find(({ id: source }) => source === fact.source)?.title ?? fact.source);
  });
  return [...new Set(titles)].join("; ") || "Judgement of this model";
}

function reasonOf(row: DriverRow): string {
  return row.assumption.reason;
}

function validation(scenarios: Scenarios, driver: Driver, row: DriverRow, line: number): ValidationPlan {
  const range = `${cellAddress(line, INPUT_COLUMNS.firstScenario)}:${cellAddress(line, inputColumnsOf(scenarios).lastScenario)}`;
  const [min, max] = [Number(row.min), Number(row.max)];
  const shown = driver.unit === "%" ? `${min * 100}% to ${Math.round(max * 1e4) / 100}%` : `${min} to ${max}`;
  const prompt = {
    promptTitle: driver.id.slice(0, 32),
    prompt: `${driverMeaning(driver)} Allowed: ${shown}.`.slice(0, 255),
    errorTitle: "Not allowed",
    error: `${driver.label}: allowed is ${shown}.`.slice(0, 225),
  };
  if (driver.unit === "quarter")
    return { range, rule: { kind: "list", values: domainOf(row).values().map(String) }, ...prompt };
  return {
    range,
    rule: driver.whole ? { kind: "whole", min, max } : { kind: "decimal", min, max },
    ...prompt,
  };
}
