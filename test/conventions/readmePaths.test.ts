import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryFiles, root, textOf } from "../support/repository";

/** Back-ticked words of a text that look like paths of this repository; made files (dist, out) may be absent. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] as string);
  const path = /^\.?[\w-][\w.-]*(?:\/[\w.-]+)*\/?$/;
  const file = /\.(?:md|ts|json|mjs|xml|csv|sh|html)$/;
  const folder = /^(?:src|test|seeds|scripts|assets|\.ci)\/|\/$/;
  const looksLikePath = (word: string): boolean => path.test(word) && (file.test(word) || folder.test(word));
  return quoted.filter((word) => looksLikePath(word) && !/^(?:dist|out|node_modules)\//.test(word));
}

test.each(repositoryFiles().filter((path) => path.endsWith(".md")))(
  "every path that %s names is there, from the top or from beside it",
  (page) => {
    expect(
      pathsIn(textOf(page)).filter(
        (path) => !existsSync(join(root, path)) && !existsSync(join(root, dirname(page), path)),
      ),
    ).toEqual([]);
  },
);

test("the check tells paths from other code", () => {
  const text =
    "`src/workbook/plan.ts` `npm test` `seeds/` `KC.REVENUE` `dist/kc.xlsx` `manifest.xml` `=A1/B1` `.ci/run` `RMB/USD`";
  expect(pathsIn(text)).toEqual(["src/workbook/plan.ts", "seeds/", "manifest.xml", ".ci/run"]);
});
