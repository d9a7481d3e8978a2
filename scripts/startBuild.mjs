#!/usr/bin/env node
/** Builds the workbench into dist/workbench: plain files that any static host can serve. */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const cache = join(root, "node_modules", ".cache", "kc");

/** The seeds packed for shipping, read and checked by the project's own loader. */
async function packedSeeds() {
  const outfile = join(cache, `packSeeds.${process.pid}.cjs`);
  const contents = `
    import { readSeedsFolder } from "./src/cli/readSeedsFolder";
    import { loadSeeds } from "./src/seeds";
    import { packSeeds } from "./src/seeds/packedSeeds";
    export const pack = (folder) => packSeeds(loadSeeds(readSeedsFolder(folder)));`;
  try {
    await build({ stdin: { contents, resolveDir: root, loader: "ts" }, outfile, bundle: true, platform: "node", format: "cjs", logLevel: "error" });
    return createRequire(import.meta.url)(outfile).pack(join(root, "seeds"));
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** Puts the packed seeds in place of the two files that stand for them. */
function shippedSeeds({ figures, texts }) {
  const module = (name, data) => ({ contents: `const packed = JSON.parse(${JSON.stringify(JSON.stringify(data))}); export function ${name}() { return packed; }`, loader: "js" });
  return {
    name: "shipped-seeds",
    setup({ onLoad }) {
      onLoad({ filter: /src[\\/]seeds[\\/]shippedFigures\.ts$/ }, () => module("shippedFigures", figures));
      onLoad({ filter: /src[\\/]seeds[\\/]shippedTexts\.ts$/ }, () => module("shippedTexts", texts));
    },
  };
}

/** Leaves out the word-breaking patterns of sixty languages, which only the grid's text documents would load. */
const noHyphenation = {
  name: "no-hyphenation",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/[a-z-]+[-\w]*\.js$/ }, ({ path, importer, kind }) =>
      kind === "dynamic-import" && /engine-render[\\/]lib[\\/]es[\\/]/.test(importer) ? { path: "none", namespace: "no-hyphenation" } : undefined);
    onLoad({ filter: /.*/, namespace: "no-hyphenation" }, () => ({ contents: "export const patterns = []; export { patterns as default };", loader: "js" }));
  },
};

/** Builds the page beside its place and then puts it there, so that a running server never sees half of it. */
export async function buildWorkbench({ out = join(root, "dist", "workbench"), tell = () => {}, minify = true } = {}) {
  mkdirSync(cache, { recursive: true });
  tell("Packing the seeds");
  const seeds = await packedSeeds();
  const aside = `${out}.${process.pid}.tmp`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  tell("Bundling the page");
  try {
    const { metafile } = await build({
      entryPoints: { workbench: join(root, "src", "workbench", "workbench.ts") },
      outdir: aside, bundle: true, splitting: true, format: "esm", platform: "browser", target: "es2022", minify, metafile: true, logLevel: "error",
      entryNames: "[name]", chunkNames: "chunks/[name]-[hash]", assetNames: "assets/[name]-[hash]", loader: { ".svg": "dataurl", ".woff2": "file" },
      define: { "process.env.NODE_ENV": '"production"', KC_VERSION: JSON.stringify(version), __webpack_public_path__: '""' },
      legalComments: "none", plugins: [shippedSeeds(seeds), noHyphenation],
    });
    cpSync(join(root, "src", "workbench", "index.html"), join(aside, "index.html"));
    writeFileSync(join(aside, "built.json"), JSON.stringify({ version, files: Object.keys(metafile.inputs).length }));
    rmSync(out, { recursive: true, force: true });
    mkdirSync(dirname(out), { recursive: true });
    renameSync(aside, out);
    return sizesOf(out, Object.keys(metafile.outputs).map((path) => path.slice(path.lastIndexOf(".tmp") + 5)));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function sizesOf(out, names) {
  return names.map((name) => ({ name, bytes: statSync(join(out, name)).size, gzip: gzipSync(readFileSync(join(out, name))).length }));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const sizes = await buildWorkbench({ tell: (step) => console.log(step) });
    for (const { name, bytes, gzip } of sizes) console.log(`  ${name}: ${Math.round(bytes / 1024)} KB, ${Math.round(gzip / 1024)} KB zipped`);
    console.log("Built dist/workbench");
  } catch (error) {
    console.error(`The workbench cannot be built: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
