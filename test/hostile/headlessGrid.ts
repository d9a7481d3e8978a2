import { buildSync } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Entry from "./gridEntry";

/** The grid's modules, and how to end a grid: what it has set for later would miss what was disposed of. */
interface HeadlessGrid extends Readonly<typeof Entry> {
  readonly end: (univer: { dispose(): void }) => void;
}

let loaded: typeof Entry | undefined;

/** The grid's modules, bundled and loaded once in a test file or group. */
function gridModules(): typeof Entry {
  if (loaded !== undefined) return loaded;
  const folder = mkdtempSync(join(tmpdir(), "kc-grid-"));
  const outfile = join(folder, "grid.cjs");
  try {
    buildSync({
      entryPoints: [join(__dirname, "gridEntry.ts")],
      bundle: true,
      platform: "node",
      format: "cjs",
      outfile,
      logLevel: "error",
      loader: { ".css": "empty" },
    });
    loaded = require(outfile) as typeof Entry;
    return loaded;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { setTimeout: set } = globalThis;
/** What grids have set for later since the last one ended. */
const later: NodeJS.Timeout[] = [];

/** Remembers from now on what is set for later, and gives the grid a place to paint in, as a page does. */
function remember(): void {
  const remembering = (...args: Parameters<typeof set>): NodeJS.Timeout => {
    later.push(set(...args));
    return later.at(-1)!;
  };
  Object.assign(globalThis, {
    setTimeout: Object.assign(remembering, set),
    requestAnimationFrame: (paint: () => void) => setImmediate(paint),
  });
}

/** The grid's own modules over its real library, without a page. Bundled by esbuild, because the library ships as ES modules. One grid at a time in suites that share a context. */
export function headlessGrid(): HeadlessGrid {
  remember();
  const modules = gridModules();
  return {
    ...modules,
    headlessHost: (engine) => {
      remember();
      return modules.headlessHost(engine);
    },
    end: (univer) => {
      later.splice(0).forEach((timer) => clearTimeout(timer));
      univer.dispose();
      globalThis.setTimeout = set;
    },
  };
}
