import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { CommandError } from "./commandError";

const LONGEST_SHOWN = 500;

/** Where a file will be written: the path itself, or what a link of that name leads to, and the rights of the file there now. */
export interface FileTarget {
  readonly path: string;
  readonly mode: number | undefined;
}

/** Looks whether a file can be written, before anything is made; throws a CommandError that says why not. */
export function fileTarget(path: string): FileTarget {
  try {
    const folder = statSync(dirname(path), { throwIfNoEntry: false });
    if (folder === undefined) throw refusal(path, `the folder ${shortened(dirname(path))} does not exist`);
    if (!folder.isDirectory()) throw refusal(path, `${shortened(dirname(path))} is not a folder`);
    const link = lstatSync(path, { throwIfNoEntry: false });
    const there = statSync(path, { throwIfNoEntry: false });
    if (link === undefined) return { path, mode: undefined };
    if (there === undefined) throw refusal(path, "it is a link that leads nowhere");
    if (there.isDirectory()) throw refusal(path, "it is a folder; name a file in it");
    if (!there.isFile()) throw refusal(path, "it is a device, not a file");
    if ((there.mode & 0o222) === 0) throw refusal(path, "the file there is read-only");
    return { path: realpathSync(path), mode: there.mode & 0o777 };
  } catch (error) {
    throw error instanceof CommandError ? error : refusal(path, reason(error));
  }
}

/** Writes a file aside, makes sure that it is on the disk, and renames it: under the path there is the old file or the whole new one. */
export function replaceFile({ path, mode }: FileTarget, bytes: Uint8Array): void {
  const aside = `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
  try {
    const file = openSync(aside, "wx", mode);
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw refusal(path, reason(error));
  }
}

/** Removes what builds that were killed have left beside a file; the names of what is gone. */
export function removeLeftovers({ path }: FileTarget): readonly string[] {
  const [folder, name] = [dirname(path), basename(path)];
  return readdirSync(folder).filter((each) => {
    const [, process] = each.startsWith(`${name}.`)
      ? (/^(\d+)-[0-9a-f]{8}\.tmp$/.exec(each.slice(name.length + 1)) ?? [])
      : [];
    if (process === undefined || isRunning(Number(process))) return false;
    rmSync(join(folder, each), { force: true });
    return true;
  });
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** A path as messages show it. */
function shortened(path: string): string {
  return path.length > LONGEST_SHOWN ? `${path.slice(0, LONGEST_SHOWN)}…` : path;
}

function refusal(path: string, why: string): CommandError {
  return new CommandError(`${shortened(path)} cannot be written: ${why}.`);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is full",
  EFBIG: "the file would be larger than allowed here",
  EBUSY: "another program has it open",
  ENAMETOOLONG: "the name is too long",
  EIO: "the disk does not answer",
  ENOTDIR: "a part of its path is not a folder",
  ELOOP: "its links lead in a circle",
};

function reason(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
