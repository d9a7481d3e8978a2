/** The archive of a release: what is in it, what it says of itself, and what is refused. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { pictureSize } from "../../scripts/addin/pictureSize";
import { SIZE_BUDGETS } from "../../scripts/addin/sizeBudget";
import { schemaProblems } from "../../scripts/addin/validateAddin";
import { billOfMaterials, npmBill } from "../../scripts/rollout/billOfMaterials";
import { headersOf, KINDS } from "../../scripts/rollout/hostHeaders";
import { builtFiles, hostedFiles, type HostedFiles } from "../../scripts/rollout/hostedFiles";
import { pagePolicy } from "../../scripts/rollout/pagePolicy";
import { rolloutArchive, type RolloutArchive } from "../../scripts/rollout/rolloutArchive";
import { rolloutBase } from "../../scripts/rollout/rolloutBase";
import { rolloutProblems } from "../../scripts/rollout/rolloutProblems";
import { UNIFIED_PACKAGE } from "../../scripts/rollout/unifiedPackage";
import { root, textOf } from "../support/repository";
import { siteHeaders } from "../trust/siteHeaders";
import { builtOnce } from "./builtOnce";

const base = rolloutBase("https://addins.example.com/kc/");
const page = textOf("docs/deploy.md");
/** Pages that are only read. */
const READ = ["help.html", "help.zh-CN.html", "privacy.html", "support.html", "terms.html"];
const { version } = JSON.parse(textOf("package.json")) as { version: string };
let archive: RolloutArchive;
let hosted: HostedFiles;
const text = (path: string): string => archive.contents.get(path)!.toString("utf8");

beforeAll(() => {
  const built = builtFiles(builtOnce());
  archive = rolloutArchive(built, base, root);
  hosted = hostedFiles(built, base, version, `${version}.0`);
});

test("the manifest in it is well, fits Microsoft's schema, and every address in it lies in the folder of this version", () => {
  const manifest = text("site/kc/manifest.xml");
  const addresses = [...manifest.matchAll(/ (?:Default)?Value="(https?:[^"]+)"/g)].map(
    ([, address]) => address!,
  );
  expect(addresses.length).toBeGreaterThan(20);
  const home = `https://addins.example.com/kc/${archive.folder}/`;
  expect(addresses.filter((address) => !address.startsWith(home))).toEqual([]);
  expect(archive.folder).toMatch(new RegExp(`^${version.replaceAll(".", "\\.")}-[0-9a-f]{8}$`));
  for (const file of ["functions.json", "functions.zh-CN.json"])
    expect(text(`site/kc/${archive.folder}/${file}`)).not.toContain("localhost");
  expect(manifest).not.toContain("localhost");
  const folder = mkdtempSync(join(tmpdir(), "kc-manifest-"));
  try {
    writeFileSync(join(folder, "manifest.xml"), manifest);
    const answer = schemaProblems(root, join(folder, "manifest.xml"));
    if ("skipped" in answer)
      process.stderr.write(`\nNOT CHECKED against Microsoft's schema: ${answer.skipped}\n`);
    else expect(answer.problems).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the app package of Microsoft 365 has its manifest for this address, its words and icons of the sizes asked for", () => {
  const files = unzipSync(archive.contents.get(UNIFIED_PACKAGE)!);
  expect(Object.keys(files).sort()).toEqual(["color.png", "manifest.json", "outline.png", "zh-cn.json"]);
  expect(pictureSize(Buffer.from(files["color.png"]!))).toEqual([192, 192]);
  expect(pictureSize(Buffer.from(files["outline.png"]!))).toEqual([32, 32]);
  const manifest = strFromU8(files["manifest.json"]!);
  const addresses = [...`${manifest}${strFromU8(files["zh-cn.json"]!)}`.matchAll(/"(https:[^"]+)"/g)]
    .map(([, address]) => address!)
    .filter((address) => !address.startsWith("https://developer.microsoft.com/json-schemas/"));
  expect(addresses.length).toBeGreaterThan(30);
  const home = `https://addins.example.com/kc/${archive.folder}/`;
  expect(addresses.filter((address) => !address.startsWith(home))).toEqual([]);
  const served = (address: string): boolean =>
    hosted.files.has(`${archive.folder}/${address.slice(home.length)}`);
  expect(addresses.filter((address) => !served(address))).toEqual([]);
  expect((JSON.parse(manifest) as { validDomains: string[] }).validDomains).toEqual(["addins.example.com"]);
  expect(page).toContain(`\`${UNIFIED_PACKAGE}\``);
});

