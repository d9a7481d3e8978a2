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
  /** Its own name where it stands under another one. */
  readonly name?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

/** Packages by their place in node_modules; the project itself is "". */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/** A package that is installed under another name: its own name and its version. */
const UNDER_OTHER_NAME = /^npm:(.+)@([^@]+)$/;

/** What keeps an installation from being the same and harmless everywhere, in words: versions that may move, a lock that disagrees or names a host, a package without a checksum, scripts of packages that would run. */
export function lockProblems(manifest: Manifest, packages: LockedPackages, npmrc: string): readonly string[] {
  const { "": project = {}, ...locked } = packages;
  const problems: string[] = [];
  for (const part of ["dependencies", "devDependencies", "optionalDependencies"] as const) {
    const wanted = manifest[part] ?? {};
    for (const [name, text] of Object.entries(wanted)) {
      const [, ownName = name, version = text] = UNDER_OTHER_NAME.exec(text) ?? [];
      if (!EXACT.test(version))
        problems.push(`package.json, ${part}: ${name} is "${text}", not one exact version.`);
      const there = locked[`node_modules/${name}`];
      const same = there?.version === version && (there.name ?? name) === ownName;
      if (!same && part !== "optionalDependencies")
        problems.push(
          `package-lock.json has ${name} ${there?.version ?? "not at all"}, package.json ${text}: run npm install.`,
        );
    }
    if (JSON.stringify(sorted(wanted)) !== JSON.stringify(sorted(project[part] ?? {})))
      problems.push(`package-lock.json was made for other ${part} than package.json has: run npm install.`);
  }
  for (const [name, version] of Object.entries(manifest.overrides ?? {})) {
    if (typeof version !== "string" || !EXACT.test(version))
      problems.push(`package.json, overrides: ${name} is not one exact version.`);
  }
  for (const [place, { version, resolved, integrity, link }] of Object.entries(locked)) {
    if (version === undefined || link === true)
      problems.push(`package-lock.json: ${place} is no package of a registry.`);
    else if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ""))
      problems.push(`package-lock.json: ${place} has no sha512 checksum.`);
    if (resolved !== undefined)
      problems.push(
        `package-lock.json: ${place} names the address it was fetched from; npm install with this folder's .npmrc leaves it out.`,
      );
  }
  if (!/^ignore-scripts=true$/m.test(npmrc))
    problems.push(
      ".npmrc lets packages run scripts when they are installed; nothing here needs one: ignore-scripts=true.",
    );
  return problems;
}

const sorted = (versions: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : 1));
