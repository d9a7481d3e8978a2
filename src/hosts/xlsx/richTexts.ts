import { walkXml } from "./walkXml";

const known = new WeakMap<ReadonlyMap<string, string>, ReadonlySet<number>>();

/** Numbers of the shared texts of a file that have formats inside. */
export function richTexts(parts: ReadonlyMap<string, string>): ReadonlySet<number> {
  const before = known.get(parts);
  if (before !== undefined) return before;
  const rich = new Set<number>();
  const [, xml = ""] = [...parts].find(([path]) => /(?:^|\/)sharedStrings\.xml$/i.test(path)) ?? [];
  let text = -1;
  if (xml.includes("rPr"))
    walkXml(xml, {
      open(element) {
        if (element === "si") text += 1;
        else if (element === "rPr") rich.add(text);
      },
    });
  known.set(parts, rich);
  return rich;
}
