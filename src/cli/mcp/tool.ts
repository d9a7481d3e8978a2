import type { z } from "zod";
import type { Model } from "../../model";
import { chosenWith, type ChosenScenario } from "../openProject";
import type { Answer } from "./answer";

/** What tools work with: the model as shipped, and where files that a caller names are looked for. */
export interface Desk {
  readonly model: Model;
  readonly calledIn: string;
  readonly version: string;
}

/** One tool of the server. */
export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  /** Whether it writes the file that the caller names; all others only read. */
  readonly writes?: true;
  run(given: z.infer<Input>, desk: Desk): Answer | Promise<Answer>;
}

/** Declares a tool with what it is given in the types of its inputs. */
export function tool<Input extends z.ZodObject>(declared: Tool<Input>): Tool {
  return declared as unknown as Tool;
}

/** The scenario with the values that a caller gives for this answer. */
export function chosenBy(
  { model }: Desk,
  scenario: string | undefined,
  overrides: Readonly<Record<string, string | number>> | undefined,
): ChosenScenario {
  return chosenWith(
    model,
    scenario,
    Object.entries(overrides ?? {}),
    (_, value) => `write it as a text with an exclamation mark: "${value}!".`,
  );
}
