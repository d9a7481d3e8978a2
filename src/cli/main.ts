import { callText, KC_FUNCTION_NAMES, KC_FUNCTIONS, unknownName } from "../functions";
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
import { mcpCommand } from "./mcpCommand";
import { responseCommand } from "./responseCommand";
import { rollCommand } from "./rollCommand";
import { templateCommand } from "./templateCommand";
import { loadCatalogue } from "../words";

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
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const tell = (line: string): void => void process.stderr.write(`${line}\n`);
  const [typed = "help", ...rest] = args;
  const name = typed === "--help" || typed === "-h" ? "help" : typed;
  try {
    const command = findCommand(name);
    if (rest.includes("--help") || rest.includes("-h")) {
      usageOf(command).forEach(print);
      return 0;
    }
    // Names of lines, assumptions and figures are understood in Chinese too.
    await loadCatalogue("zh-CN");
    return await command.run(rest, { ...place, print, tell });
  } catch (error) {
    tell(error instanceof CommandError ? error.message : unexpected(name, error));
    return 1;
  }
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
