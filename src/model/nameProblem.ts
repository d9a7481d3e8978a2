import type { ScenarioName } from "../seeds";
import { foldedName, LONGEST_NAME, trimmedName, type ScenarioNames, type Scenarios } from "./scenarioNames";

/** Characters that no name may hold. */
export const BARRED_CHARACTERS = ["[", "]", ":", "*", "?", "/", "\\", "~"] as const;

/** Why an own scenario can't be given a name, in words; null where it can. */
export function nameProblem(
  scenarios: Scenarios,
  id: ScenarioName,
  text: string,
  names: ScenarioNames,
): string | null {
  const name = trimmedName(text);
  if (name === "") return "Type a name of 1 to 31 characters.";
  if (text.length > LONGEST_NAME)
    return `A name has at most ${LONGEST_NAME} characters; this one has ${text.length}.`;
  const barred = BARRED_CHARACTERS.find((each) => name.includes(each));
  if (barred !== undefined)
    return `A name holds no "${barred}", nor any other of ${BARRED_CHARACTERS.join(" ")}.`;
  if (/\p{Cc}/u.test(name)) return "A name stands on one line.";
  const taken = scenarios.find(
    (other) =>
      other.id !== id &&
      [other.id, other.name, other.otherName, names.get(other.id)!].some(
        (each) => foldedName(each) === foldedName(name),
      ),
  );
  return taken === undefined ? null : `"${name}" is the name of another scenario; choose one that is not.`;
}
