import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { root, textOf } from "../support/repository";

const { version } = JSON.parse(textOf("package.json")) as { version: string };

/** What a command printed and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a kc command in this process, as the real one runs it. */
export const kc = (...args: readonly string[]): Promise<Ended> =>
  runHere(args, { root, version, calledIn: root });

/** The same, called from any folder. */
export async function runHere(args: readonly string[], place: Parameters<typeof main>[1]): Promise<Ended> {
  const [out, err]: [string[], string[]] = [[], []];
  const spies = [
    jest.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0),
    jest.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0),
    jest.spyOn(process.stdout, "on").mockReturnThis(),
  ];
  try {
    return { code: await main(args, place), out: out.join(""), err: err.join("") };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Runs the real kc command in a process of its own. */
export function kcProcess(...args: readonly string[]): Ended {
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
