import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Top folder of the repository. */
export const root = resolve(__dirname, "..", "..");

/** Text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Files that git tracks or would track, by path from the top folder; deleted ones left out. */
export function repositoryFiles(): string[] {
  const list = (...args: string[]): string[] =>
    execFileSync("git", ["ls-files", "-z", ...args], { cwd: root, encoding: "utf8" })
      .split("\0")
      .filter(Boolean);
  const deleted = new Set(list("-d"));
  return list("-co", "--exclude-standard").filter((path) => !deleted.has(path));
}

/** TypeScript sources of the product. */
export function sourceFiles(): string[] {
  return repositoryFiles().filter(
    (path) => path.startsWith("src/") && path.endsWith(".ts") && !path.endsWith(".d.ts"),
  );
}
