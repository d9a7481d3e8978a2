import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../support/repository";
import { openBrowser, PAGE_PATIENCE } from "../support/shared/browser";
import { seedFiles } from "../support/seededModel";

/** A page with the pane, and everything that went wrong in it. */
export interface OpenedPane {
  readonly page: Page;
  /** Console errors, exceptions, refused content and requests to elsewhere. */
  readonly faults: string[];
}

/** How a page is opened. */
export interface PageLook {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
  readonly scale?: number;
}

/** The pane's own page on a local server, and a browser to open it in. */
export interface PaneBrowser {
  open(look?: PageLook): Promise<OpenedPane>;
  close(): Promise<void>;
}

/** Bundles the pane, serves it and starts Chromium. */
export async function paneBrowser(): Promise<PaneBrowser> {
  const bundle = await build({
    entryPoints: [join(__dirname, "browserEntry.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    write: false,
    logLevel: "error",
  });
  const page = readFileSync(join(root, "src/taskpane/taskpane.html"), "utf8").replace(
    /<script src="https:[^>]*><\/script>/,
    "",
  );
  const files: Readonly<Record<string, readonly [string, string]>> = {
    "/": ["text/html", page],
    "/taskpane.css": ["text/css", readFileSync(join(root, "src/taskpane/taskpane.css"), "utf8")],
    "/taskpane.js": ["text/javascript", bundle.outputFiles[0]!.text],
    "/seeds.json": ["application/json", JSON.stringify(seedFiles())],
    "/favicon.ico": ["image/x-icon", ""],
  };
  const server: Server = createServer((request, response) => {
    const [type, text] = files[request.url ?? ""] ?? ["text/plain", ""];
    response
      .writeHead(files[request.url ?? ""] === undefined ? 404 : 200, { "content-type": type })
      .end(text);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  const home = `http://127.0.0.1:${port}/`;
  const browser = await openBrowser();
  return {
    open: async ({ width = 380, height = 800, dark = false, forcedColors = false, scale = 1 } = {}) => {
      const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
      const opened = await context.newPage();
      // Before the page loads, which a context of a shared browser does not promise.
      await opened.emulateMedia({
        colorScheme: dark ? "dark" : "light",
        forcedColors: forcedColors ? "active" : "none",
        reducedMotion: "reduce",
      });
      opened.setDefaultTimeout(PAGE_PATIENCE);
      const faults: string[] = [];
      opened.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
      });
      opened.on("pageerror", (error) => faults.push(String(error)));
      opened.on("request", (request) => {
        if (!request.url().startsWith(home)) faults.push(`request to ${request.url()}`);
      });
      await opened.goto(home);
      await opened.waitForSelector("html[data-ready=yes]");
      return { page: opened, faults };
    },
    close: async () => {
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
}
