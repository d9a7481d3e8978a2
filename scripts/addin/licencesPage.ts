import type { ShippedPackage } from "./shippedPackages";

type Listed = Pick<ShippedPackage, "name" | "version" | "licence">;

/** The page docs/licences.md: every package with code in the add-in's or the workbench's bundles, once, with its licence. */
export function licencesPage(addin: readonly Listed[], workbench: readonly Listed[]): string {
  const key = ({ name, version }: Listed): string => `${name} ${version}`;
  const all = new Map([...addin, ...workbench].map((each) => [key(each), each]));
  const [inAddin, inWorkbench] = [new Set(addin.map(key)), new Set(workbench.map(key))];
  const counts = new Map<string, number>();
  for (const { licence } of all.values()) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const rows = [...all.keys()].sort().map((each) => {
    const { name, version, licence } = all.get(each)!;
    return `| ${name} | ${version} | ${licence} | ${inAddin.has(each) ? "yes" : ""} | ${inWorkbench.has(each) ? "yes" : ""} |`;
  });
  return [
    "# Licences of what ships",
    "",
    "Every package of which code is in a bundle, as the bundlers report it; written by `npm run golden`, kept true by `test/trust/licences.test.ts`.",
    "The texts and notices stand in `THIRD-PARTY.txt` beside the bundles. A package that is not under a permissive licence, or does not say under which, fails the build.",
    "office.js is Microsoft's and is not among them: the pages load it from Microsoft's address, and nothing here republishes it.",
    "",
    `${all.size} packages: ${[...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([licence, count]) => `${count} ${licence}`)
      .join(", ")}.`,
    "",
    "| package | version | licence | add-in | workbench |",
    "|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