test("the manifest may have another number, and its files stay where they are", () => {
  const raised = hostedFiles(builtFiles(builtOnce()), base, version, "9.8.7.6");
  expect(raised.folder).toBe(hosted.folder);
  const differing = [...raised.files].filter(([path, bytes]) => !bytes.equals(hosted.files.get(path)!));
  expect(differing.map(([path]) => path)).toEqual([`${raised.folder}/manifest.xml`, "manifest.xml"]);
  expect(raised.files.get("manifest.xml")!.toString()).toContain("<Version>9.8.7.6</Version>");
});

test("files with other contents have another folder", () => {
  const built = new Map(builtFiles(builtOnce()));
  built.set("taskpane.css", Buffer.concat([built.get("taskpane.css")!, Buffer.from("\n")]));
  expect(hostedFiles(built, base, version, "1.0.0.0").folder).not.toBe(archive.folder);
});

describe("the headers", () => {
  test("of every file, as a host reads them, are those of its kind; nginx is told the same", () => {
    const read = siteHeaders(text("site/_headers"));
    const nginx = text("nginx.conf");
    const served = [...archive.contents].filter(([path]) => path.startsWith("site/kc/"));
    expect(served.length).toBeGreaterThan(70);
    for (const [path, bytes] of served) {
      const address = path.slice("site".length);
      const headers = headersOf(path, bytes);
      expect([address, read(address)]).toEqual([address, headers]);
      if (path.endsWith(".html")) expect(read(address.replace(/(?:index)?\.html$/, ""))).toEqual(headers);
      const block =
        nginx.split(`location = ${address} {`)[1] ??
        nginx.split(`location ^~ ${address.slice(0, address.lastIndexOf("/") + 1)} {`)[1]!;
      const told = [...block.split("\n}")[0]!.matchAll(/add_header (\S+) "([^"]*)" always;/g)];
      expect([address, Object.fromEntries(told.map(([, name, value]) => [name, value]))]).toEqual([
        address,
        headers,
      ]);
    }
  });

  test("let Excel on the web read the functions, frame the pane alone, and keep the icons", () => {
    const of = (file: string): Readonly<Record<string, string>> =>
      headersOf(file, hosted.files.get(`${hosted.folder}/${file}`)!);
    for (const file of ["functions.json", "functions.zh-CN.json"])
      expect(of(file)).toMatchObject({
        "Access-Control-Allow-Origin": "*",
        "Cache-Control": "no-cache",
      });
    expect(of("taskpane.html")["Content-Security-Policy"]).not.toContain("frame-ancestors");
    for (const file of [...READ, "workbench/index.html"])
      expect(of(file)["Content-Security-Policy"]).toContain("frame-ancestors 'none'");
    expect(Object.keys(of("assets/icon-32.png"))).not.toContain("Cache-Control");
    expect(of("workbench/workbench.js")["Cache-Control"]).toContain("immutable");
  });

  test("are what docs/deploy.md says, with its policies and budgets", () => {
    for (const { kind, cache, cors, why } of KINDS)
      expect(page).toContain(`| ${kind} | ${cache ?? ""} | ${cors ? "*" : ""} | ${why} |`);
    for (const files of [["taskpane.html"], READ, ["workbench/index.html"]])
      for (const file of files) {
        const headers = headersOf(file, hosted.files.get(`${hosted.folder}/${file}`)!);
        expect(page).toContain(`| ${files.join(", ")} | ${headers["Content-Security-Policy"]!} |`);
      }
    for (const { most, files } of SIZE_BUDGETS)
      expect(page).toMatch(new RegExp(`\\| ${files.join(", ")}: .* \\| ${most / 1024} KB \\|`));
  });
});

test("the bill of materials has every package with code in a bundle, with licence and checksum, and nothing of this machine", () => {
  const bill = JSON.parse(text("bom.cdx.json")) as {
    bomFormat: string;
    specVersion: string;
    serialNumber: string;
    components: { purl: string; licenses: unknown[]; hashes: { alg: string; content: string }[] }[];
  };
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: expect.stringMatching(/^1\.[5-9]$/) });
  expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  const listed = [...textOf("docs/licences.md").matchAll(/^\| (\S+) \| (\d\S*) \| (\S+) \|/gm)];
  expect(listed.length).toBeGreaterThan(100);
  const entries = listed.map(([, name, each, licence]) => [
    `pkg:npm/${name!.replace("@", "%40")}@${each}`,
    [{ license: { id: licence } }],
  ]);
  expect(Object.fromEntries(bill.components.map(({ purl, licenses }) => [purl, licenses]))).toEqual(
    Object.fromEntries(entries),
  );
  expect(bill.components).toHaveLength(listed.length);
  for (const { hashes } of bill.components)
    expect(hashes).toEqual([{ alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) }]);
  expect(text("bom.cdx.json")).not.toMatch(/timestamp|"path"/);
  expect(() =>
    billOfMaterials(npmBill(root), [{ name: "jest", version: "30.5.2", licence: "MIT" }], {
      name: "kc-model",
      version,
    }),
  ).toThrow("not among the production packages of package-lock.json: jest@30.5.2");
});

