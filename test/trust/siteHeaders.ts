/** Response headers by path, as a host reads them from a file _headers: every rule that fits counts, and a name that comes twice has its values joined. */
export function siteHeaders(text: string): (path: string) => Readonly<Record<string, string>> {
  const rules = text
    .split(/\n(?=\S)/)
    .filter((rule) => rule.trim() !== "")
    .map((rule) => {
      const [path = "", ...lines] = rule.trim().split("\n");
      const headers = lines
        .filter((line) => line.trim() !== "")
        .map((line) => /^ +([\w-]+): (.+)$/.exec(line)!.slice(1) as [string, string]);
      return { path, headers };
    });
  const fits = (rule: string, path: string): boolean =>
    rule.endsWith("*") ? path.startsWith(rule.slice(0, -1)) : rule === path;
  return (path) => {
    const found: Record<string, string> = {};
    for (const { headers } of rules.filter((rule) => fits(rule.path, path)))
      for (const [name, value] of headers)
        found[name] = found[name] === undefined ? value : `${found[name]}, ${value}`;
    return found;
  };
}
