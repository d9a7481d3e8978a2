import { readFile, stat } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { z } from "zod";
import { readWorkbook } from "../../hosts/xlsx/readXlsx";
import { CommandError } from "../commandError";
import { fileTarget } from "../replaceFile";
import { writeWorkbook } from "../writeWorkbook";
import { overridesInput, scenarioInput, textInput } from "./inputs";
import { proofOf } from "./proof";
import { chosenBy, tool } from "./tool";

/** Writes the workbook under the path that the caller names: there whole or not at all. */
export const buildTool = tool({
  name: "build",
  title: "Build the workbook",
  description:
    "Writes the scenario workbook in native formulas (all scenarios live, no add-in needed) under the path given. The only tool that writes, and only that file; a workbook there is replaced whole, any other file is left alone.",
  input: z.object({
    file: textInput("file must be a path that ends in .xlsx").describe("Path of the .xlsx file to write."),
    scenario: scenarioInput.describe("The scenario that the workbook shows first; Base when left out."),
    overrides: overridesInput.describe("Driver values written into that scenario."),
  }),
  writes: true,
  async run({ file, scenario, overrides }, desk) {
    const chosen = chosenBy(desk, scenario, overrides);
    const path = resolve(desk.calledIn, file);
    if (file.includes("\0")) throw new CommandError("file must be a path without a null character.");
    if (extname(path).toLowerCase() !== ".xlsx")
      throw new CommandError(`${file} cannot be written: the name of a workbook ends in .xlsx.`);
    await checkReplaced(fileTarget(path).path, file);
    const place = { version: desk.version, tell: nothing };
    const written = await writeWorkbook(desk.model, chosen, path, place);
    return {
      text: `Wrote ${path}: ${written}; ${chosen.scenario.name} is shown first.`,
      data: {
        file: path,
        written,
        scenario: chosen.scenario.name,
        overrides: Object.fromEntries(chosen.overrides),
      },
      proof: proofOf(chosen),
    };
  },
});

const nothing = (): void => undefined;

/** Only a workbook is replaced: a caller that names another file has mistaken it. */
async function checkReplaced(path: string, named: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there === null) return;
  try {
    await readWorkbook(await readFile(path));
  } catch {
    throw new CommandError(
      `${named} is left alone: the file there is no workbook. Name another file, or remove that one.`,
    );
  }
}
