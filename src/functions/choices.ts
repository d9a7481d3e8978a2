import { knownPlain, plainName, unknownName } from "./didYouMean";
import { badArgument, textOf, type KcArgument } from "./kcValue";

/** One of the values that an argument may have: its name, what it means, and other names that analysts use for it. */
export interface Choice<Name extends string = string> {
  readonly name: Name;
  readonly what: string;
  readonly also?: readonly string[];
}

/** The choice that an argument names in any of its names; `usual` when it was left out. Throws #VALUE! that lists or suggests names. */
export function choose<Each extends Choice>(
  kind: string,
  argument: KcArgument,
  choices: readonly Each[],
  usual?: Each["name"],
): Each {
  const text = textOf(argument, kind) ?? usual;
  const names = choices.map(({ name }) => name);
  if (text === undefined) throw badArgument(`Give a ${kind}: ${names.join(", ")}.`);
  const found = choiceNamed(text, choices);
  if (found === null) throw badArgument(unknownName(kind, text, names));
  return found;
}

/** The choice that a text names in any of its names, or null. */
export function choiceNamed<Each extends Choice>(text: string, choices: readonly Each[]): Each | null {
  const plain = plainName(text);
  const isNamed = ({ name, also = [] }: Each): boolean =>
    [name, ...also].some((each) => knownPlain(each) === plain);
  return choices.find(isNamed) ?? null;
}

/** The names in a sentence, the usual one marked: "yoy (default) or qoq". */
export function listed(names: readonly string[], usual?: string): string {
  const marked = names.map((name) => (name === usual ? `${name} (default)` : name));
  return `${marked.slice(0, -1).join(", ")} or ${marked.at(-1)!}`;
}
