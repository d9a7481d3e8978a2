import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { ModelState } from "../analysis";
import { SCENARIOS } from "../companies/kingsoftCloud";
import { CellError } from "../formula";
import { findScenarioArgument, namesIn, readInputs, typedFigures, type KcScalar } from "../functions";
import { readWorkbook, type ReadWorkbook } from "../hosts/xlsx/readXlsx";
import { findScenario, openModel, type Model } from "../model";
import { cellAddress, parseReference } from "../workbook/address";
import { catalogueOfNames, ENGLISH, type Catalogue } from "../words";
import type { CommandPlace } from "./command";
import { CommandError } from "./commandError";

/** A state that a person named: a shipped scenario, or a scenario of a workbook. */
export interface NamedState extends ModelState {
  /** As it is shown, e.g. "Base" or "Base in old.xlsx". */
  readonly name: string;
  /** The workbook it was read from, or null. */
  readonly workbook: ReadWorkbook | null;
  /** The words of the workbook's sheets. */
  readonly words: Catalogue;
}

/** Name of the range with a workbook's assumptions and known figures. */
const INPUTS = "KC_Inputs";

/** Reads a state: the name of a scenario as shipped, or an .xlsx file and a scenario in it by its name there, by id or by shipped name; Base when left out. Throws what is wrong with it, in words. */
export async function readState(
  model: Model,
  typed: string,
  asked: string | undefined,
  { calledIn }: Pick<CommandPlace, "calledIn">,
): Promise<NamedState> {
  const shipped = /\.xlsx$/i.test(typed) ? undefined : findScenario(SCENARIOS, typed);
  if (shipped !== undefined)
    return {
      name: shipped.name,
      model,
      assumptions: model.assumptions(shipped.id),
      workbook: null,
      words: ENGLISH,
    };
  const path = resolve(calledIn, typed);
  const workbook = await opened(path, typed);
  try {
    const cells = inputCells(workbook);
    const names = namesIn(cells);
    const scenario = findScenarioArgument(asked, [], names);
    return {
      name: `${names.get(scenario.id)!} in ${basename(path)}`,
      model: openModel(model.spec, model.seeds, typedFigures(model, cells)),
      assumptions: readInputs(model, scenario, cells),
      workbook,
      words: await catalogueOfNames(workbook.sheets.map((sheet) => sheet.name)),
    };
  } catch (error) {
    if (error instanceof CellError || error instanceof CommandError)
      throw new CommandError(`${typed}: ${error.message}`);
    throw error;
  }
}

/** Bytes of the largest workbook; the project's own have some 1.3 MB. */
const LARGEST = 64 * 1024 * 1024;

async function opened(path: string, typed: string): Promise<ReadWorkbook> {
  try {
    // A pipe or device might never end.
    const there = await stat(path);
    if (!there.isFile())
      throw new Error(there.isDirectory() ? "it is a folder" : "it is a device, not a file");
    if (there.size > LARGEST) throw new Error(`it has more than ${LARGEST / 1024 / 1024} MB`);
    return await readWorkbook(await readFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new CommandError(
        `There is no file "${typed}", and no scenario of that name. Name an .xlsx file or a scenario such as base.`,
      );
    throw new CommandError(`${typed}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Values of the assumption range of a workbook. */
function inputCells(workbook: ReadWorkbook): KcScalar[][] {
  const reference = workbook.names.get(INPUTS);
  if (reference === undefined)
    throw new CommandError(`it is no workbook of this model, as it has no range ${INPUTS}.`);
  const { sheet, row, column, rows, columns } = parseReference(reference);
  const cells = workbook.sheet(sheet);
  const valueAt = (address: string): KcScalar => {
    const { value, formula } = cells.cell(address);
    if (value === null && formula !== undefined)
      throw new CommandError(
        `${sheet}!${address} has a formula without its value. Open the file in a spreadsheet program, save it there and compare again.`,
      );
    return value;
  };
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_, right) => valueAt(cellAddress(row + down, column + right))),
  );
}
