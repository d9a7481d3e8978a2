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
  /** A page that nobody uses before or after, for one whose clock is replaced. */
  readonly fresh?: boolean;
}

/** The pane's own page on a local server, and a browser to open it in. A page that was given back is used again, with a new pane over an empty workbook. */
export interface PaneBrowser {
  open(look?: PageLook): Promise<OpenedPane>;
  close(): Promise<void>;
}

/** A page that is open, with what went wrong in it. */
type Kept = Omit<OpenedPane, "close">;

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
  /** Opens a page, and starts to note what goes wrong in it. */
  async function newPage(scale: number): Promise<Kept> {
    const context = await browser.newContext({ deviceScaleFactor: scale });
    const page = await context.newPage();
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
  let kept: Kept | undefined;
  return {
    open: async ({
      width = 380,
      height = 800,
      dark = false,
      forcedColors = false,
      scale = 1,
      fresh = scale !== 1,
    } = {}) => {
      const used = fresh ? undefined : kept;
      if (!fresh) kept = undefined;
      const { page, faults } = used ?? (await newPage(scale));
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
        await page.evaluate(() => window.restart());
      }
      return {
        page,
        faults,
        close: async () => {
          if (fresh || kept !== undefined || faults.length > 0) await page.context().close();
          else kept = { page, faults };
        },
      };
    },
    close: async () => {
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
}
