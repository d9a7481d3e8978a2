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
  // LibreOffice and the Open XML validator take seconds, more on a busy machine.
  testTimeout: 180_000,
  maxWorkers: 2,
};
