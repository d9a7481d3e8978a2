import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { functionsMetadata, metadataFiles } from "../../scripts/addin/functionsMetadata";
import { helpPage } from "../../scripts/addin/helpPage";
import { callText, createKcFunctions, findSegment, type KcFunctionName } from "../../src/functions";
import { DRIVERS, LINES, SCENARIOS } from "../../src/companies/kingsoftCloud";
import { CHINESE } from "../../src/words/zh-CN";
import { modelOf } from "../model/realModel";
import { root, textOf } from "../support/repository";

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly customEnumId?: string;
}
interface Metadata {
  readonly allowCustomDataForDataTypeAny: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl: string;
    readonly parameters: readonly Parameter[];
    readonly result: object;
  }[];
  readonly enums: readonly {
    readonly id: string;
    readonly values: readonly {
      readonly name: string;
      readonly stringValue: string;
      readonly tooltip: string;
    }[];
  }[];
}

const golden = "test/golden/functions.json";
const text = functionsMetadata();
const metadata = JSON.parse(text) as Metadata;
const choices = (id: string): readonly string[] =>
  metadata.enums.find((each) => each.id === id)?.values.map(({ stringValue }) => stringValue) ?? [];

test("functions.json is the golden one; npm run golden accepts a change", () => {
  if (process.env.KC_REWRITE_GOLDEN === "1") writeFileSync(join(root, golden), text);
  expect(text).toBe(textOf(golden));
});

test("every function is there by its name, and what may be left out comes last", () => {
  expect(metadata.functions.map(({ id }) => id)).toEqual(Object.keys(createKcFunctions(modelOf())));
  for (const { id, name, parameters } of metadata.functions) {
    expect(name).toBe(id);
    const left = parameters.map(({ optional }) => optional === true);
    expect([id, left]).toEqual([id, [...left].sort()]);
  }
});

test("every function and argument is explained, and help leads to a place on the add-in's own page", () => {
  const help = helpPage(textOf("src/help/help.html"), (file) =>
    readFileSync(join(root, "src/help/pictures", file)),
  );
  for (const { id, description, helpUrl, parameters } of metadata.functions) {
    expect(description).toMatch(/\.$/);
    expect(helpUrl).toBe(`https://localhost:3000/help.html#${id.toLowerCase()}`);
    expect(help).toContain(`<h3 id="${id.toLowerCase()}">KC.${id}</h3>`);
    expect(help).toContain(`<code>${callText(id as KcFunctionName)}</code>`);
    for (const parameter of parameters) {
      expect(parameter.description).not.toBe("");
      expect(help).toContain(parameter.description.replaceAll("&", "&amp;"));
    }
  }
});

test("ranges are matrices; a period may be a text, a number or a date", () => {
  for (const { parameters } of metadata.functions) {
    for (const { name, dimensionality, type } of parameters) {
      expect([name, dimensionality === "matrix"]).toEqual([
        name,
        ["inputs", "values", "values2"].includes(name),
      ]);
      if (["period", "year", "from", "to"].includes(name)) expect(type).toBe("any");
    }
  }
  expect(metadata.allowCustomDataForDataTypeAny).toBe(true);
});

test("completion lists hold what the model knows", () => {
  expect(choices("Segment")).toHaveLength(9);
  for (const segment of choices("Segment")) expect(LINES).toContain(findSegment(segment));
  expect(choices("Scenario")).toEqual(SCENARIOS.map(({ name }) => name));
  expect(choices("Line")).toEqual(LINES.map(({ id }) => id));
  expect(choices("Driver")).toEqual(DRIVERS.map(({ id }) => id));
  expect(choices("Party")).toEqual(["xiaomi", "kingsoft", "combined"]);
  expect(choices("Measure")).toEqual([
    "cap",
    "used",
    "headroom",
    "utilisation",
    "binding",
    "lost",
    "stopsBinding",
    "marginalValue",
    "sentence",
  ]);
  expect(choices("Comparison")).toEqual(["yoy", "qoq"]);
  const tips = metadata.enums.flatMap(({ values }) => values.map(({ tooltip }) => tooltip));
  expect(tips.filter((tip) => tip === "")).toEqual([]);
});

describe("in Chinese", () => {
  const chinese = JSON.parse(metadataFiles().get("functions.zh-CN.json")!) as Metadata;
  const texts = (of: Metadata): readonly string[] => [
    ...of.functions.flatMap(({ description, parameters }) => [
      description,
      ...parameters.flatMap((each) => [each.name, each.description]),
    ]),
    ...of.enums.flatMap(({ values }) => values.map(({ tooltip }) => tooltip)),
  ];
  /** The metadata without its words. */
  const wordless = (of: Metadata): object => ({
    ...of,
    functions: of.functions.map((each) => ({
      ...each,
      description: "",
      helpUrl: each.helpUrl.replace("help.zh-CN.html", "help.html"),
      parameters: each.parameters.map((parameter) => ({ ...parameter, name: "", description: "" })),
    })),
    enums: of.enums.map((each) => ({
      ...each,
      values: each.values.map((value) => ({ ...value, tooltip: "" })),
    })),
  });

  test("functions, kinds of parameters and what is completed are the same", () => {
    expect([...metadataFiles().keys()]).toEqual(["functions.json", "functions.zh-CN.json"]);
    expect(metadataFiles().get("functions.json")).toBe(text);
    for (const { id, helpUrl } of chinese.functions)
      expect(helpUrl).toBe(`https://localhost:3000/help.zh-CN.html#${id.toLowerCase()}`);
    expect(wordless(chinese)).toEqual(wordless(metadata));
    expect(chinese.functions.map(({ parameters }) => parameters.length)).toEqual(
      metadata.functions.map(({ parameters }) => parameters.length),
    );
  });

  test("every word is Chinese, but for ids, units of trade and what is typed", () => {
    const kept = ["KC", "TTM", "LTM", "FY", "EBITDA", "EV", "ADS", "DCF", "IDC", "AI", "WACC"];
    const typed = [
      ...choices("Segment"),
      ...choices("Party"),
      ...choices("Measure"),
      ...choices("Comparison"),
    ];
    const ids = [...LINES, ...DRIVERS].map(({ id }) => id);
    const known = new Set([
      ...kept,
      ...typed,
      ...ids,
      "capex",
      "KC_Inputs",
      "KC_Consensus",
      "FY2026",
      "FY2025",
      "LINES",
      "ocf",
    ]);
    for (const each of texts(chinese)) {
      const words = (each.match(/[A-Za-z_]{2,}\w*/g) ?? []).filter((word) => !known.has(word));
      expect([each, words]).toEqual([each, []]);
    }
    expect(CHINESE.find("Its values")).toBe("该假设的取值");
    const lacking = texts(metadata).filter(
      (each) => /[A-Za-z]{2} [a-z]{2}/.test(each) && texts(chinese).includes(each),
    );
    expect(lacking).toEqual([]);
  });

  test("names of parameters are told apart within a function", () => {
    for (const { id, parameters } of chinese.functions) {
      const names = parameters.map(({ name }) => name);
      expect([id, names]).toEqual([id, [...new Set(names)]]);
      for (const name of names) expect(name).toMatch(/^[\u4e00-\u9fff]+2?$/);
    }
  });
});
