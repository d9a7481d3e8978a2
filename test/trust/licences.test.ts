import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { licencesPage } from "../../scripts/addin/licencesPage";
import {
  PERMISSIVE,
  readNotices,
  shippedPackages,
  thirdPartyNotices,
  type ShippedPackage,
} from "../../scripts/addin/shippedPackages";
import { builtOnce } from "../build/builtOnce";
import { reportFigure } from "../support/figure";
import { repositoryFiles, root, textOf } from "../support/repository";

const notices = (...folder: string[]): string =>
  readFileSync(join(builtOnce(), ...folder, "THIRD-PARTY.txt"), "utf8");

test("docs/licences.md lists what is in the bundles, and all of it is permissive", () => {
  const [addin, workbench] = [readNotices(notices()), readNotices(notices("workbench"))];
  expect(addin.length).toBeGreaterThan(5);
  expect(workbench.length).toBeGreaterThan(80);
  const all = [...addin, ...workbench];
  expect(all.filter(({ licence }) => !PERMISSIVE.has(licence))).toEqual([]);
  const page = licencesPage(addin, workbench);
  if (process.env["KC_REWRITE_GOLDEN"] === "1") writeFileSync(join(root, "docs", "licences.md"), page);
  expect(textOf("docs/licences.md")).toBe(page);
  const counted = /^\d+ packages: .*$/m.exec(page)![0];
  reportFigure("Every shipped package has a permissive licence", counted.replace(/\.$/, ""));
});

test("every package whose own header is in a bundle is on the list, and each listed licence has its text", () => {
  const workbench = notices("workbench");
  const listed = new Set(readNotices(workbench).map(({ name }) => name));
  const headers = [
    ...readFileSync(join(builtOnce(), "workbench", "workbench.js.LEGAL.txt"), "utf8").matchAll(
      /^((?:@[\w.-]+\/)?[\w.-]+)\/\S*:$/gm,
    ),
  ].map(([, name]) => name!);
  expect(headers.length).toBeGreaterThan(5);
  expect(headers.filter((name) => !listed.has(name))).toEqual([]);
  const [, ...texts] = workbench.split(`${"=".repeat(80)}\n`);
  const covered = new Set(
    texts.flatMap((text) =>
      text
        .slice(0, text.indexOf("\n\n"))
        .split("\n")
        .map((line) => line.slice(0, line.lastIndexOf(" "))),
    ),
  );
  expect([...listed].filter((name) => !covered.has(name))).toEqual([]);
  const [, changed] =
    /^The build has left out or replaced small parts of (.*); the rest is as published\.$/m.exec(workbench)!;
  expect(changed!.split(", ").filter((name) => !listed.has(name))).toEqual([]);
  expect(workbench).toMatch(/TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION/);
});

test("office.js is neither in the repository nor in what is built", () => {
  const files = [
    "office.js",
    ...readdirSync(join(root, "node_modules/@microsoft/office-js/dist")).filter((file) =>
      /^(?:excel|office|custom-functions)/.test(file),
    ),
  ];
  expect(repositoryFiles().filter((path) => files.includes(path.slice(path.lastIndexOf("/") + 1)))).toEqual(
    [],
  );
  const built = readdirSync(builtOnce(), { recursive: true }) as string[];
  expect(built.filter((path) => files.includes(path.slice(path.lastIndexOf("/") + 1)))).toEqual([]);
  expect(existsSync(join(builtOnce(), "office"))).toBe(false);
  expect(`${notices()}${notices("workbench")}`).not.toContain("office-js");
});

describe("a package is", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kc-licences-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A module of a package made up for this. */
  function moduleOf(stated: object, licence?: string): string {
    const home = join(folder, "node_modules", "@maker", "part");
    mkdirSync(home, { recursive: true });
    writeFileSync(
      join(home, "package.json"),
      JSON.stringify({ name: "@maker/part", version: "1.2.3", ...stated }),
    );
    if (licence !== undefined) writeFileSync(join(home, "LICENSE"), licence);
    return join(home, "lib", "index.js");
  }
  const shipped = (module: string): readonly ShippedPackage[] =>
    shippedPackages([module, join(folder, "src", "own.ts")]);

  test.each([
    [
      "copyleft",
      { license: "GPL-3.0-only" },
      undefined,
      /@maker\/part 1\.2\.3 is in a bundle under GPL-3\.0-only, which is not on the list/,
    ],
    ["silent", {}, undefined, /does not say under which licence/],
    [
      "not what it states",
      { license: "MIT" },
      "GNU GENERAL PUBLIC LICENSE\nVersion 3",
      /states MIT in package\.json, but its licence file reads like GPL/,
    ],
    ["without its text", { license: "BSD-3-Clause" }, undefined, /carries no text of it/],
  ])("refused when it is %s", (_, stated, licence, message) => {
    const module = moduleOf(stated, licence);
    expect(() => shipped(module)).toThrow(message);
  });

  test("taken with its own text, or with the standard words and its author", () => {
    const own = "The MIT License\n\nPermission is hereby granted, free of charge, to anybody";
    expect(shipped(moduleOf({}, own))).toEqual([
      { name: "@maker/part", version: "1.2.3", licence: "MIT", text: own },
    ]);
    rmSync(join(folder, "node_modules"), { recursive: true });
    const [bare] = shipped(moduleOf({ license: "ISC", author: { name: "A. Maker" } }));
    expect(bare!.text).toMatch(/^Copyright \(c\) A\. Maker\n\nPermission to use, copy, modify/);
    expect(readNotices(thirdPartyNotices([bare!], []))).toEqual([
      { name: "@maker/part", version: "1.2.3", licence: "ISC" },
    ]);
  });
});
