import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readNotices } from "../addin/shippedPackages";
import { billOfMaterials, npmBill } from "./billOfMaterials";
import { headerRules, headersFile, nginxFile } from "./hostHeaders";
import { hostedFiles, inOrder, sha256, type FilesByPath } from "./hostedFiles";
import { reproducibleZip } from "./reproducibleZip";
import type { RolloutBase } from "./rolloutBase";
import { rolloutProblems } from "./rolloutProblems";
import { UNIFIED_PACKAGE, unifiedPackage } from "./unifiedPackage";

/** A release as one file. */
export interface RolloutArchive {
  readonly zip: Buffer;
  /** What is in it, by path. */
  readonly contents: FilesByPath;
  /** Folder of this version below the address, such as 0.3.0-1a2b3c4d. */
  readonly folder: string;
}

/** Pages for whoever installs it, from the project. */
const PAGES: readonly string[] = [
  "docs/deploy.md",
  "docs/privacy.md",
  "docs/support.md",
  "docs/terms.md",
  "LICENSE",
];

/**
 * Everything that is to be hosted, from the built files of a project: the site, the headers for its host, the app package of Microsoft 365, the bill of materials, the pages for whoever
 * installs it and a checksum of each, as one zip with the same bytes wherever it is made. Throws with every problem of what would be served.
 */
export function rolloutArchive(
  built: FilesByPath,
  base: RolloutBase,
  projectFolder: string,
  manifestVersion?: string,
): RolloutArchive {
  const text = (path: string): string => readFileSync(join(projectFolder, path), "utf8");
  const project = JSON.parse(text("package.json")) as { name: string; version: string };
  const hosted = hostedFiles(built, base, project.version, manifestVersion ?? `${project.version}.0`);
  const problems = rolloutProblems(hosted, base);
  if (problems.length > 0) throw new Error(`This can't be released:\n- ${problems.join("\n- ")}`);
  const notices = ["THIRD-PARTY.txt", "workbench/THIRD-PARTY.txt"].flatMap((path) =>
    readNotices(built.get(path)?.toString("utf8") ?? ""),
  );
  const below = base.path === "" ? "" : `${base.path.slice(1)}/`;
  const site = inOrder([...hosted.files].map(([path, bytes]) => [`${below}${path}`, bytes] as const));
  const rules = headerRules(site);
  const files = inOrder([
    ...[...site].map(([path, bytes]) => [`site/${path}`, bytes] as const),
    ["site/_headers", Buffer.from(headersFile(rules))],
    ["nginx.conf", Buffer.from(nginxFile(rules))],
    [UNIFIED_PACKAGE, unifiedPackage(hosted.files.get("manifest.xml")!.toString("utf8"), projectFolder)],
    ["bom.cdx.json", Buffer.from(billOfMaterials(npmBill(projectFolder), notices, project))],
    ...PAGES.map((path) => [path.replace(/^docs\//, ""), Buffer.from(text(path))] as const),
  ]);
  const sums = [...files].map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join("");
  const contents = inOrder([...files, ["SHA256SUMS", Buffer.from(sums)]]);
  return { zip: reproducibleZip(contents), contents, folder: hosted.folder };
}
