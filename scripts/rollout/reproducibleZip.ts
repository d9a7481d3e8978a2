import { zipSync, type Zippable } from "fflate";
import { sha256, type FilesByPath } from "./hostedFiles";

/**
 * A time of change for a file in an archive, from its contents alone: the same wherever it is made, and another where the contents are others, as many hosts
 * know a changed file by time and size. An hour past noon of an ordinary day, which no zone leaves out.
 */
function timeOf(bytes: Buffer): Date {
  const digits = Number.parseInt(sha256(bytes).slice(0, 12), 16);
  const part = (below: number, by: number): number => Math.floor(digits / by) % below;
  return new Date(
    1980 + part(40, 1),
    part(12, 40),
    2 + part(26, 480),
    12,
    part(60, 12480),
    2 * part(30, 748800),
  );
}

/** Files as one zip with the same bytes wherever it is made. */
export function reproducibleZip(files: FilesByPath): Buffer {
  const entries: Zippable = {};
  for (const [path, bytes] of files) entries[path] = [bytes, { mtime: timeOf(bytes), level: 9 }];
  return Buffer.from(zipSync(entries));
}
