/** Loads the IronCalc engine (an ES module with WebAssembly) into a CommonJS test run. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildSync } from "esbuild";

/** The part of the engine's model that the host uses. */
export interface IronModel {
  pauseEvaluation(): void;
  resumeEvaluation(): void;
  evaluate(): void;
  newSheet(): void;
  deleteSheet(sheet: number): void;
  renameSheet(sheet: number, name: string): void;
  newDefinedName(name: string, scope: null, formula: string): void;
  setUserInput(sheet: number, row: number, column: number, input: string): void;
  getFormattedCellValue(sheet: number, row: number, column: number): string;
  getCellType(sheet: number, row: number, column: number): number;
  updateRangeStyle(
    area: { sheet: number; row: number; column: number; width: number; height: number },
    path: string,
    value: string,
  ): void;
  free(): void;
}

type ModelClass = new (name: string, locale: string, timezone: string, language: string) => IronModel;

let loaded: ModelClass | null = null;

/** The engine's model class, loaded once. */
export function loadIronCalc(): ModelClass {
  if (loaded) return loaded;
  const folder = join(process.cwd(), "node_modules/@ironcalc/wasm");
  const built = buildSync({
    entryPoints: [join(folder, "wasm.js")],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    logLevel: "silent",
    define: { "import.meta.url": '"file:///"' },
  });
  const module = {
    exports: {} as { Model: ModelClass; initSync: (options: { module: Uint8Array }) => unknown },
  };
  const evaluate = new Function("module", "exports", "require", built.outputFiles[0]?.text ?? "") as (
    m: unknown,
    e: unknown,
    r: unknown,
  ) => void;
  evaluate(module, module.exports, createRequire(join(process.cwd(), "package.json")));
  module.exports.initSync({ module: readFileSync(join(folder, "wasm_bg.wasm")) });
  loaded = module.exports.Model;
  return loaded;
}
