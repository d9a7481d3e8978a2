import { buildSync } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Entry from "./gridEntry";

/** The grid's own modules over its real library, without a page. Bundled by esbuild, because the library ships as ES modules. */
export function headlessGrid(): typeof Entry {
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
    // A page has a place to paint in.
    Object.assign(globalThis, { requestAnimationFrame: (paint: () => void) => setTimeout(paint, 0) });
    return require(outfile) as typeof Entry;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
