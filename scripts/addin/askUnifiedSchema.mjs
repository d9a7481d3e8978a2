/** Reads a unified manifest with its translations and the schema's version from standard input; prints as JSON in what they are not as Microsoft's published schemas ask. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import library from "@microsoft/app-manifest";

const folder = dirname(createRequire(import.meta.url).resolve("@microsoft/app-manifest"));
const { manifest, translations, schema } = JSON.parse(await text(process.stdin));
const [file, texts] = translations;

/** Problems of a subject by one of the schemas, each with the name of its file. */
async function problems(name, subject, schemaFile) {
  const asked = JSON.parse(readFileSync(join(folder, `json-schemas/teams/v${schema}`, schemaFile), "utf8"));
  // Patterns for Teams alone that no engine reads as Unicode, and that nothing of an add-in has.
  for (const pattern of Object.keys(asked.patternProperties ?? {}))
    if (pattern.startsWith("^activities")) delete asked.patternProperties[pattern];
  const found = await library.ManifestUtil.validateManifestAgainstSchema(subject, asked);
  return found.map((problem) => `${name}: ${problem}`);
}

const found = [
  ...(await problems("manifest.json", manifest, "MicrosoftTeams.schema.json")),
  ...(await problems(file, texts, "MicrosoftTeams.Localization.schema.json")),
];
console.log(JSON.stringify(found));
