import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ribbonCommands } from "../../src/commands/ribbonCommands";
import type { WorkbookHost } from "../../src/hosts/port";
import type { ManifestSurroundings } from "./manifestProblems";
import { pictureSize } from "./pictureSize";

/** Files that the build makes beside the pictures. */
const BUILT: readonly string[] = [
  "taskpane.html",
  "functions.js",
  "functions.json",
  "functions.zh-CN.json",
  "help.html",
  "help.zh-CN.html",
];

/** What the manifest in a project folder refers to, served from the given address. */
export function manifestSurroundings(projectFolder: string, url: string): ManifestSurroundings {
  const pathOf = (address: string): string =>
    address.startsWith(`${url}/`) ? address.slice(url.length + 1).replace(/#.*$/, "") : "";
  const picture = (address: string): string => join(projectFolder, pathOf(address));
  const isPicture = (address: string): boolean =>
    /^assets\/[\w-]+\.png$/.test(pathOf(address)) && existsSync(picture(address));
  return {
    commands: Object.keys(ribbonCommands({} as WorkbookHost, () => Promise.resolve())),
    pictureSize: (address) => (isPicture(address) ? pictureSize(readFileSync(picture(address))) : null),
    isServed: (address) => BUILT.includes(pathOf(address)) || isPicture(address),
  };
}
