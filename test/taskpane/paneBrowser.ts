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
  /** Gives the page back. */
  close(): Promise<void>;
}

/** How a page is opened. */
export interface PageLook {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
  readonly scale?: number;
  /** The page's clock is the test's own, which `page.clock` moves on; such pages are kept apart from the others. */
  readonly ownClock?: boolean;
}

/** The pane's own page on a local server, and a browser to open it in. A page that was given back is used again, with a new pane over an empty workbook, by suites that share a context too. */
export interface PaneBrowser {
  open(look?: PageLook): Promise<OpenedPane>;
  /** Ends the browser for this user; it closes with the last one. */
  close(): Promise<void>;
}

/** A page that is open, with what went wrong in it. */
type Kept = Omit<OpenedPane, "close">;

let [shared, users]: [Promise<PaneBrowser> | undefined, number] = [undefined, 0];

/** The pane's page and a browser: those that are open in this context, or new ones. */
export async function paneBrowser(): Promise<PaneBrowser> {
  users += 1;
  const { open, close } = await (shared ??= startPaneBrowser());
  return {
    open,
    close: async () => {
      users -= 1;
      if (users > 0) return;
      shared = undefined;
      await close();
    },
  };
}

/** Bundles the pane, serves it and starts Chromium. */
async function startPaneBrowser(): Promise<PaneBrowser> {
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
  /** Opens a page, and starts to note what goes wrong in it. */
  async function newPage(scale: number, ownClock: boolean): Promise<Kept> {
    const context = await browser.newContext({ deviceScaleFactor: scale });
    const page = await context.newPage();
    if (ownClock) await page.clock.install();
    page.setDefaultTimeout(PAGE_PATIENCE);
    const faults: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(home)) faults.push(`request to ${request.url()}`);
    });
    return { page, faults };
  }
  /** Pages that were given back, by whether their clock is a test's own. */
  const kept = new Map<boolean, Kept>();
  return {
    open: async ({
      width = 380,
      height = 800,
      dark = false,
      forcedColors = false,
      scale = 1,
      ownClock = false,
    } = {}) => {
      const used = scale === 1 ? kept.get(ownClock) : undefined;
      if (used !== undefined) kept.delete(ownClock);
      const { page, faults } = used ?? (await newPage(scale, ownClock));
      await page.setViewportSize({ width, height });
      // Before the page loads, which a context of a shared browser does not promise.
      await page.emulateMedia({
        colorScheme: dark ? "dark" : "light",
        forcedColors: forcedColors ? "active" : "none",
        reducedMotion: "reduce",
      });
      if (used === undefined) {
        await page.goto(home);
        await page.waitForSelector("html[data-ready=yes]");
      } else {
        await page.mouse.move(0, 0);
        await page.evaluate(() => {
          // The language that was chosen before.
          localStorage.clear();
          return window.restart();
        });
      }
      return {
        page,
        faults,
        close: async () => {
          if (scale !== 1 || kept.has(ownClock) || faults.length > 0) await page.context().close();
          else kept.set(ownClock, { page, faults });
        },
      };
    },
    close: async () => {
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
}
