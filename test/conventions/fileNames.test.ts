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

test("a source file with one export is named after it", () => {
  const unrelated = sourceFiles().filter((path) => {
    const [only, ...others] = exportedNames(path).map(({ name }) => name);
    if (only === undefined || others.length > 0) return false;
    const words = new Set(wordsOf(only));
    return !wordsOf(stemOf(path)).some((word) => words.has(word));
  });
  expect(unrelated).toEqual([]);
});
