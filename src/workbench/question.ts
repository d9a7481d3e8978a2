import { say, word } from "../words";
import type { ShellState } from "./shellState";

/** A question that the page asks before it goes on, with what a person should know to answer it. */
export interface Question {
  readonly title: string;
  /** What would be lost, a sentence each. */
  readonly points: readonly string[];
  /** Words of the two answers. */
  readonly goOn: string;
  readonly stay: string;
  answer(goesOn: boolean): void;
}

/** Asks, and waits for the answer; true to go on. */
export function agreed(
  update: (change: Partial<ShellState>) => void,
  question: Omit<Question, "answer">,
): Promise<boolean> {
  return new Promise((resolve) => {
    update({
      work: null,
      question: {
        ...question,
        answer: (goesOn) => {
          update({ question: null });
          resolve(goesOn);
        },
      },
    });
  });
}

const UNSAVED = "The workbook that is open has changes that are not saved; the file takes its place.";

/** What to ask before a file is opened: of it something can't be kept, or it takes the place of unsaved work; null where nothing is lost. */
export function openQuestion(
  file: string,
  left: readonly string[],
  overUnsaved: boolean,
): Omit<Question, "answer"> | null {
  if (left.length > 0) {
    const things = left.length === 1 ? word("One thing") : say`${left.length} things`;
    return {
      title: say`${things} in ${file} can't be kept here. The file itself stays as it is.`,
      points: overUnsaved ? [UNSAVED, ...left] : left,
      goOn: "Open without them",
      stay: "Do not open it",
    };
  }
  if (!overUnsaved) return null;
  return {
    title: say`Open ${file} over work that is not saved?`,
    points: [UNSAVED],
    goOn: "Open and lose the changes",
    stay: "Do not open it",
  };
}
