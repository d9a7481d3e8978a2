import { createKcFunctions } from "../functions";
import type { PlacedReader } from "../hosts/grid/liveModel";
import type { FileContent } from "../hosts/opening/fileParts";
import { listed } from "../hosts/opening/featureWords";
import type { FormulaReader } from "../hosts/opening/formulaReader";
import type { ModelReading } from "../hosts/opening/modelSheetParts";
import type { ModelTab } from "../hosts/opening/modelTabs";
import { UnfitFile } from "../hosts/opening/unfitFile";
import type { ReadWorkbook } from "../hosts/xlsx/readXlsx";
import { SCENARIOS } from "../companies/kingsoftCloud";
import { scenarioAssumptions, validateAssumptions, type Model } from "../model";
import { cellAddress, parseCell, splitAddress } from "../workbook/address";
import { consensusCells } from "../workbook/consensusInputs";
import { JOURNAL_PLACES } from "../workbook/journalPlaces";
import { keptTyping, typedPlace } from "../workbook/keptPlaces";
import { INPUT_COLUMNS, inputColumnsOf } from "../workbook/inputColumns";
import { layoutOf } from "../workbook/layout";
import { sheetKey, type WorkbookPlan } from "../workbook/plan";
import { SHEETS } from "../workbook/sheetNames";
import { summaryCells } from "../workbook/summaryCells";
import { say, told, type Catalogue } from "../words";
import { alignedReader } from "./alignedReader";
import { findInputs, inputFormulas, inputReader, type InputPlaces } from "./fileInputs";
import { readWorkbookInputs, type UnusableInput, type WorkbookInputs } from "./followInputs";
import { readerInEnglish } from "./inEnglish";
import { fileCalculator, UncalculatedCell, type FileCalculator } from "./uncachedValues";

/** Inputs and scenario of a file, and the formulas that a person gave inputs. */
export interface OpenedInputs {
  readonly inputs: WorkbookInputs;
  readonly formulas: readonly FileContent[];
  readonly left: readonly string[];
  readonly told: readonly string[];
  /** Cells of the plan that were read as inputs; rows and columns from 1. */
  isInput(sheet: string, row: number, column: number): boolean;
}

/** Reads the inputs of a file wherever they stand. Throws UnfitFile where it has none, or one that the model can't calculate with. */
export function openInputs(
  model: Model,
  file: ReadWorkbook,
  plan: WorkbookPlan,
  { tabs, sameRelease }: Pick<ModelReading, "tabs" | "sameRelease">,
  reader: FormulaReader,
  words: Catalogue,
): OpenedInputs {
  const tabOf = (name: string): ModelTab | undefined =>
    [...tabs.values()].find((tab) => sheetKey(tab.plan) === name);
  const [table, summary] = [tabOf(SHEETS.inputs), tabOf(SHEETS.summary)];
  const places = table === undefined ? null : findInputs(model, table, words);
  if (table === undefined || places === null || places.missing.length > model.rows.length / 2)
    throw new UnfitFile(
      say`This workbook holds no KC model: it has no Inputs sheet with the model's assumptions. Open a file that was saved here, by the add-in or by kc build.`,
    );
  const calculated = new Set<string>();
  const calculate = sayingWhy(file, fileCalculator(file, createKcFunctions(model)), calculated);
  const ofTable = inputReader(model, table, places, calculate);
  const typing = typedApart(model);
  const elsewhere = alignedReader(plan, tabs, sameRelease, typing);
  const isInput = inputPlaces(model);
  const read = readerInEnglish(words, (sheet, row, column) =>
    sheet === SHEETS.inputs && isInput(sheet, row, column)
      ? ofTable(sheet, row, column)
      : isInput(sheet, row, column) && summary !== undefined
        ? scenarioShown(summary, calculate)
        : sheet === SHEETS.history && tabOf(SHEETS.history) === undefined
          ? SHIPPED
          : elsewhere(sheet, row, column),
  );
  const inputs = usable(model, readWorkbookInputs(model, read), table, places);
  return {
    inputs,
    formulas: inputFormulas(model, table, places, read, reader),
    left: inputWords(places, summary),
    told:
      calculated.size === 0
        ? []
        : [
            say`Inputs that had formulas without values in the file were calculated: ${listed([...calculated])}.`,
          ],
    isInput,
  };
}

/** Places ("Sheet!A1") of what a person types beside the model: estimates, guidance, what is kept of them, and the journal. */
export function typedApart(model: Model): ReadonlySet<string> {
  return new Set([
    ...[...consensusCells(model).keys()].map((cell) => `${SHEETS.consensus}!${cell}`),
    ...keptTyping(model).map(({ sheet, row, column }) => typedPlace(sheet, row, column)),
    ...JOURNAL_PLACES.map((place) => typedPlace(...place)),
  ]);
}