describe("refused is", () => {
  /** Problems after a change of one file of this version; null takes it out. */
  function problemsAfter(path: string, change: ((content: string) => string) | null): string {
    const files = new Map(hosted.files);
    const place = files.has(path) ? path : `${hosted.folder}/${path}`;
    const before = files.get(place)!.toString("latin1");
    if (change === null) files.delete(place);
    else {
      expect(change(before) === before).toBe(false);
      files.set(place, Buffer.from(change(before), "latin1"));
    }
    return rolloutProblems({ ...hosted, files }, base).join("\n");
  }
  const chunk = (): string =>
    [...hosted.files.keys()]
      .find((path) => path.includes("/chunks/writeXlsx-"))!
      .slice(hosted.folder.length + 1);

  test.each<[string, () => string, ((content: string) => string) | null, string]>([
    [
      "a page that may evaluate text",
      () => "taskpane.html",
      (html) => html.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'"),
      "lets in 'unsafe-eval' by script-src",
    ],
    [
      "a page with scripts of any host",
      () => "workbench/index.html",
      (html) => html.replace("script-src 'self'", "script-src *"),
      "lets in * by script-src",
    ],
    [
      "a page with inline style elements",
      () => "workbench/index.html",
      (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
      "lets in 'unsafe-inline' by style-src",
    ],
    [
      "a page that may ask another host",
      () => "taskpane.html",
      (html) => html.replace("connect-src 'self'", "connect-src https:"),
      "lets in https: by connect-src",
    ],
    [
      "a page without a default",
      () => "help.html",
      (html) => html.replace("default-src 'none'", "default-src 'self'"),
      "without default-src 'none'",
    ],
    [
      "a page without a policy",
      () => "help.html",
      (html) => html.replace(/<meta http-equiv="?Content-Sec[^>]*>/, ""),
      "help.html has no content security policy",
    ],
    [
      "a page without a file that it loads",
      () => "commands.js",
      null,
      "taskpane.html names commands.js, which is missing",
    ],
    ["an add-in without what it loads later", () => "texts.js", null, "/texts.js is missing"],
    ["an add-in without its Chinese", () => "chinese.js", null, "/chinese.js is missing"],
    [
      "a manifest without its functions in Chinese",
      () => "functions.zh-CN.json",
      null,
      "functions.zh-CN.json: the build makes no such file",
    ],
    ["a workbench without a module", chunk, null, "which is missing"],
    [
      "a manifest without its functions",
      () => "functions.json",
      null,
      "functions.json: the build makes no such file",
    ],
    [
      "a manifest without an icon",
      () => "assets/relink-80.png",
      null,
      "assets/relink-80.png: no such picture",
    ],
    [
      "a manifest with an address elsewhere",
      () => "manifest.xml",
      (xml) =>
        xml.replaceAll(/https:\/\/addins\.example\.com\/kc\/[^/]+\/help/g, "https://elsewhere.example/help"),
      "https://elsewhere.example/help.html: the build makes no such file",
    ],
    ["a site without a manifest", () => "manifest.xml", null, "manifest.xml is missing"],
  ])("%s", (_, path, change, problem) => {
    expect(problemsAfter(path(), change)).toContain(problem);
  });

  test.each([
    [undefined, "Say where the release will be served"],
    ["http://addins.example.com/kc", "is not https"],
    ["addins.example.com", "is no address"],
    ["https://me:secret@addins.example.com", "holds a user or password"],
    ["https://addins.example.com/kc?v=1", "has a ? or #"],
    ["https://addins.example.com/k c", "has a path with other characters"],
    ["https://addins.example.com//kc", "has a path with other characters"],
  ])("the address %s", (address, reason) => {
    expect(() => rolloutBase(address)).toThrow(reason);
    expect(() => rolloutBase(address)).toThrow("https://addins.example.com/kc");
  });
});

test("an address may be a host alone", () => {
  expect(rolloutBase("https://kc.example.com/")).toEqual({ address: "https://kc.example.com", path: "" });
  const { files } = hostedFiles(
    builtFiles(builtOnce()),
    rolloutBase("https://kc.example.com"),
    version,
    "1.0.0.0",
  );
  expect(pagePolicy(files.get("index.html")!.toString())).toContain("default-src 'none'");
});
