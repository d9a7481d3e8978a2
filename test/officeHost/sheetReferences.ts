/** Sheet names inside formula text, as Excel keeps them when a sheet is renamed or deleted. */

/** Replacement of a sheet name: the new name, or null for a sheet that no longer exists. */
export type SheetRenaming = (name: string) => string | null;

const plainName = /^[A-Za-z_][A-Za-z0-9_.]*$/;
const cellLike = /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/;
const referenceAfterBang = /^\$?[A-Za-z]{1,3}\$?\d+(:\$?[A-Za-z]{1,3}\$?\d+)?|^\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|^\$?\d+:\$?\d+|^[A-Za-z_][\w.]*/;

/** Sheet name as Excel prints it in a formula: in quotes only where it must be. */
export function quoteSheet(name: string): string {
  return plainName.test(name) && !cellLike.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

interface Token {
  readonly text: string;
  readonly sheet: string | null;
}

function tokens(formula: string): Token[] {
  const pattern = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([A-Za-z_][A-Za-z0-9_.]*)!|[A-Za-z_][A-Za-z0-9_.]*|[^"'A-Za-z_]+|./gs;
  return [...formula.matchAll(pattern)].map((match) => ({
    text: match[0],
    sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? null,
  }));
}

/** Formula text with its sheet references renamed, printed in Excel's own quoting. */
export function renameSheets(formula: string, renaming: SheetRenaming): string {
  let out = "";
  let dropReference = false;
  for (const token of tokens(formula)) {
    let text = token.text;
    if (dropReference) text = text.replace(referenceAfterBang, "").replace(/^\$?\d+(:\$?[A-Z]+\$?\d+)?/, "");
    dropReference = false;
    if (token.sheet === null) out += text;
    else {
      const renamed = renaming(token.sheet);
      if (renamed === null) {
        out += "#REF!";
        dropReference = true;
      } else out += `${quoteSheet(renamed)}!`;
    }
  }
  return out;
}

/** Names of the sheets that a formula refers to. */
export function sheetsIn(formula: string): string[] {
  return tokens(formula).flatMap((token) => (token.sheet === null ? [] : [token.sheet]));
}
