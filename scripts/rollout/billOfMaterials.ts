import { spawnSync } from "node:child_process";
import type { ShippedPackage } from "../addin/shippedPackages";
import { sha256 } from "./hostedFiles";

type Shipped = Pick<ShippedPackage, "name" | "version" | "licence">;

/** What this reads of an answer of `npm sbom`. */
interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Component {
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly properties?: readonly { readonly name: string }[];
}

/** Property of a package that only tools need. */
const FOR_TOOLS = "cdx:npm:package:development";

/** What npm knows of the packages of a project folder, in CycloneDX, from its lock alone; throws when npm can't be asked. With --omit=dev npm would leave out what a tool needs as well as the product. */
export function npmBill(projectFolder: string): Bill {
  const { stdout, stderr, error } = spawnSync(
    "npm",
    ["sbom", "--sbom-format=cyclonedx", "--package-lock-only"],
    {
      cwd: projectFolder,
      encoding: "utf8",
      shell: process.platform === "win32",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  try {
    if (error !== undefined) throw error;
    return JSON.parse(stdout) as Bill;
  } catch {
    throw new Error(
      `npm sbom gives no bill of materials (npm 10 or newer is needed): ${error?.message ?? stderr.trim()}`,
    );
  }
}

/** The bill of materials of a release: npm's entries of the packages with code in a bundle, under the licence they ship with, in one order, without the time, folder and version of npm of the machine; throws when a shipped package is not in the lock's production part. */
export function billOfMaterials(
  npm: Bill,
  shipped: readonly Shipped[],
  { name, version }: { readonly name: string; readonly version: string },
): string {
  const production = npm.components.filter(
    ({ properties = [] }) => !properties.some((property) => property.name === FOR_TOOLS),
  );
  const known = new Map(production.map((each) => [`${each.name}@${each.version}`, each]));
  const licences = new Map(shipped.map((each) => [`${each.name}@${each.version}`, each.licence]));
  const refs = [...licences.keys()].sort();
  const missing = refs.filter((ref) => !known.has(ref));
  if (missing.length > 0)
    throw new Error(
      `In a bundle, but not among the production packages of package-lock.json: ${missing.join(", ")}. List them under dependencies in package.json.`,
    );
  const root = `${name}@${version}`;
  const inBill = (ref: string): boolean => ref === root || licences.has(ref);
  const dependencies = npm.dependencies
    .filter(({ ref }) => inBill(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(inBill).sort() }))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const contents = {
    version: 1,
    metadata: {
      lifecycles: [{ phase: "build" }],
      tools: [{ vendor: "npm", name: "cli" }],
      component: {
        "bom-ref": root,
        type: "application",
        name,
        version,
        purl: `pkg:npm/${name}@${version}`,
        licenses: [{ license: { id: "MIT" } }],
      },
    },
    components: refs.map((ref) => ({
      ...known.get(ref)!,
      licenses: [{ license: { id: licences.get(ref)! } }],
    })),
    dependencies,
  };
  const [, a, b, c, d] = /^(.{8})(.{4}).(.{3}).(.{3})/.exec(sha256(Buffer.from(JSON.stringify(contents))))!;
  const serialNumber = `urn:uuid:${a}-${b}-8${c}-8${d}-${sha256(Buffer.from(root)).slice(0, 12)}`;
  const head = {
    $schema: `http://cyclonedx.org/schema/bom-${npm.specVersion}.schema.json`,
    bomFormat: npm.bomFormat,
    specVersion: npm.specVersion,
    serialNumber,
  };
  return `${JSON.stringify({ ...head, ...contents }, null, 2)}\n`;
}
