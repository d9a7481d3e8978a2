/** Sheet names inside formula text, as Excel keeps them when a sheet is renamed or deleted. */

/** Replacement of a sheet name: the new name, or null for a sheet that no longer exists. */
export type SheetRenaming = (name: string) => string | null;

const plainName = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const cellLike = /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/;

/** Sheet name as Excel prints it in a formula: in quotes only where it must be. */
export function quoteSheet(name: string): string {
  return plainName.test(name) && !cellLike.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Strings, which are left alone, and sheet references with what they refer to. */
const pattern =
  /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*))!((?:\$?[A-Za-z]{1,3}\$?\d+|\$?[A-Za-z]{1,3}(?=:)|\$?\d+(?=:))(?::\$?[A-Za-z]{0,3}\$?\d*)?)?/gu;

const sheetName = (quoted: string | undefined, plain: string | undefined): string | null =>
  quoted?.replaceAll("''", "'") ?? plain ?? null;

/** Formula text with its sheet references renamed, printed in Excel's own quoting. */
export function renameSheets(formula: string, renaming: SheetRenaming): string {
  return formula.replace(
    pattern,
    (whole, quoted: string | undefined, plain: string | undefined, reference: string | undefined) => {
      const name = sheetName(quoted, plain);
      if (name === null) return whole;
      const renamed = renaming(name);
      return renamed === null ? "#REF!" : `${quoteSheet(renamed)}!${reference ?? ""}`;
    },
  );
}

/** Names of the sheets that a formula refers to. */
export function sheetsIn(formula: string): string[] {
  return [...formula.matchAll(pattern)].flatMap((match) => sheetName(match[1], match[2]) ?? []);
}
