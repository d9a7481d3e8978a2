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

/** Asks whether to open a file of which something can't be kept. */
export function lossQuestion(file: string, left: readonly string[]): Omit<Question, "answer"> {
  const things = left.length === 1 ? "One thing" : `${left.length} things`;
  return {
    title: `${things} in ${file} can't be kept here. The file itself stays as it is.`,
    points: left,
    goOn: "Open without them",
    stay: "Do not open it",
  };
}

/** Asks whether to open a file in place of work that no file has. */
export function replaceQuestion(file: string): Omit<Question, "answer"> {
  return {
    title: `The workbook has changes that are not saved. ${file} takes its place.`,
    points: ["Save the workbook first to keep them."],
    goOn: "Open and lose the changes",
    stay: "Do not open it",
  };
}
