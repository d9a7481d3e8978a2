import { marked } from "marked";

/** Pages of plain text beside the add-in, as the Marketplace and an IT department ask for them, by the documents that they are made from. */
export const TEXT_PAGES: ReadonlyMap<string, string> = new Map([
  ["privacy.html", "docs/privacy.md"],
  ["support.html", "docs/support.md"],
  ["terms.html", "docs/terms.md"],
]);

/** A document in Markdown as a page in the look of the help page, which loads its style sheet and nothing else. Throws where it has no title. */
export function textPage(markdown: string): string {
  const title = /^# (.+)$/m.exec(markdown)?.[1];
  if (title === undefined) throw new Error("A page of text needs a title, # Title.");
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>KC Model: ${title.toLowerCase()}</title>
  </head>
  <body>
    <main>
${marked.parse(markdown, { async: false })}    </main>
  </body>
</html>
`;
}
