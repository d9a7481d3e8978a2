import { repositoryFiles, sourceFiles } from "../support/repository";
import { exportedNames } from "./exportedNames";

const camelCase = /^[a-z][a-zA-Z0-9]*$/;
const saysNothing = /^(utils?|helpers?|common|core|misc|managers?|services?)$/i;

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\..*$/, "");
}

/** Words of a camel-case name in lower case, plural "s" and "ies" off. */
function wordsOf(name: string): string[] {
  return name
    .split(/(?=[A-Z])|_/)
    .map((word) => word.toLowerCase().replace(/ies$/, "y").replace(/s$/, ""))
    .filter((word) => word.length > 1);
}

test("source and test files have camel-case names", () => {
  const files = repositoryFiles().filter(
    (path) => /^(src|test|scripts)\//.test(path) && /\.(ts|mjs|js)$/.test(path),
  );
  expect(files.filter((path) => !camelCase.test(stemOf(path)))).toEqual([]);
});

test("no file or folder has a name that says nothing", () => {
  const parts = (path: string): string[] => [...path.split("/").slice(0, -1), stemOf(path)];
  const files = repositoryFiles().filter((path) => /^(src|scripts)\//.test(path));
  expect(files.filter((path) => parts(path).some((part) => saysNothing.test(part)))).toEqual([]);
});

/** Words that say too little to be all that a file and its export have in common. */
const everywhere = new Set([
  "formula",
  "sheet",
  "workbook",
  "plan",
  "model",
  "line",
  "cell",
  "text",
  "value",
  "grid",
  "excel",
]);
/** Files named after their format or their place, not after what they export. */
const namedOtherwise = new Set([
  "planToXlsx",
  "startInExcel",
  "GridEvents",
  "gridCalculated",
  "movedFormula",
]);

/** Whether a file's name goes with the one thing that it exports: one holds all words of the other, or they share a word of their own. */
function goesWith(stem: string, name: string): boolean {
  const [file, thing] = [wordsOf(stem), wordsOf(name)];
  return (
    file.every((word) => thing.includes(word)) ||
    thing.every((word) => file.includes(word)) ||
    file.some((word) => thing.includes(word) && !everywhere.has(word))
  );
}

test("a source file with one export is named after it", () => {
  const unrelated = sourceFiles().flatMap((path) => {
    const [only, ...others] = exportedNames(path).map(({ name }) => name);
    if (only === undefined || others.length > 0 || namedOtherwise.has(only)) return [];
    return goesWith(stemOf(path), only) ? [] : [`${path}: ${only}`];
  });
  expect(unrelated).toEqual([]);
  expect(goesWith("sheetCells", "sheetLedger")).toBe(false);
  expect(goesWith("readXlsx", "readWorkbook")).toBe(true);
});
