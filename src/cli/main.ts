import { callText, isForeign, KC_FUNCTION_NAMES, KC_FUNCTIONS, unknownName } from "../functions";
import { buildCommand } from "./buildCommand";
import { capsCommand } from "./capsCommand";
import { impliedCommand } from "./impliedCommand";
import { checkCommand } from "./checkCommand";
import type { Command, CommandPlace } from "./command";
import { CommandError } from "./commandError";
import { readCommandLine } from "./commandLine";
import { consensusCommand } from "./consensusCommand";
import { diffCommand } from "./diffCommand";
import { evalCommand } from "./evalCommand";
import { factsCommand } from "./factsCommand";
import { journalCommand } from "./journalCommand";
import { languageOption, terminalLanguage } from "./languageOption";
import { mcpCommand } from "./mcpCommand";
import { responseCommand } from "./responseCommand";
import { rollCommand } from "./rollCommand";
import { templateCommand } from "./templateCommand";
import { ENGLISH, loadCatalogue, speak, spokenWords, told, type Catalogue, type Language } from "../words";

const helpCommand: Command = {
  name: "help",
  usage: "[COMMAND]",
  meaning: "Lists commands and functions.",
  run(args, place) {
    const [name] = readCommandLine(args, {}, 1).positionals;
    (name === undefined ? helpLines() : usageOf(findCommand(name))).forEach(place.print);
    return 0;
  },
};

const COMMANDS: readonly Command[] = [
  buildCommand,
  evalCommand,
  factsCommand,
  checkCommand,
  capsCommand,
  impliedCommand,
  consensusCommand,
  responseCommand,
  diffCommand,
  journalCommand,
  rollCommand,
  templateCommand,
  mcpCommand,
  helpCommand,
];

/** Runs the command that was typed and gives the exit code: 0, or 1 with a message on what was wrong. */
export async function main(
  args: readonly string[],
  place: Pick<CommandPlace, "root" | "version" | "calledIn">,
): Promise<number> {
  endQuietlyWhenNobodyReads(process.stdout);
  const data = (text: string): void => void process.stdout.write(`${text}\n`);
  const print = (lines: string): void => data(inWords(lines));
  const tell = (lines: string): void => void process.stderr.write(`${inWords(lines)}\n`);
  const spokenBefore = spokenWords();
  let name = "help";
  try {
    const { language, rest: typed } = languageOption(args);
    const [first = "help", ...rest] = typed;
    name = first === "--help" || first === "-h" ? "help" : first;
    speak(await wordsFor(name, rest, language));
    const command = findCommand(name);
    if (rest.includes("--help") || rest.includes("-h")) {
      usageOf(command).forEach(print);
      return 0;
    }
    return await command.run(rest, { ...place, language, print, data, tell });
  } catch (error) {
    tell(error instanceof CommandError ? error.message : unexpected(name, error));
    return 1;
  } finally {
    // Whoever calls this as a function goes on in its own language.
    speak(spokenBefore);
  }
}

/** Lines in the language spoken, each by itself, with the blanks that set it in. */
function inWords(lines: string): string {
  return lines.replaceAll(/^( *)(.+)$/gm, (_, blanks: string, line: string) => blanks + told(line));
}

/** The words in which a command speaks: English for what programs read, else the language asked for or that of the terminal. Loads Chinese where a name may be written in it. */
async function wordsFor(
  name: string,
  rest: readonly string[],
  language: Language | null,
): Promise<Catalogue> {
  const isRead = ["mcp", "template"].includes(name) || rest.some((arg) => /^--(json|csv)$/.test(arg));
  const spoken = isRead ? "en" : (language ?? terminalLanguage(process.env));
  const mayName = name === "mcp" || rest.some((arg) => isForeign(arg) || /^--actuals\b/.test(arg));
  if (mayName) await loadCatalogue("zh-CN");
  if (spoken === "en") return ENGLISH;
  const { CHINESE_OF_KC } = await import("../words/zh-CN/ofKc");
  return CHINESE_OF_KC;
}

/** A failure that no command foresaw; KC_TRACE=1 shows where it happened. */
function unexpected(name: string, error: unknown): string {
  if (process.env["KC_TRACE"] === "1" && error instanceof Error) return error.stack ?? error.message;
  return `kc ${name} failed: ${error instanceof Error ? error.message : String(error)} This is a fault of the program; run it again with KC_TRACE=1 and report what it prints.`;
}

function findCommand(name: string): Command {
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined)
    throw new CommandError(
      unknownName(
        "command",
        name,
        COMMANDS.map((each) => each.name),
      ),
    );
  return command;
}

function usageOf({ name, usage, meaning }: Command): readonly string[] {
  return [`kc ${name} ${usage}`.trim(), meaning];
}

function helpLines(): readonly string[] {
  return [
    "Kingsoft Cloud scenario model. Type: npm run -s kc -- COMMAND",
    "",
    ...COMMANDS.flatMap(({ name, usage, meaning }) => [`  ${`${name} ${usage}`.trim()}`, `      ${meaning}`]),
    "",
    "--lang en, zh-CN: the language of what is printed, and of the workbook for build.",
    "--set takes values as people type them: 15% or 15 for a percentage, 3Q26 for a quarter, 3,000 or 30亿 for RMB m.",
    "A value ten, a hundred or a thousand times the present one is asked about; name=value! insists. Functions for eval:",
    ...KC_FUNCTION_NAMES.flatMap((name) => [`  ${callText(name)}`, `      ${KC_FUNCTIONS[name].returns}`]),
  ];
}

/** A reader such as head may close the pipe before everything is printed. */
function endQuietlyWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}