/** What a cell of the Actuals sheet reads as where a file has no such sheet: the figure of the facts. */
const SHIPPED = { content: "=", value: "" };

/** Tells whether a cell of the plan (rows and columns from 1) is an input, the name of a scenario, or the scenario shown. */
function inputPlaces(model: Model): OpenedInputs["isInput"] {
  const { scenarios } = model.spec;
  const { headerRow, driver } = layoutOf(model).inputs;
  const rows = new Set([headerRow, ...driver.values()]);
  const last = inputColumnsOf(scenarios).lastScenario;
  return (sheet, row, column) => {
    if (sheet === SHEETS.summary)
      return row === summaryCells.selectorRow && column === summaryCells.selectorColumn;
    return (
      sheet === SHEETS.inputs && rows.has(row) && column >= INPUT_COLUMNS.firstScenario && column <= last
    );
  };
}

/** The scenario that the file shows, calculated where it is a formula. */
function scenarioShown({ sheet, at }: ModelTab, calculate: FileCalculator): ReturnType<PlacedReader> {
  const [row, column] = [
    at.rows.toFile(summaryCells.selectorRow),
    at.columns.toFile(summaryCells.selectorColumn),
  ];
  const value = row === null || column === null ? null : calculate(sheet.name, cellAddress(row, column));
  return { content: value ?? "", value: value ?? "" };
}

/** A calculator that refuses the file where it can't, with the formula and the reason, and notes what it calculated. */
function sayingWhy(file: ReadWorkbook, calculate: FileCalculator, calculated: Set<string>): FileCalculator {
  return (sheet, address) => {
    const { value, formula } = file.sheet(sheet).cell(address);
    if (value !== null || !formula) return value;
    try {
      const found = calculate(sheet, address);
      if (!/^\$?[A-Z]{1,3}\$?\d+$/.test(formula)) calculated.add(`${sheet}!${address}`);
      return found;
    } catch (error) {
      if (!(error instanceof UncalculatedCell)) throw error;
      const why = told(error.message)
        .replace(/[.。]$/, "")
        .slice(0, 160);
      throw new UnfitFile(
        say`${error.place} holds the formula =${error.formula.slice(0, 80)} without its value, and it can't be calculated here: ${why}. Open the file in a spreadsheet program, save it there and open it again.`,
      );
    }
  };
}

/** The inputs, all of them allowed. Throws UnfitFile that says which is not. */
function usable(
  model: Model,
  inputs: WorkbookInputs | readonly UnusableInput[],
  table: ModelTab,
  places: InputPlaces,
): WorkbookInputs {
  if (!("rows" in inputs)) {
    const [{ place, holds }] = inputs as readonly [UnusableInput];
    const more = inputs.length > 1 ? say` (and ${inputs.length - 1} more)` : "";
    if (place.startsWith(`${SHEETS.summary}!`))
      throw new UnfitFile(
        say`${place} holds ${holds}, which is no scenario of this model. Choose ${SCENARIOS.map(({ name }) => name).join(", ")} there and save the file again.`,
      );
    throw new UnfitFile(
      say`${placeInFile(model, place, table, places)} holds ${holds}${more}, which the model can't calculate with. Put a number there and save the file again.`,
    );
  }
  for (const { id, name } of SCENARIOS) {
    const assumptions = new Map([
      ...scenarioAssumptions(inputs.rows, id),
      ...(inputs.quarters[id] ?? new Map<string, string>()),
    ]);
    const [problem] = validateAssumptions(model.spec, inputs.rows, assumptions);
    if (problem !== undefined)
      throw new UnfitFile(say`An input of the scenario ${name} is not allowed: ${told(problem.message)}`);
  }
  return inputs;
}

/** Where the file has an input that the plan has at a place. */
function placeInFile(
  model: Model,
  place: string,
  { sheet }: ModelTab,
  { rowOf, columns }: InputPlaces,
): string {
  const { row, column } = parseCell(splitAddress(place).range);
  const [driver = ""] = [...layoutOf(model).inputs.driver].find(([, line]) => line === row) ?? [];
  const [line, at] = [rowOf.get(driver), columns[column - INPUT_COLUMNS.firstScenario]];
  return line === undefined || at === undefined ? place : `${sheet.name}!${cellAddress(line, at)}`;
}

function inputWords({ missing, renamed }: InputPlaces, summary: ModelTab | undefined): readonly string[] {
  return [
    ...(missing.length > 0
      ? [say`Inputs has no row for these drivers, which take the model's own values: ${listed(missing)}.`]
      : []),
    ...(renamed.length > 0
      ? [say`Scenarios that are called otherwise in the file: ${listed(renamed)}.`]
      : []),
    ...(summary === undefined ? [say`It has no Summary sheet; the scenario shown is Base.`] : []),
  ];
}
