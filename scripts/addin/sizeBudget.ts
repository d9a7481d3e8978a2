import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** One budget: files that load together, and the most they may take, zipped, without the library of Office. */
export interface SizeBudget {
  readonly name: string;
  readonly files: readonly string[];
  /** Bytes. */
  readonly most: number;
}

/**
 * The budgets of the add-in: what must be there before a cell has its value, and what the pane takes beside it. The
 * functions carry the model: some 430 lines, valuation among them, with their labels, meanings and fast reading, and the figures of the facts.
 */
export const SIZE_BUDGETS: readonly SizeBudget[] = [
  { name: "functions", files: ["functions.js"], most: 98 * 1024 },
  { name: "pane", files: ["texts.js", "commands.js", "taskpane.js", "taskpane.css"], most: 250 * 1024 },
  // Loads for whoever reads Chinese, or names a line so.
  { name: "chinese", files: ["chinese.js"], most: 160 * 1024 },
];

/** Size of each budget's files in a built folder, zipped, in bytes. */
export function zippedSizes(builtFolder: string): readonly (SizeBudget & { readonly size: number })[] {
  const zipped = (file: string): number =>
    gzipSync(readFileSync(join(builtFolder, file)), { level: 9 }).length;
  return SIZE_BUDGETS.map((budget) => ({
    ...budget,
    size: budget.files.reduce((sum, file) => sum + zipped(file), 0),
  }));
}
