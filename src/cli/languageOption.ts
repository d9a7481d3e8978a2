import { quoted } from "../functions";
import { languageOf, LANGUAGES, namedLanguage, type Language } from "../words";
import { CommandError } from "./commandError";

/** Takes --lang out of what was typed, wherever it stands: the language that it names, or null, and the rest. */
export function languageOption(args: readonly string[]): {
  readonly language: Language | null;
  readonly rest: readonly string[];
} {
  const at = args.findIndex((arg) => /^--lang(=|$)/.test(arg));
  if (at < 0) return { language: null, rest: args };
  const inline = args[at]!.startsWith("--lang=");
  const named = inline ? args[at]!.slice("--lang=".length) : args[at + 1];
  const rest = args.filter((_, place) => place !== at && (inline || place !== at + 1));
  if (rest.some((arg) => /^--lang(=|$)/.test(arg)))
    throw new CommandError("--lang is given twice; keep one.");
  if (named === undefined || named === "" || named.startsWith("--"))
    throw new CommandError("--lang needs a value.");
  const language = namedLanguage(named);
  if (language !== null) return { language, rest };
  const known = LANGUAGES.map(({ id, name }) => `${id} (${name})`).join(" or ");
  throw new CommandError(`--lang ${quoted(named)} is not a language; use ${known}.`);
}

/** The language of a terminal by its environment, such as zh_CN.UTF-8. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const tag = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"];
  return languageOf(tag?.replace(/[.@].*$/, "").replaceAll("_", "-"));
}
