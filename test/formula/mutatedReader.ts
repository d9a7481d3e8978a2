import * as decimal from "decimal.js";
import ts from "typescript";
import { textOf } from "../support/repository";

/** One change to the text of a reader; the text must occur. */
export interface Mutation {
  readonly name: string;
  readonly find: string | RegExp;
  readonly replace: string;
}

type Module = Record<string, unknown>;

/** A copy of a reader in src/formula and of all it imports there; its text or that of the precedence table is changed at one place. */
export function mutatedReader<Reader>(reader: string, { name, find, replace }: Mutation): Reader {
  const texts = new Map([reader, "precedence"].map((file) => [file, textOf(`src/formula/${file}.ts`)]));
  const pattern = typeof find === "string" ? new RegExp(find.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")) : find;
  const target = [...texts.keys()].find((file) => texts.get(file)!.search(pattern) >= 0);
  if (target === undefined) throw new Error(`Mutation "${name}": no reader holds the text ${String(find)}`);
  texts.set(
    target,
    texts.get(target)!.replace(pattern, () => replace),
  );
  const loaded = new Map<string, Module>();
  const load = (file: string): Module => {
    if (loaded.has(file)) return loaded.get(file)!;
    const exports: Module = {};
    loaded.set(file, exports);
    const script = ts.transpileModule(texts.get(file) ?? textOf(`src/formula/${file}.ts`), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    }).outputText;
    const require = (path: string): Module =>
      path === "decimal.js" ? decimal : load(path.replace("./", ""));
    new Function("exports", "require", script)(exports, require);
    return exports;
  };
  return load(reader)[reader] as Reader;
}
