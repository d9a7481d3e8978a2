import { parseArgs } from "node:util";
import { nearest, quoted } from "../functions";
import { CommandError } from "./commandError";

/** Options that a command takes: a flag, one value, or a value that may be given several times. */
export type OptionKinds = Readonly<Record<string, "flag" | "value" | "values">>;

/** What was typed after the command's name. */
export interface CommandLine {
  readonly positionals: readonly string[];
  flag(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

/** Reads options and positionals; an unknown or incomplete option is refused with a suggestion. At most `most` positionals. */
export function readCommandLine(args: readonly string[], kinds: OptionKinds, most: number): CommandLine {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      kind === "flag" ? { type: "boolean" as const } : { type: "string" as const, multiple: true as const },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined;
    if (kind === undefined) throw new CommandError(unknownOption(token.rawName, Object.keys(kinds)));
    if (kind === "flag" && token.value !== undefined)
      throw new CommandError(`${token.rawName} takes no value.`);
    if (
      kind !== "flag" &&
      (token.value === undefined ||
        token.value === "" ||
        (!token.inlineValue && token.value.startsWith("--")))
    ) {
      throw new CommandError(`${token.rawName} needs a value.`);
    }
    const before = given.get(token.name) ?? [];
    if (kind === "value" && before.length > 0)
      throw new CommandError(`${token.rawName} is given twice; keep one.`);
    given.set(token.name, [...before, token.value ?? ""]);
  }
  const extra = positionals[most];
  if (extra !== undefined)
    throw new CommandError(
      `${quoted(extra)} is one word too many; put quotation marks around a formula or a name with blanks.`,
    );
  return {
    positionals,
    flag: (name) => given.has(name),
    value: (name) => given.get(name)?.[0],
    values: (name) => given.get(name) ?? [],
  };
}

function unknownOption(typed: string, names: readonly string[]): string {
  const near = nearest(typed, names);
  if (near !== null) return `Unknown option ${quoted(typed)}: did you mean '--${near}'?`;
  return `Unknown option ${quoted(typed)}${names.length > 0 ? `: use ${names.map((name) => `--${name}`).join(", ")}` : ""}. kc help lists all.`;
}
