import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { UNIFIED_SCHEMA, type UnifiedManifest } from "./unifiedManifest";

/** Everything in which a unified manifest and its translations are not what Microsoft's published schemas ask for; empty when all is well. Microsoft's library is asked in a process of its own, as it is made of modules that tests can't load. */
export function unifiedProblems(unified: UnifiedManifest, projectFolder: string): readonly string[] {
  const answer = execFileSync(process.execPath, [join(projectFolder, "scripts/addin/askUnifiedSchema.mjs")], {
    encoding: "utf8",
    input: JSON.stringify({ ...unified, schema: UNIFIED_SCHEMA }),
  });
  return JSON.parse(answer) as readonly string[];
}
