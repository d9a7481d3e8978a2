import { attributesOf, walkXml } from "./walkXml";

/** A part that another part of the file points at. */
export interface Relationship {
  /** Last word of its kind, such as "worksheet", "chart" or "hyperlink". */
  readonly kind: string;
  /** Path inside the file, or the address outside it. */
  readonly target: string;
  readonly outside: boolean;
}

/** What a part of a file points at, by the names that it uses for them; nothing where it points nowhere. */
export function relationshipsOf(
  parts: ReadonlyMap<string, string>,
  path: string,
): ReadonlyMap<string, Relationship> {
  const slash = path.lastIndexOf("/") + 1;
  const xml = parts.get(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
  const found = new Map<string, Relationship>();
  if (xml === undefined) return found;
  walkXml(xml, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const { Id = "", Type = "", Target = "", TargetMode } = attributesOf(attributes);
      const outside = TargetMode === "External";
      found.set(Id, {
        kind: Type.slice(Type.lastIndexOf("/") + 1),
        target: outside ? Target : resolved(path.slice(0, slash), Target),
        outside,
      });
    },
  });
  return found;
}

/** A path as seen from a folder, or from the top where it begins with "/". */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
