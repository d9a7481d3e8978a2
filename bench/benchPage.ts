import { readFileSync, writeFileSync } from "node:fs";

const PAGE = "docs/bench.md";
const [BEGIN, END] = [
  '<!-- Tables of the latest run, written by "npm run bench -- --write" -->',
  "<!-- End of the tables -->",
];

/** Puts the tables of a run into the page, between its two comments. Throws when the page lacks them. */
export function writeBenchPage(tables: string): void {
  const page = readFileSync(PAGE, "utf8");
  const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (start < 0 || end < start)
    throw new Error(`${PAGE} has no place for the tables: it needs the lines ${BEGIN} and ${END}.`);
  writeFileSync(PAGE, `${page.slice(0, start + BEGIN.length)}\n\n${tables}\n\n${page.slice(end)}`);
}
