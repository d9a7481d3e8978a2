import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import apartConfig from "./jest.config.mjs";

const tests = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "test");

/** Suites that run in one context each, in files of test/together: what they load is compiled and optimised, and the model opened, once. */
const GROUPS = {
  commandLine: /^cli\//,
  figures: /^(?:analysis|formula|functions|mutants|release|seeds|words)\//,
  files: /^(?:hosts\/(?:opening|xlsx)|workbench)\//,
  hostile: /^hostile\//,
  model: /^model\//,
  office: /^(?:hosts\/(?:attempt|grid|officejs)|officeHost)\b/,
  pages: /^(?:build|conventions|manifest|support|taskpane)\//,
  workbook: /^workbook\//,
};

/** Suites with this make one more group, wherever they stand: the grid's library is the dearest to load and to warm up. */
const GRID = /\/headlessGrid"/;

/** Suites with one of these make one more each: they share a browser and its page. */
const PAGES = { pane: /\/paneBrowser"/ };

/** A suite with one of these stays apart: it puts modules in place of others, changes its context, or waits for a browser. */
const APART = /jest\.(?:mock|isolateModules)|assign\(globalThis|\/(?:openAddin|runningWorkbench|browser)"/;

const suites = readdirSync(tests, { recursive: true }).filter(
  (path) => path.endsWith(".test.ts") && !path.startsWith("together"),
);
const groupOf = (path) => {
  const text = readFileSync(join(tests, path), "utf8");
  if (APART.test(text)) return undefined;
  if (GRID.test(text)) return "grid";
  const ofPage = Object.keys(PAGES).find((name) => PAGES[name].test(text));
  return ofPage ?? Object.keys(GROUPS).find((name) => GROUPS[name].test(path));
};
const groups = [...Object.keys(GROUPS), "grid", ...Object.keys(PAGES)];
const together = Object.fromEntries(
  groups.map((name) => [name, suites.filter((path) => groupOf(path) === name).sort()]),
);

/**
 * All suites, most of them in groups: what npm test runs. Without this configuration jest runs each suite in a context
 * of its own, which costs more and is the same otherwise.
 * @type {import("jest").Config}
 */
export default {
  ...apartConfig,
  testPathIgnorePatterns: ["/node_modules/"],
  testMatch: [
    ...groups.map((name) => `${tests}/together/${name}.test.ts`),
    ...suites.filter((path) => groupOf(path) === undefined).map((path) => join(tests, path)),
  ],
  testSequencer: "<rootDir>/scripts/groupsFirst.cjs",
  globals: { KC_TOGETHER: together },
};
