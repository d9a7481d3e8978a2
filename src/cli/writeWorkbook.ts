import { randomBytes } from "node:crypto";
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { planToXlsx } from "../hosts/xlsx/writeXlsx";
import type { Model } from "../model";
import { dataVintage } from "../seeds";
import { buildPlan } from "../workbook/buildPlan";
import type { CommandPlace } from "./command";
import { CommandError } from "./commandError";
import type { ChosenScenario } from "./openProject";

/** Builds the workbook and writes it aside, then renames it: the file is there whole or not at all. Gives sheets, formulas and bytes. */
export async function writeWorkbook(model: Model, { scenario, overrides }: ChosenScenario, path: string, place: CommandPlace): Promise<string> {
  try {
    checkTarget(path);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${path} cannot be written: ${reason(error)}.`);
  }
  place.tell(`Planning the workbook (${scenario.name})`);
  const plan = buildPlan(model, { scenario: scenario.id, overrides, created: `${dataVintage(model.seeds)}T00:00:00Z`, version: place.version });
  place.tell(`Writing ${plan.sheets.length} sheets`);
  const bytes = await planToXlsx(plan);
  const aside = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    writeFileSync(aside, bytes, { flag: "wx" });
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw new CommandError(`${path} cannot be written: ${reason(error)}.`);
  }
  const formulas = plan.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter((cell) => cell?.formula !== undefined))).length;
  return `${plan.sheets.length} sheets, ${formulas.toLocaleString("en")} formulas, ${Math.round(bytes.length / 1024)} KB`;
}

function checkTarget(path: string): void {
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  if (folder === undefined) throw new CommandError(`${path} cannot be written: the folder ${dirname(path)} does not exist.`);
  if (!folder.isDirectory()) throw new CommandError(`${path} cannot be written: ${dirname(path)} is not a folder.`);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new CommandError(`${path} cannot be written: it is a folder; name a file in it.`);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you may not write there", EPERM: "you may not write there", EROFS: "the disk is read-only", ENOSPC: "the disk is full",
  EBUSY: "another program has it open", ENAMETOOLONG: "the name is too long",
};

function reason(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
