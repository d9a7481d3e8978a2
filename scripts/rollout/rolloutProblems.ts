import { posix } from "node:path";
import { JSDOM } from "jsdom";
import { ribbonCommands } from "../../src/commands/ribbonCommands";
import type { WorkbookHost } from "../../src/hosts/port";
import { manifestProblems } from "../addin/manifestProblems";
import { pictureSize } from "../addin/pictureSize";
import { SIZE_BUDGETS } from "../addin/sizeBudget";
import type { HostedFiles } from "./hostedFiles";
import { policyProblems } from "./pagePolicy";
import type { RolloutBase } from "./rolloutBase";

/** Everything wrong with what is to be served that can be told before anyone loads it: a manifest that names what is not there, a page without a strict policy, a file that another one loads and that is missing. Empty when all is well. */
export function rolloutProblems({ folder, files }: HostedFiles, base: RolloutBase): readonly string[] {
  const home = `${base.address}/${folder}/`;
  const fileAt = (address: string): Buffer | undefined =>
    address.startsWith(home)
      ? files.get(address.slice(base.address.length + 1).replace(/#.*$/, ""))
      : undefined;
  const manifest = files.get("manifest.xml")?.toString("utf8");
  const ofManifest =
    manifest === undefined
      ? ["manifest.xml is missing"]
      : manifestProblems(manifest, {
          commands: Object.keys(ribbonCommands({} as WorkbookHost, () => Promise.resolve())),
          pictureSize: (address) => {
            const picture = fileAt(address);
            return picture === undefined ? null : pictureSize(picture);
          },
          isServed: (address) => fileAt(address) !== undefined,
        }).map((problem) => `manifest.xml: ${problem}`);
  return [
    ...ofManifest,
    ...missingBundles({ folder, files }),
    ...pageProblems(files),
    ...missingImports(files),
  ];
}

/** Files that the page of the shared runtime loads at its start or later. */
function missingBundles({ folder, files }: HostedFiles): readonly string[] {
  return SIZE_BUDGETS.flatMap((budget) => budget.files)
    .filter((file) => !files.has(`${folder}/${file}`))
    .map((file) => `${folder}/${file} is missing`);
}

function pageProblems(files: HostedFiles["files"]): readonly string[] {
  return [...files]
    .filter(([path]) => path.endsWith(".html"))
    .flatMap(([path, bytes]) => {
      const html = bytes.toString("utf8");
      const { document } = new JSDOM(html).window;
      const named = [...document.querySelectorAll("[src], [srcset], link[href]")].flatMap((element) => [
        element.getAttribute("src") ?? element.getAttribute("srcset") ?? element.getAttribute("href")!,
      ]);
      const missing = named
        .filter((address) => !/^(?:https?|data):/.test(address))
        .filter((address) => !files.has(posix.join(posix.dirname(path), address)))
        .map((address) => `names ${address}, which is missing`);
      return [...policyProblems(html), ...missing].map((problem) => `${path} ${problem}`);
    });
}

/** Modules that a script of the workbench imports, now or later. */
function missingImports(files: HostedFiles["files"]): readonly string[] {
  return [...files]
    .filter(([path]) => /\/workbench\/.*\.js$/.test(path))
    .flatMap(([path, bytes]) =>
      [...bytes.toString("utf8").matchAll(/["'](\.{1,2}\/[\w./-]+-[A-Z0-9]{8}\.js)["']/g)]
        .map(([, module]) => posix.join(posix.dirname(path), module!))
        .filter((module) => !files.has(module))
        .map((module) => `${path} loads ${module}, which is missing`),
    );
}
