/** Names that src/functions/functions.ts associates with its functions. */
export function associationsIn(source: string): readonly string[] {
  const [, names = ""] = /CustomFunctions\.associate\(\{([^}]*)\}\)/.exec(source) ?? [];
  return names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** Ids of a functions.json that no function is associated with, and the other way round, in words. */
export function associationProblems(metadataJson: string, associated: readonly string[]): readonly string[] {
  const { functions } = JSON.parse(metadataJson) as { functions: readonly { readonly id: string }[] };
  const ids = functions.map(({ id }) => id);
  return [
    ...ids
      .filter((id) => !associated.includes(id))
      .map((id) => `functions.json has ${id}, which is associated with nothing`),
    ...associated
      .filter((id) => !ids.includes(id))
      .map((id) => `${id} is associated and not in functions.json`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `functions.json has ${id} twice`),
  ];
}
