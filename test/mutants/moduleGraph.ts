import { transformSync } from "esbuild";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

type Exports = Record<string, unknown>;
type Loaded = (
  module: { exports: Exports },
  exports: Exports,
  require: (path: string) => unknown,
  folder: string,
  globals: Readonly<Record<string, unknown>>,
) => void;

/** Names that a test file finds in its surroundings. */
const GLOBALS = ["test", "expect"];
const GENERATED = "src/companies/kingsoftCloud/fastReading.generated.ts";
/** What stands in its place: formulas read as closures, which follow every change of a line. */
const READ_AS_CLOSURES = `
import { closureReading } from "../../model/closureReading";
import { kingsoftCloud } from "./kingsoftCloud";
let reading;
export const fastReading = (...of) => (reading ??= closureReading(kingsoftCloud))(...of);
`;

/** TypeScript sources as CommonJS, loaded again from the changed one upwards; everything that does not import it is shared. */
export class ModuleGraph {
  private readonly compiled = new Map<
    string,
    { readonly run: Loaded; readonly imports: readonly string[] }
  >();
  private readonly shared = new Map<string, { exports: Exports }>();
  private readonly packages: NodeJS.Require;

  constructor(private readonly root: string) {
    this.packages = createRequire(join(root, "package.json"));
  }

  /** Files that import a file, directly or through others, the file itself included; `among` are the test files. */
  dependents(file: string, among: readonly string[]): ReadonlySet<string> {
    const known = new Set([file]);
    const every = new Set(among.flatMap((each) => [...this.reachable(each)]));
    for (let size = 0; size < known.size;) {
      size = known.size;
      for (const each of every) if (this.compile(each).imports.some((to) => known.has(to))) known.add(each);
    }
    return known;
  }

  /** A loader of modules in which one file's text is changed; modules in `fresh` are loaded anew. */
  instance(
    fresh: ReadonlySet<string>,
    changed: { readonly file: string; readonly text: string } | null,
    globals: Readonly<Record<string, unknown>>,
  ): (file: string) => Exports {
    const own = new Map<string, { exports: Exports }>();
    const load = (file: string): Exports => {
      const modules = fresh.has(file) ? own : this.shared;
      const known = modules.get(file);
      if (known) return known.exports;
      const module = { exports: {} as Exports };
      modules.set(file, module);
      const { run } = file === changed?.file ? compile(file, changed.text) : this.compile(file);
      run(
        module,
        module.exports,
        (path) =>
          path.startsWith(".")
            ? load(this.resolve(file, path))
            : this.packages(path === "csv-parse/browser/esm/sync" ? "csv-parse/sync" : path),
        join(this.root, dirname(file)),
        globals,
      );
      return module.exports;
    };
    return load;
  }

  /** Loads a module and puts others in place of what it exports, for all that share it. */
  share(file: string, replaced: (exports: Exports) => Exports): void {
    this.shared.set(file, { exports: replaced(this.instance(new Set(), null, {})(file)) });
  }

  private reachable(file: string, seen = new Set<string>()): ReadonlySet<string> {
    if (!seen.has(file)) {
      seen.add(file);
      for (const to of this.compile(file).imports) this.reachable(to, seen);
    }
    return seen;
  }

  private compile(file: string): { readonly run: Loaded; readonly imports: readonly string[] } {
    const known = this.compiled.get(file);
    if (known) return known;
    const text = file === GENERATED ? READ_AS_CLOSURES : readFileSync(join(this.root, file), "utf8");
    const { run, requires } = compile(file, text);
    const imports = requires.filter((path) => path.startsWith(".")).map((path) => this.resolve(file, path));
    const entry = { run, imports };
    this.compiled.set(file, entry);
    return entry;
  }

  private resolve(from: string, path: string): string {
    const target = join(this.root, dirname(from), path);
    const file = [`${target}.ts`, join(target, "index.ts"), target].find(existsSync);
    if (file === undefined) throw new Error(`${from} imports ${path}, which does not exist.`);
    return relative(this.root, file);
  }
}

function compile(file: string, text: string): { readonly run: Loaded; readonly requires: readonly string[] } {
  const { code } = transformSync(text, {
    loader: file.endsWith(".json") ? "json" : "ts",
    format: "cjs",
    target: "node20",
    platform: "node",
  });
  const body = `const { ${GLOBALS.join(", ")} } = globals;\n${code}\n//# sourceURL=${file}`;
  return {
    run: new Function("module", "exports", "require", "__dirname", "globals", body) as Loaded,
    requires: [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, path]) => path!),
  };
}
