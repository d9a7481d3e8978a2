import { parse } from "csv-parse/browser/esm/sync";
import type { SeedsProblems } from "./seedsError";

/** A row of a table: its line in the file (1 is the header) and the text of each named column, trimmed. */
export interface CsvRow<Column extends string> {
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** Characters of the longest cell that a workbook takes, with room for what is put around it. */
const longestCell = 32_000;

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The rows of a CSV text with these columns, in any order; a missing or unknown column, or malformed text, is added to the problems. */
export function parseCsv<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
  problems: SeedsProblems,
): readonly CsvRow<Column>[] {
  const [firstLine = ""] = text.split("\n", 1);
  if (/[;\t]/.test(firstLine) && !firstLine.includes(",")) {
    problems.add(file, 1, "is separated by semicolons or tabs; save it with commas between the cells");
    return [];
  }
  const records = readRecords(file, text, problems);
  if (records === null) return [];
  const header = records[0]?.record.map((name) => name.trim());
  if (header === undefined) {
    problems.add(file, 0, `is empty; give it the header ${columns.join(",")}`);
    return [];
  }
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  const missing = columns.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !(columns as readonly string[]).includes(name));
  if (missing.length > 0)
    problems.add(file, 1, `misses column ${missing.join(", ")}; the header is ${columns.join(",")}`);
  if (unknown.length > 0)
    problems.add(file, 1, `has unknown column ${unknown.join(", ")}; the header is ${columns.join(",")}`);
  if (twice !== undefined) problems.add(file, 1, `has the column ${twice} twice; keep one`);
  if (missing.length + unknown.length > 0 || twice !== undefined) return [];
  const rows: CsvRow<Column>[] = [];
  for (const { record, info } of records.slice(1)) {
    if (record.length !== header.length) {
      problems.add(
        file,
        info.lines,
        `has ${record.length} cells, the header ${header.length}; quote cells that hold a comma`,
      );
      continue;
    }
    const faulty = record.findIndex((cell) => cell.length > longestCell || cell.includes("\u0000"));
    if (faulty >= 0) {
      problems.add(
        file,
        info.lines,
        record[faulty]!.includes("\u0000")
          ? `has a NUL character in ${header[faulty]}; save the file as UTF-8 text`
          : `has more than ${longestCell} characters in ${header[faulty]}, more than a cell holds; shorten it`,
      );
      continue;
    }
    const cells = Object.fromEntries(header.map((name, at) => [name, (record[at] ?? "").trim()]));
    rows.push({ row: info.lines, cells: cells as Record<Column, string> });
  }
  return rows;
}

function readRecords(file: string, text: string, problems: SeedsProblems): readonly ParsedRecord[] | null {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    return parse(text, options) as unknown as readonly ParsedRecord[];
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 0;
    problems.add(file, line, `is not readable CSV: ${(error as Error).message}`);
    return null;
  }
}
