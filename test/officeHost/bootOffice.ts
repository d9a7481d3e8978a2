/** Starts the real office.js in a page of its own, with this host behind it. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { type DOMWindow, JSDOM } from "jsdom";
import { Book } from "./book";
import { Bridge } from "./bridge";
import type { Calculation } from "./calculation";
import { Host } from "./host";
import { latestSets, nativeHost, type RequirementSets } from "./nativeHost";

const dist = join(process.cwd(), "node_modules/@microsoft/office-js/dist");
const origin = "https://office.test/";
const compiled = new Map<string, vm.Script>();

/** What to start. */
export interface BootOptions {
  readonly book?: Book;
  readonly calculation?: Calculation;
  /** Requirement sets that the application claims to have. */
  readonly sets?: RequirementSets;
  /** Runs in the page after the library has loaded and before the add-in sees it. */
  readonly afterLoad?: (window: DOMWindow) => void;
}

/** A running application with the library loaded and ready. */
export interface Running {
  readonly window: DOMWindow;
  readonly book: Book;
  readonly host: Host;
  readonly bridge: Bridge;
  /** Ends the page. */
  close(): void;
}

function script(file: string): vm.Script {
  const known = compiled.get(file);
  if (known) return known;
  const made = new vm.Script(readFileSync(join(dist, file), "utf8"), { filename: file });
  compiled.set(file, made);
  return made;
}

/** Script tags that point into the library's folder run its files; nothing else is loaded. */
function serveScripts(dom: JSDOM): void {
  const { window } = dom;
  const append = window.Element.prototype.appendChild;
  window.Element.prototype.appendChild = function <T extends Node>(this: Element, node: T): T {
    const result = append.call(this, node) as T;
    const tag = node as unknown as HTMLScriptElement;
    if (tag.tagName === "SCRIPT" && tag.src.startsWith(origin)) {
      const file = tag.src.slice(origin.length).replace(/\?.*$/, "");
      setTimeout(() => {
        if (!existsSync(join(dist, file))) {
          tag.onerror?.(new window.Event("error"));
          return;
        }
        script(file).runInContext(dom.getInternalVMContext());
        tag.onload?.(new window.Event("load"));
      }, 0);
    }
    return result;
  };
}

function atLeast(version: string, major: number, minor: number): boolean {
  const [first = 0, second = 0] = version.split(".").map(Number);
  return first > major || (first === major && second >= minor);
}

/** Boots the library and puts its globals (Office, Excel, CustomFunctions) where the add-in looks for them. */
export async function bootOffice(options: BootOptions = {}): Promise<Running> {
  const book = options.book ?? new Book();
  const sets = options.sets ?? latestSets;
  const host = new Host(book, options.calculation, atLeast(sets["ExcelApi"] ?? "0.0", 1, 14));
  const bridge = new Bridge(host);
  const dom = new JSDOM("<!doctype html><html><head></head><body></body></html>", {
    url: "https://addin.test/taskpane.html",
    runScripts: "outside-only",
  });
  const { window } = dom;
  Object.defineProperty(window, "external", { value: nativeHost(sets), configurable: true, writable: true });
  Object.assign(window, {
    _richApiNativeBridge: bridge,
    Script: { _CustomFunctionSettings: { setResultsDelayMillis: 0 } },
  });
  const tag = window.document.createElement("script");
  tag.setAttribute("src", `${origin}office.js`);
  window.document.head.append(tag);
  serveScripts(dom);
  script("office.js").runInContext(dom.getInternalVMContext());
  const office = (window as unknown as { Office: typeof Office }).Office;
  await office.onReady();
  options.afterLoad?.(window);
  const globals = ["Office", "Excel", "CustomFunctions"];
  for (const name of globals) Reflect.set(globalThis, name, Reflect.get(window, name));
  bridge.reset();
  return {
    window,
    book,
    host,
    bridge,
    close: () => {
      for (const name of globals) Reflect.deleteProperty(globalThis, name);
      window.close();
      host.calculation.end();
    },
  };
}
