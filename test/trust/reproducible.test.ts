/** The same sources in another folder, under another clock zone and language, with other times of change: every built file has the same bytes. */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildEverything, builtOnce, filesThatBuildsRead } from "../build/builtOnce";
import { reportFigure } from "../support/figure";
import { root } from "../support/repository";

const ELSEWHERE = { TZ: "Pacific/Kiritimati", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8", USER: "somebody" };

let folder: string;
let copy: string;
/** Built files compared. */
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kc-elsewhere-"));
  copy = join(folder, "a folder", "with a longer name");
  mkdirSync(copy, { recursive: true });
  for (const path of filesThatBuildsRead()) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  const packages = (how: string): unknown =>
    execFileSync("cp", [how, join(root, "node_modules"), join(copy, "node_modules")], { stdio: "pipe" });
  try {
    packages("-al");
  } catch {
    // Links don't reach another disk.
    rmSync(join(copy, "node_modules"), { recursive: true, force: true });
    packages("-a");
  }
  // What earlier builds kept must not help this one.
  for (const cache of readdirSync(join(copy, "node_modules")).filter((name) => name.startsWith(".cache")))
    rmSync(join(copy, "node_modules", cache), { recursive: true, force: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Checksums of all files of a folder, by path. */
function checksums(place: string): Readonly<Record<string, string>> {
  const files = (readdirSync(place, { recursive: true }) as string[])
    .filter((path) => statSync(join(place, path)).isFile())
    .sort();
  return Object.fromEntries(
    files.map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(place, path)))
        .digest("hex"),
    ]),
  );
}

test("the add-in and the workbench built in two folders are the same, file by file, and name neither folder", () => {
  const out = join(folder, "out");
  buildEverything(copy, out, ELSEWHERE);
  const [here, there] = [checksums(builtOnce()), checksums(out)];
  expect(Object.keys(here).length).toBeGreaterThan(30);
  expect(there).toEqual(here);
  const naming = Object.keys(there).filter((path) =>
    [root, folder].some((place) => readFileSync(join(out, path)).includes(place)),
  );
  expect(naming).toEqual([]);
  files = Object.keys(there).length;
}, 600_000);

test("kc build writes the same workbook in both", () => {
  const written = [root, copy].map((project, index) => {
    const file = join(folder, `${index}.xlsx`);
    execFileSync(process.execPath, [join(project, "src", "cli", "run.mjs"), "build", "--out", file], {
      cwd: project,
      stdio: "pipe",
      env: { ...process.env, ...(index === 1 && ELSEWHERE) },
    });
    return readFileSync(file);
  });
  expect(written[0]!.length).toBeGreaterThan(100_000);
  expect(written[1]!.equals(written[0]!)).toBe(true);
  reportFigure(
    "Two builds give the same bytes",
    `${files} of ${files} files of the add-in and the workbench, and the workbook of kc build, from two folders`,
  );
});
