import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, textOf } from "../support/repository";

/** Back-ticked words of a text that look like paths of this repository; made files (dist, out) may be absent. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] as string);
  const path = /^\.?[\w-][\w.-]*(?:\/[\w.-]+)*\/?$/;
  const file = /\.(?:md|ts|json|mjs|xml|csv|sh|html)$/;
  const folder = /^(?:src|test|seeds|scripts|assets|\.ci)\/|\/$/;
  const looksLikePath = (word: string): boolean => path.test(word) && (file.test(word) || folder.test(word));
  return quoted.filter((word) => looksLikePath(word) && !/^(?:dist|out|node_modules)\//.test(word));
}

test("every path that the README names is there", () => {
  // Before there is a README there is nothing to check; from then on a wrong path fails.
  const readme = existsSync(join(root, "README.md")) ? textOf("README.md") : "";
  expect(pathsIn(readme).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("the check tells paths from other code", () => {
  const text = "`src/workbook/plan.ts` `npm test` `seeds/` `KC.REVENUE` `dist/kc.xlsx` `manifest.xml` `=A1/B1` `.ci/run` `RMB/USD`";
  expect(pathsIn(text)).toEqual(["src/workbook/plan.ts", "seeds/", "manifest.xml", ".ci/run"]);
});
