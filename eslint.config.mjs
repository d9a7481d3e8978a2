import { defineConfig, globalIgnores } from "eslint/config";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/** What each folder of src may import from src, besides itself: one picture, one direction. */
const mayImport = {
  words: [],
  formula: [],
  seeds: ["formula"],
  model: ["words", "formula", "seeds"],
  companies: ["words", "formula", "seeds", "model"],
  analysis: ["words", "formula", "seeds", "model", "companies"],
  workbook: ["words", "formula", "seeds", "model", "companies", "analysis"],
  hosts: ["words", "workbook"],
  functions: ["words", "formula", "seeds", "model", "companies", "analysis"],
  release: ["words", "formula", "seeds", "model", "companies", "analysis", "functions"],
  commands: ["words", "formula", "seeds", "model", "companies", "analysis", "workbook", "hosts", "functions"],
  taskpane: [
    "words",
    "formula",
    "seeds",
    "model",
    "companies",
    "analysis",
    "workbook",
    "hosts",
    "functions",
    "release",
  ],
  workbench: [
    "words",
    "formula",
    "seeds",
    "model",
    "companies",
    "analysis",
    "workbook",
    "hosts",
    "functions",
    "release",
    "commands",
    "taskpane",
  ],
  cli: [
    "words",
    "formula",
    "seeds",
    "model",
    "companies",
    "analysis",
    "workbook",
    "hosts",
    "functions",
    "release",
  ],
};

/** Folders that know neither Office nor a browser nor Node. */
const core = ["words", "seeds", "formula", "model", "companies", "analysis", "workbook", "release"];
/** Folders that run in a page, without Node. */
const paged = ["functions", "commands", "taskpane", "workbench", "hosts/officejs", "hosts/grid"];

const ofOffice = ["Office", "Excel", "CustomFunctions", "OfficeExtension", "OfficeRuntime"];
const ofBrowsers = ["window", "document", "navigator", "localStorage"];
const ofNode = ["process", "Buffer", "require", "__dirname", "__filename", "setImmediate"];
const outsideWorld = [...ofOffice, ...ofBrowsers, "fetch", ...ofNode];

export default defineConfig(
  globalIgnores(["dist/", "out/", "coverage/", "node_modules/"]),
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommended],
    plugins: { "import-x": importX },
    settings: {
      "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".mjs", ".js", ".json"] })],
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "import-x/no-default-export": "error",
      "import-x/no-restricted-paths": [
        "error",
        {
          zones: Object.entries(mayImport).map(([folder, allowed]) => ({
            target: `./src/${folder}`,
            from: "./src",
            except: [folder, ...allowed].map((name) => `./${name}`),
            message: `src/${folder} may import ${allowed.join(", ") || "nothing of src"} only.`,
          })),
        },
      ],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/**/*.generated.ts"],
    rules: { "max-lines": ["error", { max: 330, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: core.map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      "no-restricted-globals": ["error", ...outsideWorld],
      "no-restricted-imports": ["error", { patterns: ["node:*", "@microsoft/*", "hucre", "hucre/*"] }],
    },
  },
  {
    files: ["src/hosts/xlsx/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...outsideWorld],
      "no-restricted-imports": ["error", { patterns: ["node:*", "@microsoft/*"] }],
    },
  },
  {
    files: paged.map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      "no-restricted-globals": ["error", ...ofNode],
      "no-restricted-imports": ["error", { patterns: ["node:*"] }],
    },
  },
  {
    files: ["src/cli/**/*.ts"],
    rules: { "no-restricted-globals": ["error", ...ofOffice, ...ofBrowsers] },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-require-imports": "off",
    },
  },
  {
    // Jest calls what these export by default.
    files: ["test/support/shared/setup.ts", "test/support/shared/teardown.ts"],
    rules: { "import-x/no-default-export": "off" },
  },
);
