import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { offlineFiles } from "./offlineFiles";
import type { RolloutBase } from "./rolloutBase";

/** Files by path with forward slashes, in the order of their paths. */
export type FilesByPath = ReadonlyMap<string, Buffer>;

/** What is served below the address of a release. */
export interface HostedFiles {
  /** Folder of this version below the address: version and first digits of the checksum of its contents, so that other contents never stand at the same address. */
  readonly folder: string;
  /** Files by path below the address. */
  readonly files: FilesByPath;
}

/** Address in the built files, which a release replaces. */
const BUILT_FOR = "https://localhost:3000";

/** The files with that address in them. */
const ADDRESSED: readonly string[] = ["manifest.xml", "functions.json", "functions.zh-CN.json"];

/** Files in the order of their paths, which no language of the machine changes. */
export function inOrder(files: Iterable<readonly [string, Buffer]>): FilesByPath {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Files of a folder that `npm run build` has made; throws where there is none, or where it was made for another address. */
export function builtFiles(folder: string): FilesByPath {
  const manifest = join(folder, "manifest.xml");
  if (!existsSync(manifest)) throw new Error(`Nothing is built in ${folder}: run npm run build first.`);
  if (!readFileSync(manifest, "utf8").includes(BUILT_FOR))
    throw new Error(
      `What stands in ${folder} is built for an address of its own: unset ADDIN_URL, as --base gives the address.`,
    );
  const paths = (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return inOrder(
    paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path))] as const),
  );
}

/** What is to be served below an address: everything built in a folder of this version, the manifest of the latest one and a page that leads to its workbench. */
export function hostedFiles(
  built: FilesByPath,
  base: RolloutBase,
  version: string,
  manifestVersion: string,
): HostedFiles {
  const released = inOrder(offlineFiles(built));
  const sums = [...released].map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join("");
  const folder = `${version}-${sha256(Buffer.from(sums)).slice(0, 8)}`;
  const addressed = (path: string, bytes: Buffer): Buffer => {
    if (!ADDRESSED.includes(path)) return bytes;
    const text = bytes.toString("utf8").replaceAll(BUILT_FOR, `${base.address}/${folder}`);
    return Buffer.from(
      path === "manifest.xml"
        ? text.replace(/<Version>[^<]*<\/Version>/, `<Version>${manifestVersion}</Version>`)
        : text,
    );
  };
  const files = [...released].map(
    ([path, bytes]) => [`${folder}/${path}`, addressed(path, bytes)] as [string, Buffer],
  );
  const manifest = files.find(([path]) => path === `${folder}/manifest.xml`);
  if (manifest !== undefined) files.push(["manifest.xml", manifest[1]]);
  files.push(["index.html", Buffer.from(startPage(folder))]);
  return { folder, files: inOrder(files) };
}

/** SHA-256 of some bytes in hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The page at the address itself, which leads to the workbench of the latest version. */
function startPage(folder: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
    <meta http-equiv="refresh" content="0; url=${folder}/workbench/index.html">
    <title>KC Model</title>
  </head>
  <body>
    <p><a href="${folder}/workbench/index.html">KC Model workbench</a></p>
  </body>
</html>
`;
}
