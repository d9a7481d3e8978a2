import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../support/repository";

/** What a command printed and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real kc command. */
export function kc(...args: readonly string[]): Ended {
  const { npm_lifecycle_event: _event, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "src", "cli", "run.mjs"), ...args],
    { cwd: root, encoding: "utf8", env, maxBuffer: 1 << 26 },
  );
  return { code: status, out: stdout, err: stderr };
}

/** An empty folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kc-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
