import {
  COMPARISONS,
  KC_FUNCTION_NAMES,
  KC_FUNCTIONS,
  MEASURES,
  PARTIES,
  SEGMENTS,
  type Choice as NamedChoice,
  type KcParameter,
  type ParameterKind,
} from "../../src/functions";
import { DRIVERS, LINES, SCENARIOS } from "../../src/model";

/** One entry of a completion list. */
interface Choice {
  readonly name: string;
  readonly stringValue: string;
  readonly tooltip: string;
}

const choices = (list: readonly NamedChoice[]): readonly Choice[] =>
  list.map(({ name, what }) => ({ name, stringValue: name, tooltip: what }));
const quantities = (list: readonly { id: string; label: string; unit: string }[]): readonly Choice[] =>
  list.map(({ id, label, unit }) => ({ name: id, stringValue: id, tooltip: `${label}, ${unit}` }));

/** Completion lists by the kind of parameter that they belong to. */
const LISTS: Readonly<Partial<Record<ParameterKind, readonly Choice[]>>> = {
  segment: choices(SEGMENTS),
  scenario: SCENARIOS.map(({ id, name, meaning }) => ({ name: id, stringValue: name, tooltip: meaning })),
  line: quantities(LINES),
  driver: quantities(DRIVERS),
  party: choices(PARTIES),
  measure: choices(MEASURES),
  comparison: choices(COMPARISONS),
};

/** The text of functions.json: the KC functions and what Excel completes, with help on the add-in's own page. */
export function functionsMetadata(): string {
  const functions = KC_FUNCTION_NAMES.map((id) => {
    const { what, answer, parameters } = KC_FUNCTIONS[id];
    return {
      description: what,
      helpUrl: `https://localhost:3000/help.html#${id.toLowerCase()}`,
      id,
      name: id,
      parameters: parameters.map(described),
      result:
        answer === "rows" ? { dimensionality: "matrix" } : answer === "number" ? { type: "number" } : {},
    };
  });
  const enums = Object.entries(LISTS).map(([kind, values]) => ({
    id: listName(kind),
    type: "string",
    values,
  }));
  return `${JSON.stringify({ allowCustomDataForDataTypeAny: true, functions, enums }, null, 2)}\n`;
}

function described({ name, kind, optional, what }: KcParameter): object {
  const isListed = LISTS[kind] !== undefined;
  return {
    description: what,
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
