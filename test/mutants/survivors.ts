import { parse } from "csv-parse/sync";
import { mutantNames, type Mutant } from "./mutant";

/** A mutant that no test kills, and why that is right. */
export interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly change: string;
  readonly explanation: string;
}

/** Reads the table of explained survivors. */
export function readSurvivors(text: string): readonly Survivor[] {
  return (parse(text, { columns: true, skip_empty_lines: true }) as Record<string, string>[]).map(
    ({ file, line, change, explanation }) => ({
      file: file!,
      line: Number(line),
      change: change!,
      explanation: explanation!.trim(),
    }),
  );
}

/** What is wrong with the table, given which of all mutants ran and which of them survived. */
export function tableFaults(
  table: readonly Survivor[],
  all: readonly Mutant[],
  ran: ReadonlySet<number>,
  survived: ReadonlySet<number>,
): readonly string[] {
  const names = mutantNames(all);
  const explained = new Map(
    table.map(({ file, change, explanation }) => [`${file}: ${change}`, explanation]),
  );
  const places = new Map(names.map((name, index) => [name, index]));
  const unexplained = [...survived]
    .filter((index) => (explained.get(names[index]!) ?? "") === "")
    .map(
      (index) =>
        `line ${all[index]!.line} of ${names[index]!} (${all[index]!.operator}): it survives and no row explains why`,
    );
  const needless = [...explained.keys()].flatMap((name) => {
    const index = places.get(name);
    if (index === undefined)
      return [`${name}: the row explains a change that is not made any more; remove it`];
    return ran.has(index) && !survived.has(index)
      ? [`${name}: the row is no longer needed, a test kills it; remove it`]
      : [];
  });
  return [...unexplained, ...needless];
}

/** The table with a row for every survivor: explanations are kept, lines brought up to date, new rows wait for their explanation; rows of mutants that did not run stay. */
export function updatedTable(
  table: readonly Survivor[],
  all: readonly Mutant[],
  ran: ReadonlySet<number>,
  survived: ReadonlySet<number>,
): string {
  const explained = new Map(
    table.map(({ file, change, explanation }) => [`${file}: ${change}`, explanation]),
  );
  const rows = mutantNames(all).flatMap((name, index) => {
    const kept = ran.has(index) ? survived.has(index) : explained.has(name);
    const { file, line } = all[index]!;
    return kept ? [[file, String(line), name.slice(file.length + 2), explained.get(name) ?? ""]] : [];
  });
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [["file", "line", "change", "explanation"], ...rows]
    .map((row) => `${row.map(cell).join(",")}\n`)
    .join("");
}
