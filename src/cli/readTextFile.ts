import { readFileSync, statSync } from "node:fs";

/** Bytes of the largest file; the project's own have some 60 KB. */
const LARGEST = 16 * 1024 * 1024;

/** The text of a file in UTF-8, without a byte order mark; throws an Error that calls it as told, names it and says why it cannot be read. */
export function readTextFile(file: string, called: string): string {
  const refuse = (why: string): Error => new Error(`${called} ${file} cannot be read: ${why}`);
  let bytes: Uint8Array;
  try {
    const there = statSync(file);
    // A pipe or device might never end.
    if (!there.isFile()) throw refuse("it is no file");
    if (there.size > LARGEST) throw refuse(`it has more than ${LARGEST / 1024 / 1024} MB`);
    bytes = readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw refuse(code === "ENOENT" ? "there is no such file" : message);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse("it is not text in UTF-8; save it as CSV UTF-8");
  }
}
