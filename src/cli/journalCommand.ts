import { basename, resolve } from "node:path";
import { JOURNAL_COLUMNS, JOURNAL_TITLES, readJournal } from "../workbook/journalPlaces";
import { listed, valueInEnglish, word } from "../words";
import { cellAddress } from "../workbook/address";
import type { Command } from "./command";
import { CommandError } from "./commandError";
import { csvCell } from "./csvCell";
import { readCommandLine } from "./commandLine";
import { openProject } from "./openProject";
import { readState } from "./readState";

/** kc journal: the changes that a workbook's journal tells of. */
export const journalCommand: Command = {
  name: "journal",
  usage: "FILE.xlsx [--csv] [--seeds DIR]",
  meaning: "Lists what was changed in a workbook, from what, to what and why; --csv prints it as a table.",
  async run(args, place) {
    const line = readCommandLine(args, { csv: "flag", seeds: "value" }, 1);
    const [file] = line.positionals;
    if (file === undefined || !/\.xlsx$/i.test(file))
      throw new CommandError("journal needs a workbook, e.g. kc journal KingsoftCloud.xlsx.");
    const { workbook, words } = await readState(openProject(line, place), file, undefined, place);
    const lines = readJournal((sheet, row, column) => {
      const there = workbook!.sheets.find(({ name }) => words.english(name) === sheet);
      return valueInEnglish(words, there?.cell(cellAddress(row, column)).value ?? "");
    });
    if (line.flag("csv")) {
      place.data(JOURNAL_COLUMNS.map((name) => JOURNAL_TITLES[name]).join(","));
      for (const each of lines)
        place.data(JOURNAL_COLUMNS.map((name) => csvCell(plain(each[name]))).join(","));
      return 0;
    }
    for (const { when, door, what, scenario, from, to, why } of lines) {
      const where = listed(scenario === "" ? [what] : [what, scenario], ", ");
      place.data(`${when}  ${word(door)}  ${where}: ${from} -> ${to}${why === "" ? "" : ` (${why})`}`);
    }
    if (lines.length === 0) place.print(`The journal of ${basename(resolve(file))} has no lines.`);
    return 0;
  },
};

/** Text that a spreadsheet would take for a formula has an apostrophe before it. */
function plain(text: string): string {
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}
