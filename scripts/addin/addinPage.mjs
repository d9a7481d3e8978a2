/** Where Microsoft serves the library; required for add-ins of the Marketplace. */
const OFFICE_CDN = "https://appsforoffice.microsoft.com";

/** A page of the add-in with the version, the library first, then its own scripts in order; tags for these that the template has already are taken out. */
export function addinPage(template, { scripts = [], styles = [], office = null, version = null }) {
  const bare = template
    .replace(/[ \t]*<script\b[^>]*\bsrc="[^"]*"[^>]*>\s*<\/script>\s*?\n?/gi, "")
    .replace(/[ \t]*<link\b[^>]*\brel="stylesheet"[^>]*>\s*?\n?/gi, "");
  if (!/<\/head>/i.test(bare)) throw new Error("a page needs <head>");
  const tags = styles.map((file) => `<link rel="stylesheet" href="${file}">`);
  if (office !== null) tags.push(`<script src="${office}"></script>`);
  tags.push(...scripts.map((file) => `<script defer src="${file}"></script>`));
  const versioned =
    version === null
      ? bare
      : bare
          .replace(/(<html\b[^>]*?)\s+data-version="[^"]*"/i, "$1")
          .replace(/<html\b/i, `<html data-version="${version}"`);
  const lines = tags.map((tag) => `    ${tag}\n`).join("");
  return versioned.replace(/[ \t]*<\/head>/i, () => `${lines}  </head>`);
}

/** Address of the library: Microsoft's own, or the copies beside the page. */
export function officeScript(local) {
  return local ? "office/office.js" : `${OFFICE_CDN}/lib/1/hosted/office.js`;
}

/** The files of the library that Excel asks for. */
export const OFFICE_FILES = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-web-16.00.js",
  "excel-mac-16.00.js",
  "o15apptofilemappingtable.js",
  "en-us/office_strings.js",
  "telemetry/oteljs_agave.js",
  "custom-functions-runtime.js",
];
