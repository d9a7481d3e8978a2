import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestProblems } from "./manifestProblems";
import { manifestSurroundings } from "./manifestSurroundings";
import { unifiedManifest } from "./unifiedManifest";
import { unifiedProblems } from "./unifiedProblems";

/** Microsoft's published manifest schema, beside the project; not ours to ship. */
const SCHEMA = "../shared/schemas/OfficeAppManifestV1_1.xsd";

/** Problems of a manifest, that of the project unless another file is given, by Microsoft's schema; the reason where it can't be asked. */
export function schemaProblems(
  projectFolder: string,
  manifest = join(projectFolder, "manifest.xml"),
): { readonly problems: readonly string[] } | { readonly skipped: string } {
  const schema = join(projectFolder, SCHEMA);
  if (!existsSync(schema)) return { skipped: `no schema at ${SCHEMA}` };
  try {
    execFileSync("xmllint", ["--nonet", "--noout", "--schema", schema, manifest], {
      encoding: "utf8",
      stdio: "pipe",
    });
    return { problems: [] };
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string };
    if (code === "ENOENT") return { skipped: "xmllint is not installed (package libxml2-utils)" };
    return { problems: (stderr ?? String(error)).trim().split("\n") };
  }
}

/** Checks the manifest of the project and the unified one that is made from it; prints what is wrong and answers whether all is well. */
export async function validateAddin(projectFolder: string, url: string): Promise<boolean> {
  const manifest = readFileSync(join(projectFolder, "manifest.xml"), "utf8");
  const problems = [...manifestProblems(manifest, manifestSurroundings(projectFolder, url))];
  const schema = schemaProblems(projectFolder);
  if ("skipped" in schema) console.warn(`NOT CHECKED against Microsoft's schema: ${schema.skipped}.`);
  else problems.push(...schema.problems);
  problems.push(...unifiedProblems(unifiedManifest(manifest), projectFolder));
  for (const problem of problems) console.error(problem);
  console.log(
    problems.length === 0
      ? "manifest.xml and the unified manifest made from it are well."
      : `${problems.length} problems.`,
  );
  return problems.length === 0;
}
