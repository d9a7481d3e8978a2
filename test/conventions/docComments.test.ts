import { sourceFiles } from "../support/repository";
import { exportedNames } from "./exportedNames";

test("every exported thing in src says in a sentence what it is", () => {
  const silent = sourceFiles().flatMap((path) =>
    exportedNames(path).flatMap(({ name, documented }) => (documented ? [] : [`${path}: ${name}`])),
  );
  expect(silent).toEqual([]);
});

test("the check sees a missing sentence", () => {
  const text =
    "/** Says what it is. */\nexport const first = 1;\nexport function second() {}\n/** */\nexport interface Third {}\nconst own = 4;\n";
  expect(exportedNames("sample.ts", text)).toEqual([
    { name: "first", documented: true },
    { name: "second", documented: false },
    { name: "Third", documented: false },
  ]);
});
