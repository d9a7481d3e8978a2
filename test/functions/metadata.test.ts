import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { associationProblems, associationsIn } from "../../scripts/addin/associations";
import { functionsMetadata } from "../../scripts/addin/functionsMetadata";
import { KC_SIGNATURES, SEGMENT_NAMES, type KcFunctionName } from "../../src/functions";
import { DRIVERS, LINES, SCENARIOS } from "../../src/model";
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
let text: string;
let metadata: Metadata;
beforeAll(async () => {
  text = await functionsMetadata(root);
  metadata = JSON.parse(text) as Metadata;
});
const choices = (id: string): readonly string[] =>
  metadata.enums.find((each) => each.id === id)?.values.map(({ stringValue }) => stringValue) ?? [];

test("functions.json is the golden one; npm run golden accepts a change", () => {
  if (process.env.KC_REWRITE_GOLDEN === "1") writeFileSync(join(root, golden), text);
  expect(text).toBe(textOf(golden));
});

test("every function of the handbook is there with its arguments, in order", () => {
  expect(metadata.functions.map(({ id }) => id)).toEqual(Object.keys(KC_SIGNATURES));
  for (const { id, parameters } of metadata.functions) {
    const { args } = KC_SIGNATURES[id as KcFunctionName];
    expect([id, parameters.map(({ optional }) => optional === true)]).toEqual([
      id,
      args.map((arg) => arg.startsWith("[")),
    ]);
    const named = parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name));
    expect([id, named]).toEqual([id, args.map((arg) => (arg === "[yoy or qoq]" ? "[comparison]" : arg))]);
  }
});

test("names, ids and associations agree", () => {
  for (const { id, name } of metadata.functions) expect(name).toBe(id);
  expect(associationProblems(text, associationsIn(textOf("src/functions/functions.ts")))).toEqual([]);
  expect(associationProblems(text, ["REVENUE"])).toContain(
    "functions.json has CAP, which is associated with nothing",
  );
});

test("every function and argument is explained, and help leads to a place on the add-in's own page", () => {
  const help = textOf("src/help/help.html");
  for (const { id, description, helpUrl, parameters } of metadata.functions) {
    expect(description).toMatch(/\.$/);
    expect(helpUrl).toBe(`https://localhost:3000/help.html#${id.toLowerCase()}`);
    expect(help).toContain(`<h2 id="${id.toLowerCase()}">KC.${id}</h2>`);
    expect(help).toContain(`<code>KC.${id}(`);
    for (const parameter of parameters) expect(parameter.description).not.toBe("");
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
  expect(choices("Segment")).toEqual(SEGMENT_NAMES);
  expect(choices("Scenario")).toEqual(SCENARIOS.map(({ name }) => name));
  expect(choices("Line")).toEqual(LINES.map(({ id }) => id));
  expect(choices("Driver")).toEqual(DRIVERS.map(({ id }) => id));
  expect(choices("Party")).toEqual(["xiaomi", "kingsoft", "combined"]);
  expect(choices("Measure")).toEqual(["cap", "used", "headroom", "utilisation", "binding", "lost"]);
  expect(choices("Comparison")).toEqual(["yoy", "qoq"]);
  const tips = metadata.enums.flatMap(({ values }) => values.map(({ tooltip }) => tooltip));
  expect(tips.filter((tip) => tip === "")).toEqual([]);
});
