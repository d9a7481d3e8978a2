import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Bytes of the largest seeds file; the project's own has some 60 KB. */
const LARGEST = 16 * 1024 * 1024;

/** The texts of a seeds folder, keyed by path inside it with forward slashes ("facts/call2q25.csv"), ready for loadSeeds; throws an Error that names the folder or file that cannot be read. */
export function readSeedsFolder(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const path of pathsIn(folder))
    if (/\.(?:csv|json)$/.test(path)) files[path] = textOf(join(folder, path));
  if (Object.keys(files).length === 0) throw new Error(`seeds folder ${folder} holds no CSV or JSON file`);
  return files;
}

/** The text of a file in UTF-8, without a byte order mark. */
function textOf(file: string): string {
  const refuse = (why: string): Error => new Error(`seeds file ${file} cannot be read: ${why}`);
  let bytes: Uint8Array;
  try {
    const there = statSync(file);
    // A pipe or device might never end.
    if (!there.isFile()) throw refuse("it is no file");
    if (there.size > LARGEST) throw refuse(`it has more than ${LARGEST / 1024 / 1024} MB`);
    bytes = readFileSync(file);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === undefined ? error : refuse((error as Error).message);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse("it is not text in UTF-8; save it as CSV UTF-8");
  }
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
