import type { Pane } from "../pane";

/** An answer that takes too long for each step of a lever: worked out when it is asked for, and shown while what it was asked of is the same. */
export interface OnAsk<T> {
  /** The last answer, null where it was given for something else. */
  answered(of: readonly unknown[]): T | null;
  /** Works the answer out and draws the pane anew. */
  ask(pane: Pane, of: readonly unknown[], answer: () => T): void;
}

/** Keeps one answer. */
export function answerOnce<T>(): OnAsk<T> {
  let last: { readonly of: readonly unknown[]; readonly answer: T } | null = null;
  return {
    answered: (of) =>
      last !== null && last.of.every((part, index) => part === of[index]) ? last.answer : null,
    ask: ({ store }, of, answer) => {
      last = { of, answer: answer() };
      store.update(({ openGroups }) => ({ openGroups: new Set(openGroups) }));
    },
  };
}
