import { build } from "esbuild";
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Page } from "playwright-core";
import type { Running } from "../officeHost/bootOffice";
import { Book } from "../officeHost/book";
import { Bridge } from "../officeHost/bridge";
import { IronCalculation } from "../officeHost/calculation";
import { Host } from "../officeHost/host";
import { root } from "../support/repository";
import { openBrowser, PAGE_PATIENCE } from "../support/shared/browser";
import { watchViolations, type Violation } from "../trust/policyViolations";

/** Where the manifest of the repository says that the add-in is. */
const DEFAULT_HOME = "https://localhost:3000/";

/** Where the page finds Microsoft's library; answered with the files of the package, as published. */
const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const library = join(root, "node_modules/@microsoft/office-js/dist");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".png": "image/png",
};

/** The built add-in in a browser, with a workbook behind it. */
export interface OpenedAddin {
  readonly page: Page;
  /** The application outside the page; it has no window in this process. */
  readonly running: Running;
  /** Files that the page loaded, in order: of the add-in by name, of the library with its address. */
  readonly loaded: readonly string[];
  /** Requests to anywhere else. */
  readonly elsewhere: readonly string[];
  /** What the page's policy refused. */
  readonly violations: readonly Violation[];
  /** Console errors and warnings, exceptions, and files that are not there. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** How a page is opened. */
interface Opening {
  /** Excel's theme; light unless asked for. */
  readonly dark?: boolean;
  /** Address of the add-in, with a slash at the end. */
  readonly home?: string;
  /** Response headers of a path of its host. */
  readonly headersOf?: (path: string) => Readonly<Record<string, string>>;
}

/** Serves a folder built for production to a page at the add-in's own address, and puts the in-memory workbook behind its native bridge. */
export async function openAddin(
  folder: string,
  { dark = false, home = DEFAULT_HOME, headersOf = () => ({}) }: Opening = {},
): Promise<OpenedAddin> {
  const bundle = await build({
    entryPoints: [join(__dirname, "pageBridge.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    define: { DARK: String(dark) },
    write: false,
    logLevel: "error",
  });
  const book = new Book();
  const host = new Host(book, new IronCalculation());
  const bridge = new Bridge(host);
  const browser = await openBrowser();
  // The system's theme is the other one, so that it can't be taken for Excel's.
  const context = await browser.newContext({
    viewport: { width: 380, height: 900 },
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme: dark ? "light" : "dark", reducedMotion: "reduce" });
  page.setDefaultTimeout(PAGE_PATIENCE);
  const loaded: string[] = [];
  const elsewhere: string[] = [];
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    if (![home, cdn].some((place) => request.url().startsWith(place)) && !request.url().startsWith("data:"))
      elsewhere.push(request.url());
  });
  await context.route("**/*", async (route) => {
    const url = route.request().url();
    const place = [home, cdn].find((each) => url.startsWith(each));
    if (place === undefined) return route.abort();
    const inside = new URL(url).pathname.slice(new URL(place).pathname.length);
    const path = place === cdn ? `${cdn}${inside}` : inside;
    const file = join(place === cdn ? library : folder, inside);
    if (!existsSync(file)) {
      faults.push(`no file ${path}`);
      return route.fulfill({ status: 404, body: "" });
    }
    loaded.push(path);
    return route.fulfill({
      contentType: types[extname(path)] ?? "application/octet-stream",
      headers: place === home ? { ...headersOf(new URL(url).pathname) } : {},
      body: readFileSync(file),
    });
  });
  bridge.onMessageFromHost = (text) => {
    page
      .evaluate((message) => window._richApiNativeBridge.onMessageFromHost?.(message), text)
      .catch((error: unknown) => faults.push(`answer lost: ${String(error)}`));
  };
  const violations = await watchViolations(page);
  await page.exposeFunction("toHost", (text: string) => bridge.sendMessageToHost(text));
  await page.addInitScript({ content: bundle.outputFiles[0]!.text });
  await page.goto(`${home}taskpane.html`);
  const running: Running = {
    get window(): never {
      throw new Error("The page is in the browser.");
    },
    book,
    host,
    bridge,
    close: () => undefined,
  };
  return { page, running, loaded, elsewhere, violations, faults, close: () => browser.close() };
}
