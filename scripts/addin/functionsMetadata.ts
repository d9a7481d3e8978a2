import {
  callText,
  COMPARISONS,
  KC_FUNCTION_NAMES,
  KC_FUNCTIONS,
  MEASURES,
  PARTIES,
  type Choice as NamedChoice,
  type KcFunctionName,
  type KcParameter,
  type ParameterKind,
} from "../../src/functions";
import { DRIVERS, LINES, SCENARIOS, SEGMENTS } from "../../src/companies/kingsoftCloud";
import { ENGLISH, helpFile, type Catalogue } from "../../src/words";
import { CHINESE } from "../../src/words/zh-CN";

/** One entry of a completion list. */
interface Choice {
  readonly name: string;
  readonly stringValue: string;
  readonly tooltip: string;
}

type Lists = Readonly<Partial<Record<ParameterKind, readonly Choice[]>>>;

/** Completion lists by the kind of parameter that they belong to: names stay, which stand in formulas, and are told in the words of a language. */
function listsIn({ of, language }: Catalogue): Lists {
  const choices = (list: readonly NamedChoice[]): readonly Choice[] =>
    list.map(({ name, what }) => ({ name, stringValue: name, tooltip: of(what) }));
  const quantities = (list: readonly { id: string; label: string; unit: string }[]): readonly Choice[] =>
    list.map(({ id, label, unit }) => ({
      name: id,
      stringValue: id,
      tooltip: [label, unit].map(of).join(language === "en" ? ", " : "，"),
    }));
  return {
    segment: choices(SEGMENTS),
    scenario: SCENARIOS.map(({ id, name, meaning }) => ({
      name: id,
      stringValue: name,
      tooltip: language === "en" ? meaning : `${of(name)}：${of(meaning)}`,
    })),
    line: quantities(LINES),
    driver: quantities(DRIVERS),
    party: choices(PARTIES),
    measure: choices(MEASURES),
    comparison: choices(COMPARISONS),
  };
}

/** The text of functions.json in a language: the KC functions and what Excel completes, with help on the add-in's own page. */
export function functionsMetadata(words: Catalogue = ENGLISH): string {
  const lists = listsIn(words);
  const functions = KC_FUNCTION_NAMES.map((id) => {
    const { what, answer, parameters } = KC_FUNCTIONS[id];
    const names = parameterNames(id, words);
    return {
      description: words.of(what),
      helpUrl: `https://localhost:3000/${helpFile(words.language)}#${id.toLowerCase()}`,
      id,
      name: id,
      parameters: parameters.map((each, place) => described({ ...each, name: names[place]! }, words, lists)),
      result:
        answer === "rows" ? { dimensionality: "matrix" } : answer === "number" ? { type: "number" } : {},
    };
  });
  const enums = Object.entries(lists).map(([kind, values]) => ({
    id: listName(kind),
    type: "string",
    values,
  }));
  return `${JSON.stringify({ allowCustomDataForDataTypeAny: true, functions, enums }, null, 2)}\n`;
}

/** The files of the functions by name: what Excel reads by default, and what the manifest names for another locale. */
export function metadataFiles(): ReadonlyMap<string, string> {
  return new Map([
    ["functions.json", functionsMetadata()],
    [`functions.${CHINESE.language}.json`, functionsMetadata(CHINESE)],
  ]);
}

/** The names of a function's parameters, as its call is written in a language. */
export function parameterNames(id: KcFunctionName, { of }: Catalogue): readonly string[] {
  const [, typed = ""] = /\((.*)\)$/.exec(of(callText(id)))!;
  return typed.split(", ").map((name) => name.replace(/^\[(.*)\]$/, "$1"));
}

function described({ name, kind, optional, what }: KcParameter, { of }: Catalogue, lists: Lists): object {
  const isListed = lists[kind] !== undefined;
  return {
    description: of(what),
    ...(kind === "range" && { dimensionality: "matrix" }),
    name,
    ...(optional && { optional: true }),
    type: isListed ? "string" : kind === "number" ? "number" : "any",
    ...(isListed && { customEnumId: listName(kind) }),
  };
}

function listName(kind: string): string {
  return `${kind[0]!.toUpperCase()}${kind.slice(1)}`;
}
