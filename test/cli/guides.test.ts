/** The commands of the guides, word for word, one after another in an empty folder. */

import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, textOf } from "../support/repository";
import { runHere, temporaryFolder } from "./runCommand";

const guides = readdirSync(join(root, "docs/guides")).sort();
const scripts = Object.keys((JSON.parse(textOf("package.json")) as { scripts: object }).scripts);

/** Lines of a guide that are to be typed. */
const typedIn = (guide: string): readonly string[] =>
  [...textOf(`docs/guides/${guide}`).matchAll(/^```sh\n([^]*?)^```$/gm)].flatMap(([, block]) =>
    block!.trim().split("\n"),
  );

/** Words of a command line as a shell parts them, and the file that takes what is printed. */
function parted(line: string): { readonly args: readonly string[]; readonly into: string | undefined } {
  const [command = "", into] = line.split(" > ");
  return {
    args: [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!),
    into,
  };
}

test("there are guides, and each has commands", () => {
  expect(guides).toEqual([
    "addALine.md",
    "addAQuarter.md",
    "flexACap.md",
    "proveANumber.md",
    "shareAWorkbook.md",
  ]);
  for (const guide of guides) expect([guide, typedIn(guide).length > 1]).toEqual([guide, true]);
});

test.each(guides)("%s", async (guide) => {
  const calledIn = temporaryFolderOf(guide);
  for (const line of typedIn(guide)) {
    const { args, into } = parted(line);
    const [npm, run, silent, script, dashes, ...rest] = args;
    expect([npm, run, silent, scripts.includes(script!)]).toEqual(["npm", "run", "-s", true]);
    if (script !== "kc") continue;
    expect(dashes).toBe("--");
    const { code, out, err } = await runHere(rest, { root, version: "test", calledIn });
    expect([line, code, code === 0 ? "" : err]).toEqual([line, 0, ""]);
    expect([line, out.length > 0]).toEqual([line, true]);
    if (into !== undefined) writeFileSync(join(calledIn, into), filledIn(out));
  }
});

const folders = new Map(guides.map((guide) => [guide, temporaryFolder()]));
const temporaryFolderOf = (guide: string): string => folders.get(guide)!;

/** The template with results, as its guide asks for. */
function filledIn(template: string): string {
  const figures: Readonly<Record<string, string>> = {
    revenue: "2950",
    grossProfit: "350",
    adjustedEbitda: "890",
  };
  return template
    .split("\n")
    .map((row) => {
      const [line] = row.split(",");
      return figures[line!] === undefined
        ? row
        : row.replace(/^([^,]*,[^,]*),[^,]*/, `$1,${figures[line!]!}`);
    })
    .join("\n");
}
