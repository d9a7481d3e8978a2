import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readTextFile } from "./readTextFile";

/** The texts of a seeds folder, keyed by path inside it with forward slashes ("facts/call2q25.csv"), ready for loadSeeds; throws an Error that names the folder or file that cannot be read. */
export function readSeedsFolder(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const path of pathsIn(folder))
    if (/\.(?:csv|json)$/.test(path)) files[path] = readTextFile(join(folder, path), "seeds file");
  if (Object.keys(files).length === 0) throw new Error(`seeds folder ${folder} holds no CSV or JSON file`);
  return files;
}

function pathsIn(folder: string, inside = ""): readonly string[] {
  try {
    const entries = readdirSync(join(folder, inside), { withFileTypes: true });
    return entries
      .map((entry) => ({ entry, path: inside === "" ? entry.name : `${inside}/${entry.name}` }))
      .flatMap(({ entry, path }) => (entry.isDirectory() ? pathsIn(folder, path) : [path]))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new Error(
        `seeds folder ${join(folder, inside)} does not exist; run from the project or name the folder`,
      );
    }
    throw new Error(`seeds folder ${join(folder, inside)} cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
