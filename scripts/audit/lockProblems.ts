/** What package.json says of dependencies. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** What package-lock.json says of one package. */
export interface LockedPackage extends Manifest {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

/** Packages by their place in node_modules; the project itself is "". */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** Packages that bring an install script, and what of it the project needs; a package that is not here may not have one. */
export const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  "@parcel/watcher": "Builds a file watcher where no ready one fits; jest would watch with it, and nothing here runs jest in watch mode.",
  "core-js-pure": "Prints a request for donations; nothing needs it.",
  esbuild: "Checks that the ready program for this system is there, and fetches it where npm left it out; with npm ci it is there.",
  protobufjs: "Warns about version schemes; nothing needs it, and its code is in no bundle.",
  "unrs-resolver": "Checks that the ready program for this system is there; lint needs that program, not the script.",
};

const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/** What keeps an installation from being the same everywhere: versions that may move, a lock that disagrees or names a host, a package without a checksum or with a script nobody has looked at. */
export function lockProblems(manifest: Manifest, packages: LockedPackages): readonly string[] {
  const { "": project = {}, ...locked } = packages;
  const problems: string[] = [];
  for (const part of ["dependencies", "devDependencies", "optionalDependencies"] as const) {
    const wanted = manifest[part] ?? {};
    for (const [name, version] of Object.entries(wanted)) {
      if (!EXACT.test(version)) problems.push(`package.json, ${part}: ${name} is "${version}", not one exact version.`);
      const there = locked[`node_modules/${name}`]?.version;
      if (there !== version && part !== "optionalDependencies") problems.push(`package-lock.json has ${name} ${there ?? "not at all"}, package.json ${version}: run npm install.`);
    }
    if (JSON.stringify(sorted(wanted)) !== JSON.stringify(sorted(project[part] ?? {}))) problems.push(`package-lock.json was made for other ${part} than package.json has: run npm install.`);
  }
  for (const [name, version] of Object.entries(manifest.overrides ?? {})) {
    if (typeof version !== "string" || !EXACT.test(version)) problems.push(`package.json, overrides: ${name} is not one exact version.`);
  }
  for (const [place, { version, resolved, integrity, hasInstallScript, link }] of Object.entries(locked)) {
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    if (version === undefined || link === true) problems.push(`package-lock.json: ${place} is no package of a registry.`);
    else if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? "")) problems.push(`package-lock.json: ${place} has no sha512 checksum.`);
    if (resolved !== undefined) problems.push(`package-lock.json: ${place} names the address it was fetched from; npm install with this folder's .npmrc leaves it out.`);
    if (hasInstallScript === true && !Object.hasOwn(INSTALL_SCRIPTS, name)) problems.push(`${name} ${version} runs a script when it is installed: see what it does and say so in scripts/audit/lockProblems.ts, or leave the package out.`);
  }
  for (const name of Object.keys(INSTALL_SCRIPTS)) {
    if (!Object.entries(locked).some(([place, { hasInstallScript }]) => place.endsWith(`node_modules/${name}`) && hasInstallScript === true)) problems.push(`${name} no longer has an install script: take it out of scripts/audit/lockProblems.ts.`);
  }
  return problems;
}

const sorted = (versions: Readonly<Record<string, string>>): readonly (readonly [string, string])[] => Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : 1));
