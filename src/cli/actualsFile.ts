import { parse } from "csv-parse/browser/esm/sync";
import type { ActualsRow } from "../release";
import { CommandError } from "./commandError";
import { readTextFile } from "./readTextFile";

/** Columns that a file of reported figures needs, and those that it may have; all others are passed over. */
export const ACTUALS_COLUMNS = {
  needed: ["line", "period", "value"],
  kept: ["source", "date"],
} as const;

/** The rows of a CSV file of reported figures; throws a CommandError that says what is wrong with the file and what to do. */
export function readActualsFile(path: string): readonly ActualsRow[] {
  const text = textOf(path);
  const [firstLine = ""] = text.split("\n", 1);
  if (/[;\t]/.test(firstLine) && !firstLine.includes(","))
    throw refusal(path, "it is separated by semicolons or tabs; save it with commas between the cells");
  const records = recordsOf(path, text);
  const header = (records[0]?.record ?? []).map((name) => name.trim().toLowerCase());
  const missing = ACTUALS_COLUMNS.needed.filter((name) => !header.includes(name));
  if (missing.length > 0)
    throw refusal(
      path,
      `it has no column ${missing.join(", ")}; the first row must name line, period and value, as kc template prints it`,
    );
  const long = records.find(({ record }) => record.length > header.length);
  if (long !== undefined)
    throw refusal(
      path,
      `row ${long.info.lines} has ${long.record.length} cells, the first row ${header.length}; quote cells that hold a comma, e.g. "2,678.5"`,
    );
  return records.slice(1).map(({ record, info }) => {
    const cell = (name: string): string => (record[header.indexOf(name)] ?? "").trim();
    return {
      row: info.lines,
      line: cell("line"),
      period: cell("period"),
      value: cell("value"),
      source: cell("source"),
      date: cell("date"),
    };
  });
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function recordsOf(path: string, text: string): readonly ParsedRecord[] {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    return parse(text, options) as unknown as readonly ParsedRecord[];
  } catch (error) {
    throw refusal(path, `it is no CSV: ${(error as Error).message}`);
  }
}

function textOf(path: string): string {
  try {
    return readTextFile(path, "The file of reported figures");
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}

function refusal(path: string, why: string): CommandError {
  return new CommandError(`The file of reported figures ${path} cannot be used: ${why}.`);
}
