import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryFiles, root } from "../support/repository";

/** Places that exist on one machine only, and hosts that packages happened to be fetched from. */
const local = new RegExp(
  [
    String.raw`(?<![\w.:/-])/(?:work|root|tmp|home/\w+|Users/\w+)/`,
    ["registry", "npmjs"].join(String.raw`\.`),
    ["deb", "debian"].join(String.raw`\.`),
  ].join("|"),
);

const texts = repositoryFiles().flatMap((path) => {
  const bytes = readFileSync(join(root, path));
  return bytes.includes(0) ? [] : [{ path, text: bytes.toString("utf8") }];
});

test("no file names a path of one machine or a package host", () => {
  const found = texts.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line, index) =>
        local.test(line) ? [`${path}:${String(index + 1)}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );
  expect(found).toEqual([]);
});

test("the check sees such a path", () => {
  expect(local.test(`open ${["", "tmp", "workbook.xlsx"].join("/")}`)).toBe(true);
  expect(local.test("https://example.com/work/report")).toBe(false);
});

test("text files have Unix line ends and end with one", () => {
  const wrong = texts.filter(({ text }) => text.includes("\r\n") || (text !== "" && !text.endsWith("\n")));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
