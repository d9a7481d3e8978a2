import { CellError, plainFormula } from "../formula";
import { createKcFunctions, evaluateFormula, type KcResult } from "../functions";
import { told } from "../words";
import type { Command } from "./command";
import { CommandError } from "./commandError";
import { readCommandLine } from "./commandLine";
import { ANSWER_OPTIONS, ANSWER_USAGE, chosenScenario, openProject } from "./openProject";

/** kc eval: answers one formula. */
export const evalCommand: Command = {
  name: "eval",
  usage: `FORMULA ${ANSWER_USAGE}`,
  meaning: `Prints the value of a formula, e.g. '=KC.REVENUE("2025Q3")'.`,
  run(args, place) {
    const line = readCommandLine(args, ANSWER_OPTIONS, 1);
    const [formula] = line.positionals;
    const asJson = line.flag("json");
    try {
      if (formula === undefined)
        throw new CommandError(`eval needs a formula, e.g. '=KC.REVENUE("2025Q3")'.`);
      const { model, scenario } = chosenScenario(openProject(line, place), line);
      const plain = plainFormula(formula);
      if (plain !== formula) place.tell(`Read as ${plain}`);
      const value = evaluateFormula(plain, createKcFunctions(model, scenario.id));
      place.data(
        asJson ? JSON.stringify({ value, ...(plain !== formula && { readAs: plain }) }) : shown(value),
      );
      return 0;
    } catch (error) {
      const code = codeOf(error);
      if (code === null) throw error;
      const { message } = error as Error;
      if (asJson) place.data(JSON.stringify({ error: code, message }));
      else place.tell(error instanceof CommandError ? message : `${code} ${told(message)}`);
      return 1;
    }
  },
};

/** Excel's error value for a failure that is the formula's or the person's; null for any other. */
function codeOf(error: unknown): string | null {
  if (error instanceof CellError) return error.code;
  return error instanceof CommandError ? "#VALUE!" : null;
}

function shown(value: KcResult): string {
  const cell = (each: number | string | boolean): string =>
    typeof each === "boolean" ? String(each).toUpperCase() : String(each);
  return typeof value === "object" ? value.map((row) => row.map(cell).join("\t")).join("\n") : cell(value);
}
