import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./runTypeScript.mjs";

/** Import of the module that takes the place of style elements, under a name that says nothing of where this machine keeps it. */
const IMPORT = 'import { adoptStyleSheet } from "kc:adoptStyleSheet";\n';

/**
 * Parts of packages of the grid that a strict content security policy would refuse, and what stands there instead: a style sheet is adopted,
 * no style element is made; the global object has a name; text that another thread would send as a function is refused, as there is no other thread.
 */
const REPLACED = [
  {
    file: "sonner/dist/index.mjs",
    parts: [[/function __insertCSS\(code\) \{[^]*?\n\}/, "const __insertCSS = adoptStyleSheet;"]],
  },
  {
    file: "react-style-singleton/dist/es2015/singleton.js",
    parts: [
      [/^[^]*?(?=export var stylesheetSingleton)/, ""],
      [/if \(\(stylesheet = makeStyleTag\(\)\)\) \{[^]*?\n {16}\}/, "stylesheet = adoptStyleSheet(style);"],
      [/stylesheet\.parentNode && stylesheet\.parentNode\.removeChild\(stylesheet\)/, "stylesheet()"],
    ],
  },
  {
    file: "@univerjs/ui/lib/es/index.js",
    parts: [
      [
        /const existingStyleElement = document\.getElementById\(this\._styleSheetId\);[^]*?document\.head\.appendChild\(styleElement\);/,
        "this._dropTheme?.();\n\t\tthis._dropTheme = adoptStyleSheet(`:root {\\n${cssVariables}\\n}`);",
      ],
    ],
  },
  // Asks an old browser for an event by a handler written as text; today's have the event.
  {
    file: "react-dom/cjs/react-dom.production.min.js",
    parts: [[/\w+\.setAttribute\("oninput","return;"\)/, "void 0"]],
  },
  { file: "lodash-es/_root.js", parts: [[/Function\('return this'\)\(\)/, "globalThis"]] },
  {
    file: "@univerjs/sheets-formula/lib/es/index.js",
    parts: [
      [
        /new Function\(`return \$\{functionString\}`\)\(\)/g,
        '(() => { throw new Error("Functions are not read from text."); })',
      ],
    ],
  },
];

/** Names of the packages that have such parts. */
export const CHANGED_PACKAGES = REPLACED.map(({ file }) => /^(?:@[^/]+\/)?[^/]+/.exec(file)[0]);

/** A package's source with the parts replaced; throws when a new version no longer has one of them. */
export function strictSource(file, source) {
  const { parts } = REPLACED.find((each) => each.file === file);
  const strict = parts.reduce((text, [part, instead]) => {
    if (text.search(part) < 0)
      throw new Error(
        `${file} has changed: nothing matches ${part}. See what it does now, and mend scripts/addin/strictPackages.mjs.`,
      );
    return text.replace(part, () => instead);
  }, source);
  return strict.includes("adoptStyleSheet") ? IMPORT + strict : strict;
}

/** esbuild plugin that lets the packages of the grid run under `style-src 'self'; script-src 'self'`; ends in an error when one of them was not met. */
export const strictPackages = {
  name: "strict-packages",
  setup({ onResolve, onLoad, onEnd }) {
    const met = new Set();
    onResolve({ filter: /^kc:adoptStyleSheet$/ }, () => ({
      path: join(root, "src", "workbench", "adoptStyleSheet.ts"),
    }));
    for (const { file } of REPLACED) {
      const filter = new RegExp(
        `node_modules[\\\\/]${file
          .split("/")
          .map((part) => part.replaceAll(".", "\\."))
          .join("[\\\\/]")}$`,
      );
      onLoad({ filter }, ({ path }) => {
        met.add(file);
        return { contents: strictSource(file, readFileSync(path, "utf8")), loader: "js" };
      });
    }
    onEnd(() => {
      const missed = REPLACED.filter(({ file }) => !met.has(file)).map(({ file }) => ({
        text: `${file} is no longer part of the page: take it out of scripts/addin/strictPackages.mjs.`,
      }));
      return { errors: missed };
    });
  },
};
