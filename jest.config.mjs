/** Packages that ship as ES modules only, compiled like our own sources. */
const esModules = ["hucre"];

/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  moduleFileExtensions: ["ts", "mjs", "js", "json", "node"],
  // Only strips types; they are checked by npm run typecheck.
  transform: {
    "^.+\\.(ts|mjs)$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join("|")})/)`],
  // Jest loads CommonJS; the browser build of csv-parse is an ES module.
  moduleNameMapper: { "^csv-parse/browser/esm/sync$": "csv-parse/sync" },
  globalSetup: "<rootDir>/test/support/shared/setup.ts",
  globalTeardown: "<rootDir>/test/support/shared/teardown.ts",
  // Far above what anything takes on a machine that is busy with four other things.
  testTimeout: 600_000,
  maxWorkers: 2,
};
