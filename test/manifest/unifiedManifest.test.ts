/** The unified manifest: made from manifest.xml, it fits Microsoft's published schema and leaves nothing of the XML out. */

import { JSDOM } from "jsdom";
import { UNIFIED_SCHEMA, unifiedManifest } from "../../scripts/addin/unifiedManifest";
import { unifiedProblems } from "../../scripts/addin/unifiedProblems";
import { root, textOf } from "../support/repository";

const xml = textOf("manifest.xml");
const unified = unifiedManifest(xml);
const json = JSON.stringify(unified.manifest);

test("it and its translations fit Microsoft's published schemas", () => {
  expect(unifiedProblems(unified, root)).toEqual([]);
});

test("labels, descriptions, translations and addresses that the schemas refuse are named", () => {
  const changes: readonly [from: string | RegExp, to: string, problem: string][] = [
    [
      'DefaultValue="Freeze"',
      `DefaultValue="${"Freeze ".repeat(20)}"`,
      "manifest.json: /extensions/0/ribbons/0/tabs/0/groups/2/controls/0/label",
    ],
    ["(KC, 3896.HK):", "(KC, 3896.HK) and more words:", "manifest.json: /description/short"],
    ['Value="KC模型"', `Value="${"模型".repeat(16)}"`, "zh-cn.json: /name.short"],
    [/https:/g, "http:", "/customFunctions/metadataUrl"],
  ];
  const wrong = changes.reduce((text, [from, to]) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    return changed;
  }, xml);
  const problems = unifiedProblems(unifiedManifest(wrong), root).join("\n");
  for (const [, , problem] of changes) expect(problems).toContain(problem);
});

test("every text, address, picture, command and Chinese word of the XML is in it", () => {
  const { document } = new JSDOM(xml, { contentType: "text/xml" }).window;
  const all = [...document.querySelectorAll("*")];
  const said = all.flatMap((each) => each.getAttribute("DefaultValue") ?? []);
  expect(said.length).toBeGreaterThan(50);
  const chinese = all
    .filter((each) => each.getAttribute("Locale") === "zh-CN")
    .map((each) => each.getAttribute("Value")!);
  const [file, texts] = unified.translations;
  expect(file).toBe("zh-cn.json");
  const commands = all
    .filter(({ localName }) => localName === "FunctionName")
    .map(({ textContent }) => textContent);
  const values = new Set(
    [...json.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([whole]) => JSON.parse(whole) as string),
  );
  expect([...said, ...commands].filter((text) => !values.has(text))).toEqual([]);
  expect(chinese.filter((text) => !Object.values(texts).includes(text))).toEqual([]);
  for (const set of all.filter(({ localName }) => localName === "Set"))
    expect(json).toContain(
      JSON.stringify({ name: set.getAttribute("Name"), minVersion: set.getAttribute("MinVersion") }),
    );
  const { length } = all.filter(({ localName }) => localName === "Action");
  expect(json.match(/"actionId":/g)).toHaveLength(length);
  // Microsoft takes no more than twenty commands in a unified manifest.
  expect(length).toBeLessThanOrEqual(20);
});

test("each translation stands for a text at its place", () => {
  const at = (place: string): unknown =>
    place
      .split(/[.[\]]+/)
      .filter((step) => step !== "")
      .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], unified.manifest);
  for (const place of Object.keys(unified.translations[1]))
    expect([place, typeof at(place)]).toEqual([place, "string"]);
});

test("it is an app of its own, which hides the add-in of the XML", () => {
  const id = /<Id>(.*)<\/Id>/.exec(xml)![1]!;
  expect(unified.manifest.id).not.toBe(id);
  expect(json).toContain(JSON.stringify({ customOfficeAddin: { officeAddinId: id } }));
});

test("its version has three numbers, which rise as the four of the XML do", () => {
  const versionOf = (version: string): unknown =>
    unifiedManifest(xml.replace(/<Version>.*<\/Version>/, `<Version>${version}</Version>`)).manifest.version;
  expect(["0.3.0.0", "0.3.0.1", "0.3.1.0", "0.4.0.12"].map(versionOf)).toEqual([
    ...["0.3.0", "0.3.1", "0.3.1000", "0.4.12"],
  ]);
  expect(() => versionOf("0.3.99.0")).toThrow("Version 0.3.99.0 has no place in the unified manifest");
  expect(() => versionOf("0.3.0.1000")).toThrow("its fourth at most 999");
});

test("docs/deploy.md names the schema and the requirement sets of the manifest", () => {
  const page = textOf("docs/deploy.md");
  expect(page).toContain(`published schema ${UNIFIED_SCHEMA}`);
  for (const [, name, version] of xml.matchAll(/Set Name="(\w+)" MinVersion="([\d.]+)"/g))
    expect(page).toContain(`${name!} ${version!}`);
});

test("a manifest without a part that it is made from is refused by name", () => {
  expect(() => unifiedManifest(xml.replace(/<Runtimes>[\s\S]*<\/Runtimes>/, ""))).toThrow(
    "manifest.xml has no Runtimes/Runtime",
  );
});
