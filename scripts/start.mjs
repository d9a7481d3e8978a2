#!/usr/bin/env node
/**
 * Starts the workbench: builds it when it is missing or older than its sources, serves it to this machine only, and
 * opens the browser where there is one.
 *   npm start -- [--no-open] [--port NUMBER]
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { root } from "./addin/runTypeScript.mjs";
import { buildWorkbench } from "./startBuild.mjs";

const out = join(root, "dist", "workbench");
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** Time of the newest file in a folder, or of a file. */
function newest(path) {
  const state = statSync(path, { throwIfNoEntry: false });
  if (state === undefined) return 0;
  return state.isDirectory()
    ? Math.max(state.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
    : state.mtimeMs;
}

function isStale() {
  const built = join(out, "built.json");
  if (!existsSync(built)) return true;
  return (
    Math.max(
      ...["src", "seeds", "scripts", "package.json", "package-lock.json"].map((path) =>
        newest(join(root, path)),
      ),
    ) > statSync(built).mtimeMs
  );
}

/** All files of the page by address; kept in memory, so that a build does not disturb a page in use. */
function filesOf(folder, inside = "/") {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = `${inside}${entry.name}`;
    return entry.isDirectory() ? filesOf(folder, `${path}/`) : [[path, readFileSync(join(folder, path))]];
  });
}

/** The files of a whole build: where another one takes its place meanwhile, that one's. */
async function builtFiles(patience = 40) {
  try {
    return filesOf(out);
  } catch (error) {
    if (error.code !== "ENOENT" || patience === 0) throw error;
    // A time because the other build cannot ring; nothing depends on how long it is.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return builtFiles(patience - 1);
  }
}

function serve(files) {
  return createServer(({ url = "/", method }, answer) => {
    const path = new URL(url, "http://localhost").pathname;
    const name = path === "/" ? "/index.html" : path;
    const body = files.get(name);
    if (body === undefined || !["GET", "HEAD"].includes(method ?? "")) {
      answer.writeHead(body === undefined ? 404 : 405, { "content-type": "text/plain" }).end();
      return;
    }
    answer.writeHead(200, {
      "content-type": TYPES[extname(name)] ?? "application/octet-stream",
      "content-length": body.length,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    answer.end(method === "HEAD" ? undefined : body);
  });
}

/** Opens the address where a screen is; says nothing when that fails, as the address is printed. */
function openBrowser(address) {
  const [command, ...args] = { darwin: ["open", address], win32: ["cmd", "/c", "start", "", address] }[
    process.platform
  ] ?? ["xdg-open", address];
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

function portOf(args) {
  const at = args.indexOf("--port");
  const port = at < 0 ? 0 : Number(args[at + 1]);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error("--port needs a number from 0 to 65535; 0 takes any free one.");
  return port;
}

try {
  const args = process.argv.slice(2);
  const port = portOf(args);
  if (isStale()) {
    const started = performance.now();
    await buildWorkbench({ tell: (step) => console.log(`${step} ...`) });
    console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  const server = serve(new Map(await builtFiles()));
  server.on("error", ({ code, message }) => {
    console.error(
      code === "EADDRINUSE"
        ? `Port ${port} is taken; leave --port away to take any free one.`
        : `The workbench cannot be served: ${message}`,
    );
    process.exitCode = 1;
  });
  server.listen(port, "127.0.0.1", () => {
    const address = `http://127.0.0.1:${server.address().port}/`;
    console.log(`KC Model workbench: ${address}`);
    console.log("Stop with Ctrl+C.");
    if (!args.includes("--no-open")) openBrowser(address);
  });
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
} catch (error) {
  console.error(`The workbench cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
