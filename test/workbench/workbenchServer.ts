import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { builtOnce } from "../build/builtOnce";
import { root } from "../support/repository";

/** The workbench as `npm start` serves it. */
export interface WorkbenchServer {
  readonly address: string;
  /** Ends it as Ctrl+C does; the result is its exit code. */
  close(signal?: NodeJS.Signals): Promise<number | null>;
}

const place = join(root, "dist", "workbench");
/** Paths and checksums of the files of a folder. */
function contentsOf(folder: string): string {
  if (!existsSync(folder)) return "";
  const paths = (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  const sum = (path: string): string =>
    createHash("sha256")
      .update(readFileSync(join(folder, path)))
      .digest("hex");
  return paths
    .sort()
    .map((path) => `${path} ${sum(path)}`)
    .join("\n");
}

/** Puts what the tests have built where `npm start` looks for it, so that it does not build again. */
function putBuilt(): void {
  const built = join(builtOnce(), "workbench");
  if (contentsOf(built) !== contentsOf(place)) {
    const aside = `${place}.${process.pid}.tmp`;
    mkdirSync(join(root, "dist"), { recursive: true });
    cpSync(built, aside, { recursive: true });
    rmSync(place, { recursive: true, force: true });
    renameSync(aside, place);
  }
  utimesSync(join(place, "built.json"), new Date(), new Date());
}

/** Starts the server, as `npm start` does, and waits for its address. */
export async function startWorkbenchServer(...options: readonly string[]): Promise<WorkbenchServer> {
  putBuilt();
  const server = spawn(process.execPath, [join(root, "scripts/start.mjs"), "--no-open", ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (data: Buffer): void => {
      said += data.toString();
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    void ended.then((code) => reject(new Error(`The server ended with ${String(code)}: ${said}`)));
  });
  return {
    address,
    close: (signal = "SIGTERM") => {
      server.kill(signal);
      return ended;
    },
  };
}
