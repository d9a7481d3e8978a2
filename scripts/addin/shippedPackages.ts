import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { standardText } from "./licenceTexts";

/** A package of which code is in a bundle. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
  /** Licence and notices as the package carries them, or the standard words with its author where it carries none. */
  readonly text: string;
}

/** Licences that let anyone use, change and pass on the code, in closed products too, as long as the notices stay. */
export const PERMISSIVE: ReadonlySet<string> = new Set([
  "MIT",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "0BSD",
  "Unlicense",
  "CC0-1.0",
  "BlueOak-1.0.0",
  "Zlib",
]);

/** Words by which a licence's text is known. */
const KNOWN_BY: readonly (readonly [licence: string, words: RegExp])[] = [
  ["AGPL-3.0", /GNU AFFERO GENERAL PUBLIC LICENSE/i],
  ["LGPL", /GNU LESSER GENERAL PUBLIC LICENSE/i],
  ["GPL", /GNU GENERAL PUBLIC LICENSE/i],
  ["MPL-2.0", /Mozilla Public License/i],
  ["Apache-2.0", /Apache License,?\s+Version 2\.0/],
  ["BSD-3-Clause", /Neither the name of/i],
  ["BSD-2-Clause", /Redistribution and use in source and binary forms/],
  [
    "ISC",
    /Permission to use, copy, modify,? and\/or distribute this software for any\s+purpose with or without fee is hereby granted, provided/,
  ],
  [
    "0BSD",
    /Permission to use, copy, modify,? and\/or distribute this software for any\s+purpose with or without fee is hereby granted/,
  ],
  ["MIT", /Permission is hereby granted, free of charge/],
];

/** The packages that modules of a bundle come from, by name and version; throws when one may not be shipped, or does not say on what terms. */
export function shippedPackages(modules: Iterable<string>): readonly ShippedPackage[] {
  const folders = new Set<string>();
  for (const path of modules) {
    const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(path) ?? [];
    if (folder !== undefined) folders.add(folder);
  }
  const byName = new Map([...folders].map(readPackage).map((each) => [`${each.name} ${each.version}`, each]));
  return [...byName.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

function readPackage(folder: string): ShippedPackage {
  const stated = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    name: string;
    version: string;
    license?: string;
    author?: string | { name: string };
  };
  const { name, version } = stated;
  const author =
    (typeof stated.author === "string" ? stated.author : stated.author?.name) ?? `the authors of ${name}`;
  const files = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file))
    .sort();
  const own = files
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim())
    .join("\n\n");
  const known = KNOWN_BY.find(([, words]) => words.test(own))?.[0];
  const licence = stated.license ?? known;
  const where = `${name} ${version}`;
  if (licence === undefined)
    throw new Error(
      `${where} is in a bundle but does not say under which licence: find out, or leave it out.`,
    );
  if (!PERMISSIVE.has(licence))
    throw new Error(
      `${where} is in a bundle under ${licence}, which is not on the list of permissive licences in scripts/addin/shippedPackages.ts: use something else.`,
    );
  if (known !== undefined && known !== licence)
    throw new Error(
      `${where} states ${licence} in package.json, but its licence file reads like ${known}: find out which holds.`,
    );
  return { name, version, licence, text: own === "" ? standardText(licence, author, where) : own };
}

/** The file of notices beside a bundle: a list, which packages the build has changed, then each licence's text once with the packages it stands for. */
export function thirdPartyNotices(packages: readonly ShippedPackage[], changed: readonly string[]): string {
  const byText = new Map<string, ShippedPackage[]>();
  for (const each of packages) byText.set(each.text, [...(byText.get(each.text) ?? []), each]);
  const texts = [...byText].map(
    ([text, those]) =>
      `${"=".repeat(80)}\n${those.map(({ name, version }) => `${name} ${version}`).join("\n")}\n\n${text}\n`,
  );
  return [
    "Code of these packages is in the scripts and style sheets beside this file.\n",
    ...packages.map(({ name, version, licence }) => `- ${name} ${version}: ${licence}`),
    "",
    `The build has left out or replaced small parts of ${changed.join(", ")}; the rest is as published.\n`,
    ...texts,
  ].join("\n");
}

/** Packages, versions and licences that a file of notices lists. */
export function readNotices(
  notices: string,
): readonly Pick<ShippedPackage, "name" | "version" | "licence">[] {
  const [list] = notices.split("=".repeat(80));
  return [...list!.matchAll(/^- (\S+) (\S+): (\S+)$/gm)].map(([, name, version, licence]) => ({
    name: name!,
    version: version!,
    licence: licence!,
  }));
}
