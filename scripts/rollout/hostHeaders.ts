import { pagePolicy } from "./pagePolicy";
import type { FilesByPath } from "./hostedFiles";

/** Names and values of response headers. */
export type Headers = Readonly<Record<string, string>>;

/** Response headers of one file, or of all files of a folder where the path ends in a slash. */
export interface HeaderRule {
  /** From the top of the host, such as /kc/0.3.0-1a2b3c4d/assets/. */
  readonly path: string;
  readonly headers: Headers;
}

/** Kinds of files that are served alike, the first that fits counts; docs/deploy.md has this table. */
export const KINDS = [
  {
    kind: "pages",
    files: /\.html$/,
    cache: "no-cache",
    cors: false,
    why: "A page is asked for again each time, so that one that is withdrawn or mended reaches everyone; unchanged, that costs an empty answer.",
  },
  {
    kind: "manifest.xml, functions.json, functions.zh-CN.json",
    files: /(?:^|\/)(?:manifest\.xml|functions(?:\.zh-CN)?\.json)$/,
    cache: "no-cache",
    cors: true,
    why: "Excel on the web reads the lists of functions from its own origin, which needs leave; a stale list of functions would leave #NAME? in cells.",
  },
  {
    kind: "functions.js",
    files: /(?:^|\/)functions\.js$/,
    cache: "public, max-age=31536000, immutable",
    cors: true,
    why: "The script that the manifest names for custom functions, with the same leave; its address holds a checksum, so other contents have another address.",
  },
  {
    kind: "sw.js",
    files: /(?:^|\/)sw\.js$/,
    cache: "no-cache",
    cors: false,
    why: "The worker that keeps the files for a start without the network is asked for again, so that it can be withdrawn.",
  },
  {
    kind: "icons in assets/",
    files: /(?:^|\/)assets\/[^/]+\.png$/,
    cache: null,
    cors: false,
    why: "Office keeps icons itself and shows a plain one where the host sends Cache-Control with them.",
  },
  {
    kind: "everything else",
    files: /./,
    cache: "public, max-age=31536000, immutable",
    cors: false,
    why: "Scripts, style sheets and pictures never change at their address, which holds a checksum, so they are fetched once.",
  },
] as const;

/** Response headers that one file needs, from its path and, for a page, from the policy that it carries itself; the pane may stand in a frame of Excel on the web, no other page in any frame. */
export function headersOf(path: string, bytes: Buffer): Headers {
  const { kind, cache, cors } = KINDS.find(({ files }) => files.test(path))!;
  const frames = /(?:^|\/)taskpane\.html$/.test(path) ? "" : "; frame-ancestors 'none'";
  return {
    ...(cache !== null && { "Cache-Control": cache }),
    ...(cors && { "Access-Control-Allow-Origin": "*" }),
    ...(kind === "pages" && {
      "Content-Security-Policy": `${pagePolicy(bytes.toString("utf8"))}${frames}`,
      "Referrer-Policy": "no-referrer",
    }),
    "X-Content-Type-Options": "nosniff",
  };
}

/** The rules for all files of a site, from the top of the host; a folder whose files are all served alike is one rule. */
export function headerRules(site: FilesByPath): readonly HeaderRule[] {
  const byFolder = new Map<string, [path: string, headers: Headers][]>();
  for (const [path, bytes] of site) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), [path, headersOf(path, bytes)]]);
  }
  return [...byFolder].flatMap(([folder, files]) => {
    const [[, first]] = files as [[string, Headers]];
    const alike =
      files.length > 1 && files.every(([, headers]) => JSON.stringify(headers) === JSON.stringify(first));
    // A rule for a folder also holds in the folders within it.
    const within = [...byFolder.keys()].some((other) => other !== folder && other.startsWith(folder));
    return alike && !within
      ? [{ path: `/${folder}`, headers: first }]
      : files.map(([path, headers]) => ({ path: `/${path}`, headers }));
  });
}

/** Paths at which hosts serve a page: with and without its ending, and a folder for its index. */
function pathsOfPage(path: string): readonly string[] {
  if (!path.endsWith(".html")) return [path];
  return [path, path.endsWith("/index.html") ? path.slice(0, -10) : path.slice(0, -5)];
}

/** The rules as a file _headers, which Netlify, Cloudflare and others read at the top of a site. */
export function headersFile(rules: readonly HeaderRule[]): string {
  return rules
    .flatMap(({ path, headers }) =>
      pathsOfPage(path).map((each) =>
        [
          path.endsWith("/") ? `${each}*` : each,
          ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
          "",
        ].join("\n"),
      ),
    )
    .join("\n");
}

/** The rules as a part of a server block of nginx. */
export function nginxFile(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ path, headers }) =>
      [
        `location ${path.endsWith("/") ? "^~" : "="} ${path} {`,
        ...Object.entries(headers).map(([name, value]) => `  add_header ${name} "${value}" always;`),
        "}",
        "",
      ].join("\n"),
    )
    .join("\n");
}
