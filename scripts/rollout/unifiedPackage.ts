import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unifiedManifest } from "../addin/unifiedManifest";
import { inOrder } from "./hostedFiles";
import { reproducibleZip } from "./reproducibleZip";

/** Name of the app package in an archive. */
export const UNIFIED_PACKAGE = "kc-model-365.zip";

/** The app package of Microsoft 365 for the add-in of a manifest in XML: the unified manifest with its translations, and the two icons that it asks for. */
export function unifiedPackage(xml: string, projectFolder: string): Buffer {
  const { manifest, translations } = unifiedManifest(xml);
  const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  const icon = (name: string): Buffer => readFileSync(join(projectFolder, "assets", name));
  return reproducibleZip(
    inOrder([
      ["manifest.json", json(manifest)],
      [translations[0], json(translations[1])],
      ["color.png", icon("icon-192.png")],
      ["outline.png", icon("outline-32.png")],
    ]),
  );
}
