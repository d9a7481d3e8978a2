/** Packages that ship as ES modules only, compiled like our own sources. */
const esModules = ["hucre"];

/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  // Groups of the same suites, which jest.together.config.mjs runs.
  testPathIgnorePatterns: ["/node_modules/", "/test/together/"],
  moduleFileExtensions: ["ts", "mjs", "js", "json", "node"],
  // Only strips types; they are checked by npm run typecheck.
  transform: {
    "^.+\\.(ts|mjs)$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  // Handed to each module as an argument: in a test file's own context a look-up of a global is many times dearer.
  sandboxInjectedGlobals: [
    ...["Array", "BigInt", "Error", "JSON", "Map", "Math", "Number", "Object", "Promise", "Set", "String"],
    ...["Float64Array", "RegExp", "Symbol", "Uint8Array", "WeakMap"],
  ],
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join("|")})/)`],
  // Jest loads CommonJS; the browser build of csv-parse is an ES module.
  moduleNameMapper: { "^csv-parse/browser/esm/sync$": "csv-parse/sync" },
  globalSetup: "<rootDir>/test/support/shared/setup.ts",
  globalTeardown: "<rootDir>/test/support/shared/teardown.ts",
  // Far above what anything takes on a machine that is busy with four other things.
  testTimeout: 600_000,
  maxWorkers: 2,
};
