#!/usr/bin/env node
/** Builds the workbench into dist/workbench: plain files that any static host can serve. */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { addinPage } from "./addin/addinPage.mjs";
import { root, runTypeScript } from "./addin/runTypeScript.mjs";
import { CHANGED_PACKAGES, strictPackages } from "./addin/strictPackages.mjs";

/** Puts the packed seeds in place of the two files that stand for them. */
function shippedSeeds({ figures, texts }) {
  return {
    name: "shipped-seeds",
    setup({ onLoad }) {
      onLoad({ filter: /src[\\/]seeds[\\/]shippedFigures\.ts$/ }, () => ({
        contents: figures,
        loader: "js",
      }));
      onLoad({ filter: /src[\\/]seeds[\\/]shippedTexts\.ts$/ }, () => ({ contents: texts, loader: "js" }));
    },
  };
}

/** Leaves out the word-breaking patterns of sixty languages, which only the grid's text documents would load. */
const noHyphenation = {
  name: "no-hyphenation",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/[a-z-]+[-\w]*\.js$/ }, ({ path, importer, kind }) =>
      kind === "dynamic-import" && /engine-render[\\/]lib[\\/]es[\\/]/.test(importer)
        ? { path: "none", namespace: "no-hyphenation" }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: "no-hyphenation" }, () => ({
      contents: "export const patterns = []; export { patterns as default };",
      loader: "js",
    }));
  },
};

/** Builds the page beside its place and then puts it there, so that a running server never sees half of it. */
export async function buildWorkbench({
  out = join(root, "dist", "workbench"),
  tell = () => {},
  minify = true,
} = {}) {
  tell("Packing the seeds");
  const { shippedSeeds: pack } = await runTypeScript("scripts/addin/shippedSeeds.ts");
  const { shippedPackages, thirdPartyNotices } = await runTypeScript("scripts/addin/shippedPackages.ts");
  const aside = `${out}.${process.pid}.tmp`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  tell("Bundling the page");
  try {
    const { metafile } = await build({
      entryPoints: { workbench: join(root, "src", "workbench", "workbench.ts") },
      absWorkingDir: root,
      outdir: aside,
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      minify,
      metafile: true,
      logLevel: "error",
      entryNames: "[name]",
      chunkNames: "chunks/[name]-[hash]",
      assetNames: "assets/[name]-[hash]",
      loader: { ".svg": "dataurl", ".woff2": "file" },
      define: { "process.env.NODE_ENV": '"production"' },
      legalComments: "linked",
      plugins: [shippedSeeds(pack(root)), noHyphenation, strictPackages],
    });
    const page = readFileSync(join(root, "src", "workbench", "index.html"), "utf8");
    writeFileSync(join(aside, "index.html"), page.replace('data-version=""', `data-version="${version}"`));
    await writeHelp(aside);
    writeFileSync(
      join(aside, "THIRD-PARTY.txt"),
      thirdPartyNotices(shippedPackages(bundledFiles(metafile)), [
        "@univerjs/engine-render",
        ...CHANGED_PACKAGES,
      ]),
    );
    writeFileSync(
      join(aside, "built.json"),
      JSON.stringify({ version, files: Object.keys(metafile.inputs).length }),
    );
    const sizes = sizesOf(
      aside,
      Object.keys(metafile.outputs).map((path) => path.slice(path.lastIndexOf(".tmp") + 5)),
    );
    putInPlace(aside, out);
    return sizes;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The help pages of the add-in, with their pictures, beside the page. */
async function writeHelp(out) {
  const { helpPage, HELP_FILES } = await runTypeScript("scripts/addin/helpPage.ts");
  const help = join(root, "src", "help");
  const picture = (file) => readFileSync(join(help, "pictures", file));
  for (const [file, words] of HELP_FILES) {
    const page = helpPage(readFileSync(join(help, file), "utf8"), picture, words);
    writeFileSync(join(out, file), addinPage(page, { styles: ["help.css"] }));
  }
  cpSync(join(help, "help.css"), join(out, "help.css"));
  cpSync(join(help, "pictures"), join(out, "help"), { recursive: true });
}

/** Files of which something is in the bundles. */
function bundledFiles({ outputs }) {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => join(root, path)),
  );
}

/** Puts a finished build in the place of the one before; where another build has come first, that one stays. */
function putInPlace(aside, out) {
  const before = `${out}.${process.pid}.old`;
  const move = (from, to, allowed) => {
    try {
      renameSync(from, to);
    } catch (error) {
      if (!allowed.includes(error.code)) throw error;
    }
  };
  mkdirSync(dirname(out), { recursive: true });
  move(out, before, ["ENOENT"]);
  move(aside, out, ["ENOTEMPTY", "EEXIST"]);
  rmSync(before, { recursive: true, force: true });
}

function sizesOf(out, names) {
  return names.map((name) => ({
    name,
    bytes: statSync(join(out, name)).size,
    gzip: gzipSync(readFileSync(join(out, name))).length,
  }));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const sizes = await buildWorkbench({ tell: (step) => console.log(step) });
    for (const { name, bytes, gzip } of sizes)
      console.log(`  ${name}: ${Math.round(bytes / 1024)} KB, ${Math.round(gzip / 1024)} KB zipped`);
    console.log("Built dist/workbench");
  } catch (error) {
    console.error(`The workbench cannot be built: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
